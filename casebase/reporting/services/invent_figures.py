"""The demonstration's frozen periods: invented rows, and invented people who sign. Demo mode only.

Runs as the owner of the tables (registry/synthetic/operator.py), which a site never does.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from casebase.access.enums import Role
from casebase.access.models import Membership
from casebase.reporting.models import Confirmation, Episode, FrozenPeriod
from casebase.reporting.periods import Period
from casebase.reporting.synthetic import episodes_of
from portal.core.models import Agency, User
from portal.core.services import DomainError

FIRST = Period(2025, 1)
SEED = 2027
# Of the open quarter these have not confirmed yet: one does it in the demonstration, one is late.
UNCONFIRMED = ("welfare", "partner")


class NotADemonstration(DomainError):
    """Nothing is invented beside real records."""


def invent_history(today: dt.date) -> int:
    """Every closed quarter but the last one, and the years they make; how many were frozen.

    The last closed quarter is left to be confirmed, frozen and signed by whoever tries it.

    Raises:
        NotADemonstration: demo mode is off.
    """
    made, quarter = 0, FIRST
    while quarter.next.is_closed_on(today):
        made += invent(quarter, today)
        if quarter.quarter == 4:
            made += freeze_and_sign(Period(quarter.year), today)
        quarter = quarter.next
    _confirm(quarter, besides=UNCONFIRMED)
    return made


def invent(quarter: Period, today: dt.date) -> bool:
    """Fill a quarter with invented rows, frozen and signed; False where it is frozen already."""
    _require_demo()
    if FrozenPeriod.objects.filter(code=quarter.code).exists():
        return False
    moment, (officer, director) = _morning_after(quarter, today), _signers()
    rows = [Episode(**row) for row in episodes_of(quarter, SEED)]
    with transaction.atomic(), connection.cursor() as cursor:
        _confirm(quarter)
        cursor.execute("SELECT set_config('harbour.counting', access_counting_mark(), true)")
        Episode.objects.bulk_create(rows)
        cursor.execute("SELECT set_config('harbour.counting', '', true)")
        cursor.execute(
            "INSERT INTO reporting_frozenperiod (code, frozen_at, frozen_by_id, persons, snapshot)"
            " VALUES (%s, %s, %s, %s, reporting_snapshot(%s))",
            [quarter.code, moment, officer.pk, sum(row.in_cohort for row in rows), quarter.code],
        )
        _sign(cursor, quarter, moment, director)
    return True


def freeze_and_sign(period: Period, today: dt.date) -> bool:
    """Freeze what the demonstration's cases say; False where it is signed already.

    Raises:
        NotADemonstration: demo mode is off.
    """
    _require_demo()
    known = FrozenPeriod.objects.filter(code=period.code).first()
    if known is not None and known.is_signed:
        return False
    moment, (officer, director) = _morning_after(period, today), _signers()
    with transaction.atomic(), connection.cursor() as cursor:
        if known is None:
            cursor.execute(
                "SELECT reporting_freeze_rows(%s, %s, %s)", [period.code, moment, officer.pk]
            )
        _sign(cursor, period, moment, director)
    return True


def _require_demo() -> None:
    if not settings.DEMO_MODE:
        raise NotADemonstration("This casebase is not a demonstration: nothing is invented here.")


def _sign(cursor: Any, period: Period, moment: dt.datetime, director: User) -> None:
    cursor.execute("SELECT reporting_sign_rows(%s, %s, %s)", [period.code, moment, director.pk])


def _confirm(period: Period, besides: tuple[str, ...] = ("partner",)) -> None:
    """In time: a week before the cohort closes."""
    moment = _morning(period.closes_on - dt.timedelta(days=7))
    agencies = Agency.objects.filter(is_active=True).exclude(code__in=(*besides, "secretariat"))
    known = set(Confirmation.objects.filter(period=period.code).values_list("agency", flat=True))
    for agency in agencies.exclude(pk__in=known):
        worker = Membership.objects.filter(agency=agency).select_related("user").first()
        if worker is not None:
            Confirmation.objects.create(
                period=period.code, agency=agency, confirmed_by=worker.user, confirmed_at=moment
            )


def _signers() -> tuple[User, User]:
    """The invented officer who freezes and the invented director who signs."""
    places = Membership.objects.select_related("user").order_by("pk")
    return places.filter(role=Role.ME_VIEWER)[0].user, places.filter(role=Role.DIRECTOR)[0].user


def _morning_after(period: Period, today: dt.date) -> dt.datetime:
    """A few days after the cohort may be closed, and never in the future."""
    return _morning(min(period.closes_on + dt.timedelta(days=5), today))


def _morning(day: dt.date) -> dt.datetime:
    return timezone.make_aware(dt.datetime.combine(day, dt.time(9)))
