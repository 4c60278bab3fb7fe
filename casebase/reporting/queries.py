"""How far each period is, what waits for whom, and what of each cohort is spent.

Nothing here counts a person: that is `validation.py`, which asks once whatever the period holds.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum

from django.db import connection

from casebase.access.enums import Action, Role
from casebase.access.models import Membership
from casebase.access.roles import ROLES
from casebase.access.viewer import Viewer
from casebase.reporting.models import Confirmation, Correction, FrozenPeriod, LedgerEvent
from casebase.reporting.models import Reservation as Spent
from casebase.reporting.periods import Period
from casebase.reporting.rls_freezing import CAP
from portal.core.models import Agency

# Whoever works on cases; an agency with one of them has a part in the figures.
WORKERS = (
    Role.CASEWORKER, Role.SHELTER_STAFF, Role.POLICE_INVESTIGATOR, Role.DESK_OFFICER,
    Role.SUPERVISOR,
)  # fmt: skip
CONFIRMERS = tuple(role for role, reach in ROLES.items() if Action.CONFIRM_FIGURES in reach.actions)
BEFORE_ANY = 4  # quarters that are offered where none is frozen yet
State = LedgerEvent.State


class Stage(IntEnum):
    """How far a period is; each comes after the one above."""

    BEFORE = 0  # older than the first frozen quarter: never counted here
    RUNNING = 1
    OPEN = 2
    CLOSED = 3
    FROZEN = 4
    SIGNED = 5
    RESERVED = 6
    DRAWN = 7
    MADE = 8
    PUBLISHED = 9


_OF_EVENT = {State.DRAWN: Stage.DRAWN, State.MADE: Stage.MADE, State.PUBLISHED: Stage.PUBLISHED}


@dataclass(frozen=True)
class ExpectedAgency:
    """An agency whose part belongs in a period.

    Attributes:
        confirmed: None until it says that its part is complete.
        confirmers: names of those who can say so.
    """

    pk: int
    code: str
    name: str
    confirmed: Confirmation | None
    confirmers: tuple[str, ...]


@dataclass(frozen=True)
class Release:
    """One measurement of a period, as far as the ledger has it."""

    spent: Spent
    events: tuple[LedgerEvent, ...]  # in the order they happened

    @property
    def stage(self) -> Stage:
        return max((_OF_EVENT[State(event.state)] for event in self.events), default=Stage.RESERVED)


@dataclass(frozen=True)
class Standing:
    """One period as one viewer finds it on a day.

    Attributes:
        expected: agencies that take part, by name; empty for a year.
        blocked_by: what must be frozen (for a year: signed) before this one.
    """

    period: Period
    today: dt.date
    frozen: FrozenPeriod | None
    expected: tuple[ExpectedAgency, ...]
    releases: tuple[Release, ...]
    blocked_by: tuple[Period, ...]
    is_before: bool

    @property
    def waiting(self) -> tuple[ExpectedAgency, ...]:
        return tuple(agency for agency in self.expected if agency.confirmed is None)

    @property
    def stage(self) -> Stage:
        if self.frozen is None:
            return self._stage_before_freezing
        if not self.frozen.is_signed:
            return Stage.FROZEN
        return max((release.stage for release in self.releases), default=Stage.SIGNED)

    @property
    def _stage_before_freezing(self) -> Stage:
        if self.is_before:
            return Stage.BEFORE
        if self.today <= self.period.ends_on:
            return Stage.RUNNING
        return Stage.CLOSED if self.period.is_closed_on(self.today) else Stage.OPEN

    @property
    def is_late(self) -> bool:
        """Whether an agency that has not confirmed is late."""
        return self.period.is_closed_on(self.today)

    @property
    def may_be_confirmed(self) -> bool:
        return self.stage in {Stage.OPEN, Stage.CLOSED} and self.period.kind == "quarter"

    @property
    def may_be_frozen(self) -> bool:
        return self.stage is Stage.CLOSED and not self.blocked_by

    def own(self, viewer: Viewer) -> ExpectedAgency | None:
        """The viewer's agency, if the period expects it."""
        return next((one for one in self.expected if one.pk == viewer.agency_id), None)


@dataclass(frozen=True)
class Cohort:
    """What one quarter's persons have paid so far, of what they may ever pay."""

    quarter: str
    for_what: tuple[str, ...]
    spent: Decimal
    cap: Decimal

    @property
    def left(self) -> Decimal:
        return self.cap - self.spent


def standings(*, today: dt.date) -> list[Standing]:
    """Every period that is counted here, newest first: six queries, however many there are."""
    frozen = {one.code: one for one in _frozen()}
    shown = _shown(frozen, today)
    expected = expected_agencies(shown, day=today)
    releases = _releases(shown)
    return [
        _standing(period, today, frozen, expected[period.code], releases.get(period.code, ()))
        for period in shown
    ]


def standing(period: Period, *, today: dt.date) -> Standing:
    """One period, whether or not the list shows it."""
    frozen = {one.code: one for one in _frozen()}
    held = frozen.get(period.code)
    day = held.frozen_at.date() if held else today
    expected = expected_agencies([period], day=day)[period.code]
    releases = _releases([period]).get(period.code, ())
    return _standing(period, today, frozen, expected, releases)


def _frozen() -> list[FrozenPeriod]:
    return list(FrozenPeriod.objects.select_related("frozen_by", "signed_by").order_by("code"))


def _standing(
    period: Period,
    today: dt.date,
    frozen: dict[str, FrozenPeriod],
    expected: tuple[ExpectedAgency, ...],
    releases: tuple[Release, ...],
) -> Standing:
    first = _first(frozen)
    return Standing(
        period=period,
        today=today,
        frozen=frozen.get(period.code),
        expected=expected,
        releases=releases,
        blocked_by=_blocked_by(period, frozen),
        is_before=first is not None and period.quarters[0] < first,
    )


def _first(frozen: Iterable[str]) -> Period | None:
    """The first quarter that was ever frozen."""
    quarters = [Period.of_code(code) for code in frozen if "Q" in code]
    return min(quarters, default=None)


def _blocked_by(period: Period, frozen: dict[str, FrozenPeriod]) -> tuple[Period, ...]:
    if period.kind == "year":
        signed = {code for code, one in frozen.items() if one.is_signed}
        return tuple(one for one in period.quarters if one.code not in signed)
    before = period.previous
    return () if _first(frozen) is None or before.code in frozen else (before,)


def _shown(frozen: dict[str, FrozenPeriod], today: dt.date) -> list[Period]:
    """From the running quarter back to the first frozen one; a year with all of its quarters."""
    running = Period.of_day(today)
    first = _first(frozen) or _back(running, BEFORE_ANY)
    shown, quarter = [], running
    while quarter >= first:
        is_last = quarter == running or quarter.quarter == 4
        if is_last and Period(quarter.year, 1) >= first:
            shown.append(Period(quarter.year))
        shown.append(quarter)
        quarter = quarter.previous
    return shown


def _back(period: Period, count: int) -> Period:
    return period if count == 0 else _back(period.previous, count - 1)


def expected_agencies(
    periods: Iterable[Period], *, day: dt.date
) -> dict[str, tuple[ExpectedAgency, ...]]:
    """By period, the active agencies in which somebody works on cases on the day, by name.

    A year has none: it is its quarters, and they were confirmed.
    """
    quarters = [period for period in periods if period.kind == "quarter"]
    current = Membership.objects.current_on(day)
    at_work = current.filter(role__in=WORKERS).values("agency_id")
    agencies = list(Agency.objects.filter(is_active=True, pk__in=at_work).order_by("name"))
    names = _confirmers(day) if agencies else {}
    said = {
        (one.period, one.agency_id): one
        for one in Confirmation.objects.select_related("confirmed_by").filter(
            period__in=[period.code for period in quarters]
        )
    }
    none: dict[str, tuple[ExpectedAgency, ...]] = {period.code: () for period in periods}
    return none | {
        period.code: tuple(
            ExpectedAgency(
                one.pk, one.code, one.name, said.get((period.code, one.pk)), names.get(one.pk, ())
            )
            for one in agencies
        )
        for period in quarters
    }


def _confirmers(day: dt.date) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    able = Membership.objects.current_on(day).filter(role__in=CONFIRMERS, user__is_active=True)
    for member in able.select_related("user").order_by("user__name", "pk"):
        found[member.agency_id] = (*found.get(member.agency_id, ()), member.user.get_full_name())
    return found


def _releases(periods: Iterable[Period]) -> dict[str, tuple[Release, ...]]:
    """By period; empty for a viewer who sees nothing of the ledger."""
    spent = Spent.objects.filter(period__in=[period.code for period in periods])
    events: dict[object, list[LedgerEvent]] = {}
    # The site may not read the protected file, so it is never asked for.
    kept = LedgerEvent.objects.only("reservation_id", "state", "at", "sequence")
    for event in kept.filter(reservation__in=spent.values("pk")).order_by("at", "pk"):
        events.setdefault(event.reservation_id, []).append(event)
    found: dict[str, tuple[Release, ...]] = {}
    for one in spent.order_by("reserved_at", "pk"):
        release = Release(one, tuple(events.get(one.pk, ())))
        found[one.period] = (*found.get(one.period, ()), release)
    return found


def cohorts() -> list[Cohort]:
    """What each frozen quarter's persons have paid, newest first; for those who see the ledger."""
    quarters = FrozenPeriod.objects.filter(code__contains="Q").order_by("-code")
    spent = list(Spent.objects.order_by("reserved_at", "pk"))
    return [_cohort(code, spent) for code in quarters.values_list("code", flat=True)]


def _cohort(quarter: str, spent: Iterable[Spent]) -> Cohort:
    paid = [one for one in spent if quarter in one.quarters]
    return Cohort(
        quarter=quarter,
        for_what=tuple(f"{one.programme} of {one.period}" for one in paid),
        spent=sum((one.rho for one in paid), Decimal(0)),
        cap=Decimal(CAP),
    )


# --- corrections

COHORT = "cohort"
FIGURES = {
    COHORT: "Persons first identified, the total that is published",
    "5": "Persons identified as possible or actual victims",
    "6": "Persons decided to be victims",
    "7": "Persons decided to be no victims",
}


@dataclass(frozen=True)
class Drift:
    """A frozen figure beside what its records say today.

    Attributes:
        figure: the number of the indicator, or COHORT.
        merged, undone, decided: how many persons behind the difference, by why.
    """

    figure: str
    was: int
    today: int
    merged: int
    undone: int
    decided: int

    @property
    def name(self) -> str:
        return FIGURES[self.figure]

    @property
    def differs(self) -> bool:
        return self.was != self.today

    @property
    def reason(self) -> str:
        """What explains most of the difference; a record was mended where nothing else does."""
        causes = (
            (self.merged, Correction.Reason.MERGED),
            (self.undone, Correction.Reason.UNDONE),
            (self.decided, Correction.Reason.STATUS),
        )
        most = max(causes, key=lambda cause: cause[0])
        return str(most[1] if most[0] else Correction.Reason.CORRECTED)


def drift_of(period: Period) -> list[Drift]:
    """Each figure of a frozen period as it was, and as the same records would have it today.

    What was recorded after the freezing is left out: it counts in the next quarter. A year is the
    sum of its quarters. Only for a viewer who sees all agencies' figures.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT d.figure, sum(d.was), sum(d.today), sum(d.merged), sum(d.undone),"
            " sum(d.decided) FROM unnest(%s::text[]) AS q (code)"
            " CROSS JOIN LATERAL reporting_drift(q.code) d GROUP BY d.figure",
            [[quarter.code for quarter in period.quarters]],
        )
        found = {row[0]: Drift(row[0], *map(int, row[1:])) for row in cursor.fetchall()}
    return [found[figure] for figure in FIGURES]


def corrections_of(period: Period) -> list[Correction]:
    """What was noted beside the first figures, oldest first; of a year, that of its quarters."""
    codes = [period.code, *(quarter.code for quarter in period.quarters)]
    noted = Correction.objects.filter(period__in=codes).select_related("noted_by")
    return list(noted.order_by("period", "indicator", "noted_at", "pk"))


def standing_figures(period: Period) -> dict[int, int]:
    """By indicator, the figure that stands: as frozen, or as the last correction has it."""
    frozen = {int(one.figure): one.was for one in drift_of(period) if one.figure != COHORT}
    return frozen | {one.indicator: one.now for one in corrections_of(period)}
