"""Bars of a hundred percent, divided; what is not shown stays empty."""

from __future__ import annotations

from typing import Any

from casebase.reporting.report import chart_parts as parts
from casebase.reporting.report.layout import labels_of, names_of
from casebase.reporting.report.model import Cell, Table

AGES = ("#dcebf2", "#b9d6e3", "#8bbbd0", "#5b9ab5", "#2f7896", "#14506a", "#e4e4e4")
PEOPLE: dict[tuple[str, ...], tuple[str, str]] = {
    ("F", "C"): ("Girls", "#14506a"),
    ("M", "C"): ("Boys", "#8bbbd0"),
    ("F", "A"): ("Women", "#a3541a"),
    ("M", "A"): ("Men", "#efc08f"),
}
STACK_WIDTH, STACK_ROW, LEAST = 440, 32, 9  # narrower than `LEAST` percent holds no text


def stacked(table: Table) -> dict[str, Any]:
    """A frame of a hundred percent in every row, filled with the percentages that are shown."""
    drawn = [cell for cell in table.cells if _is_drawn(table, cell)]
    values = [_part(table, cell) for cell in sorted(drawn, key=_turn)]
    labels = [code.label for code in table.dimensions[0].codes]
    left = parts.width_of(labels)
    return {
        **parts.frame(STACK_WIDTH, STACK_ROW * len(labels), left=left, top=parts.TOP + 30),
        "data": {"values": values},
        "transform": _stacking(),
        "encoding": {"y": parts.rows(labels, left, paddingInner=0.14, paddingOuter=0.1)},
        "layer": [_whole(), _parts(values, left), *_part_words(), _no_percent()],
    }


def _is_drawn(table: Table, cell: Cell) -> bool:
    return not parts.is_child_table(table) or cell.codes[1:] in PEOPLE


def _turn(cell: Cell) -> int:
    """Girls, boys, women, men; other tables keep their order."""
    return list(PEOPLE).index(cell.codes[1:]) if cell.codes[1:] in PEOPLE else 0


def _part(table: Table, cell: Cell) -> dict[str, Any]:
    codes = dict(zip(names_of(table), cell.codes, strict=True))
    part, colour = _look(table, cell)
    return {
        "label": labels_of(table, cell)[0],
        **codes,
        **parts.datum(cell),
        "part": part,
        "colour": colour,
    }


def _look(table: Table, cell: Cell) -> tuple[str, str]:
    if parts.is_child_table(table):
        return PEOPLE[cell.codes[1:]]
    across = table.dimensions[1]
    place = [code.code for code in across.codes].index(cell.codes[1])
    label = across.codes[place].label
    return label.replace(" to ", "–").replace(" and over", "+"), AGES[place]


def _stacking() -> list[dict[str, Any]]:
    return [
        {"window": [{"op": "row_number", "as": "place"}]},
        {"calculate": "isValid(datum.percent) ? datum.percent : 0", "as": "given"},
        {"joinaggregate": [{"op": "sum", "field": "given", "as": "told"}], "groupby": ["label"]},
        # rounded percentages may add up to a little more than the frame is wide
        {"calculate": "datum.given * 100 / max(100, datum.told)", "as": "length"},
        {
            "stack": "length",
            "groupby": ["label"],
            "sort": [{"field": "place", "order": "ascending"}],
            "as": ["from", "to"],
        },
        {"calculate": "(datum.from + datum.to) / 2", "as": "middle"},
    ]


def _first_of_row() -> dict[str, Any]:
    return {"aggregate": [{"op": "max", "field": "told", "as": "told"}], "groupby": ["label"]}


def _whole() -> dict[str, Any]:
    return {
        "transform": [_first_of_row(), {"filter": "datum.told > 0"}],
        "mark": parts.mark("bar", **parts.EMPTY),
        "encoding": {
            "x": parts.spot(0, [0, 100]),
            "x2": {"datum": 100},
        },
    }


def _parts(values: list[dict[str, Any]], left: int) -> dict[str, Any]:
    looks = {one["part"]: one["colour"] for one in values}
    scale = {"domain": list(looks), "range": list(looks.values())}
    legend = {
        "orient": "none",
        "legendX": -left,
        "legendY": -24,
        "direction": "horizontal",
        "title": None,
        "labelFontSize": 12,
        "labelColor": parts.INK,
        "symbolType": "square",
        "symbolSize": 120,
        "columnPadding": 10,
    }
    colour = {"field": "part", "type": "nominal", "scale": scale, "legend": legend}
    return {
        "transform": parts.known("isValid(datum.percent)"),
        "mark": parts.mark("bar", stroke="white", strokeWidth=1.5),
        "encoding": {
            "x": {**parts.at("from"), "stack": None},
            "x2": {"field": "to"},
            "color": colour,
        },
    }


DARK_PARTS = ["#2f7896", "#14506a", "#a3541a"]


def _part_words() -> list[dict[str, Any]]:
    """Name and percentage in each part wide enough, so that no colour has to be matched."""
    ink = {
        "condition": {"test": f"indexof({DARK_PARTS}, datum.colour) >= 0", "value": "white"},
        "value": parts.INK,
    }
    percent = {"calculate": "datum.percent + '%'", "as": "words"}
    wide, narrow = f"datum.percent >= {LEAST}", f"datum.percent < {LEAST} && datum.percent > 3"
    return [
        {
            "transform": [*parts.known(f"isValid(datum.percent) && {width}"), percent],
            "mark": parts.mark("text", dy=down, fontSize=11),
            "encoding": {"x": parts.at("middle"), "text": {"field": field}, "color": ink},
        }
        for width, field, down in ((wide, "part", -6), (wide, "words", 6), (narrow, "words", 0))
    ]


def _no_percent() -> dict[str, Any]:
    return {
        "transform": [_first_of_row(), {"filter": "datum.told === 0"}],
        "mark": parts.mark("text", align="left", dx=4, **parts.SMALL),
        "encoding": {
            "x": parts.spot(0),
            "text": {"value": "numbers too small for percentages"},
        },
    }
