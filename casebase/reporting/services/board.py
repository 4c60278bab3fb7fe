"""Whether the board's rows equal the cases, and their repair; for the owner of the tables."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection, transaction


@dataclass(frozen=True)
class Apart:
    """A number of the board that is not what the tables say.

    Attributes:
        unit: `cases` or `persons`.
        cell: its dimensions with their codes, as JSON.
        missing: what has to be added to the kept number.
    """

    unit: str
    cell: str
    missing: int


def numbers_apart() -> list[Apart]:
    """Every number that differs, compared in one snapshot; empty where all are right."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT unit, cell::text, missing FROM reporting_board_apart()")
        rows = cursor.fetchall()
    return [Apart(unit, cell, missing) for unit, cell, missing in rows]


@transaction.atomic
def repair() -> list[Apart]:
    """Make the rows equal to the tables while people work; what was mended."""
    found = numbers_apart()
    with connection.cursor() as cursor:
        cursor.execute("SELECT reporting_board_repair()")
    return found
