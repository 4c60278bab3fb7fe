"""Confirming, freezing and signing a period; the database asks who, this says why not."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator
from typing import cast

from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, IntegrityError, connection, transaction

from casebase.access.enums import Action
from casebase.access.viewer import Viewer
from casebase.reporting import rls_freezing as refusals
from casebase.reporting.models import Confirmation, FrozenPeriod
from casebase.reporting.periods import Period
from portal.core.services import DomainError


class CannotFreeze(DomainError):
    """The period cannot be confirmed, frozen or signed now; the message says why."""


WHY = {
    refusals.FROZEN_ALREADY: "{period} is frozen already. What came later counts in the next one.",
    refusals.NOT_CLOSED: "{period} is still open: its cohort closes on {closes:%-d %B %Y}. "
    "Freeze it after that day.",
    refusals.OUT_OF_ORDER: "Periods are frozen one after the other. Freeze and sign the quarter "
    "before {period} first; for a year, all four.",
    refusals.NOT_FROZEN: "{period} is not frozen yet. Freeze it first, then sign.",
    refusals.CHANGED: "The frozen rows of {period} are not what was frozen. Nothing was signed. "
    "Tell the system administrator: somebody changed them in the database.",
    refusals.SIGNED_ALREADY: "{period} is signed already.",
    refusals.SAME_PERSON: "You froze {period} yourself. Somebody else has to sign it.",
}


def confirm_figures(*, viewer: Viewer, period: Period, now: dt.datetime) -> Confirmation:
    """The viewer's agency says that what it recorded of the period is complete.

    Raises:
        PermissionDenied: the role confirms nothing.
        CannotFreeze: the period has not ended, is frozen, or was confirmed before.
    """
    if not viewer.may(Action.CONFIRM_FIGURES):
        raise PermissionDenied
    if now.date() <= period.ends_on:
        raise CannotFreeze(f"{period} ends on {period.ends_on:%-d %B %Y}. Confirm it after that.")
    try:
        with transaction.atomic():
            return Confirmation.objects.create(
                period=period.code,
                agency_id=viewer.agency_id,
                confirmed_by=viewer.user,
                confirmed_at=now,
            )
    except IntegrityError:
        raise CannotFreeze(f"Your agency has confirmed {period} already.") from None
    except DatabaseError:
        raise CannotFreeze(f"{period} is frozen already.") from None


def freeze(*, viewer: Viewer, period: Period) -> int:
    """Keep the period's facts as they are now, for good.

    Returns:
        how many persons its cohort has.

    Raises:
        PermissionDenied: the role freezes nothing.
        CannotFreeze: too early, out of order, or frozen already.
    """
    if not viewer.may(Action.FREEZE_FIGURES):
        raise PermissionDenied
    return cast("int", _asked("SELECT reporting_freeze(%s)", period))


def require_signable(*, viewer: Viewer, period: Period, held: FrozenPeriod | None) -> None:
    """Refuse early, before a second factor is asked for; the database asks all of it again.

    Args:
        held: the period as it is frozen, None where it is not.

    Raises:
        CannotFreeze: not frozen, signed already, or frozen by the viewer.
    """
    code = ""
    if held is None:
        code = refusals.NOT_FROZEN
    elif held.is_signed:
        code = refusals.SIGNED_ALREADY
    elif held.frozen_by_id == viewer.pk:
        code = refusals.SAME_PERSON
    if code:
        raise CannotFreeze(_why(code, period))


def sign(*, viewer: Viewer, period: Period) -> None:
    """The second person answers for the frozen period; from now on it may be released.

    Raises:
        PermissionDenied: the role signs nothing.
        CannotFreeze: not frozen, signed already, frozen by the same person, or changed since.
    """
    if not viewer.may(Action.SIGN_FIGURES):
        raise PermissionDenied
    _asked("SELECT reporting_sign(%s)", period)


def is_as_frozen(period: Period) -> bool:
    """Whether the frozen rows are still, byte for byte, what was frozen."""
    return bool(_asked("SELECT reporting_still_frozen(%s)", period))


def _asked(statement: str, period: Period) -> object:
    with _told(period), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [period.code])
        row = cursor.fetchone()
    return row[0] if row else None


@contextlib.contextmanager
def _told(period: Period) -> Iterator[None]:
    """Turn the database's refusal into words."""
    try:
        yield
    except DatabaseError as error:
        code = getattr(error.__cause__, "sqlstate", None)
        if code not in WHY:
            raise
        raise CannotFreeze(_why(code, period)) from None


def _why(code: str, period: Period) -> str:
    return WHY[code].format(period=period.code, closes=period.closes_on)
