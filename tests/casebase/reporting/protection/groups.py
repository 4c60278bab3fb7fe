"""Attack 9: a small group, nearly all alike; to know the group is to know the person."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import numpy as np

from casebase.reporting.protection.domain import Rows
from casebase.reporting.protection.programme import Programme
from casebase.reporting.report.model import Table


def telling_groups(tables: tuple[Table, ...], persons: int) -> list[tuple[str, tuple, str]]:
    """Table, group and category of every small group that published figures show to be alike.

    A group's size is read from the table of it alone; so is what a reader can do.
    """
    by_names = {tuple(one.name for one in table.dimensions): table for table in tables}
    found = []
    for names, table in by_names.items():
        for told in names:
            group_names = tuple(name for name in names if name != told)
            sizes = _sizes(by_names.get(group_names), persons if not group_names else None)
            found += list(_telling(table, names, told, sizes))
    return found


def _sizes(table: Table | None, persons: int | None) -> dict[tuple, int]:
    if persons is not None:
        return {(): persons}
    return {cell.codes: cell.value for cell in (table.cells if table else ()) if cell.value}


def _telling(
    table: Table, names: tuple, told: str, sizes: dict[tuple, int]
) -> Iterator[tuple[str, tuple, str]]:
    at = names.index(told)
    for cell in table.cells:
        group = tuple(itertools.chain(cell.codes[:at], cell.codes[at + 1 :]))
        size = sizes.get(group, 0)
        if cell.value and size < 50 and cell.value > 0.9 * size > 0:
            yield table.id, group, cell.codes[at]


def planted(programme: Programme, rows: Rows) -> Rows:
    """`rows` of which the first forty are the only ones of North East, nearly all in fishing."""
    rows = rows.copy()
    region, form = (programme.names.index(name) for name in ("REF_AREA", "FORM"))
    north_east = programme.attribute("REF_AREA").place_of("GH-NE")
    rows[:, region] = np.where(rows[:, region] == north_east, 0, rows[:, region])
    rows[:40, region] = north_east
    rows[:39, form], rows[39, form] = 0, 1
    return rows
