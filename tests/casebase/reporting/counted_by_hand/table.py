"""The table that was counted by hand, and the numbers written down beside it, as read."""

from __future__ import annotations

import csv
from pathlib import Path

FOLDER = Path(__file__).parent
HEAD = ("period", "indicator", "cut")


def rows(name: str) -> list[dict[str, str]]:
    """A table as it stands in the folder, a dictionary a line."""
    with (FOLDER / f"{name}.tsv").open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def expected() -> dict[tuple[str, int, str], dict[str, tuple[int, int | None]]]:
    """(period, indicator, cut) to category to (numerator, denominator); the total's is ``."""
    return {
        (row["period"], int(row["indicator"]), row["cut"]): _counts(row["counted"])
        for row in rows("expected")
    }


def _counts(text: str) -> dict[str, tuple[int, int | None]]:
    found = {}
    for part in text.split(", "):
        category, _, number = part.rpartition(" ")
        numerator, _, denominator = number.partition("/")
        found[category] = (int(numerator), int(denominator) if denominator else None)
    return found


def without_zeros(counts: dict[str, tuple[int, int | None]]) -> dict[str, tuple[int, int | None]]:
    """A category that nobody wrote down is one that holds nothing."""
    return {code: parts for code, parts in counts.items() if any(parts)}
