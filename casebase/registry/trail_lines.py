"""Entries of the trail as the screens show them: with names of people and numbers of cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from casebase.access.enums import Purpose
from casebase.audit.queries import PAGE_SIZE, ShownEntry
from portal.core.models import User

MOST_CASES = 3  # of a long list the screen names the first and counts the rest


@dataclass(frozen=True)
class Line:
    """One entry in words.

    Attributes:
        references: the first few cases that were shown, by number.
        more_cases: how many others there were, or that the reader may not know by number.
    """

    entry: ShownEntry
    who: str
    references: Sequence[str]
    more_cases: int
    purpose: str


@dataclass(frozen=True)
class Lines:
    """One page of the trail, and the number below which the next one goes on."""

    lines: Sequence[Line]
    case_ids: Sequence[UUID]  # those named on it
    next_before: int | None


def lines_of(entries: Sequence[ShownEntry], *, size: int = PAGE_SIZE) -> Lines:
    """Put words to entries: two queries, however many there are.

    Args:
        entries: up to one more than `size`; the one more says that there is another page.
    """
    shown = entries[:size]
    names = _names(entry.user_id for entry in shown)
    numbers = _references({pk for entry in shown for pk in entry.case_ids[:MOST_CASES]})
    lines = [_line(entry, names, numbers) for entry in shown]
    return Lines(
        lines=lines,
        case_ids=list(numbers),
        next_before=shown[-1].number if len(entries) > size else None,
    )


def _line(entry: ShownEntry, names: dict[int, str], numbers: dict[UUID, str]) -> Line:
    references = [numbers[pk] for pk in entry.case_ids[:MOST_CASES] if pk in numbers]
    return Line(
        entry=entry,
        who=names.get(entry.user_id or 0, "Nobody signed in"),
        references=references,
        more_cases=len(entry.case_ids) - len(references),
        purpose=dict(Purpose.choices).get(entry.purpose, entry.purpose),
    )


def _names(numbers: Iterable[int | None]) -> dict[int, str]:
    people = User.objects.filter(pk__in={number for number in numbers if number})
    return {user.pk: user.get_full_name() for user in people}


def _references(case_ids: set[UUID]) -> dict[UUID, str]:
    """Numbers of cases, for whoever may know them (tracing.py)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, reference FROM registry_references(%s)", [list(case_ids)])
        return dict(cursor.fetchall())


def case_id_of(reference: str) -> UUID | None:
    """The case of a number, for an auditor, who sees nothing else of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT registry_case_of(%s)", [reference])
        found = cursor.fetchone()
        return found[0] if found else None
