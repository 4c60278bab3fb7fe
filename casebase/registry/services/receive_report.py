"""Tip-offs: taken down once, then turned into an operation or a case, or closed with a reason."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import transaction
from django.utils import timezone

from casebase.access.viewer import Viewer
from casebase.registry.codes import references
from casebase.registry.codes.words import ReportClosing, ReportState
from casebase.registry.models import Case, Operation, Report
from casebase.registry.services.register_child import access_list_at_home
from casebase.registry.services.sent_before import require_same
from casebase.vault.services import new_case_key
from portal.core.models import Region
from portal.core.services import DomainError
from portal.core.writings import insert


class CannotReceive(DomainError):
    """The worker has no desk, or the day cannot be."""


class AlreadyTriaged(DomainError):
    """Somebody decided on this tip-off before."""

    def __init__(self) -> None:
        super().__init__("Somebody decided on this tip-off before you. Nothing was changed.")


@dataclass(frozen=True)
class Told:
    """What somebody told us, as the page asks it.

    Attributes:
        submission: drawn when the form was made; the same form sent twice makes one report.
        children: how many, as told; None where nobody said.
        told, place, informant: in the clear until they are sealed here.
    """

    submission: UUID
    channel: str
    received_on: dt.date
    told: str
    place: str = ""
    informant: str = ""
    region: Region | None = None
    children: int | None = None
    is_urgent: bool = False


@transaction.atomic
def receive_report(*, viewer: Viewer, told: Told, today: dt.date) -> Report:
    """Take a tip-off down; the worker's desk and agency see it, nobody national.

    Returns:
        The report; the one made before where this form was sent already.

    Raises:
        CannotReceive: the worker belongs to no desk, or the day lies ahead.
        SavedAlready: the form made a report before, with other words.
    """
    if viewer.desk_id is None:
        raise CannotReceive("You belong to no desk, so nobody would act. Ask for a desk first.")
    if told.received_on > today:
        raise CannotReceive("The day lies in the future. Check the date.")
    if sent := Report.objects.filter(submission=told.submission).first():
        require_same(
            sent, what=f"tip-off {sent}", key_id=sent.pk,
            texts={"told": told.told, "place": told.place, "informant": told.informant},
            channel=told.channel, received_on=told.received_on, region=told.region,
            children=told.children, is_urgent=told.is_urgent,
        )  # fmt: skip
        return sent
    report = Report(
        pk=uuid4(),
        reference=references.draw(),
        channel=told.channel,
        received_on=told.received_on,
        is_urgent=told.is_urgent,
        children=told.children,
        region=told.region,
        agency_id=viewer.agency_id,
        acl=access_list_at_home(viewer),
        received_by=viewer.user,
        submission=told.submission,
    )
    report.seal(new_case_key(report.pk), told=told.told, place=told.place, informant=told.informant)
    insert(report)
    return report


@transaction.atomic
def triage_report(
    *,
    report: Report,
    viewer: Viewer,
    operation: Operation | None = None,
    case: Case | None = None,
    closed_because: ReportClosing | None = None,
) -> Report:
    """Say what became of a tip-off: exactly one of the three.

    Raises:
        AlreadyTriaged: it was decided before, otherwise than now.
        ValueError: none or several of the three.
    """
    if sum(given is not None for given in (operation, case, closed_because)) != 1:
        raise ValueError("A tip-off becomes one thing.")
    report = Report.objects.select_for_update().get(pk=report.pk)
    if report.state != ReportState.WAITING:
        if operation == report.operation and case == report.case and closed_because is None:
            return report  # the same form sent twice
        raise AlreadyTriaged
    report.operation, report.case = operation, case
    report.closed_because = closed_because or ""
    report.state = _state(operation, case)
    report.triaged_by, report.triaged_at = viewer.user, timezone.now()
    report.save(update_fields=[
        "operation", "case", "closed_because", "state", "triaged_by", "triaged_at",
    ])  # fmt: skip
    return report


def _state(operation: Operation | None, case: Case | None) -> ReportState:
    if operation is not None:
        return ReportState.OPERATION
    return ReportState.CASE if case is not None else ReportState.CLOSED
