"""Screening a child, and saying who belongs together."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from casebase.access.enums import Action
from casebase.access.pages import CaseRequest, page
from casebase.registry.codes.words import LinkKind
from casebase.registry.forms.screening import FamilyForm, ScreeningForm
from casebase.registry.services import link_persons, screen_child
from casebase.registry.services.edit_case import NotYours
from casebase.registry.services.sent_before import SavedAlready
from casebase.registry.views import drafts
from casebase.registry.views.opening import lead_to, open_case


@page(action=Action.EDIT_CASE, records="screening.keep")
@require_http_methods(["GET", "POST"])
def screening(request: CaseRequest, reference: str) -> HttpResponse:
    """Act, means and purpose on one page; what is missing is asked before it is kept."""
    found = open_case(request, reference)
    today = timezone.localdate()
    child = screen_child.is_child(found)
    draft = drafts.keeping(request, "draft_screening", found)
    form = ScreeningForm(
        request.POST or None, of_a_child=child,
        initial=draft.initial(ScreeningForm, screened_on=today.isoformat()),
    )  # fmt: skip
    if form.is_valid():
        data = form.cleaned_data
        try:
            screen_child.screen_child(
                case=found, viewer=request.viewer, submission=data["submission"],
                screened_on=data["screened_on"], signs=form.signs(), reasons=data["reasons"],
                today=today,
            )  # fmt: skip
            return draft.saved(lead_to(found.reference, "screened"))
        except SavedAlready as error:
            drafts.ask_again(form, error)
        except screen_child.CannotScreen as error:
            form.add_error("screened_on", str(error))
        except NotYours as error:
            form.add_error(None, str(error))
    context = {"case": found, "form": form, "gaps": form.gaps, "draft": draft}
    code = 422 if request.method == "POST" else 200
    return render(request, "registry/screening.html", context, status=code)


@page(action=Action.EDIT_CASE, records="family.link")
@require_http_methods(["GET", "POST"])
def family(request: CaseRequest, reference: str) -> HttpResponse:
    """Link the child to somebody whom the worker may see."""
    found = open_case(request, reference)
    form = FamilyForm(request.POST or None)
    if form.is_valid():
        request.trail.saw(form.other.pk)
        try:
            link_persons.link_persons(
                case=found, other=form.other, kind=LinkKind(form.cleaned_data["kind"]),
                viewer=request.viewer,
            )  # fmt: skip
            return lead_to(found.reference, "linked")
        except link_persons.CannotLink as error:
            form.add_error("number", str(error))
        except NotYours as error:
            form.add_error(None, str(error))
    code = 422 if request.method == "POST" else 200
    context = {
        "case": found, "form": form, "title": "Who belongs to this child?", "act": "Link the two",
    }  # fmt: skip
    return render(request, "registry/edit.html", context, status=code)


@page(action=Action.EDIT_CASE, records="family.unlink")
@require_POST
def unlink(request: CaseRequest, reference: str, link_id: UUID) -> HttpResponse:
    """Take a link back; one that is gone already stays gone."""
    found = open_case(request, reference)
    try:
        link_persons.unlink_persons(case=found, link_id=link_id)
    except (link_persons.CannotLink, NotYours) as error:
        context = {"case": found, "problem": str(error)}
        return render(request, "registry/refused.html", context, status=422)
    return lead_to(found.reference, "unlinked")
