"""A small bar for each combination, one column for each category."""

from __future__ import annotations

import textwrap
from typing import Any

from casebase.reporting.report import chart_parts as parts
from casebase.reporting.report.layout import labels_of, names_of
from casebase.reporting.report.model import Cell, Table

COLUMN, STEP, HEAD = 82, 32, 14  # pixels across, down, and of a line of a heading
# “counted in the total” is wider than a column
_SHORT = "datum.shown === 'counted in the total' ? 'in total only' : datum.shown"
WRAP = 13  # characters of a line of a heading


def columns(table: Table) -> dict[str, Any]:
    """A small bar under its number for every combination; an outline where it is not shown."""
    sides = [code.label for code in table.dimensions[0].codes]
    heads = [textwrap.wrap(code.label, WRAP) for code in table.dimensions[1].codes]
    left = parts.width_of(sides)
    top = max([20, *(cell.value or 0 for cell in table.cells)])
    tall = max(len(lines) for lines in heads)
    size = parts.frame(
        COLUMN * len(heads), STEP * len(sides), left=left, top=parts.TOP + HEAD * tall - 12
    )
    return {
        **size,
        "data": {"values": [_combination(table, cell) for cell in table.cells]},
        "transform": [
            {"calculate": f"datum.column + datum.persons / {top} * 0.92", "as": "end"},
            {"calculate": f"datum.column + 10 / {top} * 0.92", "as": "ten"},
        ],
        "encoding": {"y": parts.rows(sides, left, padding=0)},
        "layer": [
            _rule(len(heads)),
            _small_bar(len(heads)),
            _small_empty(),
            *_small_words(),
            _heads(heads),
        ],
    }


def _combination(table: Table, cell: Cell) -> dict[str, Any]:
    codes = dict(zip(names_of(table), cell.codes, strict=True))
    row, across = labels_of(table, cell)
    place = [code.code for code in table.dimensions[1].codes].index(cell.codes[1])
    return {"label": row, "across": across, **codes, **parts.datum(cell), "column": place}


def _rule(count: int) -> dict[str, Any]:
    """A fine line under each row leads the eye across."""
    return {
        "transform": [{"aggregate": [{"op": "count", "as": "all"}], "groupby": ["label"]}],
        "mark": parts.mark("rule", color="#e3e6e9", yOffset=STEP / 2),
        "encoding": {
            "x": parts.spot(0, [0, count]),
            "x2": {"datum": count},
        },
    }


def _small_bar(count: int) -> dict[str, Any]:
    return {
        "transform": parts.known(),
        "mark": parts.mark("bar", height=8, yOffset=8, color=parts.MAIN),
        "encoding": {
            "x": {**parts.at("column", [0, count]), "stack": None},
            "x2": {"field": "end"},
        },
    }


def _small_empty() -> dict[str, Any]:
    return {
        "transform": parts.unknown(),
        "mark": parts.mark("bar", height=8, yOffset=8, **parts.EMPTY),
        "encoding": {"x": {**parts.at("column"), "stack": None}, "x2": {"field": "ten"}},
    }


def _small_words() -> list[dict[str, Any]]:
    shown = {"transform": [*parts.known(), {"calculate": parts.WORDS, "as": "words"}]}
    hidden = {"transform": [*parts.unknown(), {"calculate": _SHORT, "as": "words"}]}
    place = {"x": parts.at("column"), "text": {"field": "words"}}
    look = {"align": "left", "dy": -6}
    return [
        {**shown, "mark": parts.mark("text", **look), "encoding": place},
        {
            **hidden,
            "mark": parts.mark("text", **look, **{**parts.SMALL, "fontSize": 10.5}),
            "encoding": place,
        },
    ]


def _heads(heads: list[list[str]]) -> dict[str, Any]:
    tall = max(len(lines) for lines in heads)
    values = [
        {"column": place, "lines": [""] * (tall - len(lines)) + lines}
        for place, lines in enumerate(heads)
    ]
    return {
        "data": {"values": values},
        "mark": parts.mark(
            "text",
            align="left",
            baseline="line-top",
            fontWeight="bold",
            fontSize=11,
            lineHeight=HEAD,
        ),
        "encoding": {
            "x": parts.at("column"),
            "y": {"value": 2 - HEAD * tall},
            "text": {"field": "lines"},
        },
    }
