"""2. Two releases around an arrival say nothing of who arrived."""

from __future__ import annotations

import pytest

from casebase.reporting.protection.programme import ANNUAL_FULL
from tests.casebase.reporting.cohorts import cohort
from tests.casebase.reporting.protection import cell_key
from tests.casebase.reporting.protection.differencing import guessed
from tests.casebase.reporting.protection.releases import measured

TRIALS = 40


@pytest.mark.parametrize("arriving", [1, 3])
def test_who_arrived_cannot_be_read_off_two_releases(arriving):
    rows = cohort(800, seed=2)
    keys = cell_key.keys(len(rows), seed=2)

    def fresh_noise(end):
        return measured(ANNUAL_FULL, rows[:end]).tables

    def cell_keys(end):
        return cell_key.published(
            ANNUAL_FULL,
            rows[:end],
            keys[:end],
            ANNUAL_FULL.published,
            furthest=8,
            variance=8.0,
            barred=4,
        )

    good = guessed(ANNUAL_FULL, rows, fresh_noise, arriving=arriving, trials=TRIALS)
    bad = guessed(ANNUAL_FULL, rows, cell_keys, arriving=arriving, trials=TRIALS)

    print(f"fresh noise {good}; cell keys on an open cohort {bad}")
    assert good.tell_nothing
    assert not bad.tell_nothing
