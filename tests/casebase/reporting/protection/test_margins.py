"""Margins come from the protected file alone, and hold in about nine cases of ten."""

from __future__ import annotations

import numpy as np
import pytest

from casebase.reporting.protection import domain
from casebase.reporting.protection.margins import margins_of
from casebase.reporting.protection.programme import ANNUAL, ANNUAL_FULL, QUARTERLY
from tests.casebase.reporting.accuracy import tried
from tests.casebase.reporting.cohorts import cohort


@pytest.mark.slow
@pytest.mark.parametrize(
    ("programme", "persons"),
    [(QUARTERLY, 200), (ANNUAL, 800), (ANNUAL_FULL, 800)],
    ids=["Q1", "A1", "A1v2"],
)
def test_nine_figures_of_ten_lie_within_their_margin(programme, persons):
    trials = [tried(programme, persons, seed=seed, reruns=40) for seed in range(4)]

    covered = float(np.mean([one.coverage for one in trials]))
    print(f"{covered:.1%} within the 90 % margin, {trials[0].margin_seconds:.1f} s")
    assert 0.82 <= covered <= 0.98


def test_there_is_a_margin_of_one_or_more_for_every_published_cell():
    rows = cohort(60, seed=1, programme=QUARTERLY)

    margins = margins_of(QUARTERLY, rows, reruns=5)

    assert set(margins) == set(QUARTERLY.published)
    for names, cells in margins.items():
        assert cells.shape == domain.shape_of(QUARTERLY, names)
        assert (cells >= 1).all()
