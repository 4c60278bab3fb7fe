"""5. anonymeter singles out, links and infers no more than from strangers' data."""

from __future__ import annotations

import numpy as np
import pytest

from casebase.reporting.protection.programme import ANNUAL_FULL
from tests.casebase.reporting.cohorts import cohort
from tests.casebase.reporting.protection.anonymeter_environment import attacked
from tests.casebase.reporting.protection.releases import protected

PERSONS = 800
HIGHEST = {"singling out": 0.20, "linkability": 0.06, "inference": 0.20}  # upper 95 % limits
HIGHEST_POINT = {"singling out": 1.0, "linkability": 1.0, "inference": 0.10}


def too_high(risks):
    kinds = {attack: attack.split(",")[0] for attack in risks}
    return {
        attack: risk
        for attack, risk in risks.items()
        if risk["upper"] > HIGHEST[kinds[attack]] or risk["point"] > HIGHEST_POINT[kinds[attack]]
    }


def redrawn(rows, share):
    """A copy with `share` of all entries drawn again from their own column."""
    rng = np.random.default_rng(6)
    shuffled = rng.permuted(rows, axis=0)
    return np.where(rng.uniform(size=rows.shape) < share, shuffled, rows)


def mean_risks(each):
    """Over cohorts: one cohort's figures vary by as much as the limits allow."""
    return {
        attack: {
            limit: float(np.mean([risks[attack][limit] for risks in each]))
            for limit in ("point", "upper")
        }
        for attack in each[0]
    }


def risks_of(folder, seed, **files):
    folder.mkdir()
    members, strangers = cohort(PERSONS, seed=seed), cohort(PERSONS, seed=100 + seed)
    made = {"protected": protected(ANNUAL_FULL, members)}
    made |= {name: make(members) for name, make in files.items()}
    return attacked(ANNUAL_FULL, folder, members=members, strangers=strangers, files=made)


@pytest.mark.slow
def test_anonymeter_gains_little_on_members_over_strangers(tmp_path):
    twins = {"copy": lambda rows: rows, "redrawn": lambda rows: redrawn(rows, 0.2)}

    first = risks_of(tmp_path / "first", 6, **twins)
    others = [risks_of(tmp_path / str(seed), seed) for seed in (7, 8)]

    good = mean_risks([first["protected"], *(one["protected"] for one in others)])
    for name, found in {"protected": good, **first}.items():
        print(name, {k: f"{v['point']:.2f}, at most {v['upper']:.2f}" for k, v in found.items()})
    assert too_high(good) == {}
    assert too_high(first["copy"])
    assert too_high(first["redrawn"])
