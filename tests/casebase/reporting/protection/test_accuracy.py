"""11. Figures of fifty persons and more are near the exact ones, and parts add up to totals."""

from __future__ import annotations

import dataclasses

import numpy as np
import pytest

from casebase.reporting.protection import domain
from casebase.reporting.protection.programme import ANNUAL, ANNUAL_FULL, QUARTERLY
from tests.casebase.reporting.accuracy import tried
from tests.casebase.reporting.cohorts import cohort
from tests.casebase.reporting.protection.releases import protected

WORST = {True: 0.07, False: 0.12}  # mean relative error of cells of 50 and more, from 800 persons
COHORTS = 6


def mean_error(programme, persons):
    """Over some cohorts, for one alone has few cells of that size."""
    trials = [tried(programme, persons, seed=seed, reruns=0) for seed in range(COHORTS)]
    return float(np.mean(np.concatenate([one.relative_errors(50) for one in trials])))


@pytest.mark.parametrize(
    ("programme", "persons"),
    [(QUARTERLY, 200), (ANNUAL, 400), (ANNUAL, 800), (ANNUAL_FULL, 400), (ANNUAL_FULL, 800)],
    ids=["Q1-200", "A1-400", "A1-800", "A1v2-400", "A1v2-800"],
)
def test_figures_of_fifty_and_more_are_near_the_exact_ones(programme, persons):
    error = mean_error(programme, persons)

    print(f"mean relative error {error:.1%} of at most {WORST[persons >= 800]:.0%}")
    assert error <= WORST[persons >= 800]


def test_four_times_the_noise_would_be_seen():
    strict = dataclasses.replace(ANNUAL_FULL, rho=ANNUAL_FULL.rho / 16)

    error = mean_error(strict, 800)

    print(f"mean relative error with four times the noise {error:.1%}")
    assert error > WORST[True]


@pytest.mark.parametrize("programme", [QUARTERLY, ANNUAL, ANNUAL_FULL], ids=["Q1", "A1", "A1v2"])
def test_the_parts_of_every_published_table_add_up_to_the_cohort(programme):
    rows = cohort(400, seed=9, programme=programme)

    file = protected(programme, rows)

    for names in programme.published:
        assert domain.count(programme, file, names).sum() == len(rows)
