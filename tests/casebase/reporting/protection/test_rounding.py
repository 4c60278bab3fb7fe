"""Parts of persons become whole persons without losing any."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from casebase.reporting.protection.rounding import rounded

AMOUNTS = st.lists(st.floats(0.0, 1e4, allow_subnormal=False), min_size=1, max_size=60)


@given(amounts=AMOUNTS, total=st.integers(1, 100_000), seed=st.integers(0, 2**32))
def test_whole_numbers_add_up_and_stay_within_one_of_their_amounts(amounts, total, seed):
    amounts = np.array(amounts) + 1e-6
    amounts *= total / amounts.sum()

    whole = rounded(amounts, total, np.random.default_rng(seed))

    assert whole.sum() == total
    assert (whole >= 0).all()
    assert (np.abs(whole - amounts) < 1 + 1e-6).all()


@given(amounts=AMOUNTS, seed=st.integers(0, 2**32))
def test_nobody_rounds_to_nobody(amounts, seed):
    whole = rounded(np.zeros(len(amounts)), 0, np.random.default_rng(seed))

    assert not whole.any()


def test_rounding_is_right_on_average():
    amounts = np.array([0.2, 0.5, 1.3, 3.0])
    rng = np.random.default_rng(1)

    mean = np.mean([rounded(amounts, 5, rng) for _ in range(4000)], axis=0)

    assert np.allclose(mean, amounts, atol=0.05)


class Offset:
    """Stands in for the generator, at an end of its range, where float errors show."""

    def __init__(self, value):
        self.value = value

    def uniform(self):
        return self.value


@given(amounts=AMOUNTS, total=st.integers(1, 100_000), offset=st.sampled_from([0.0, 1 - 2**-53]))
def test_float_errors_lose_and_add_nobody(amounts, total, offset):
    whole = rounded(np.array(amounts) + 1e-6, total, Offset(offset))

    assert whole.sum() == total
