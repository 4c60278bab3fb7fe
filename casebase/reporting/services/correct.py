"""Noting what a frozen figure would be today; the first figure is never changed."""

from __future__ import annotations

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction

from casebase.access.enums import Action
from casebase.access.viewer import Viewer
from casebase.reporting import queries
from casebase.reporting.models import Correction, FrozenPeriod
from casebase.reporting.periods import Period
from casebase.reporting.rls_freezing import LOCK
from portal.core.services import DomainError


class CannotCorrect(DomainError):
    """The correction cannot be noted; the message says why and what to do."""


@transaction.atomic
def note_correction(
    *,
    viewer: Viewer,
    period: Period,
    indicator: int,
    was: int,
    new: int,
    reason: str,
    now: dt.datetime,
) -> Correction:
    """Note beside a frozen figure what it would be today, and why.

    Args:
        indicator: its number in the list of indicators.
        was: the figure that stands: as it was frozen, or as the last correction has it.
        new: the figure today.
        reason: one of `Correction.Reason`.

    Raises:
        PermissionDenied: the role freezes nothing, so it corrects nothing.
        CannotCorrect: not frozen, a year, another figure stands, or the new one is the same.
    """
    if not viewer.may(Action.FREEZE_FIGURES):
        raise PermissionDenied
    _one_after_the_other()
    _require_frozen_quarter(period)
    _require_standing(period, indicator, was)
    if new == was:
        raise CannotCorrect(
            f"Indicator {indicator} stands at {was} already. Write another number, or note nothing."
        )
    return Correction.objects.create(
        period_id=period.code,
        indicator=indicator,
        was=was,
        now=new,
        reason=reason,
        noted_by=viewer.user,
        noted_at=now,
    )


def _one_after_the_other() -> None:
    """Two who note the same at once are one after the other, and the second is told."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])


def _require_frozen_quarter(period: Period) -> None:
    if period.kind == "year":
        raise CannotCorrect("A year is the sum of its quarters. Note the correction at a quarter.")
    if not FrozenPeriod.objects.filter(pk=period.code).exists():
        raise CannotCorrect(
            f"{period} is not frozen yet. Mend the record itself: the figure follows."
        )


def _require_standing(period: Period, indicator: int, was: int) -> None:
    """A correction begins at the figure that stands, where one is kept: frozen or noted."""
    stands = queries.standing_figures(period).get(indicator, was)
    if stands != was:
        raise CannotCorrect(
            f"Indicator {indicator} stands at {stands}. Begin the correction from that number."
        )
