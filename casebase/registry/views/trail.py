"""Reading the trail: all of it, and what concerns one child."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from casebase.access.enums import Action, Role
from casebase.access.pages import CaseRequest, page
from casebase.audit import queries as audit
from casebase.audit.queries import PAGE_SIZE
from casebase.registry.codes import references
from casebase.registry.forms.trail import TrailFilterForm, people
from casebase.registry.queries import ABSENT, case_or_404
from casebase.registry.trail_lines import case_id_of, lines_of
from portal.core.views_account import number_or_nothing


@page(action=Action.SEE_TRAIL, records="audit.read")
@require_GET
def trail(request: CaseRequest) -> HttpResponse:
    """The whole trail, newest first, and what the last check of it found."""
    form = TrailFilterForm(request.GET, people=people())
    status = 200 if form.is_valid() else 422
    entries = audit.entries(
        form.filters(), before=form.cleaned_data.get("before"), size=PAGE_SIZE + 1
    )
    found = lines_of(entries)
    request.trail.saw(*found.case_ids)
    context = {
        "form": form,
        "found": found,
        "checks": audit.last_checks(),
        "next_address": _address(request, found.next_before),
    }
    return render(request, "audit/trail.html", context, status=status)


@page(action=Action.SEE_TRAIL, records="audit.check_asked")
@require_POST
def ask_check(request: CaseRequest) -> HttpResponse:
    """Have the worker check the whole trail; the page shows how far it is."""
    audit.ask_for_check()
    return redirect("audit")


@page(action=Action.OWN_ACCOUNT, records="audit.case_read")
@require_GET
def seen_by(request: CaseRequest, reference: str) -> HttpResponse:
    """Who looked at one child: for its owner, a supervisor and an auditor."""
    case_id = _case_of(request, reference)
    request.trail.saw(case_id)
    before = number_or_nothing(request.GET.get("before", ""))
    entries = audit.entries_of_case(case_id, before=before or None, size=PAGE_SIZE + 1)
    found = lines_of(entries)
    context = {
        "reference": references.read(reference),
        "found": found,
        "may_open_case": request.viewer.may(Action.SEE_CASES),
        "next_address": _address(request, found.next_before),
    }
    return render(request, "audit/seen_by.html", context)


def _case_of(request: CaseRequest, reference: str) -> UUID:
    """The case's id.

    Raises:
        Http404: there is none, or none that the viewer sees.
        PermissionDenied: they see the case, but who looked at it is not theirs to know.
    """
    if request.viewer.role == Role.AUDITOR:
        case_id = case_id_of(references.read(reference) or "")
        if case_id is None:
            raise Http404(ABSENT)
        return case_id
    case = case_or_404(reference)
    if case.owner_id != request.viewer.pk and request.viewer.role != Role.SUPERVISOR:
        raise PermissionDenied
    return case.pk


def _address(request: CaseRequest, before: int | None) -> str:
    """The next page's query string; empty on the last."""
    if before is None:
        return ""
    query = request.GET.copy()
    query["before"] = str(before)
    return "?" + query.urlencode()
