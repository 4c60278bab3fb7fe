"""Attack 1: was one rare person in the cohort? Told from all counts that person stands in."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from scipy import stats

from casebase.reporting.protection.budget import DELTA
from casebase.reporting.protection.domain import Amounts, Counts, Rows
from casebase.reporting.protection.microdata import Noise
from casebase.reporting.protection.programme import Names, Programme
from tests.casebase.reporting.protection.releases import counted, measured


@dataclass(frozen=True)
class Audit:
    """How well two cohorts, with and without the canary, can be told apart.

    Attributes:
        distance: d', the difference of means in standard deviations.
        at_least: lower bound of epsilon, 95 % sure (Clopper-Pearson).
    """

    distance: float
    at_least: float


def audited(programme: Programme, rows: Rows, canary: Rows, noise: Noise, *, runs: int) -> Audit:
    """Measure `rows` again and again, with and without `canary` in the place of the last row."""
    own, replaced = (
        _side_by_side(programme, counted(programme, one, programme.tables))
        for one in (canary, rows[-1:])
    )
    told_by = (own - replaced).astype(float)  # nothing tells the two cohorts apart better
    present = _sums(programme, np.vstack([rows[:-1], canary]), told_by, noise, runs)
    absent = _sums(programme, rows, told_by, noise, runs)
    spread = math.sqrt((present.var() + absent.var()) / 2)
    return Audit((present.mean() - absent.mean()) / spread, _at_least(present, absent))


def _sums(programme: Programme, rows: Rows, told_by: Amounts, noise: Noise, runs: int) -> Amounts:
    """The weighted sum in each run; only cells with a weight are drawn, which saves minutes."""
    cells = np.flatnonzero(told_by)

    def on_its_cells(counts: Counts, sigma: float) -> Counts:
        drawn = np.zeros_like(counts)
        drawn[cells] = noise(counts[cells], sigma)
        return drawn

    releases = (measured(programme, rows, on_its_cells) for _ in range(runs))
    return np.array([told_by @ _side_by_side(programme, one.tables) for one in releases])


def _side_by_side(programme: Programme, tables: Mapping[Names, Counts]) -> Counts:
    return np.concatenate([tables[names].ravel() for names in programme.tables])


def _at_least(present: Amounts, absent: Amounts) -> float:
    bounds = [0.0]
    for threshold in np.unique(np.concatenate([present, absent])):
        hits = stats.binomtest(int((present >= threshold).sum()), len(present))
        alarms = stats.binomtest(int((absent >= threshold).sum()), len(absent))
        surely_hit = hits.proportion_ci(0.9).low - DELTA
        if surely_hit > 0:
            bounds.append(math.log(surely_hit / alarms.proportion_ci(0.9).high))
    return max(bounds)
