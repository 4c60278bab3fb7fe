"""Tip-offs as their desk reads them."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q
from django.http import Http404

from casebase.registry.codes import references
from casebase.registry.codes.words import ReportState
from casebase.registry.models import Report
from casebase.registry.queries import ABSENT, PAGE, case_key_or_none, opened_text


@dataclass(frozen=True)
class ReportsPage:
    reports: list[Report]
    next_mark: str
    waiting_only: bool


@dataclass(frozen=True)
class ReadReport:
    """A tip-off in the clear; a text is None where the record is damaged."""

    report: Report
    told: str | None
    place: str | None
    informant: str | None


def report_or_404(reference: str) -> Report:
    """The tip-off of this number, if it is the viewer's desk's or agency's.

    Raises:
        Http404: absent, or somebody else's: the answer is the same.
    """
    found = report_by(reference)
    if found is None:
        raise Http404(ABSENT)
    return found


def report_by(reference: str) -> Report | None:
    return (
        Report.objects.select_related("region", "agency", "received_by", "operation", "case")
        .filter(reference=references.read(reference) or "")
        .first()
    )


def reports_page(*, after: str, waiting_only: bool) -> ReportsPage:
    """Tip-offs, newest first; keyset by day and id."""
    found = Report.objects.select_related("region")
    if waiting_only:
        found = found.filter(state=ReportState.WAITING)
    day, _, key = after.partition("_")
    with contextlib.suppress(ValueError):
        moment, last = dt.date.fromisoformat(day), UUID(key)
        found = found.filter(Q(received_on__lt=moment) | Q(received_on=moment, pk__lt=last))
    rows = list(found.order_by("-received_on", "-pk")[: PAGE + 1])
    last_row = rows[PAGE - 1] if len(rows) > PAGE else None
    mark = f"{last_row.received_on.isoformat()}_{last_row.pk}" if last_row else ""
    return ReportsPage(rows[:PAGE], mark, waiting_only)


def read_report(report: Report) -> ReadReport:
    key = case_key_or_none(report.pk)
    return ReadReport(
        report,
        opened_text(report, key, "told"),
        opened_text(report, key, "place"),
        opened_text(report, key, "informant"),
    )
