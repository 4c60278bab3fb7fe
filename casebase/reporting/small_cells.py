"""Hiding the small numbers of a cross-tab, for a board that is shown to a room.

This is manners, no anonymisation: whoever knows one of the children can still work something out,
so such a table leaves the house as little as an exact one. What is published is made from a
protected file and from nothing else (`protection/`).
"""

from __future__ import annotations

from collections.abc import Sequence

MINIMUM = 10  # the smallest number that is shown, as in everything that is published
Number = int | None
Grid = list[list[Number]]


def with_totals(rows: Sequence[Sequence[int]]) -> list[list[int]]:
    """The rows with a total at the end of each, and a row of totals below."""
    wide = [[*row, sum(row)] for row in rows]
    return [*wide, [sum(column) for column in zip(*wide, strict=True)]]


def hidden_small(rows: Sequence[Sequence[int]], *, minimum: int = MINIMUM) -> Grid:
    """A cross-tab with its totals, in which no small number stands or follows from the others.

    Args:
        rows: counts of persons with totals, as `with_totals` gives them.

    Returns:
        The same shape; None where a number is hidden. A zero is shown: it points to nobody. In
        every row and column with a hidden number there are two at least.
    """
    grid: Grid = [[None if 0 < n < minimum else n for n in row] for row in rows]
    while any(_hide_another(rows, grid, line) for line in _lines(rows)):
        pass
    return grid


def _lines(rows: Sequence[Sequence[int]]) -> list[list[tuple[int, int]]]:
    """The places of every row and column: each adds up to its last."""
    high, wide = range(len(rows)), range(len(rows[0]))
    return [[(y, x) for x in wide] for y in high] + [[(y, x) for y in high] for x in wide]


def _hide_another(rows: Sequence[Sequence[int]], grid: Grid, line: list[tuple[int, int]]) -> bool:
    """Where one number alone is hidden in a line, hide the next smallest too; whether it did."""
    shown = [(rows[y][x], y, x) for y, x in line if grid[y][x]]
    if len([1 for y, x in line if grid[y][x] is None]) != 1 or not shown:
        return False
    _, y, x = min(shown)
    grid[y][x] = None
    return True
