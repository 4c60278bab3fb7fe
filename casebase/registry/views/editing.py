"""Changing a case: its cards, who the child is, its end and its going on."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from casebase.access import harvest
from casebase.access.enums import Action, Purpose
from casebase.access.pages import CaseRequest, page
from casebase.registry.codes.words import CloseReason, ReopenReason, Stage
from casebase.registry.forms import editing as forms_
from casebase.registry.forms.editing import BasedForm, IdentityForm
from casebase.registry.models import Case, Operation
from casebase.registry.queries import ABSENT, operation_or_404
from casebase.registry.services import (
    close_case,
    correct_identity,
    correct_operation,
    edit_case,
    identities,
)
from casebase.registry.services.day_found import CannotBe
from casebase.registry.views import drafts
from casebase.registry.views.opening import lead_to, open_case
from casebase.vault.services import RecordDamaged
from portal.core.services import DomainError
from portal.core.step_up import require_step_up


@page(action=Action.EDIT_CASE, records="case.edit")
@require_http_methods(["GET", "POST"])
def edit(request: CaseRequest, reference: str, card: str) -> HttpResponse:
    """One card of a case."""
    if card not in edit_case.CARDS:
        raise Http404(ABSENT)
    found = open_case(request, reference)
    form = forms_.CARD_FORMS[card](
        request.POST or None, now=edit_case.values_of(found, card), version=found.version
    )
    if missing := _unsettled(request):
        return _both(request, found, form, _again(form, missing), 422)
    if form.is_valid():
        try:
            edit_case.edit_case(
                case=found, viewer=request.viewer, card=card, base=form.base,
                version=form.cleaned_data["version"] or 0, values=form.cleaned_data,
                today=timezone.localdate(),
            )  # fmt: skip
            return lead_to(found.reference, "changed")
        except edit_case.ChangedMeanwhile as error:
            return _both(request, found, form, error.clashes, 409)
        except CannotBe as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        except (edit_case.NotYours, edit_case.CaseIsClosed) as error:
            form.add_error(None, str(error))
    context = {"case": found, "form": form, "title": forms_.CARD_TITLES[card]}
    return render(request, "registry/edit.html", context, status=_status(request))


@page(action=Action.REGISTER, records="operation.correct")
@require_http_methods(["GET", "POST"])
def edit_operation(request: CaseRequest, reference: str) -> HttpResponse:
    """What is written of an operation."""
    found = operation_or_404(reference)
    harvest.spend(request.viewer, harvest.OPENING, found.pk)
    request.trail.saw(found.pk, fields=Operation.sealed_columns())
    form = forms_.OperationFactsForm(
        request.POST or None, operation=found, now=correct_operation.values_of(found),
        version=found.version,
    )  # fmt: skip
    if missing := _unsettled(request):
        return _both(request, found, form, _again(form, missing), 422)
    if form.is_valid():
        try:
            changed = correct_operation.correct_operation(
                operation=found, viewer=request.viewer, base=form.base, values=form.cleaned_data,
                today=timezone.localdate(),
            )  # fmt: skip
            if "starts_on" in changed:  # its children moved with it
                request.trail.saw(*found.cases.values_list("pk", flat=True))
            return lead_to(found.reference, "changed", page="operation")
        except edit_case.ChangedMeanwhile as error:
            return _both(request, found, form, error.clashes, 409)
        except CannotBe as error:
            form.add_error(error.field if error.field in form.fields else None, str(error))
        except correct_operation.NotYourOperation as error:
            form.add_error(None, str(error))
    context = {"operation": found, "form": form}
    return render(request, "registry/operation_edit.html", context, status=_status(request))


@page(action=Action.REVEAL_IDENTITY, records="identity.correct")
@require_POST
def correct(request: CaseRequest, reference: str) -> HttpResponse:
    """Correct who the child is: shown for the purpose of correcting, after a fresh factor."""
    found = open_case(request, reference)
    request.trail.purpose = Purpose.CORRECTION
    try:
        edit_case.require_yours(found)
    except edit_case.NotYours as error:  # before anything of it is shown
        context = {"case": found, "problem": str(error)}
        return render(request, "registry/refused.html", context, status=422)
    require_step_up(request, "identity.correct", str(found.pk), what="correct who this is")
    harvest.spend(request.viewer, harvest.REVEALING, found.pk)
    revealed = identities.reveal(
        case_ids=[found.pk], purpose=Purpose.CORRECTION, trail=request.trail
    ).get(found.pk)
    if revealed is None or not revealed.is_whole:
        context = {"case": found, "identity": revealed, "purpose": Purpose.CORRECTION.label}
        return render(request, "registry/identity.html", context, status=403)
    sent = request.POST if "base-given_name" in request.POST else None
    form = IdentityForm(sent, now=revealed.texts, found_on=found.identified_on)
    if missing := _unsettled(request):
        return _both(request, found, form, _again(form, missing), 422)
    if form.is_valid():
        answer = _corrected(request, found, form)
        if answer is not None:
            return answer
    corrected = {"case": found, "form": form, "title": "Correct who this is"}
    return render(request, "registry/edit.html", corrected, status=422 if sent else 200)


def _corrected(request: CaseRequest, found: Case, form: IdentityForm) -> HttpResponse | None:
    try:
        correct_identity.correct_identity(
            case=found, viewer=request.viewer, trail=request.trail, base=form.base,
            texts=form.texts(),
        )  # fmt: skip
    except edit_case.ChangedMeanwhile as error:
        return _both(request, found, form, error.clashes, 409)
    except CannotBe as error:
        form.add_error(error.field, str(error))
        return None
    except (edit_case.NotYours, correct_identity.IdentityNotOpen, RecordDamaged) as error:
        form.add_error(None, str(error))
        return None
    return lead_to(found.reference, "changed")


@page(action=Action.EDIT_CASE, records="case.close")
@require_http_methods(["GET", "POST"])
def close(request: CaseRequest, reference: str) -> HttpResponse:
    """End a case, with a reason."""

    def act(case: Case, data: dict[str, object]) -> None:
        close_case.close_case(
            case=case, viewer=request.viewer, today=timezone.localdate(),
            **{**data, "reason": CloseReason(str(data["reason"]))},  # type: ignore[arg-type]
        )  # fmt: skip

    return _turn(request, reference, forms_.CloseForm, act, "Close this case", "closed_on",
                 "draft_closing")  # fmt: skip


@page(action=Action.EDIT_CASE, records="case.reopen")
@require_http_methods(["GET", "POST"])
def reopen(request: CaseRequest, reference: str) -> HttpResponse:
    """Go on with a closed case, with a reason."""

    def act(case: Case, data: dict[str, object]) -> None:
        close_case.reopen_case(
            case=case, viewer=request.viewer, today=timezone.localdate(),
            reason=ReopenReason(str(data["reason"])), stage=Stage(str(data["stage"])),
            details=str(data["details"]),
        )  # fmt: skip

    return _turn(request, reference, forms_.ReopenForm, act, "Open this case again", None,
                 "draft_reopening")  # fmt: skip


def _turn(
    request: CaseRequest, reference: str, form_class: type[forms.Form],
    act: Callable[[Case, dict[str, object]], None], title: str, beside: str | None,
    draft_name: str,
) -> HttpResponse:  # fmt: skip
    found = open_case(request, reference)
    draft = drafts.keeping(request, draft_name, found)
    form = form_class(request.POST or None, initial=draft.initial(form_class))
    if form.is_valid():
        try:
            act(found, form.cleaned_data)
            done = "reopened" if form_class is forms_.ReopenForm else "closed"
            return draft.saved(lead_to(found.reference, done))
        except close_case.CannotClose as error:
            form.add_error(beside, str(error))
        except DomainError as error:
            form.add_error(None, str(error))
    context = {"case": found, "form": form, "title": title, "act": title, "draft": draft}
    return render(request, "registry/edit.html", context, status=_status(request))


def _status(request: CaseRequest) -> int:
    return 422 if request.method == "POST" else 200


def _unsettled(request: CaseRequest) -> list[str]:
    """Fields on which the worker was asked to choose and did not."""
    return [name for name in request.POST.getlist("settle") if name not in request.POST]


def _again(form: BasedForm, missing: list[str]) -> list[edit_case.Clash]:
    """The same question once more, for fields that were left open."""
    return [
        edit_case.Clash(
            name, form.base[name], form.now[name], str(form.data.get(f"mine-{name}", ""))
        )
        for name in missing
        if name in form.now
    ]


def _both(
    request: CaseRequest, about: Case | Operation, form: BasedForm,
    clashes: list[edit_case.Clash], status: int,
) -> HttpResponse:  # fmt: skip
    """Both versions side by side; whatever else was typed goes along unseen."""
    shown = forms_.shown(form, clashes)
    asked = {clash.field for clash in shown}
    typed = {name: form.data.get(name, "") for name in form.now if name not in asked}
    context = {
        "about": f"{about._meta.verbose_name} {about.reference}",
        "back": reverse(str(about._meta.model_name), args=[about.reference]),
        "clashes": shown,
        "typed": list(typed.items()),
        "bases": [(f"base-{name}", value) for name, value in form.now.items()],
        "version": about.version,
    }
    return render(request, "registry/both.html", context, status=status)
