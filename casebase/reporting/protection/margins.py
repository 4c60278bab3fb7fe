"""How far a published figure may be from the exact one: margins that cost no privacy.

The protected file stands in for the cohort: it is measured and protected again and again, with
the same noise, and what nine re-runs of ten stay within is the margin (parametric bootstrap). No
exact row is looked at.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from casebase.reporting.protection import domain
from casebase.reporting.protection.domain import Counts, Rows
from casebase.reporting.protection.microdata import Measured, refitted
from casebase.reporting.protection.programme import Names, Programme

RERUNS = 60
_SHARE = 0.9
_TOLERANCE = 0.05  # persons: far below the noise, and several times quicker

Margins = Mapping[Names, Counts]


def margins_of(
    programme: Programme,
    rows: Rows,
    *,
    reruns: int = RERUNS,
    rng: np.random.Generator | None = None,
) -> Margins:
    """90 % margins of every cell of every published table, in persons, 1 or more.

    Args:
        rows: the protected file, never exact rows.
        rng: fresh where None. It decides nothing that needs keeping secret.
    """
    rng = rng or np.random.default_rng()
    measured = (_measured_again(programme, rows, rng) for _ in range(reruns))
    again = [refitted(one, rng, near=rows, tolerance=_TOLERANCE) for one in measured]
    return {names: _margin(programme, rows, again, names) for names in programme.published}


def _measured_again(programme: Programme, rows: Rows, rng: np.random.Generator) -> Measured:
    """The protected file under fresh noise; whole normal noise is near enough for a margin."""
    tables = {}
    for names in programme.tables:
        counts = domain.count(programme, rows, names)
        noise = np.rint(rng.normal(0.0, programme.sigma, counts.shape)).astype(np.int64)
        tables[names] = counts + noise
    return Measured(programme, len(rows), tables)


def _margin(programme: Programme, rows: Rows, again: list[Rows], names: Names) -> Counts:
    counts = domain.count(programme, rows, names)
    errors = np.abs([domain.count(programme, one, names) - counts for one in again])
    return np.maximum(np.quantile(errors, _SHARE, axis=0, method="higher"), 1).astype(np.int64)
