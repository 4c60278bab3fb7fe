"""The release calendar: what comes when, and what came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from portal.statistics.models import ReleasePage
from portal.statistics.periods import Period

QUARTERS_BEFORE, QUARTERS_AFTER = 5, 5


@dataclass(frozen=True)
class Line:
    """One period in the calendar.

    Attributes:
        url: of its newest public version; empty where it has none.
        is_due: its day has come, and nothing was published.
    """

    title: str
    kind: str
    ends_on: dt.date
    closes_on: dt.date
    published_on: dt.date
    url: str
    is_due: bool


@dataclass(frozen=True)
class Calendar:
    coming: tuple[Line, ...]
    past: tuple[Line, ...]


def calendar(*, today: dt.date | None = None) -> Calendar:
    """A good year back and a good year ahead, and whatever was published before; one query."""
    today = today or timezone.localdate()
    known = dict(ReleasePage.objects.live().order_by("sequence").values_list("period", "slug"))
    periods = set(_around(today)) | {p for code in known if (p := Period.of_code(code))}
    lines = [_line(period, known.get(period.code, ""), today) for period in _ordered(periods)]
    coming = [line for line in lines if line.published_on > today and not line.url]
    past = [line for line in lines if line.url or line.published_on <= today]
    return Calendar(tuple(coming), tuple(reversed(past)))


def _around(today: dt.date) -> Iterator[Period]:
    period = Period.of_day(today)
    for _ in range(QUARTERS_BEFORE):
        period = period.previous
    for _ in range(QUARTERS_BEFORE + QUARTERS_AFTER):
        yield period
        if period.quarter == 4:  # a year comes with its last quarter
            yield Period(period.year)
        period = period.next


def _ordered(periods: set[Period]) -> list[Period]:
    return sorted(periods, key=lambda period: (period.published_on, period.kind))


def _line(period: Period, slug: str, today: dt.date) -> Line:
    return Line(
        title=period.title if period.quarter else f"The year {period.year}",
        kind=period.kind,
        ends_on=period.ends_on,
        closes_on=period.closes_on,
        published_on=period.published_on,
        url=f"/statistics/{slug}/" if slug else "",
        is_due=not slug and period.published_on <= today,
    )
