"""A map of equal tiles, one for each region."""

from __future__ import annotations

from typing import Any

from casebase.reporting.report import chart_parts as parts
from casebase.reporting.report.layout import labels_of
from casebase.reporting.report.model import Cell, Table

# Where a region's tile stands: column and row, roughly as the regions lie to each other.
TILES = {
    "GH-UW": (0.5, 0),
    "GH-UE": (1.5, 0),
    "GH-NE": (2.5, 0),
    "GH-SV": (1, 1),
    "GH-NP": (2, 1),
    "GH-BO": (0.5, 2),
    "GH-BE": (1.5, 2),
    "GH-OT": (2.5, 2),
    "GH-AF": (0, 3),
    "GH-AH": (1, 3),
    "GH-EP": (2, 3),
    "GH-TV": (3, 3),
    "GH-WN": (0, 4),
    "GH-WP": (1, 4),
    "GH-CP": (2, 4),
    "GH-AA": (3, 4),
}
TILE_WIDTH, TILE_HEIGHT, GAP = 112, 62, 0.05
LIGHTEST, DARKEST, BLACK = "#d5e6ee", "#0b3347", "#000000"
HALFWAY = 0.6  # of the largest number: from here on a tile is dark, and its text white


def tiles(table: Table) -> dict[str, Any]:
    """One tile a region, all of one size; darker means more, and the number is in it."""
    values = [_tile(table, cell) for cell in table.cells]
    top = max([20, *(cell.value or 0 for cell in table.cells)])
    return {
        **parts.frame(4 * TILE_WIDTH, 5 * TILE_HEIGHT),
        "data": {"values": values},
        "transform": [
            {"calculate": f"datum.column + {1 - GAP:g}", "as": "right"},
            {"calculate": f"datum.row + {1 - GAP:g}", "as": "bottom"},
            {"calculate": f"datum.column + {(1 - GAP) / 2:g}", "as": "middle"},
            {"calculate": f"datum.persons > {HALFWAY:g} * {top}", "as": "dark"},
        ],
        "layer": [_filled(top), _empty(), _name(), _numbers()],
    }


def _tile(table: Table, cell: Cell) -> dict[str, Any]:
    column, row = TILES[cell.codes[0]]
    name = labels_of(table, cell)[0]
    return {
        "region": name,
        "REF_AREA": cell.codes[0],
        **parts.datum(cell),
        "column": column,
        "row": row,
    }


def _corners() -> dict[str, Any]:
    down = {"reverse": False, "domain": [0, 5], "nice": False}
    return {
        "x": parts.at("column", [0, 4]),
        "x2": {"field": "right"},
        "y": {**parts.at("row"), "scale": {**down, "range": [0, 5 * TILE_HEIGHT]}},
        "y2": {"field": "bottom"},
    }


def _filled(top: int) -> dict[str, Any]:
    scale = {"domain": [0, top], "range": [LIGHTEST, DARKEST]}
    colour = {"field": "persons", "type": "quantitative", "scale": scale, "legend": None}
    return {
        "transform": parts.known(),
        "mark": parts.mark("rect", cornerRadius=3),
        "encoding": {**_corners(), "color": colour},
    }


def _empty() -> dict[str, Any]:
    return {
        "transform": parts.unknown(),
        "mark": parts.mark("rect", cornerRadius=3, **parts.EMPTY),
        "encoding": _corners(),
    }


def _name() -> dict[str, Any]:
    return _in_tile("region", 23, {"fontWeight": "bold", "fontSize": 13})


def _numbers() -> dict[str, Any]:
    words = {"calculate": f"isValid(datum.persons) ? {parts.WORDS} : datum.shown", "as": "words"}
    return {**_in_tile("words", 42, {"fontSize": 13}), "transform": [words]}


def _in_tile(field: str, down: int, look: dict[str, Any]) -> dict[str, Any]:
    ink = {"condition": {"test": "datum.dark", "value": "white"}, "value": BLACK}
    return {
        "mark": parts.mark("text", align="center", dy=down, **look),
        "encoding": {
            "x": parts.at("middle"),
            "y": parts.at("row"),
            "text": {"field": field},
            "color": ink,
        },
    }
