"""6. The protected file does not tell who was in the cohort."""

from __future__ import annotations

import pytest

from casebase.reporting.protection.programme import ANNUAL, ANNUAL_FULL
from tests.casebase.reporting.cohorts import cohort
from tests.casebase.reporting.protection.membership import attacked
from tests.casebase.reporting.protection.releases import protected

# Rows of six attributes are so coarse that strangers' rows stand in any file too; there the share
# of copies says what pair density says, and its bound is wider. README, decision 5.
MOST_COPIES = {ANNUAL: 0.10, ANNUAL_FULL: 0.01}
PERSONS = 800
COHORTS = 3


@pytest.mark.parametrize("programme", [ANNUAL, ANNUAL_FULL], ids=["A1", "A1v2"])
def test_members_of_the_cohort_are_not_told_from_strangers(programme):
    good, copied = [], []
    for seed in range(COHORTS):
        members = cohort(PERSONS, seed=10 + seed, programme=programme)
        strangers = cohort(PERSONS, seed=20 + seed, programme=programme)
        good.append((protected(programme, members), members, strangers))
        copied.append((members, members, strangers))

    told = attacked(good), attacked(copied)

    print(*told, sep="\n")
    assert told[0].tells_little(most_copies=MOST_COPIES[programme])
    assert not told[1].tells_little(most_copies=MOST_COPIES[programme])
