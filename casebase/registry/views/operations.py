"""Rescue operations, and the page on which their children are registered."""

from __future__ import annotations

import contextlib
from typing import Any

from django.db import IntegrityError
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.views.decorators.http import require_http_methods

from casebase.access import harvest
from casebase.access.enums import Action
from casebase.access.harvest import OverBudget
from casebase.access.pages import CaseRequest, page
from casebase.registry.case_cards import suspects_of
from casebase.registry.forms.counting import AskForm
from casebase.registry.forms.intake import IntakeForm
from casebase.registry.forms.operations import OperationForm
from casebase.registry.matching.scoring import LIKELY, POSSIBLE, Traits
from casebase.registry.models import Case, Operation
from casebase.registry.queries import operation_or_404, operation_view, operations_page
from casebase.registry.reports_seen import report_by
from casebase.registry.services.ask_access import CannotAsk, ask_access
from casebase.registry.services.correct_operation import may_correct
from casebase.registry.services.day_found import CannotBe
from casebase.registry.services.find_candidates import (
    Found,
    TooManySearches,
    find_candidates,
)
from casebase.registry.services.plan_operation import open_operation
from casebase.registry.services.receive_report import AlreadyTriaged, triage_report
from casebase.registry.services.register_child import (
    CannotRegister,
    register_child,
    require_desk,
    sent_before,
)
from casebase.registry.services.sent_before import SavedAlready
from casebase.registry.services.traits import traits_of_intake
from casebase.registry.views import drafts
from casebase.registry.views.opening import lead_to, words_of


@page(action=Action.SEE_CASES, records="operation.list")
def operations(request: CaseRequest) -> HttpResponse:
    found = operations_page(request.GET.get("after", ""))
    request.trail.saw(*(operation.pk for operation in found.operations))
    context = {"page": found, "may_register": request.viewer.may(Action.REGISTER)}
    return render(request, "registry/operations.html", context)


@page(action=Action.REGISTER, records="operation.create")
@require_http_methods(["GET", "POST"])
def new_operation(request: CaseRequest) -> HttpResponse:
    draft = drafts.keeping(request, "draft_operation")
    form = OperationForm(
        request.POST or None, own_agency=request.viewer.agency_id,
        initial=draft.initial(OperationForm),
    )  # fmt: skip
    if form.is_valid():
        try:
            operation = open_operation(
                viewer=request.viewer, today=timezone.localdate(), **form.cleaned_data
            )
            _came_of_a_report(request, operation=operation)
            return draft.saved(lead_to(operation.reference, "opened", page="operation"))
        except CannotBe as error:
            form.add_error(error.field, str(error))
        except SavedAlready as error:
            drafts.ask_again(form, error)
        except IntegrityError as error:
            return drafts.once_more(request, error)
    code = 422 if request.method == "POST" else 200
    context = {"form": form, "draft": draft}
    return render(request, "registry/operation_new.html", context, status=code)


@page(action=Action.SEE_CASES, records="operation.read")
def operation(request: CaseRequest, reference: str) -> HttpResponse:
    found = operation_or_404(reference)
    view = operation_view(found, request.viewer)
    texts = Operation.sealed_columns() if view.is_opened else ()
    if texts:
        harvest.spend(request.viewer, harvest.OPENING, found.pk)
    request.trail.saw(found.pk, *(case.pk for case in view.cases), fields=texts)
    suspects = None
    if request.viewer.may(Action.SEE_SUSPECTS):
        suspects = suspects_of(operation_id=found.pk)
        request.trail.saw(*(suspect.suspect_id for suspect in suspects))
    context = {
        "view": view,
        "may_register": request.viewer.may(Action.REGISTER),
        "may_correct": request.viewer.may(Action.REGISTER) and may_correct(found, request.viewer),
        "suspects": suspects,
        "done": words_of(request.GET.get("done", ""), found.reference),
    }
    return render(request, "registry/operation.html", context)


@page(action=Action.REGISTER, records="case.register")
@require_http_methods(["GET", "POST"])
def add_child(request: CaseRequest, reference: str) -> HttpResponse:
    """Register a child of an operation: the operation knows the day and the region."""
    found = operation_or_404(reference)
    return _register(request, found, drafts.keeping(request, "draft_child", found))


@page(action=Action.REGISTER, records="case.register")
@require_http_methods(["GET", "POST"])
def register(request: CaseRequest) -> HttpResponse:
    """Register a child who was found outside an operation."""
    return _register(request, None, drafts.keeping(request, "draft_registration"))


def _register(
    request: CaseRequest, operation: Operation | None, draft: drafts.Keeping
) -> HttpResponse:
    """The form, the forced search (T1 step 3), and only then the new case."""
    form = IntakeForm(
        request.POST or None, today=timezone.localdate(), operation=operation,
        initial=draft.initial(IntakeForm),
    )  # fmt: skip
    context: dict[str, object] = {"form": form, "operation": operation, "draft": draft}
    code = 422 if request.method == "POST" else 200
    if form.is_valid() and request.POST.get("step") != "change":
        try:
            answer = _search_then_register(request, form, context)
            return draft.saved(answer) if answer.status_code == 302 else answer
        except SavedAlready as error:
            drafts.ask_again(form, error)
        except IntegrityError as error:
            return drafts.once_more(request, error)
        except (CannotRegister, CannotAsk) as error:
            form.add_error(None, str(error))
        except (TooManySearches, OverBudget) as error:
            over = error.budget if isinstance(error, OverBudget) else harvest.SEARCHING
            form.add_error(None, f"{over.heading}. {over.says}")
            request.over_budget, code = over, 429  # the alert outlives the page
    elif not form.errors:
        code = 200
    return render(request, "registry/register.html", context, status=code)


def _search_then_register(
    request: CaseRequest, form: IntakeForm, context: dict[str, Any]
) -> HttpResponse:
    intake, operation = form.intake(), context["operation"]
    require_desk(request.viewer)
    case = sent_before(intake)
    if case is None:
        traits = traits_of_intake(intake)
        found = _search(request, traits)
        seal = found.seal(intake.submission)
        asking = AskForm(request.POST if "ask" in request.POST else None, found=found)
        if asking.is_valid():
            ask_access(viewer=request.viewer, traits=traits, **asking.cleaned_data)
        was_shown = constant_time_compare(request.POST.get("shown", ""), seal)
        if not found.is_empty and not (was_shown and request.POST.get("step") == "new"):
            thresholds = {"possible": POSSIBLE, "likely": LIKELY}
            context.update(found=found, seal=seal, asking=asking, asked=asking.asked_desk)
            context.update(thresholds=thresholds)
            return render(request, "registry/candidates.html", context)
        case = register_child(viewer=request.viewer, intake=intake, operation=operation)
    request.trail.saw(case.pk)
    _came_of_a_report(request, case=case)
    return lead_to(case.reference, "registered")


def _search(request: CaseRequest, traits: Traits) -> Found:
    """Counted whatever comes of it; each child that is named counts as revealed (control 40)."""
    harvest.spend_search(request.viewer)
    found = find_candidates(traits=traits, trail=request.trail)
    try:
        for candidate in found.own:
            harvest.spend(request.viewer, harvest.REVEALING, candidate.case.pk)
    except OverBudget as over:  # a child in front of somebody can still be registered
        harvest.alarm(request.viewer, over.budget)
        request.trail.fields.clear()
        return found.without_names()
    return found


def _came_of_a_report(
    request: CaseRequest, *, operation: Operation | None = None, case: Case | None = None
) -> None:
    """Where the page was opened from a tip-off (`?report=`), the tip-off is decided with it."""
    report = report_by(request.GET.get("report", ""))
    if report is not None:
        with contextlib.suppress(AlreadyTriaged):  # somebody was faster; both records stand
            triage_report(report=report, viewer=request.viewer, operation=operation, case=case)
