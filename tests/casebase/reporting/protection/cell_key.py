"""The cell-key method, a known-bad twin: sound on frozen data, broken while children arrive.

Every person has a lasting random key; a cell's key is the sum of its persons' keys, and looks up
in a fixed table what is added to the cell's count. The same persons always give the same figure.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from scipy import optimize

from casebase.reporting.protection import domain
from casebase.reporting.protection.domain import Amounts, Rows
from casebase.reporting.protection.programme import Names, Programme
from tests.casebase.reporting.protection.releases import Tables

CLASSES = 4096


def keys(persons: int, *, seed: int) -> Rows:
    return np.random.default_rng(seed).integers(CLASSES, size=persons)


def published(
    programme: Programme,
    rows: Rows,
    keys: Rows,
    tables: tuple[Names, ...],
    *,
    furthest: int,
    variance: float,
    barred: int,
) -> Tables:
    """All `tables` with cell-key noise of at most `furthest`; results of 1..`barred` never."""
    lookup = np.stack(
        [_classes(count, furthest, variance, barred) for count in range(furthest + barred + 1)]
    )
    return {names: _perturbed(programme, rows, keys, names, lookup) for names in tables}


def _perturbed(programme: Programme, rows: Rows, keys: Rows, names: Names, lookup: Rows) -> Rows:
    counts = domain.count(programme, rows, names)
    cells = domain.cells_of(programme, rows, names)
    sums = np.bincount(cells, weights=keys, minlength=counts.size).astype(np.int64) % CLASSES
    added = lookup[np.minimum(counts, len(lookup) - 1), sums.reshape(counts.shape)]
    return counts + added


def _classes(count: int, furthest: int, variance: float, barred: int) -> Rows:
    """What each class of key adds to a cell of `count`: the distribution, cut into classes."""
    steps = np.arange(-furthest, furthest + 1)
    if count == 0:
        return np.zeros(CLASSES, dtype=np.int64)
    reached = np.cumsum(_chances(count, furthest, variance, barred))
    drawn = np.searchsorted(reached, (np.arange(CLASSES) + 0.5) / CLASSES)
    shuffled = np.random.default_rng(count).permutation(drawn)
    return steps[np.minimum(shuffled, len(steps) - 1)]


@cache
def _chances(count: int, furthest: int, variance: float, barred: int) -> Amounts:
    """The most random distribution of mean 0 that lands on no barred count, near `variance`."""
    steps = np.arange(-furthest, furthest + 1)
    lands = count + steps
    allowed = (lands >= 0) & ((lands == 0) | (lands > barred))

    def chances(tilt: Amounts) -> Amounts:
        weight = tilt[0] * steps + tilt[1] * steps**2 / furthest
        return np.where(allowed, np.exp(weight - weight[allowed].max()), 0.0)

    def missed(tilt: Amounts) -> float:
        share = chances(tilt) / chances(tilt).sum()
        return (share @ steps) ** 2 * 100 + (share @ steps**2 - variance) ** 2

    found = optimize.minimize(missed, np.array([0.0, -0.5]), method="Nelder-Mead").x
    return chances(found) / chances(found).sum()
