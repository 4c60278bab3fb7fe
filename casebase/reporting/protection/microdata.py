"""From exact rows to the protected file: measured once with noise, and then only reshaped.

`measure` is the only function of this package that sees exact rows. All that comes after it is
made of noisy numbers, so it cannot cost more; every published figure is a count on the rows that
`protect` returns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from scipy import sparse

from casebase.reporting.protection import domain
from casebase.reporting.protection.consistency import TOLERANCE, curvature_of, fitted
from casebase.reporting.protection.domain import Counts, Rows
from casebase.reporting.protection.leaves import leaf_of
from casebase.reporting.protection.noise import with_noise
from casebase.reporting.protection.programme import Names, Programme
from casebase.reporting.protection.rounding import rounded

SMALLEST_COHORT = 10

Noise = Callable[[Counts, float], Counts]


class TooFewPersons(ValueError):
    """The cohort is so small that its size alone is all that can be said of it."""


@dataclass(frozen=True)
class Measured:
    """The noisy tables of one cohort: all that is ever learnt of its rows.

    Attributes:
        persons: size of the cohort, exact and public.
        tables: noisy counts by table, one axis for each attribute; some are negative.
    """

    programme: Programme
    persons: int
    tables: Mapping[Names, Counts]


def measure(
    programme: Programme, rows: Rows, *, is_invented: bool = False, noise: Noise = with_noise
) -> Measured:
    """Count all tables of the programme, with noise. Its loss, rho, is spent by this call.

    Args:
        rows: persons x attributes, as `domain.encode` makes them.
        is_invented: nobody in `rows` exists; only then may a programme be tried out that counts
            what the registry does not record yet.
        noise: what is added; another one than OpenDP's is for the known-bad twins of tests.

    Raises:
        NotHeldYet: the registry does not record all that the programme counts.
        OutsideTheDomain: a row holds what the programme has no code for.
        TooFewPersons: there are fewer than ten rows.
    """
    if not is_invented:
        programme.require_held()
    domain.require_in_domain(programme, rows)
    if len(rows) < SMALLEST_COHORT:
        raise TooFewPersons(
            f"This cohort has fewer than {SMALLEST_COHORT} persons, too few to publish by "
            "themselves. Publish them together with the next period."
        )
    exact = [domain.count(programme, rows, names) for names in programme.tables]
    noisy = noise(np.concatenate([table.ravel() for table in exact]), programme.sigma)
    parts = np.split(noisy, np.cumsum([table.size for table in exact])[:-1])
    tables = {
        names: part.reshape(table.shape)
        for names, part, table in zip(programme.tables, parts, exact, strict=True)
    }
    return Measured(programme, len(rows), tables)


def protect(measured: Measured, rng: np.random.Generator | None = None) -> Rows:
    """The protected file: as many rows as the cohort has, sorted, none of them of a person.

    Args:
        rng: for rounding and dealing out only, which protect nothing; fresh where None.
    """
    return refitted(measured, rng or np.random.default_rng())


def refitted(
    measured: Measured,
    rng: np.random.Generator,
    *,
    near: Rows | None = None,
    tolerance: float = TOLERANCE,
) -> Rows:
    """As `protect`, quicker where rows `near` the result are known, or a coarser fit will do."""
    programme, persons = measured.programme, measured.persons
    rows = np.zeros((persons, len(programme.names)), dtype=np.int64)
    for tables in blocks_of(programme):
        block = _block(programme, tables)
        noisy = np.concatenate([measured.tables[names].ravel() for names in tables])
        start = None if near is None else domain.count(programme, near, block.names).ravel()
        amounts = fitted(
            block.design,
            noisy,
            persons,
            curvature=block.curvature,
            start=start,
            tolerance=tolerance,
        )
        whole = rounded(amounts, persons, rng)
        rows[:, block.columns] = rng.permutation(np.repeat(block.combinations, whole, axis=0))
    return _with_leaves(measured, rows, rng)


def blocks_of(programme: Programme) -> list[tuple[Names, ...]]:
    """The joint tables in groups that share no attribute; a group is fitted by itself.

    Nothing was measured across groups, so in the protected file they are independent.
    """
    blocks: list[tuple[Names, ...]] = []
    for table in programme.joint:
        bases = set(_base_of(programme, [table]))
        touching = [one for one in blocks if bases & set(_base_of(programme, one))]
        blocks = [one for one in blocks if one not in touching]
        blocks.append((*(names for one in touching for names in one), table))
    return blocks


def _base_of(programme: Programme, tables: Sequence[Names]) -> Names:
    """The columns of a row that decide its cells in `tables`, those with fewest codes first.

    Rounding is exact to one person over neighbouring combinations; so what has few codes, and
    large counts, must change slowest.
    """
    used = {name for names in tables for name in names}
    if "CHILD" in used and "CHILD" not in programme.names:
        used = (used - {"CHILD"}) | {"AGE"}
    return tuple(sorted(used, key=lambda name: (programme.attribute(name).size, name)))


@dataclass(frozen=True)
class _Block:
    names: Names
    columns: list[int]  # of a row, the places of `names`
    combinations: Rows  # every combination of their codes
    design: sparse.csr_array
    curvature: float


@cache
def _block(programme: Programme, tables: tuple[Names, ...]) -> _Block:
    names = _base_of(programme, tables)
    cells = domain.grid(programme, names)
    columns = [programme.names.index(name) for name in names]
    design = domain.design(programme, cells, tables)
    return _Block(names, columns, cells[:, columns], design, curvature_of(design))


def _with_leaves(measured: Measured, rows: Rows, rng: np.random.Generator) -> Rows:
    """`rows` with their leaves, sorted so that their order says nothing."""
    programme = measured.programme
    for leaf in programme.leaves:
        parents = domain.values_of(programme, rows, leaf.parent)
        noisy = measured.tables[leaf.table]
        rows[:, programme.names.index(leaf.name)] = leaf_of(parents, noisy, rng)
    return rows[np.lexsort(rows.T[::-1])]
