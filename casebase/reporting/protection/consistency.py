"""One set of counts, none below zero, that fits all noisy tables of a cohort at once.

The noisy tables contradict each other: the regions of one do not add up to those of another, and
some counts are negative. Least squares over the counts of every combination of attributes, which
must add up to the cohort's size, settles it. It looks only at noisy numbers, so it costs nothing.
"""

from __future__ import annotations

import math

import numpy as np
from scipy import sparse

from casebase.reporting.protection.domain import Amounts, Counts

STEPS = 6_000
TOLERANCE = 2e-3  # persons: cells of the tables that move less than this between checks stand
_CHECKED_EVERY = 25
_EXACT = 1e-9


def fitted(
    cells: sparse.csr_array,
    noisy: Counts,
    total: int,
    *,
    curvature: float,
    start: Counts | None = None,
    tolerance: float = TOLERANCE,
) -> Amounts:
    """Least squares by FISTA (accelerated projected gradient, restarted when it overshoots).

    Args:
        cells: which combination counts in which cell, cells x combinations (`domain.design`).
        noisy: the counts to fit, one for each cell.
        total: what the result adds up to, persons.
        curvature: `curvature_of(cells)`, which the length of a step follows from.
        start: where to begin; evenly spread where None.

    Returns:
        One amount of persons for each combination, none negative.
    """
    combinations = cells.shape[1]
    amounts = np.full(combinations, total / combinations) if start is None else start.astype(float)
    back, step = sparse.csr_array(cells.T), 1 / curvature
    ahead, pace, taken = amounts, 1.0, 0.0
    settled = cells @ amounts
    for number in range(1, STEPS + 1):
        downhill = ahead - step * (back @ (cells @ ahead - noisy))
        moved, taken = onto_total(downhill, total, taken)
        gained = moved - amounts
        pace = 1.0 if (ahead - moved) @ gained > 0 else pace
        next_pace = (1 + math.sqrt(1 + 4 * pace * pace)) / 2
        ahead, amounts, pace = moved + (pace - 1) / next_pace * gained, moved, next_pace
        if number % _CHECKED_EVERY == 0:
            before, settled = settled, cells @ amounts
            if np.abs(settled - before).max() < tolerance:
                break
    return amounts


def onto_total(amounts: Amounts, total: int, taken: float = 0.0) -> tuple[Amounts, float]:
    """The nearest amounts that are not negative and add up to `total`, and what each gave up.

    Newton's method on what every cell gives up; begun at the last step's, it takes two rounds.
    """
    for _ in range(50):
        left = amounts[amounts > taken]
        if not len(left):  # too much was taken off to begin with
            left = amounts
        found = (float(left.sum()) - total) / len(left)
        if abs(found - taken) < _EXACT:
            break
        taken = found
    return np.maximum(amounts - found, 0.0), found


def curvature_of(cells: sparse.csr_array) -> float:
    """The largest eigenvalue of the normal matrix, by power iteration, with 2 % to spare."""
    direction = np.random.default_rng(0).uniform(0.5, 1.5, cells.shape[1])
    length = 1.0
    for _ in range(60):
        direction = cells.T @ (cells @ direction)
        length = float(np.linalg.norm(direction))
        direction /= length
    return 1.02 * length
