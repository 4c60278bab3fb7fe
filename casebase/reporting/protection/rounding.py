"""Whole persons from parts of persons."""

from __future__ import annotations

import numpy as np

from casebase.reporting.protection.domain import Amounts, Counts


def rounded(amounts: Amounts, total: int, rng: np.random.Generator) -> Counts:
    """Systematic rounding: whole numbers that add up to `total`, each less than 1 from its amount.

    One offset between 0 and 1 is added to the running sum; a cell gets the whole numbers that the
    sum passes in it. So each cell is right on average, and any run of neighbouring cells is off
    by less than 1 too.

    Args:
        amounts: not negative, adding up to `total` (scaled to it exactly, against float error).
    """
    if not total:
        return np.zeros(len(amounts), dtype=np.int64)
    passed = np.cumsum(amounts)
    whole = np.floor(passed * (total / passed[-1]) + rng.uniform())
    whole[-1] = total
    return np.diff(whole, prepend=0.0).astype(np.int64)
