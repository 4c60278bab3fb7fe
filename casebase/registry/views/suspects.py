"""Suspects: recorded from a case or an operation, and read, inside their compartment."""

from __future__ import annotations

from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from casebase.access import harvest
from casebase.access.enums import Action
from casebase.access.pages import CaseRequest, page
from casebase.registry.forms.suspects import SuspectForm
from casebase.registry.models import Case, Operation, Suspect
from casebase.registry.queries import operation_or_404
from casebase.registry.services.edit_case import NotYours, require_yours
from casebase.registry.services.record_suspect import (
    LinkedAlready,
    link_suspect,
    record_suspect,
)
from casebase.registry.services.sent_before import SavedAlready
from casebase.registry.suspects_seen import LABELS, seen_suspect, suspect_or_404
from casebase.registry.views import drafts
from casebase.registry.views.opening import open_case


@page(action=Action.SEE_SUSPECTS, records="suspect.read")
@require_GET
def suspect(request: CaseRequest, reference: str) -> HttpResponse:
    known = suspect_or_404(reference)
    harvest.spend(request.viewer, harvest.OPENING, known.pk)
    found = seen_suspect(known)
    request.trail.saw(found.suspect.pk, *found.case_ids, fields=tuple(LABELS))
    return render(request, "registry/suspect.html", {"seen": found})


@page(action=Action.SEE_SUSPECTS, records="suspect.record")
@require_http_methods(["GET", "POST"])
def suspect_of_case(request: CaseRequest, reference: str) -> HttpResponse:
    """Record a suspect of a case, or link one who is known."""
    case = open_case(request, reference)
    draft = drafts.keeping(request, "draft_suspect_of_case", case)
    return _recorded(request, draft, case, None)


@page(action=Action.SEE_SUSPECTS, records="suspect.record")
@require_http_methods(["GET", "POST"])
def suspect_of_operation(request: CaseRequest, reference: str) -> HttpResponse:
    """Record a suspect of an operation, or link one who is known."""
    operation = operation_or_404(reference)
    draft = drafts.keeping(request, "draft_suspect_of_operation", operation)
    return _recorded(request, draft, None, operation)


def _recorded(
    request: CaseRequest, draft: drafts.Keeping, case: Case | None, operation: Operation | None
) -> HttpResponse:
    form = SuspectForm(request.POST or None, initial=draft.initial(SuspectForm))
    if form.is_valid():
        try:
            found = _saved(request, form, case, operation)
            request.trail.saw(found.pk)
            return draft.saved(redirect("suspect", reference=found.reference))
        except SavedAlready as error:
            drafts.ask_again(form, error)
        except IntegrityError as error:
            return drafts.once_more(request, error)
        except LinkedAlready as error:
            form.add_error("role", str(error))
        except NotYours as error:
            form.add_error(None, str(error))
    context = {"form": form, "case": case, "operation": operation, "draft": draft}
    code = 422 if request.method == "POST" else 200
    return render(request, "registry/suspect_new.html", context, status=code)


def _saved(
    request: CaseRequest, form: SuspectForm, case: Case | None, operation: Operation | None
) -> Suspect:
    if case is not None:
        require_yours(case)
    part = form.part(case=case, operation=operation)
    if form.known is None:
        return record_suspect(viewer=request.viewer, described=form.described(), part=part)
    link_suspect(viewer=request.viewer, suspect=form.known, part=part)
    return form.known
