"""The noise: OpenDP's discrete Gaussian, drawn from its own secure source."""

from __future__ import annotations

import numpy as np

from casebase.reporting.protection.domain import Counts


def with_noise(counts: Counts, sigma: float) -> Counts:
    """`counts` with a fresh whole number of standard deviation `sigma` added to each.

    There is no seed to keep or to leak: drawing again gives other numbers, and costs the cohort's
    loss again. Only `microdata.measure` may call this on exact counts.

    Args:
        counts: exact counts of persons, any shape.
        sigma: in persons.

    Returns:
        Whole numbers of the same shape; some are negative.
    """
    import opendp.prelude as dp

    dp.enable_features("contrib")
    mechanism = dp.m.make_gaussian(
        dp.vector_domain(dp.atom_domain(T=int)), dp.l2_distance(T=float), scale=sigma
    )
    drawn = mechanism(counts.ravel().tolist())
    return np.asarray(drawn, dtype=np.int64).reshape(counts.shape)
