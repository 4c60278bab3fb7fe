"""Keeping what was typed: by the script every few seconds, or by "Keep for later".

Every form with a long text is kept (`KINDS`); a test walks all pages for one that is not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.db import IntegrityError
from django.http import HttpResponse, QueryDict
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from casebase.access.enums import Action
from casebase.access.pages import CaseRequest, View, page
from casebase.registry.models import (
    Case,
    Draft,
    Note,
    Operation,
    Report,
    Screening,
    StatusDecision,
    Suspect,
    Task,
)
from casebase.registry.queries import case_or_404, operation_or_404
from casebase.registry.services.drafts import Kept, TooLong, forget_draft, keep_draft, kept_draft
from casebase.registry.services.edit_case import NotYours, require_yours
from casebase.registry.services.sent_before import SavedAlready
from casebase.registry.views.opening import lead_to

NOT_TYPED = {"csrfmiddlewaretoken", "discard", "step", "shown", "ask", "purpose", "known"}
SAVED = (
    "This form was saved already, in another window. To save what you typed now as well, send it: "
    "you are asked first."
)
# A form's number is the key of what it made, or stands in its row.
MADE_BY: dict[Draft.Form, tuple[type[Any], str]] = {
    Draft.Form.REGISTRATION: (Case, "submission"),
    Draft.Form.NOTE: (Note, "pk"),
    Draft.Form.OPERATION: (Operation, "pk"),
    Draft.Form.TIP_OFF: (Report, "submission"),
    Draft.Form.STATUS: (StatusDecision, "pk"),
    Draft.Form.SCREENING: (Screening, "submission"),
    Draft.Form.SUSPECT: (Suspect, "submission"),
    Draft.Form.TASK: (Task, "pk"),
}


@dataclass(frozen=True)
class Kind:
    """A form that is kept while it is typed.

    Attributes:
        action: what its page asks for.
        page: the address that shows it again.
        about: finds the case or the operation of the address; None for a form about neither.
    """

    form: Draft.Form
    action: Action
    page: str
    about: Callable[[str], Case | Operation] | None = None


KINDS = {
    "draft_registration": Kind(Draft.Form.REGISTRATION, Action.REGISTER, "register"),
    "draft_operation": Kind(Draft.Form.OPERATION, Action.REGISTER, "new_operation"),
    "draft_tip_off": Kind(Draft.Form.TIP_OFF, Action.REGISTER, "new_report"),
    "draft_emergency": Kind(Draft.Form.EMERGENCY, Action.BREAK_GLASS, "break_glass"),
    "draft_child": Kind(
        Draft.Form.REGISTRATION, Action.REGISTER, "add_child", operation_or_404
    ),
    "draft_suspect_of_operation": Kind(
        Draft.Form.SUSPECT, Action.SEE_SUSPECTS, "suspect_of_operation", operation_or_404
    ),
    "draft_suspect_of_case": Kind(
        Draft.Form.SUSPECT, Action.SEE_SUSPECTS, "suspect_of_case", case_or_404
    ),
    "draft_note": Kind(Draft.Form.NOTE, Action.EDIT_CASE, "case", case_or_404),
    "draft_status": Kind(Draft.Form.STATUS, Action.DECIDE_STATUS, "status", case_or_404),
    "draft_screening": Kind(Draft.Form.SCREENING, Action.EDIT_CASE, "screening", case_or_404),
    "draft_closing": Kind(Draft.Form.CLOSING, Action.EDIT_CASE, "close_case", case_or_404),
    "draft_reopening": Kind(Draft.Form.REOPENING, Action.EDIT_CASE, "reopen_case", case_or_404),
    "draft_task": Kind(Draft.Form.TASK, Action.EDIT_CASE, "new_task", case_or_404),
}  # fmt: skip


@dataclass(frozen=True)
class Keeping:
    """What a page needs of its draft.

    Attributes:
        url: of the address that keeps what is typed.
        kept: what waited, on a page that is opened; None on one that is sent.
    """

    request: CaseRequest
    form: Draft.Form
    subject: UUID | None
    url: str
    kept: Kept | None

    def initial(self, form: type[forms.Form], **otherwise: Any) -> dict[str, Any]:
        """What the form is filled with: what waited, before what it says otherwise."""
        if self.kept is None:
            return otherwise
        several = [
            name
            for name, field in form.base_fields.items()
            if isinstance(field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField)
        ]
        return otherwise | self.kept.initial(several)

    def saved(self, answer: HttpResponse) -> HttpResponse:
        """Delete the draft with the form that became a record."""
        forget_draft(
            viewer=self.request.viewer, form=self.form, subject=self.subject,
            sent=_number(self.request),
        )  # fmt: skip
        return answer


def keeping(request: CaseRequest, name: str, about: Case | Operation | None = None) -> Keeping:
    """The draft of this page.

    Args:
        name: of the address that keeps it, as in `KINDS`.
    """
    kind, subject = KINDS[name], about.pk if about else None
    kept = None
    if request.method != "POST":
        kept = kept_draft(viewer=request.viewer, form=kind.form, subject=subject)
    url = reverse(name, args=[about.reference] if about else [])
    return Keeping(request, kind.form, subject, url, kept)


def ask_again(form: forms.Form, error: SavedAlready) -> None:
    """Say that the form was saved already, and give it a number of its own for what it says now."""
    form.add_error(None, str(error))
    typed = QueryDict(mutable=True)
    typed.update(form.data)
    typed["submission"] = str(uuid4())
    form.data = typed


def once_more(request: CaseRequest, error: IntegrityError) -> HttpResponse:
    """The same form came through another request a moment earlier: sent again, it finds what that
    one saved. What this request began is undone; its transaction may answer nothing more.

    Raises:
        IntegrityError: it is not the form's number that was taken, or it was by what the viewer
            does not see.
    """
    taken = getattr(getattr(error.__cause__, "diag", None), "constraint_name", "") or ""
    is_of_the_form = "submission" in taken or taken.endswith("_pkey")
    if not is_of_the_form or "again" in request.GET:
        raise error
    query = request.GET.copy()
    query["again"] = "1"
    return HttpResponse(status=307, headers={"Location": f"{request.path}?{query.urlencode()}"})


def keeper(name: str) -> View:
    """The address that keeps a form: POST what was typed; GET a token for a form that outlived the
    sign-in it was opened under."""
    kind = KINDS[name]

    @page(action=kind.action, records="draft.keep")
    @require_http_methods(["GET", "POST"])
    def keep(request: CaseRequest, **known: str) -> HttpResponse:
        about = kind.about(known["reference"]) if kind.about else None
        if isinstance(about, Case):
            request.trail.saw(about.pk)
        if request.method == "GET":
            return HttpResponse(get_token(request), content_type="text/plain")
        try:
            if isinstance(about, Case):
                require_yours(about)
        except NotYours as error:
            return _not_kept(request, str(error), 422)
        return _kept(request, kind, about)

    return keep


def _kept(request: CaseRequest, kind: Kind, about: Case | Operation | None) -> HttpResponse:
    by_script = request.headers.get("X-Draft") == "1"
    subject = about.pk if about else None
    back = redirect(kind.page, *([about.reference] if about else []))
    if "known" in request.POST:  # the child has a case: the next one begins with an empty form
        known = case_or_404(request.POST["known"])
        forget_draft(viewer=request.viewer, form=kind.form, subject=subject)
        return lead_to(known.reference, "known")
    if "discard" in request.POST:
        forget_draft(viewer=request.viewer, form=kind.form, subject=subject)
        return back
    if _was_saved(_number(request), kind.form):
        return _not_kept(request, SAVED, 409)
    fields = {name: request.POST.getlist(name) for name in request.POST if name not in NOT_TYPED}
    try:
        keep_draft(viewer=request.viewer, form=kind.form, subject=subject, fields=fields)
    except TooLong as error:
        return _not_kept(request, str(error), 413)
    return HttpResponse(status=204) if by_script else back


def _not_kept(request: CaseRequest, problem: str, status: int) -> HttpResponse:
    return render(request, "registry/not_kept.html", {"problem": problem}, status=status)


def _was_saved(number: UUID | None, form: Draft.Form) -> bool:
    """A keeping that was on its way while the form itself was saved brings nothing back."""
    if number is None or form not in MADE_BY:
        return False
    model, column = MADE_BY[form]
    return bool(model.objects.filter(**{column: number}).exists())


def _number(request: CaseRequest) -> UUID | None:
    try:
        return UUID(request.POST.get("submission", ""))
    except ValueError:
        return None
