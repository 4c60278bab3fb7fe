"""How a number is said, the same in every sentence of a report."""

from __future__ import annotations

import datetime as dt

from casebase.reporting.report.model import Cell, Report

NOTICE = "Invented for demonstration"
FEWER = "fewer than 10"


def number(value: int) -> str:
    return f"{value:,}"


def persons(count: int) -> str:
    """`187 persons`, `1 person`."""
    return f"{number(count)} person" if count == 1 else f"{number(count)} persons"


def day(date: dt.date) -> str:
    return f"{date.day} {date:%B %Y}"


def about(cell: Cell) -> str:
    """A shown cell in words: `about 85 (give or take 7)`."""
    value = number(cell.value or 0)
    return f"about {value} (give or take {number(cell.moe90)})" if cell.moe90 else f"about {value}"


def joined(parts: list[str]) -> str:
    """`one, two and three`."""
    return " and ".join(part for part in (", ".join(parts[:-1]), parts[-1]) if part)


def notice_of(report: Report) -> str:
    """What every page, sheet and caption of a demonstration says; nothing of a real release."""
    return NOTICE if report.is_invented else ""
