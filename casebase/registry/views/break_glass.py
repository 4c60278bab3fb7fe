"""Opening a case in an emergency, and reviewing that."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from casebase.access.enums import Action
from casebase.access.pages import CaseRequest, page
from casebase.registry.forms.emergencies import EmergencyForm
from casebase.registry.models import Emergency
from casebase.registry.services import break_glass as service
from casebase.registry.views import drafts
from casebase.registry.views.opening import lead_to
from casebase.vault.errors import KeyErased, RecordDamaged
from casebase.vault.services import case_key
from portal.core.step_up import require_step_up
from portal.core.views_account import uuid_or_nothing


@page(action=Action.BREAK_GLASS, records="emergency.open")
def break_glass(request: CaseRequest) -> HttpResponse:
    draft = drafts.keeping(request, "draft_emergency")
    form = EmergencyForm(request.POST or None, initial=draft.initial(EmergencyForm))
    status = 200 if request.method != "POST" else 422
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        about = given["reference"].strip().upper()
        require_step_up(request, "case.break_glass", about, what="open this case in an emergency")
        try:
            opening = service.break_glass(viewer=request.viewer, **given)
        except service.CannotOpen as error:
            form.add_error(None, str(error))
            status = 403
        else:
            request.trail.saw(opening.case_id)
            request.trail.purpose = given["reason"]
            return draft.saved(lead_to(opening.reference, "emergency"))
    context = {"form": form, "draft": draft}
    return render(request, "registry/break_glass.html", context, status=status)


@page(action=Action.SEE_CASES, records="emergency.read")
def emergencies(request: CaseRequest) -> HttpResponse:
    """For whoever holds the case, whoever opened it, and whoever reviews it."""
    viewer, now, problem = request.viewer, timezone.now(), ""
    if request.method == "POST":
        found = get_object_or_404(
            service.seen_by(viewer), pk=uuid_or_nothing(request.POST.get("emergency", ""))
        )
        request.trail.saw(found.case_id)
        try:
            service.review(viewer=viewer, emergency=found, verdict=_verdict(request))
            return redirect("break_glass_reviews")
        except service.CannotReview as error:
            problem = str(error)
    lines = []
    for one in service.seen_by(viewer)[:100]:
        request.trail.saw(one.case_id)
        is_open, may_review = one.reviewed_at is None, service.reviews(viewer, one)
        lines.append(
            {
                "emergency": one,
                "text": _text(one) if may_review else "",
                "is_overdue": is_open and one.review_due_at < now,
                "may_review": is_open and may_review,
            }
        )
    context = {"lines": lines, "problem": problem}
    status = 422 if problem else 200
    return render(request, "registry/emergencies.html", context, status=status)


def _verdict(request: CaseRequest) -> str:
    is_right = request.POST.get("verdict") == Emergency.Verdict.JUSTIFIED
    return Emergency.Verdict.JUSTIFIED if is_right else Emergency.Verdict.UNJUSTIFIED


def _text(emergency: Emergency) -> str:
    try:
        return emergency.opened(case_key(emergency.case_id), "text")["text"]
    except RecordDamaged:
        return "This record is damaged."
    except KeyErased:
        return "This case was erased, and the reason in words with it."
