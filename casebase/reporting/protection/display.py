"""What of the protected file a reader sees: the published tables, with small figures left out.

Note [No complementary suppression]
A hidden figure can often be worked out from a total, and here that is no leak. What is worked out
is a count on the protected file: a noisy number, as far from the exact one as those we print. The
same file is published row by row for every year. Privacy comes from the noise of `measure`;
hiding is there because a figure below ten says more about the noise than about persons, and
because no reader should point at a cell of one. So no second cell is hidden to guard the first,
and all totals stay true to their parts. For the same reason a protected 0 is shown like a 9:
it does not say that there was nobody.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from casebase.reporting.protection import domain
from casebase.reporting.protection.attributes import Attribute
from casebase.reporting.protection.domain import Counts, Rows
from casebase.reporting.protection.margins import Margins
from casebase.reporting.protection.programme import Names, Programme
from casebase.reporting.report.model import Cell, ObsStatus, Table

SMALLEST_SHOWN = 10
SMALLEST_BASE = 50  # of a percentage, and of a row of one category
NEARLY_ALL = 0.9

Flags = npt.NDArray[np.bool_]


def tables_of(programme: Programme, rows: Rows, margins: Margins) -> tuple[Table, ...]:
    """All published tables of a protected file, in the programme's order.

    The same rows and margins always give the same tables.

    Args:
        rows: the protected file, never exact rows.
        margins: `margins.margins_of` the same rows.
    """
    return tuple(_table(programme, rows, names, margins[names]) for names in programme.published)


def _table(programme: Programme, rows: Rows, names: Names, margins: Counts) -> Table:
    attributes = [programme.attribute(name) for name in names]
    counts = domain.count(programme, rows, names)
    return Table(
        id="-by-".join(one.word for one in attributes),
        title=_title(attributes),
        dimensions=tuple(one.dimension for one in attributes),
        cells=tuple(_cells(attributes, counts, margins)),
    )


def _title(attributes: list[Attribute]) -> str:
    *others, last = [one.title.lower() for one in attributes]
    return f"Persons by {', '.join(others)} and {last}" if others else f"Persons by {last}"


def _cells(attributes: list[Attribute], counts: Counts, margins: Counts) -> Iterator[Cell]:
    bases = np.broadcast_to(_base(counts), counts.shape)
    merged = of_one_category(counts)
    for place in np.ndindex(counts.shape):
        codes = tuple(one.codes[at].code for one, at in zip(attributes, place, strict=True))
        value, base, margin = (int(array[place]) for array in (counts, bases, margins))
        yield _cell(codes, value, base, margin, is_merged=bool(merged[place]))


def _base(counts: Counts) -> Counts:
    """What percentages are of: everybody, or where there is more than one way, the row."""
    kept = () if counts.ndim == 1 else (0,)
    return counts.sum(axis=tuple(set(range(counts.ndim)) - set(kept)), keepdims=True)


def _cell(codes: Names, value: int, base: int, margin: int, *, is_merged: bool) -> Cell:
    shown_base = base if base >= SMALLEST_SHOWN else None
    if is_merged:
        return Cell(codes, None, base=shown_base, status=ObsStatus.MERGED)
    if value < SMALLEST_SHOWN:
        return Cell(codes, None, base=shown_base, status=ObsStatus.HIDDEN)
    percent = (200 * value + base) // (2 * base) if base >= SMALLEST_BASE else None
    return Cell(codes, value, moe90=margin, percent=percent, base=shown_base)


def of_one_category(counts: Counts) -> Flags:
    """Cells of a small group nearly all of one category: to know the group is to know the person.

    A group is fixed by any of the table's attributes, not by its rows only: few persons of one
    form may be nearly all from one region, or the girls of one region nearly all children.
    """
    flagged = np.zeros(counts.shape, dtype=bool)
    axes = set(range(counts.ndim))
    for fixed in _proper_subsets(counts.ndim):
        group = counts.sum(axis=tuple(axes - set(fixed)), keepdims=True)
        is_small = (group >= SMALLEST_SHOWN) & (group < SMALLEST_BASE)
        for told in axes - set(fixed):
            parts = counts.sum(axis=tuple(axes - set(fixed) - {told}), keepdims=True)
            flagged |= is_small & (parts.max(axis=told, keepdims=True) > NEARLY_ALL * group)
    return flagged


def _proper_subsets(axes: int) -> Iterator[tuple[int, ...]]:
    for size in range(axes):
        yield from itertools.combinations(range(axes), size)
