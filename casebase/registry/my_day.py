"""What a person finds in the morning: their tasks, the urgent children, the decisions waiting.

Derived tasks come from the clocks of a case and vanish when the case moves on; nobody ticks them.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, Q

from casebase.access.enums import Action, Scope
from casebase.access.roles import ROLES
from casebase.access.viewer import Viewer
from casebase.registry.case_rows import CaseRow, case_rows
from casebase.registry.codes.words import Stage, VictimStatus
from casebase.registry.models import Case, Flag, Task
from casebase.vault.services import KeyErased, RecordDamaged, case_keys

DECISION_DAYS = 7  # a status is decided within a week of the identification
SHOWN = 25


@dataclass(frozen=True)
class OpenTask:
    """A task in the clear, for the page being made; `text` is None where it is damaged."""

    id: UUID
    reference: str
    case_id: UUID
    text: str | None
    due_on: dt.date
    is_overdue: bool
    priority: str
    assignee: str


@dataclass(frozen=True)
class Clock:
    """A case whose clock has run, or is running, out."""

    case: Case
    due_on: dt.date
    is_overdue: bool


@dataclass(frozen=True)
class AgencyCount:
    """An agency's open cases, without a name or a case number."""

    agency: str
    open: int
    urgent: int
    undecided: int


@dataclass(frozen=True)
class MyDay:
    tasks: list[OpenTask]
    urgent: list[CaseRow]
    undecided: list[Clock]
    flags: list[Flag]
    agencies: list[AgencyCount]

    @property
    def case_ids(self) -> list[UUID]:
        found = [task.case_id for task in self.tasks] + [case.pk for case in self.urgent]
        found += [clock.case.pk for clock in self.undecided]
        return found + [flag.case_id for flag in self.flags]

    @property
    def is_empty(self) -> bool:
        return not (self.tasks or self.urgent or self.undecided or self.flags or self.agencies)


def my_day(*, viewer: Viewer, today: dt.date) -> MyDay:
    """The viewer's day: their own; the desk's for whoever hands out work; counts for a director."""
    scope = ROLES[viewer.role].scope
    if scope in {Scope.NATIONAL, Scope.NONE}:
        counts = _by_agency(today) if viewer.may(Action.SEE_CASES) else []
        return MyDay([], [], [], [], counts)
    mine = {} if viewer.may(Action.ASSIGN) else {"owner_id": viewer.pk}
    return MyDay(
        tasks=_tasks(viewer, today),
        urgent=_urgent(mine),
        undecided=_undecided(mine, today),
        flags=_flags(mine),
        agencies=[],
    )


def _open_cases(**mine: Any) -> Any:
    found = Case.objects.exclude(stage=Stage.CLOSED).filter(**mine)
    return found.select_related("person", "owner")


def _urgent(mine: dict[str, Any]) -> list[CaseRow]:
    urgent = _open_cases(**mine).filter(Q(in_danger=True) | Q(needs_medical_care=True))
    return case_rows(urgent.order_by("-changed_at", "-pk")[:SHOWN])


def _undecided(mine: dict[str, Any], today: dt.date) -> list[Clock]:
    waiting = _open_cases(**mine).filter(status=VictimStatus.POSSIBLE, decisions=None)
    days = dt.timedelta(days=DECISION_DAYS)
    return [
        Clock(case, case.identified_on + days, case.identified_on + days < today)
        for case in waiting.order_by("identified_on", "pk")[:SHOWN]
    ]


def _flags(mine: dict[str, Any]) -> list[Flag]:
    standing = Flag.objects.filter(resolved_at=None).select_related("case", "raised_by")
    standing = standing.filter(**{f"case__{name}": value for name, value in mine.items()})
    return list(standing.order_by("-raised_at")[:SHOWN])


@dataclass(frozen=True)
class TaskPage:
    """Some of a case's open tasks, and which of how many they are."""

    tasks: list[OpenTask]
    page: Page[Task]


def tasks_of(case: Case, today: dt.date, *, number: str = "1") -> TaskPage:
    """The open tasks of one case, the most urgent first.

    Args:
        number: of the page, as typed; the nearest there is for one that is not.
    """
    rows = Task.objects.filter(case=case, done_at=None).select_related("case", "assignee")
    page = Paginator(rows.order_by("due_on", "priority", "pk"), SHOWN).get_page(number)
    return TaskPage(_opened(list(page), today), page)


def _tasks(viewer: Viewer, today: dt.date) -> list[OpenTask]:
    chosen = Task.objects.filter(done_at=None).select_related("case", "assignee")
    if not viewer.may(Action.ASSIGN):
        chosen = chosen.filter(assignee_id=viewer.pk)
    return _opened(list(chosen.order_by("due_on", "priority", "pk")[:SHOWN]), today)


def _opened(rows: list[Task], today: dt.date) -> list[OpenTask]:
    keys = case_keys({task.case_id for task in rows})
    return [_open_task(task, keys[task.case_id], today) for task in rows]


def _open_task(task: Task, key: Any, today: dt.date) -> OpenTask:
    try:
        text = task.opened(key, "text")["text"]
    except (RecordDamaged, KeyErased):
        text = None
    return OpenTask(
        id=task.pk,
        reference=task.case.reference,
        case_id=task.case_id,
        text=text,
        due_on=task.due_on,
        is_overdue=task.due_on < today,
        priority=task.get_priority_display(),
        assignee=task.assignee.get_full_name(),
    )


def _by_agency(today: dt.date) -> list[AgencyCount]:
    late = today - dt.timedelta(days=DECISION_DAYS)
    rows = (
        Case.objects.exclude(stage=Stage.CLOSED)
        .values("agency__name")
        .annotate(
            open=Count("pk"),
            urgent=Count("pk", filter=Q(in_danger=True) | Q(needs_medical_care=True)),
            undecided=Count("pk", filter=Q(status=VictimStatus.POSSIBLE, identified_on__lt=late)),
        )
        .order_by("agency__name")
    )
    return [
        AgencyCount(row["agency__name"], row["open"], row["urgent"], row["undecided"])
        for row in rows
    ]
