"""1. A rare person cannot be told from the release better than the claimed loss allows."""

from __future__ import annotations

import math

import numpy as np
import pytest

from casebase.reporting.protection.budget import epsilon_of
from casebase.reporting.protection.noise import with_noise
from casebase.reporting.protection.programme import ANNUAL, ANNUAL_FULL, QUARTERLY
from tests.casebase.reporting.cohorts import cohort
from tests.casebase.reporting.protection.canary import Audit, audited
from tests.casebase.reporting.protection.releases import half_the_noise

RUNS = 1200  # of each kind: d' is then known to 0.05


def holds(audit: Audit, rho: float) -> bool:
    return audit.distance <= math.sqrt(2 * rho) + 0.2 and audit.at_least <= epsilon_of(rho)


@pytest.mark.slow
@pytest.mark.parametrize("programme", [QUARTERLY, ANNUAL, ANNUAL_FULL], ids=["Q1", "A1", "A1v2"])
def test_a_rare_person_is_not_told_better_than_claimed(programme):
    rows = cohort(800, seed=1, programme=programme)
    canary = np.array([[one.size - 1 for one in programme.attributes]])

    good = audited(programme, rows, canary, with_noise, runs=RUNS)
    bad = audited(programme, rows, canary, half_the_noise, runs=RUNS)

    claimed = math.sqrt(2 * programme.rho)
    print(f"d' {good.distance:.2f} of {claimed:.2f}, with half the noise {bad.distance:.2f}")
    print(f"epsilon at least {good.at_least:.2f} of {epsilon_of(programme.rho):.2f}")
    assert holds(good, programme.rho)
    assert not holds(bad, programme.rho)
