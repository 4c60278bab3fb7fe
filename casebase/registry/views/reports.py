"""Tip-offs: taken down, read, and turned into what they become."""

from __future__ import annotations

from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from casebase.access import harvest
from casebase.access.enums import Action
from casebase.access.pages import CaseRequest, page
from casebase.registry.forms.reports import ReportForm, TriageForm
from casebase.registry.models import Report
from casebase.registry.reports_seen import read_report, report_or_404, reports_page
from casebase.registry.services.receive_report import (
    AlreadyTriaged,
    CannotReceive,
    receive_report,
    triage_report,
)
from casebase.registry.services.sent_before import SavedAlready
from casebase.registry.views import drafts
from casebase.registry.views.opening import lead_to, words_of


@page(action=Action.REGISTER, records="report.list")
@require_GET
def reports(request: CaseRequest) -> HttpResponse:
    """Those of the desk or agency; the ones that wait, unless all are asked for."""
    found = reports_page(
        after=request.GET.get("after", ""), waiting_only=request.GET.get("all") != "1"
    )
    request.trail.saw(*(report.pk for report in found.reports))
    return render(request, "registry/reports.html", {"page": found})


@page(action=Action.REGISTER, records="report.receive")
@require_http_methods(["GET", "POST"])
def new_report(request: CaseRequest) -> HttpResponse:
    """Write down a tip-off."""
    today = timezone.localdate()
    draft = drafts.keeping(request, "draft_tip_off")
    initial = draft.initial(ReportForm, received_on=today.isoformat())
    form = ReportForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            told = receive_report(viewer=request.viewer, told=form.report(), today=today)
            return draft.saved(lead_to(told.reference, "told", page="report"))
        except SavedAlready as error:
            drafts.ask_again(form, error)
        except IntegrityError as error:
            return drafts.once_more(request, error)
        except CannotReceive as error:
            form.add_error("received_on" if request.viewer.desk_id else None, str(error))
    code = 422 if request.method == "POST" else 200
    context = {"form": form, "draft": draft}
    return render(request, "registry/report_new.html", context, status=code)


@page(action=Action.REGISTER, records="report.read")
@require_GET
def report(request: CaseRequest, reference: str) -> HttpResponse:
    """What was told, where and by whom: counted like a case that is opened."""
    return _shown(request, report_or_404(reference), TriageForm(), 200)


@page(action=Action.REGISTER, records="report.triage")
@require_POST
def triage(request: CaseRequest, reference: str) -> HttpResponse:
    """Say what became of a tip-off."""
    found = report_or_404(reference)
    form = TriageForm(request.POST)
    if form.is_valid():
        try:
            triage_report(
                report=found, viewer=request.viewer, operation=form.operation, case=form.case,
                closed_because=form.closed_because,
            )  # fmt: skip
            if form.case is not None:
                request.trail.saw(form.case.pk)
            return lead_to(found.reference, "triaged", page="report")
        except AlreadyTriaged as error:
            form.add_error(None, str(error))
    return _shown(request, found, form, 422)


def _shown(request: CaseRequest, found: Report, form: TriageForm, status: int) -> HttpResponse:
    harvest.spend(request.viewer, harvest.OPENING, found.pk)
    done = words_of(request.GET.get("done", ""), found.reference)
    context = {"read": read_report(found), "form": form, "done": done}
    request.trail.saw(found.pk, fields=found.sealed_columns())
    if found.case_id:
        request.trail.saw(found.case_id)
    return render(request, "registry/report.html", context, status=status)
