"""Ending a case, and going on with one that had ended: explicit, and with a reason."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from casebase.access.models import USER, principal_of
from casebase.access.viewer import Viewer
from casebase.registry.codes.words import CloseReason, ReopenReason, Stage
from casebase.registry.models import Case, Closing
from casebase.registry.services.edit_case import locked
from casebase.vault.services import key_to_seal
from portal.core.services import DomainError
from portal.core.writings import insert


class CannotClose(DomainError):
    """The case is closed already, or the day cannot be."""


class CannotReopen(DomainError):
    """The case is not closed."""


@transaction.atomic
def close_case(
    *,
    case: Case,
    viewer: Viewer,
    reason: CloseReason,
    details: str,
    closed_on: dt.date,
    today: dt.date,
) -> Closing:
    """End a case.

    Args:
        closed_on: the day the agency decided, in Accra; it may lie in the past.

    Raises:
        NotYours: the case was opened to the worker for reading.
        CannotClose: it is closed, or the day lies ahead or before the child was identified.
    """
    case = locked(case)
    if case.stage == Stage.CLOSED:
        raise CannotClose("This case is closed already.")
    if closed_on > today:
        raise CannotClose("The day lies in the future. Check the date.")
    if closed_on < case.identified_on:
        raise CannotClose("A case cannot close before the child was identified. Check the date.")
    closing = _closing(case, viewer, Closing.Kind.CLOSED, reason, details, closed_on, case.stage)
    _move(case, Stage.CLOSED, closed_on)
    return closing


@transaction.atomic
def reopen_case(
    *, case: Case, viewer: Viewer, reason: ReopenReason, details: str, stage: Stage, today: dt.date
) -> Closing:
    """Go on with a closed case; what was decided before stays (capability 20).

    Args:
        stage: with which work goes on; not closed.

    Raises:
        NotYours: the case was opened to the worker for reading.
        CannotReopen: it is not closed.
    """
    case = locked(case)
    if case.stage != Stage.CLOSED:
        raise CannotReopen("This case is open: somebody opened it again before you.")
    closing = _closing(case, viewer, Closing.Kind.REOPENED, reason, details, today, stage)
    _take_over_if_nobodys(case, viewer)
    _move(case, stage, None)
    return closing


def _take_over_if_nobodys(case: Case, viewer: Viewer) -> None:
    """An owner who left the desk stands on no list of it: whoever goes on with the case owns it."""
    if principal_of(USER, case.owner_id) in case.acl:
        return
    case.owner = viewer.user
    case.acl = [principal_of(USER, viewer.pk), *case.acl]
    case.save(update_fields=["owner", "acl"])


def _closing(
    case: Case, viewer: Viewer, kind: Closing.Kind, reason: str, details: str, day: dt.date,
    stage: str,
) -> Closing:  # fmt: skip
    closing = Closing(
        case=case,
        kind=kind,
        reason=reason,
        happened_on=day,
        stage=stage,
        decided_by=viewer.user,
    )
    closing.seal(key_to_seal(case.pk), details=details)
    insert(closing)
    return closing


def _move(case: Case, stage: Stage, closed_on: dt.date | None) -> None:
    case.stage, case.closed_on = stage, closed_on
    case.version += 1
    case.save(update_fields=["stage", "closed_on", "version", "changed_at"])
