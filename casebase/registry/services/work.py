"""Tasks and flags: written, done, raised, resolved."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from casebase.access.models import Membership
from casebase.access.viewer import Viewer
from casebase.registry.models import Case, Flag, Task
from casebase.registry.services.edit_case import locked
from casebase.registry.services.sent_before import require_same
from casebase.vault.services import key_to_seal
from portal.core.services import DomainError
from portal.core.writings import insert


class NotOnYourDesk(DomainError):
    """The worker chosen belongs to another desk."""


class AlreadyDone(DomainError):
    """Somebody else has done or resolved it meanwhile."""


@transaction.atomic
def write_task(
    *, case: Case, viewer: Viewer, text: str, due_on: dt.date, priority: int, assignee_id: int,
    submission: UUID | None = None,
) -> Task:  # fmt: skip
    """Write down what is to be done for a child, for somebody of the case's desk.

    Args:
        submission: drawn when the form was made; it becomes the task's own id, so the same form
            sent twice makes one task.

    Raises:
        NotYours: the case was opened to the worker for reading, or was erased.
        NotOnYourDesk: the worker chosen is not of the case's desk.
        SavedAlready: the form made a task before, with other words.
    """
    case = locked(case)
    require_desk(case, assignee_id)
    given = {"due_on": due_on, "priority": priority, "assignee_id": assignee_id}
    if submission and (sent := Task.objects.filter(case=case, pk=submission).first()):
        require_same(
            sent, what="a task on this case", key_id=case.pk, texts={"text": text}, **given
        )
        return sent
    task = Task(pk=submission or uuid4(), case=case, created_by=viewer.user, **given)
    task.seal(key_to_seal(case.pk), text=text)
    insert(task)
    return task


@transaction.atomic
def finish_task(*, task_id: UUID, viewer: Viewer, note: str) -> Task:
    """Mark a task as done, with a word on how.

    Raises:
        Task.DoesNotExist: the viewer does not see it.
        NotYours: its case was opened to the worker for reading, or was erased.
        AlreadyDone: it was done meanwhile.
    """
    locked(Case.objects.get(tasks=task_id))
    task = Task.objects.select_for_update().get(pk=task_id)
    if task.done_at:
        raise AlreadyDone("Somebody has done this task meanwhile. Nothing was changed.")
    task.seal(key_to_seal(task.case_id), done_note=note)
    task.done_at, task.done_by = timezone.now(), viewer.user
    task.save(update_fields=["done_note", "done_at", "done_by"])
    return task


def hand_tasks_over(case_ids: Iterable[UUID], to: int, *, of: int | None = None) -> int:
    """What is still to be done in these cases goes to another worker with them.

    Args:
        to: the id of whoever does it from now on.
        of: whose tasks go, by id; None: everybody's.

    Returns:
        How many tasks went; those the viewer may not change stay.
    """
    waiting = Task.objects.filter(case_id__in=list(case_ids), done_at=None)
    if of is not None:
        waiting = waiting.filter(assignee_id=of)
    return waiting.exclude(assignee_id=to).update(assignee_id=to)


@transaction.atomic
def raise_flag(*, case: Case, viewer: Viewer, kind: str) -> Flag:
    """Put a flag on a case.

    Raises:
        NotYours: the case was opened to the worker for reading, or was erased.
        AlreadyDone: this kind stands there already.
    """
    case = locked(case)
    try:
        with transaction.atomic():
            return Flag.objects.create(case=case, kind=kind, raised_by=viewer.user)
    except IntegrityError:
        raise AlreadyDone("This flag stands on the case already.") from None


@transaction.atomic
def resolve_flag(*, flag_id: UUID, viewer: Viewer) -> Flag:
    """Take a flag down.

    Raises:
        Flag.DoesNotExist: the viewer does not see it.
        NotYours: its case was opened to the worker for reading, or was erased.
        AlreadyDone: it was resolved meanwhile.
    """
    locked(Case.objects.get(flags=flag_id))
    flag = Flag.objects.select_for_update().get(pk=flag_id)
    if flag.resolved_at:
        raise AlreadyDone("Somebody has resolved this flag meanwhile. Nothing was changed.")
    flag.resolved_at, flag.resolved_by = timezone.now(), viewer.user
    flag.save(update_fields=["resolved_at", "resolved_by"])
    return flag


def require_desk(case: Case, user_id: int) -> None:
    """The person is a current member of the case's desk.

    Raises:
        NotOnYourDesk: they are not.
    """
    today = timezone.localdate()
    members = Membership.objects.current_on(today).filter(user_id=user_id, user__is_active=True)
    if not members.filter(desk_id=case.desk_id).exists():
        raise NotOnYourDesk("This worker does not belong to the case's desk. Choose another one.")
