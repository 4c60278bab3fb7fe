"""What the programmes measure, and what they cost."""

from __future__ import annotations

import math

import pytest

from casebase.reporting.protection import budget
from casebase.reporting.protection.attributes import AGE, CHILD, CHILD_OF_AGE
from casebase.reporting.protection.programme import (
    ANNUAL,
    ANNUAL_FULL,
    PROGRAMMES,
    QUARTERLY,
    NotHeldYet,
)

EVERY = pytest.mark.parametrize("programme", PROGRAMMES.values(), ids=lambda one: f"{one.name}")


def test_the_releases_of_a_person_stay_within_the_lifetime_cap():
    assert math.isclose(
        budget.QUARTER + budget.ANNUAL + budget.FOLLOW_UP + budget.CORRECTION, budget.LIFETIME_CAP
    )
    assert QUARTERLY.rho == budget.QUARTER
    assert budget.ANNUAL == ANNUAL.rho == ANNUAL_FULL.rho


@pytest.mark.parametrize(("rho", "epsilon"), [(0.85, 7.07), (1.45, 9.65), (0.25, 3.54)])
def test_the_claimed_epsilon_is_the_one_opendp_works_out(rho, epsilon):
    assert budget.epsilon_of(rho) == pytest.approx(epsilon, abs=0.01)


@pytest.mark.parametrize(
    ("programme", "tables", "sigma"),
    [(QUARTERLY, 5, 4.47), (ANNUAL, 8, 3.07), (ANNUAL_FULL, 13, 3.91)],
    ids=["Q1", "A1", "A1v2"],
)
def test_the_noise_follows_from_the_number_of_tables(programme, tables, sigma):
    assert len(programme.tables) == tables
    assert programme.sigma == pytest.approx(sigma, abs=0.005)


@EVERY
def test_every_attribute_is_measured_and_every_measured_table_is_published(programme):
    measured = {name for names in programme.tables for name in names}

    assert set(programme.names) <= measured
    assert set(programme.tables) <= set(programme.published)
    assert len(set(programme.published)) == len(programme.published)


@EVERY
def test_no_published_table_ties_together_what_was_not_measured_together(programme):
    for names in programme.published:
        assert any(set(names) <= set(table) for table in programme.tables)


def test_every_age_band_is_a_child_an_adult_or_unknown():
    ages = {code.code: CHILD.codes[CHILD_OF_AGE[at]].code for at, code in enumerate(AGE.codes)}

    assert ages == {
        "0-5": "C",
        "6-11": "C",
        "12-14": "C",
        "15-17": "C",
        "18-24": "A",
        "25+": "A",
        "U": "U",
    }


def test_a_programme_that_the_registry_cannot_fill_is_refused():
    with pytest.raises(NotHeldYet, match="does not record yet"):
        ANNUAL_FULL.require_held()

    ANNUAL.require_held()
    QUARTERLY.require_held()
