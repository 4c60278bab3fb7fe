"""Reading the trail for the screens: a page of entries, by number, newest first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from casebase.audit import events
from casebase.audit.models import Check

PAGE_SIZE = 50


@dataclass(frozen=True)
class ShownEntry:
    """One entry as a reader of the trail sees it."""

    number: int
    at: dt.datetime
    action: str
    user_id: int | None
    case_ids: Sequence[UUID]
    fields: Sequence[str]
    purpose: str
    result: int
    view: str

    @property
    def sentence(self) -> str:
        return events.sentence(self.action, self.result)

    @property
    def was_refused(self) -> bool:
        return self.result >= 400


@dataclass(frozen=True)
class Filters:
    """What a reader of the trail narrows it to; None and "" narrow nothing."""

    since: dt.datetime | None = None
    until: dt.datetime | None = None
    user_id: int | None = None
    action: str = ""


def entries(
    filters: Filters, *, before: int | None = None, size: int = PAGE_SIZE
) -> list[ShownEntry]:
    """The newest entries below a number; empty for a role that may not read the trail."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM audit_page(%s, %s, %s, %s, %s, %s)",
            [filters.since, filters.until, filters.user_id, filters.action, before, size],
        )
        return [ShownEntry(*row) for row in cursor.fetchall()]


def entries_of_case(
    case_id: UUID, *, before: int | None = None, size: int = PAGE_SIZE
) -> list[ShownEntry]:
    """Who looked at one child, newest first; empty for whoever may not know it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM audit_of_case(%s, %s, %s)", [case_id, before, size])
        return [ShownEntry(*row) for row in cursor.fetchall()]


def last_checks(count: int = 5) -> list[Check]:
    """The newest checks of the whole trail, one that is still running among them."""
    return list(Check.objects.order_by("-id")[:count])


def ask_for_check() -> int:
    """Have the worker check the whole trail; the one already asked for where there is one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT audit_ask_check()")
        return int(cursor.fetchone()[0])
