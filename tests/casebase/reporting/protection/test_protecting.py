"""From exact rows to the protected file, and what is refused on the way."""

from __future__ import annotations

import inspect

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.reporting.protection import domain, microdata
from casebase.reporting.protection.domain import OutsideTheDomain
from casebase.reporting.protection.microdata import TooFewPersons, blocks_of, measure, protect
from casebase.reporting.protection.programme import ANNUAL, ANNUAL_FULL, QUARTERLY, NotHeldYet
from tests.casebase.reporting.cohorts import cohort
from tests.casebase.reporting.protection.releases import measured

EVERY = [QUARTERLY, ANNUAL, ANNUAL_FULL]


def no_noise(counts, sigma):
    return counts


def wild(seed):
    """Noise far beyond any real one, so that most counts are negative somewhere."""

    def noise(counts, sigma):
        rng = np.random.default_rng(seed)
        return counts + np.rint(rng.normal(0, 20 * sigma, counts.shape)).astype(np.int64)

    return noise


@settings(max_examples=25, deadline=None)
@given(programme=st.sampled_from(EVERY), persons=st.integers(10, 300), seed=st.integers(0, 2**31))
def test_whatever_the_noise_the_file_has_one_row_a_person_and_known_codes(programme, persons, seed):
    rows = cohort(persons, seed=seed, programme=programme)

    file = protect(measured(programme, rows, wild(seed)))

    assert file.shape == rows.shape
    domain.require_in_domain(programme, file)
    for names in programme.published:
        assert domain.count(programme, file, names).sum() == persons


@pytest.mark.parametrize("programme", EVERY, ids=["Q1", "A1", "A1v2"])
def test_without_noise_only_rounding_moves_the_measured_tables(programme):
    rows = cohort(800, seed=2, programme=programme)

    file = protect(measured(programme, rows, no_noise))

    for names in programme.tables:
        moved = domain.count(programme, file, names) - domain.count(programme, rows, names)
        assert np.abs(moved).mean() < 1.5


def test_the_noise_has_the_spread_the_programme_claims():
    rows = cohort(800, seed=3, programme=ANNUAL_FULL)

    noisy = [measured(ANNUAL_FULL, rows).tables for _ in range(6)]

    errors = np.concatenate(
        [
            (table - domain.count(ANNUAL_FULL, rows, names)).ravel()
            for one in noisy
            for names, table in one.items()
        ]
    )
    print(f"noise {errors.std():.2f} of {ANNUAL_FULL.sigma:.2f}, mean {errors.mean():.2f}")
    assert errors.std() == pytest.approx(ANNUAL_FULL.sigma, rel=0.05)
    assert abs(errors.mean()) < 0.3


def test_two_measurements_of_the_same_cohort_differ():
    rows = cohort(200, seed=4, programme=QUARTERLY)

    assert any(
        (measure(QUARTERLY, rows).tables[names] != table).any()
        for names, table in measure(QUARTERLY, rows).tables.items()
    )


def test_protecting_reads_nothing_but_the_measured_tables():
    """`Measured` holds no rows, and `protect` is given nothing else."""
    assert set(inspect.signature(protect).parameters) == {"measured", "rng"}
    assert set(microdata.Measured.__dataclass_fields__) == {"programme", "persons", "tables"}


def test_tables_without_an_attribute_in_common_are_fitted_apart():
    assert len(blocks_of(QUARTERLY)) == 5
    assert [len(block) for block in blocks_of(ANNUAL)] == [6, 1]


def test_a_cohort_of_nine_is_refused():
    with pytest.raises(TooFewPersons, match="together with the next period"):
        measure(QUARTERLY, cohort(9, seed=5, programme=QUARTERLY))

    assert measure(QUARTERLY, cohort(10, seed=5, programme=QUARTERLY)).persons == 10


@pytest.mark.parametrize("value", [-1, 16])
def test_a_code_outside_the_lists_is_refused_by_its_column_only(value):
    rows = cohort(20, seed=6, programme=ANNUAL)
    rows[3, 0] = value

    with pytest.raises(OutsideTheDomain, match="REF_AREA") as refusal:
        measure(ANNUAL, rows)

    assert str(value) not in str(refusal.value)


def test_rows_of_another_programme_are_refused():
    with pytest.raises(OutsideTheDomain, match="exactly these"):
        measure(ANNUAL, cohort(20, seed=7, programme=ANNUAL_FULL))


def test_a_programme_not_held_yet_measures_invented_cohorts_only():
    rows = cohort(20, seed=8, programme=ANNUAL_FULL)

    with pytest.raises(NotHeldYet):
        measure(ANNUAL_FULL, rows)

    assert measure(ANNUAL_FULL, rows, is_invented=True).persons == 20


@pytest.mark.parametrize("programme", EVERY, ids=["Q1", "A1", "A1v2"])
def test_rows_survive_their_way_through_codes(programme):
    rows = cohort(50, seed=9, programme=programme)

    again = domain.encode(programme, domain.decode(programme, rows))

    assert (again == rows).all()


def test_whether_a_child_follows_from_the_age():
    person = {
        "REF_AREA": "GH-AA",
        "FORM": "begging",
        "SEX": "F",
        "AGE": "12-14",
        "AGENCY": "police",
        "NATIONALITY": "TG",
    }

    yearly = next(domain.decode(ANNUAL, domain.encode(ANNUAL, [person])))
    quarterly = next(domain.decode(QUARTERLY, domain.encode(QUARTERLY, [person])))

    assert yearly == {**person, "CHILD": "C"}
    assert quarterly["CHILD"] == "C"
    assert "AGE" not in quarterly


def test_a_person_with_an_unlisted_code_is_refused_without_repeating_it():
    with pytest.raises(OutsideTheDomain, match="REF_AREA") as refusal:
        domain.encode(QUARTERLY, [{"REF_AREA": "somewhere"}])

    assert "somewhere" not in str(refusal.value)
