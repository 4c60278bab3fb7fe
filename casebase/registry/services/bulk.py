"""One action over many cases: a job with a result for each row.

Note [In its maker's own session]: a worker process would need rights over every case. A job goes
on whenever its maker's page asks, 25 rows at a time, bound to their session: it can do what they
may do and nothing else, and a job left half-way goes on where it stood.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, QuerySet

from casebase.access.models import USER, principal_of
from casebase.access.viewer import Trail, Viewer
from casebase.registry.case_list import CaseFilter
from casebase.registry.codes.words import Stage
from casebase.registry.models import BulkJob, BulkRow, Case, Flag
from casebase.registry.services.work import NotOnYourDesk, hand_tasks_over, require_desk
from portal.core.services import DomainError

ROWS = 25
MOST = 500  # cases of one job: some twenty presses, and a result that can still be read
CLOSED_ONE_BY_ONE = (
    "Each case is closed on its own page, with a reason and a day. Choose a stage with which work "
    "goes on."
)
Result = BulkRow.Result


class CannotBegin(DomainError):
    """The action is not one for several cases."""


@transaction.atomic
def begin(
    *,
    viewer: Viewer,
    kind: str,
    case_ids: Sequence[UUID] = (),
    of_list: CaseFilter | None = None,
    to_worker: int | None = None,
    to_stage: str = "",
    flag: str = "",
) -> BulkJob:
    """Make a job over the cases the viewer sees; nothing is done yet.

    Args:
        of_list: every case of this list, up to `MOST`, in the place of `case_ids`.

    Raises:
        CannotBegin: there is no case, or cases would be closed, without the reason and the day
            that each one needs.
    """
    if to_stage == Stage.CLOSED:
        raise CannotBegin(CLOSED_ONE_BY_ONE)
    seen = cases_of(of_list) if of_list else Case.objects.filter(pk__in=case_ids)
    numbers = list(seen.values_list("pk", "reference")[:MOST])
    if not numbers:
        raise CannotBegin("None of these cases is in your reach any more. Open the list again.")
    job = BulkJob.objects.create(
        kind=kind, to_worker_id=to_worker, to_stage=to_stage, flag=flag, created_by=viewer.user
    )
    BulkRow.objects.bulk_create(
        BulkRow(job=job, case_id=pk, reference=reference)
        for pk, reference in sorted(numbers, key=itemgetter(1))
    )
    return job


def cases_of(chosen: CaseFilter) -> QuerySet[Case]:
    """Every case of a list, the newest change first; whose they are is PostgreSQL's answer."""
    asked = {"stage": chosen.stage, "status": chosen.status, "owner_id": chosen.owner_id}
    cases = Case.objects.filter(**{name: value for name, value in asked.items() if value})
    return cases.order_by("-changed_at", "-pk")


def unfinished() -> QuerySet[BulkJob]:
    """The viewer's jobs that stopped half-way, the newest first."""
    waiting = BulkRow.objects.filter(job=OuterRef("pk"), result=Result.WAITING)
    return BulkJob.objects.filter(Exists(waiting)).order_by("-created_at")


@transaction.atomic
def go_on(*, job: BulkJob, viewer: Viewer, trail: Trail) -> int:
    """Do the next rows; how many are left."""
    waiting = BulkRow.objects.select_for_update().filter(job=job, result=Result.WAITING)
    rows = list(waiting.order_by("pk")[:ROWS])
    for row in rows:
        trail.saw(row.case_id)
        row.result = _do(job, row, viewer)
    BulkRow.objects.bulk_update(rows, ["result"])
    return BulkRow.objects.filter(job=job, result=Result.WAITING).count()


def _do(job: BulkJob, row: BulkRow, viewer: Viewer) -> str:
    try:
        case = Case.objects.select_for_update().get(pk=row.case_id)
    except Case.DoesNotExist:  # seen, but not theirs to change
        return Result.REFUSED
    if case.stage == Stage.CLOSED:
        return Result.CLOSED
    if job.kind == BulkJob.Kind.ASSIGN:
        return _assign(case, job.to_worker_id)
    if job.kind == BulkJob.Kind.STAGE:
        return _move(case, job.to_stage)
    return _flag(case, job.flag, viewer)


def _assign(case: Case, worker_id: int | None) -> str:
    if worker_id is None or case.owner_id == worker_id:
        return Result.SAME
    try:
        require_desk(case, worker_id)
    except NotOnYourDesk:
        return Result.OTHER_DESK
    former = case.owner_id
    kept = [entry for entry in case.acl if entry != principal_of(USER, former)]
    case.owner_id, case.acl = worker_id, [principal_of(USER, worker_id), *kept]
    hand_tasks_over([case.pk], worker_id, of=former)
    return _saved(case, "owner", "acl")


def _move(case: Case, stage: str) -> str:
    if stage == Stage.CLOSED:  # of a job that was begun when this was still offered
        return Result.ONE_BY_ONE
    if case.stage == stage:
        return Result.SAME
    case.stage = stage
    return _saved(case, "stage")


def _saved(case: Case, *fields: str) -> str:
    case.version += 1
    case.save(update_fields=[*fields, "version", "changed_at"])
    return Result.DONE


def _flag(case: Case, kind: str, viewer: Viewer) -> str:
    try:
        with transaction.atomic():
            Flag.objects.create(case=case, kind=kind, raised_by=viewer.user)
    except IntegrityError:
        return Result.SAME
    return Result.DONE
