"""Bars from one line: horizontal ones, and the pyramid of ages."""

from __future__ import annotations

from typing import Any

from casebase.reporting.report import chart_parts as parts
from casebase.reporting.report.layout import in_words, labels_of
from casebase.reporting.report.model import Cell, Table

PLOT = 250
_ENDS = [
    {"calculate": "max(0, datum.persons - datum.margin)", "as": "low"},
    {"calculate": "datum.persons + datum.margin", "as": "high"},
]


def bars(table: Table) -> dict[str, Any]:
    """A bar, its margin and its number in every row."""
    values = [_bar(table, cell) for cell in table.cells]
    labels = [one["label"] for one in values]
    left = parts.width_of(labels)
    scale = [0.0, float(parts.highest(table))]
    layers = [_bar_layer(scale), _empty_layer(), _whisker(), _number(), _hidden_words()]
    return {
        **parts.frame(PLOT, parts.ROW * len(values), left=left, right=110),
        "data": {"values": values},
        "encoding": {"y": parts.rows(labels, left, paddingInner=0.35, paddingOuter=0.15)},
        "layer": layers,
    }


def _bar(table: Table, cell: Cell) -> dict[str, Any]:
    codes = dict(zip((d.name for d in table.dimensions), cell.codes, strict=True))
    return {"label": in_words(table, cell), **codes, **parts.datum(cell)}


def _bar_layer(scale: list[float]) -> dict[str, Any]:
    return {
        "transform": parts.known(),
        "mark": parts.mark("bar", color=parts.MAIN),
        "encoding": {"x": parts.at("persons", scale)},
    }


def _empty_layer() -> dict[str, Any]:
    """An outline as long as ten persons: somewhere in there is what is not shown."""
    return {
        "transform": parts.unknown(),
        "mark": parts.mark("bar", **parts.EMPTY),
        "encoding": {"x": parts.spot(0), "x2": {"datum": 10}},
    }


def _whisker() -> dict[str, Any]:
    return {
        "transform": [*parts.known("isValid(datum.margin)"), *_ENDS],
        "mark": parts.mark("rule", color=parts.INK, strokeWidth=1.5),
        "encoding": {"x": parts.at("low"), "x2": {"field": "high"}},
    }


def _number() -> dict[str, Any]:
    words = {"calculate": f"({parts.WORDS}) + ({parts.SHARE})", "as": "words"}
    ends = {"calculate": "datum.persons + (datum.margin || 0)", "as": "end"}
    return {
        "transform": [*parts.known(), words, ends],
        "mark": parts.mark("text", align="left", dx=7),
        "encoding": {"x": parts.at("end"), "text": {"field": "words"}},
    }


def _hidden_words() -> dict[str, Any]:
    return {
        "transform": parts.unknown(),
        "mark": parts.mark("text", align="left", dx=7, **parts.SMALL),
        "encoding": {
            "x": parts.spot(10),
            "text": {"field": "shown"},
        },
    }


HALF, MIDDLE = 150, 84  # pixels of one side, and of the ages between the sides


def pyramid(table: Table) -> dict[str, Any]:
    """Ages in the middle; female to the left, male to the right; sex not known is not drawn."""
    drawn = [cell for cell in table.cells if cell.codes[0] in {"F", "M"}]
    values = [_side(table, cell) for cell in drawn]
    labels = [code.label for code in table.dimensions[1].codes]
    ages = len(labels)
    return {
        **parts.frame(2 * HALF + MIDDLE, parts.ROW * ages + 24, left=70, right=86),
        "data": {"values": values},
        "transform": _sides(parts.highest(table)),
        "encoding": {
            "y": {**parts.rows(labels, 0), "axis": None, "scale": _band(parts.ROW * ages)}
        },
        "layer": [_side_bars(), _side_empty(), _side_whisker(), _side_number(), *_words_beside()],
    }


def _band(height: int) -> dict[str, Any]:
    return {"range": [24, height + 24], "paddingInner": 0.35, "paddingOuter": 0.15}


def _side(table: Table, cell: Cell) -> dict[str, Any]:
    sex, age = labels_of(table, cell)
    return {
        "label": age,
        "sex": sex,
        "SEX": cell.codes[0],
        "AGE": cell.codes[1],
        **parts.datum(cell),
    }


def _sides(highest: int) -> list[dict[str, str]]:
    """Pixels from the left of what each side draws."""
    towards = "datum.SEX === 'F' ? -1 : 1"
    scaled = f"{HALF} / {highest}"
    return [
        {"calculate": towards, "as": "way"},
        {"calculate": f"{HALF + MIDDLE / 2:g} + datum.way * {MIDDLE / 2:g}", "as": "foot"},
        {"calculate": f"datum.foot + datum.way * datum.persons * {scaled}", "as": "tip"},
        {"calculate": f"datum.foot + datum.way * 10 * {scaled}", "as": "ten"},
        {
            "calculate": "datum.foot + datum.way * max(0, datum.persons - datum.margin)"
            f" * {scaled}",
            "as": "low",
        },
        {
            "calculate": f"datum.foot + datum.way * (datum.persons + datum.margin) * {scaled}",
            "as": "high",
        },
    ]


def _pixels(field: str) -> dict[str, Any]:
    return parts.at(field, [0.0, float(2 * HALF + MIDDLE)])


def _side_bars() -> dict[str, Any]:
    inks = {"condition": {"test": "datum.SEX === 'F'", "value": parts.MAIN}, "value": parts.SECOND}
    return {
        "transform": parts.known(),
        "mark": parts.mark("bar"),
        "encoding": {"x": _pixels("foot"), "x2": {"field": "tip"}, "color": inks},
    }


def _side_empty() -> dict[str, Any]:
    return {
        "transform": parts.unknown(),
        "mark": parts.mark("bar", **parts.EMPTY),
        "encoding": {"x": _pixels("foot"), "x2": {"field": "ten"}},
    }


def _side_whisker() -> dict[str, Any]:
    return {
        "transform": parts.known("isValid(datum.margin)"),
        "mark": parts.mark("rule", color=parts.INK, strokeWidth=1.5),
        "encoding": {"x": _pixels("low"), "x2": {"field": "high"}},
    }


def _side_number() -> dict[str, Any]:
    words = {"calculate": f"isValid(datum.persons) ? {parts.WORDS} : datum.shown", "as": "words"}
    place = "isValid(datum.persons) ? (isValid(datum.margin) ? datum.high : datum.tip) : datum.ten"
    align = {"expr": "datum.SEX === 'F' ? 'right' : 'left'"}
    offset = {"calculate": f"({place}) + datum.way * 6", "as": "beside"}
    return {
        "transform": [words, offset],
        "mark": parts.mark("text", align=align),
        "encoding": {"x": _pixels("beside"), "text": {"field": "words"}},
    }


def _words_beside() -> list[dict[str, Any]]:
    """The ages in the middle, and above them which side is which."""
    middle = {"value": HALF + MIDDLE / 2}
    ages = {
        "transform": [{"filter": "datum.SEX === 'F'"}],
        "mark": parts.mark("text", align="center"),
        "encoding": {"x": middle, "text": {"field": "label"}},
    }
    return [ages, _heading("F", "right"), _heading("M", "left")]


def _heading(sex: str, align: str) -> dict[str, Any]:
    first = {"aggregate": [{"op": "min", "field": "sex", "as": "name"}], "groupby": ["foot"]}
    return {
        "transform": [{"filter": f"datum.SEX === '{sex}'"}, first],
        "mark": parts.mark("text", align=align, fontWeight="bold"),
        "encoding": {"x": _pixels("foot"), "y": {"value": 8}, "text": {"field": "name"}},
    }
