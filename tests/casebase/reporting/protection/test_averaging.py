"""4. Averaging over all tables does not bring the small counts back."""

from __future__ import annotations

import numpy as np
import pytest

from casebase.reporting.protection.programme import ANNUAL, ANNUAL_FULL
from tests.casebase.reporting.cohorts import cohort
from tests.casebase.reporting.protection import cell_key
from tests.casebase.reporting.protection.averaging import exact_hits
from tests.casebase.reporting.protection.releases import measured

MOST = 0.25
COHORTS = 4


@pytest.mark.parametrize("programme", [ANNUAL, ANNUAL_FULL], ids=["A1", "A1v2"])
def test_least_squares_over_all_tables_finds_few_small_counts(programme):
    good, bad = [], []
    for seed in range(COHORTS):
        rows = cohort(800, seed=seed, programme=programme)
        keys = cell_key.keys(len(rows), seed=seed)
        by_key = cell_key.published(
            programme, rows, keys, programme.published, furthest=2, variance=0.9, barred=0
        )

        good.append(exact_hits(programme, rows, measured(programme, rows).tables))
        bad.append(exact_hits(programme, rows, by_key))

    print(f"exact hits on 1 to 9: {np.mean(good):.1%}, cell key {np.mean(bad):.1%}")
    assert np.mean(good) <= MOST
    assert np.mean(bad) > MOST
