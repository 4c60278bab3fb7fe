"""How near published figures come to the exact ones, on made-up cohorts.

`python -m tests.casebase.reporting.accuracy` prints the table of the protection package's README.
On a real cohort these figures are never worked out: they would say what the noise was.
"""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass

import numpy as np

from casebase.reporting.protection import domain
from casebase.reporting.protection.display import SMALLEST_SHOWN
from casebase.reporting.protection.domain import Amounts, Rows
from casebase.reporting.protection.margins import Margins, margins_of
from casebase.reporting.protection.microdata import measure, protect
from casebase.reporting.protection.programme import ANNUAL, ANNUAL_FULL, QUARTERLY, Programme
from tests.casebase.reporting.cohorts import cohort

BANDS = ((10, 25), (25, 50), (50, 100), (100, 500))
COHORTS = 5
RERUNS = 60


@dataclass(frozen=True)
class Trial:
    """One cohort and its release; the two arrays side by side, cell by published cell."""

    truth: Amounts
    published: Amounts
    within_margin: Amounts
    release_seconds: float
    margin_seconds: float

    def errors(self, least: int, below: int) -> Amounts:
        """Absolute errors of cells whose true count is `least` or more and under `below`."""
        return np.abs(self.published - self.truth)[self._band(least, below)]

    def relative_errors(self, least: int, below: int = sys.maxsize) -> Amounts:
        return self.errors(least, below) / self.truth[self._band(least, below)]

    def _band(self, least: int, below: int) -> Amounts:
        return (self.truth >= least) & (self.truth < below)

    @property
    def shown(self) -> float:
        """Share of the cells with anybody in them that are published."""
        filled = self.truth > 0
        return float((self.published[filled] >= SMALLEST_SHOWN).mean())

    @property
    def coverage(self) -> float:
        """Share of published cells whose exact count lies within the margin."""
        return float(self.within_margin[self.published >= SMALLEST_SHOWN].mean())


def tried(programme: Programme, persons: int, *, seed: int, reruns: int = RERUNS) -> Trial:
    """Release a made-up cohort; without re-runs there are no margins, and it is much quicker."""
    rows = cohort(persons, seed=seed, programme=programme)
    started = time.perf_counter()
    file = protect(measure(programme, rows, is_invented=True))
    released = time.perf_counter()
    margins = margins_of(programme, file, reruns=reruns) if reruns else _none(programme)
    done = time.perf_counter()
    truth, published = (_all_cells(programme, one) for one in (rows, file))
    within = np.abs(truth - published) <= _side_by_side(programme, margins)
    return Trial(truth, published, within, released - started, done - released)


def _none(programme: Programme) -> Margins:
    return {
        names: np.zeros(domain.shape_of(programme, names), dtype=np.int64)
        for names in programme.published
    }


def _all_cells(programme: Programme, rows: Rows) -> Amounts:
    counts = [domain.count(programme, rows, names).ravel() for names in programme.published]
    return np.concatenate(counts).astype(float)


def _side_by_side(programme: Programme, margins: Margins) -> Amounts:
    return np.concatenate([margins[names].ravel() for names in programme.published]).astype(float)


def _line(programme: Programme, persons: int) -> str:
    trials = [tried(programme, persons, seed=persons + seed) for seed in range(COHORTS)]
    release = np.mean([one.release_seconds for one in trials])
    cells = [f"{programme.name} {programme.version}", f"{persons:,}", f"{release:.2f}"]
    for band in BANDS:
        errors = np.concatenate([one.errors(*band) for one in trials])
        relative = np.concatenate([one.relative_errors(*band) for one in trials])
        cells.append(_error(errors, relative) if len(errors) else "none")
    coverage = [one.coverage for one in trials]
    cells.append(f"{np.mean([one.shown for one in trials]):.0%}")
    cells.append(f"{min(coverage):.0%}-{max(coverage):.0%}")
    cells.append(f"{np.mean([one.margin_seconds for one in trials]):.1f}")
    return f"| {' | '.join(cells)} |"


def _error(errors: Amounts, relative: Amounts) -> str:
    return f"{relative.mean():.2f} ({errors.mean():.1f}, max {errors.max():.0f})"


def main() -> None:
    print("| programme | N | release s | 10-24 | 25-49 | 50-99 | 100-499 | shown | covered | s |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    for persons in (400, 800, 1_600, 4_000):
        print(_line(ANNUAL_FULL, persons), flush=True)
    for persons in (400, 800, 1_600, 4_000):
        print(_line(ANNUAL, persons), flush=True)
    for persons in (200, 400):
        print(_line(QUARTERLY, persons), flush=True)


if __name__ == "__main__":
    main()
