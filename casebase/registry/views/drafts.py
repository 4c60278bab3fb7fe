"""Keeping what was typed: by the script every few seconds, or by "Keep for later"."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from casebase.access.enums import Action
from casebase.access.pages import CaseRequest, page
from casebase.registry.models import Case, Draft, Note
from casebase.registry.queries import case_or_404, operation_or_404
from casebase.registry.services.drafts import Kept, TooLong, forget_draft, keep_draft, kept_draft
from casebase.registry.services.edit_case import NotYours, require_yours

NOT_TYPED = {"csrfmiddlewaretoken", "discard", "step", "shown", "ask", "purpose"}


@page(action=Action.REGISTER, records="draft.keep")
@require_POST
def registration(request: CaseRequest) -> HttpResponse:
    """Of a child found outside an operation."""
    return _kept(request, Draft.Form.REGISTRATION, None, redirect("register"))


@page(action=Action.REGISTER, records="draft.keep")
@require_POST
def child_of_operation(request: CaseRequest, reference: str) -> HttpResponse:
    """Of a child of an operation."""
    operation = operation_or_404(reference)
    back = redirect("add_child", reference=operation.reference)
    return _kept(request, Draft.Form.REGISTRATION, operation.pk, back)


@page(action=Action.EDIT_CASE, records="draft.keep")
@require_POST
def note(request: CaseRequest, reference: str) -> HttpResponse:
    """Of a note on a case."""
    case = case_or_404(reference)
    request.trail.saw(case.pk)
    try:
        require_yours(case)
    except NotYours as error:
        context = {"case": case, "problem": str(error)}
        return render(request, "registry/refused.html", context, status=422)
    back = redirect("case", reference=case.reference)
    return _kept(request, Draft.Form.NOTE, case.pk, back)


def kept_of(request: CaseRequest, form: Draft.Form, subject: UUID | None) -> Kept | None:
    """What waits for this form, for a page that is opened, not sent."""
    if request.method == "POST":
        return None
    return kept_draft(viewer=request.viewer, form=form, subject=subject)


def forget_when_saved(
    request: CaseRequest, answer: HttpResponse, form: Draft.Form, subject: UUID | None
) -> HttpResponse:
    """Delete the draft with the form that became a record."""
    if request.method == "POST" and answer.status_code == 302:
        forget_draft(viewer=request.viewer, form=form, subject=subject)
    return answer


def _kept(
    request: CaseRequest, form: Draft.Form, subject: UUID | None, back: HttpResponse
) -> HttpResponse:
    by_script = request.headers.get("X-Draft") == "1"
    if "discard" in request.POST:
        forget_draft(viewer=request.viewer, form=form, subject=subject)
        return back
    if _was_saved(request.POST.get("submission", ""), form):
        return HttpResponse(status=204) if by_script else back
    fields = {name: request.POST.getlist(name) for name in request.POST if name not in NOT_TYPED}
    try:
        keep_draft(viewer=request.viewer, form=form, subject=subject, fields=fields)
    except TooLong as error:
        context = {"problem": str(error)}
        return render(request, "registry/too_long.html", context, status=413)
    return HttpResponse(status=204) if by_script else back


def _was_saved(submission: str, form: Draft.Form) -> bool:
    """A keeping that was on its way while the form itself was saved brings nothing back."""
    try:
        sent = UUID(submission)
    except ValueError:
        return False
    if form == Draft.Form.NOTE:
        return Note.objects.filter(pk=sent).exists()
    return Case.objects.filter(submission=sent).exists()
