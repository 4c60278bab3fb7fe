"""A table laid out for reading, the same on a screen and on paper: headings, rows, totals."""

from __future__ import annotations

import math
from dataclasses import dataclass

from casebase.reporting.report.model import Cell, Dimension, Table
from casebase.reporting.report.wording import FEWER


@dataclass(frozen=True)
class Row:
    """One line.

    Attributes:
        headings: labels on its left, one for each of `Grid.sides`.
        total: persons of the whole line, where the cells name one base for all of them.
    """

    headings: tuple[str, ...]
    cells: tuple[Cell, ...]
    total: int | None = None

    @property
    def total_shown(self) -> str:
        return FEWER if self.total is None else f"{self.total:,}"


@dataclass(frozen=True)
class Grid:
    """A table of one dimension has a single column of cells; of more, the last runs across."""

    sides: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]

    @property
    def is_list(self) -> bool:
        """One dimension: each measure of a cell has a column of its own."""
        return not self.columns

    @property
    def has_totals(self) -> bool:
        return len(self.sides) == 1 and any(row.total is not None for row in self.rows)


def grid_of(table: Table) -> Grid:
    if len(table.dimensions) == 1:
        only = table.dimensions[0]
        rows = tuple(Row((only.label_of(c.codes[0]),), (c,)) for c in table.cells)
        return Grid((only.title,), (), rows)
    across = table.dimensions[-1]
    sides = tuple(one.title for one in table.dimensions[:-1])
    columns = tuple(code.label for code in across.codes)
    return Grid(sides, columns, _rows(table, len(columns)))


def _rows(table: Table, width: int) -> tuple[Row, ...]:
    starts = range(0, len(table.cells), width)
    return tuple(_row(table.dimensions, table.cells[start : start + width]) for start in starts)


def _row(dimensions: tuple[Dimension, ...], cells: tuple[Cell, ...]) -> Row:
    sides = zip(dimensions[:-1], cells[0].codes, strict=False)
    headings = tuple(dimension.label_of(code) for dimension, code in sides)
    bases = {cell.base for cell in cells}
    return Row(headings, cells, bases.pop() if len(headings) == 1 and len(bases) == 1 else None)


def labels_of(table: Table, cell: Cell) -> tuple[str, ...]:
    """What its codes mean, in the order of the table's dimensions."""
    return tuple(d.label_of(c) for d, c in zip(table.dimensions, cell.codes, strict=True))


def in_words(table: Table, cell: Cell) -> str:
    """`Female, child (under 18)`."""
    first, *rest = _full_labels(table, cell)
    return ", ".join([first, *(one[0].lower() + one[1:] for one in rest)])


def _full_labels(table: Table, cell: Cell) -> list[str]:
    """“Not known” alone does not say what is not known."""
    labels = zip(table.dimensions, labels_of(table, cell), strict=True)
    return [f"{d.title} not known" if one == "Not known" else one for d, one in labels]


def base_in_words(table: Table, persons: int) -> str:
    """What percentages are of; nothing where the table has none."""
    bases = {cell.base for cell in table.cells if cell.percent is not None}
    if not bases:
        return ""
    if bases == {persons}:
        return f"Percentages are of all {persons:,} persons."
    return f"Percentages are of the persons of each {table.dimensions[0].title.lower()}."


def names_of(table: Table) -> tuple[str, ...]:
    """The columns its dimensions have in `indicators.csv`."""
    return tuple(dimension.name for dimension in table.dimensions)


def margin_of(cells: list[Cell]) -> int:
    """The margin of a sum: margins of separate counts add up as squares do."""
    return math.ceil(math.sqrt(sum((cell.moe90 or 0) ** 2 for cell in cells)))
