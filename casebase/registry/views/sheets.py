"""The printable sheet of a case: each level is an address and an entry of its own in the trail."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from casebase.access import harvest
from casebase.access.enums import Action, Purpose
from casebase.access.pages import CaseRequest, page
from casebase.registry.forms.cases import RevealForm
from casebase.registry.models import Case
from casebase.registry.services import identities
from casebase.registry.services.identities import Revealed
from casebase.registry.sheets import Level, sheet_of
from casebase.registry.views.opening import open_case
from portal.core.step_up import require_step_up


@page(action=Action.SEE_CASES, records="sheet.choose")
@require_GET
def choose(request: CaseRequest, reference: str) -> HttpResponse:
    found = open_case(request, reference)
    return _choice(request, found, RevealForm(), 200)


@page(action=Action.SEE_CASES, records="sheet.referral")
@require_GET
def referral(request: CaseRequest, reference: str) -> HttpResponse:
    found = open_case(request, reference)
    return _sheet(request, found, Level.REFERRAL)


@page(action=Action.SEE_CASES, records="sheet.anonymised")
@require_GET
def anonymised(request: CaseRequest, reference: str) -> HttpResponse:
    found = open_case(request, reference)
    return _sheet(request, found, Level.ANONYMISED)


@page(action=Action.REVEAL_IDENTITY, records="sheet.full")
@require_POST
def full(request: CaseRequest, reference: str) -> HttpResponse:
    """With who the child is: a reason, and a fresh second factor."""
    found = open_case(request, reference)
    form = RevealForm(request.POST)
    if not form.is_valid():
        return _choice(request, found, form, 422)
    require_step_up(request, "sheet.full", str(found.pk), what="print who this is")
    harvest.spend(request.viewer, harvest.REVEALING, found.pk)
    purpose = Purpose(form.cleaned_data["purpose"])
    revealed = identities.reveal(case_ids=[found.pk], purpose=purpose, trail=request.trail)
    who = revealed.get(found.pk)
    if who is None or not who.is_whole:
        context = {"case": found, "identity": who, "purpose": purpose.label}
        return render(request, "registry/identity.html", context, status=403)
    return _sheet(request, found, Level.FULL, who)


def _choice(request: CaseRequest, found: Case, form: RevealForm, status: int) -> HttpResponse:
    context = {
        "case": found,
        "form": form,
        "may_reveal": request.viewer.may(Action.REVEAL_IDENTITY),
    }
    return render(request, "registry/sheet_choice.html", context, status=status)


def _sheet(
    request: CaseRequest, found: Case, level: Level, who: Revealed | None = None
) -> HttpResponse:
    now = timezone.localtime()
    sheet = sheet_of(case=found, viewer=request.viewer, level=level, now=now, who=who)
    request.trail.saw(*sheet.relatives)
    return render(request, "registry/sheet.html", {"case": found, "sheet": sheet})
