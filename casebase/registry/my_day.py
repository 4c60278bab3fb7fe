"""What a person finds in the morning: their tasks, the urgent children, the decisions waiting.

Derived tasks come from the clocks of a case and vanish when the case moves on; nobody ticks them.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from casebase.access.enums import Action, Scope
from casebase.access.roles import ROLES
from casebase.access.viewer import Viewer
from casebase.registry.case_rows import CaseRow, case_rows
from casebase.registry.codes.words import Stage, VictimStatus
from casebase.registry.keyset import NOTHING, Part, part_of
from casebase.registry.models import Case, Flag, Task
from casebase.vault.services import CaseKey, KeyErased, RecordDamaged, case_keys

DECISION_DAYS = 7  # a status is decided within a week of the identification
# One meaning for whoever decides and whoever counts: "possible" is no decision, whoever said it.
UNDECIDED = Q(status=VictimStatus.POSSIBLE)
URGENT = Q(in_danger=True) | Q(needs_medical_care=True)
TASKS = ("due_on", "priority")  # the order in which they are done
SECTIONS = ("tasks", "flags", "urgent", "undecided")


@dataclass(frozen=True)
class OpenTask:
    """A task in the clear, for the page being made.

    Attributes:
        text: None where it is damaged, or its case was erased.
        is_erased: nobody can read it or tick it off any more.
    """

    id: UUID
    reference: str
    case_id: UUID
    text: str | None
    due_on: dt.date
    is_overdue: bool
    priority: str
    assignee: str
    is_erased: bool


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
    """What waits, the first of each kind; of one kind alone where its next part was asked for."""

    tasks: Part[OpenTask] = NOTHING
    flags: Part[Flag] = NOTHING
    urgent: Part[CaseRow] = NOTHING
    undecided: Part[Clock] = NOTHING
    agencies: Sequence[AgencyCount] = ()

    @property
    def case_ids(self) -> list[UUID]:
        found = [task.case_id for task in self.tasks.rows]
        found += [case.pk for case in self.urgent.rows]
        found += [clock.case.pk for clock in self.undecided.rows]
        return found + [flag.case_id for flag in self.flags.rows]

    @property
    def is_empty(self) -> bool:
        return not (self.case_ids or self.agencies)


def my_day(*, viewer: Viewer, today: dt.date, only: str = "", after: str = "") -> MyDay:
    """The viewer's day: their own; the desk's for whoever hands out work; counts for a director.

    Args:
        only, after: one of `SECTIONS` and the mark from which it goes on; "" for the whole day.
    """
    scope = ROLES[viewer.role].scope
    if scope in {Scope.NATIONAL, Scope.NONE}:
        return MyDay(agencies=_by_agency(today) if viewer.may(Action.SEE_CASES) else ())
    mine = {} if viewer.may(Action.ASSIGN) else {"owner_id": viewer.pk}
    wanted = {only} if only else set(SECTIONS)
    return MyDay(
        tasks=_tasks(viewer, today, after) if "tasks" in wanted else NOTHING,
        flags=_flags(mine, after) if "flags" in wanted else NOTHING,
        urgent=_urgent(mine, after) if "urgent" in wanted else NOTHING,
        undecided=_undecided(mine, today, after) if "undecided" in wanted else NOTHING,
    )


def _open_cases(mine: dict[str, Any]) -> QuerySet[Case]:
    found = Case.objects.exclude(stage=Stage.CLOSED).filter(**mine)
    return found.select_related("person", "owner")


def _urgent(mine: dict[str, Any], after: str) -> Part[CaseRow]:
    order = ("-changed_at",)
    found = part_of(_open_cases(mine).filter(URGENT), order=order, after=after)
    keys = [case.pk for case in found.rows]
    return found.of(case_rows(Case.objects.filter(pk__in=keys).order_by(*order, "pk")))


def _undecided(mine: dict[str, Any], today: dt.date, after: str) -> Part[Clock]:
    days = dt.timedelta(days=DECISION_DAYS)
    found = part_of(_open_cases(mine).filter(UNDECIDED), order=["identified_on"], after=after)
    return found.of(
        Clock(case, case.identified_on + days, case.identified_on + days < today)
        for case in found.rows
    )


def _flags(mine: dict[str, Any], after: str) -> Part[Flag]:
    standing = Flag.objects.filter(resolved_at=None).select_related("case", "raised_by")
    standing = standing.filter(**{f"case__{name}": value for name, value in mine.items()})
    return part_of(standing, order=["-raised_at"], after=after)


def tasks_of(case: Case, today: dt.date, *, after: str = "") -> Part[OpenTask]:
    """The open tasks of one case, the most urgent first; `after` is the mark they go on from."""
    rows = Task.objects.filter(case=case, done_at=None).select_related("case", "assignee")
    return _opened(part_of(rows, order=TASKS, after=after), today)


def task_in_clear(task: Task, today: dt.date) -> OpenTask:
    """One task, to be read before it is finished."""
    return _open_task(task, case_keys({task.case_id})[task.case_id], today)


def _tasks(viewer: Viewer, today: dt.date, after: str) -> Part[OpenTask]:
    chosen = Task.objects.filter(done_at=None).select_related("case", "assignee")
    if not viewer.may(Action.ASSIGN):
        chosen = chosen.filter(assignee_id=viewer.pk)
    return _opened(part_of(chosen, order=TASKS, after=after), today)


def _opened(found: Part[Task], today: dt.date) -> Part[OpenTask]:
    keys = case_keys({task.case_id for task in found.rows})
    return found.of(_open_task(task, keys[task.case_id], today) for task in found.rows)


def _open_task(task: Task, key: CaseKey, today: dt.date) -> OpenTask:
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
        is_erased=key.is_erased,
    )


def _by_agency(today: dt.date) -> list[AgencyCount]:
    late = today - dt.timedelta(days=DECISION_DAYS)
    rows = (
        Case.objects.exclude(stage=Stage.CLOSED)
        .values("agency__name")
        .annotate(
            open=Count("pk"),
            urgent=Count("pk", filter=URGENT),
            undecided=Count("pk", filter=UNDECIDED & Q(identified_on__lt=late)),
        )
        .order_by("agency__name")
    )
    return [
        AgencyCount(row["agency__name"], row["open"], row["urgent"], row["undecided"])
        for row in rows
    ]
