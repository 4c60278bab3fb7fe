"""A release's report, read for showing: what a cell says, and what its table is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

Json = Mapping[str, Any]
NARROW = "\N{NO-BREAK SPACE}"  # a figure and its sign stay on one line
HIDDEN, MERGED = "fewer than 10", "counted in the total"


@dataclass(frozen=True)
class Cell:
    """One count.

    Attributes:
        labels: of its codes, in the order of the table's attributes.
        count, margin, percent: as readers see them; `margin` and `percent` may be empty.
    """

    codes: tuple[str, ...]
    labels: tuple[str, ...]
    value: int | None
    count: str
    margin: str
    percent: str

    @property
    def with_margin(self) -> str:
        return f"{self.count}{NARROW}({self.margin})" if self.margin else self.count


def cells_of(table: Json) -> Iterator[Cell]:
    """The table's cells with the labels of their codes."""
    known = [{code["code"]: code["label"] for code in d["codes"]} for d in table["dimensions"]]
    for cell in table["cells"]:
        labels = (names[code] for names, code in zip(known, cell["codes"], strict=True))
        yield Cell(
            codes=tuple(cell["codes"]),
            labels=tuple(labels),
            value=cell["value"],
            count=_count(cell),
            margin="" if cell["moe90"] is None else f"±{NARROW}{cell['moe90']:,}",
            percent="" if cell["percent"] is None else f"{cell['percent']}{NARROW}%",
        )


def _count(cell: Json) -> str:
    if cell["value"] is not None:
        return f"{cell['value']:,}"
    return MERGED if cell["status"] == "K" else HIDDEN


def table_named(report: Json, table_id: str) -> Json | None:
    """The table of this id; None where there is none."""
    found: Json | None = next((t for t in report["tables"] if t["id"] == table_id), None)
    return found


def table_by(report: Json, *dimensions: str) -> Json | None:
    """The table that counts by exactly these attributes; None where there is none."""
    for table in report["tables"]:
        if tuple(dimension["name"] for dimension in table["dimensions"]) == dimensions:
            found: Json = table
            return found
    return None
