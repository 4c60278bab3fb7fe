"""What all charts share: fonts, inks, marks for a number, a margin and an empty place."""

from __future__ import annotations

from typing import Any

from casebase.reporting.report.layout import base_in_words, names_of
from casebase.reporting.report.model import Cell, Table

# The first font is inside vl-convert, so that text measures the same on every machine.
FONT = "Liberation Sans, Arial, Helvetica, sans-serif"
INK, QUIET, RULE = "#1d2530", "#505a66", "#8a939d"
MAIN, SECOND = "#3f86a5", "#c77a2c"  # apart in lightness too, for print and colour blindness
ROW = 30  # pixels of one row of bars
CHARACTER = 6.2  # pixels of one of 12, on average
CONFIG: dict[str, Any] = {
    "aria": False,  # the SVG itself has a role, a title and a description
    "font": FONT,
    "background": "white",
    "view": {"stroke": None},
    "title": {
        "anchor": "start",
        "frame": "bounds",
        "color": INK,
        "fontSize": 15,
        "fontWeight": "bold",
        "subtitleColor": QUIET,
        "subtitleFontSize": 12,
        "subtitlePadding": 5,
        "offset": 14,
    },
    "text": {"font": FONT, "fontSize": 12, "color": INK},
}
TOP, BOTTOM = 92, 14
_NOTES = {
    "bars": "Persons; the thin line is the margin of error.",
    "tiles": "Persons, plus or minus the margin of error; darker means more.",
    "pyramid": "Persons; the thin line is the margin of error.",
    "stacked": "An empty part is too small to show, or not known.",
    "columns": "Persons, plus or minus the margin of error.",
}


def note_on(kind: str, table: Table, persons: int) -> list[str]:
    """How to read the chart, a line each."""
    base = base_in_words(table, persons) if kind in {"bars", "stacked"} else ""
    return [line for line in (_NOTES[kind], base) if line]


def frame(width: int, height: int, left: int = 0, right: int = 8, top: int = TOP) -> dict[str, Any]:
    """A picture of fixed size: nothing in it moves with the width of a text."""
    return {
        "width": width,
        "height": height,
        "autosize": {"type": "none"},
        "padding": {"left": left + 8, "right": right, "top": top, "bottom": BOTTOM},
    }


def datum(cell: Cell) -> dict[str, Any]:
    """The reusable part of a row of data."""
    return {
        "persons": cell.value,
        "margin": cell.moe90,
        "percent": cell.percent,
        "shown": cell.shown,
    }


def highest(table: Table) -> int:
    """Where the longest whisker ends; 20 at least, so that an empty place has some width."""
    return max([20, *((c.value or 0) + (c.moe90 or 0) for c in table.cells)])


def mark(kind: str, **properties: Any) -> dict[str, Any]:
    return {"type": kind, **properties}


def at(field: str, scale: list[float] | None = None, **more: Any) -> dict[str, Any]:
    """A place along an axis that is not drawn, since every number stands beside its mark."""
    channel: dict[str, Any] = {"field": field, "type": "quantitative", "axis": None, **more}
    if scale is not None:
        channel["scale"] = {"domain": scale, "nice": False, "zero": False}
    return channel


def spot(value: int, scale: list[float] | None = None) -> dict[str, Any]:
    """A fixed place along that axis."""
    channel: dict[str, Any] = {"datum": value, "type": "quantitative", "axis": None}
    if scale is not None:
        channel["scale"] = {"domain": scale, "nice": False, "zero": False}
    return channel


def known(expression: str = "isValid(datum.persons)") -> list[dict[str, str]]:
    return [{"filter": expression}]


def unknown() -> list[dict[str, str]]:
    return [{"filter": "!isValid(datum.persons)"}]


def label_axis(width: int, **more: Any) -> dict[str, Any]:
    """Labels of rows, to the left, in their given order."""
    return {
        "domain": False,
        "ticks": False,
        "title": None,
        "labelColor": INK,
        "labelFontSize": 12,
        "labelLimit": width,
        "labelPadding": 8,
        **more,
    }


def rows(labels: list[str], width: int, **scale: float) -> dict[str, Any]:
    """One row for each label, in their order."""
    return {
        "field": "label",
        "type": "nominal",
        "sort": labels,
        "axis": label_axis(width),
        "scale": scale,
    }


def width_of(labels: list[str]) -> int:
    return int(max(len(label) for label in labels) * CHARACTER) + 14


def is_child_table(table: Table) -> bool:
    return names_of(table)[-2:] == ("SEX", "CHILD")


EMPTY = {"fill": None, "stroke": RULE, "strokeDash": [3, 2], "strokeWidth": 1}
SMALL = {"fontSize": 11, "color": QUIET}
WORDS = "isValid(datum.margin) ? format(datum.persons, ',') + ' ± ' + format(datum.margin, ',') : format(datum.persons, ',')"  # noqa: E501 -- one expression
SHARE = "isValid(datum.percent) ? ' · ' + datum.percent + '%' : ''"
