"""Asking and answering: what waits for the viewer's agency, and what their own desk asked."""

from __future__ import annotations

import contextlib
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from casebase.access.enums import Action
from casebase.access.models import Grant
from casebase.access.pages import CaseRequest, page
from casebase.registry.forms.counting import DeclineForm, GrantForm
from casebase.registry.keyset import part_of
from casebase.registry.models import AccessRequest, Case
from casebase.registry.queries import ABSENT
from casebase.registry.services import ask_access
from portal.core.step_up import require_step_up


@page(action=Action.ASK_ACCESS, records="access.list")
@require_GET
def access_requests(request: CaseRequest) -> HttpResponse:
    """What waits for an answer, the oldest first; `?only=own&after=…` goes on with one list."""
    viewer, only = request.viewer, request.GET.get("only", "")
    mark = {only: request.GET.get("after", "")}
    may_grant = viewer.may(Action.GRANT_ACCESS)
    asked = AccessRequest.objects.select_related("from_desk__agency", "to_desk__agency", "asked_by")
    waiting = asked.filter(to_desk__agency_id=viewer.agency_id, state=AccessRequest.State.ASKED)
    own = part_of(
        asked.filter(from_desk_id=viewer.desk_id), order=["-asked_at"], after=mark.get("own", "")
    )
    opened, given = _opened_to(request), _given_by(request) if may_grant else []
    context = {
        "to_answer": part_of(waiting, order=["asked_at"], after=mark.get("to_answer", "")),
        "own": own, "opened": opened, "given": given, "may_grant": may_grant,
        "may_register": viewer.may(Action.REGISTER),
    }  # fmt: skip
    request.trail.saw(*(case.pk for _, case in [*opened, *given]))
    answer = render(request, "registry/access_requests.html", context)
    ask_access.mark_answers_seen(viewer=viewer, requests=own.rows, now=timezone.now())
    return answer


@page(action=Action.GRANT_ACCESS, records="access.answer")
@require_http_methods(["GET", "POST"])
def access_request(request: CaseRequest, number: UUID) -> HttpResponse:
    """One request to the viewer's agency, with the cases it points to."""
    asked = (
        AccessRequest.objects.select_related("from_desk__agency", "to_desk", "asked_by")
        .filter(pk=number, to_desk__agency_id=request.viewer.agency_id)
        .first()
    )
    if asked is None:
        raise Http404(ABSENT)
    cases = ask_access.cases_to_answer(asked)
    request.trail.saw(*(case.pk for case in cases))
    declining = request.POST.get("answer") == "decline"
    today = timezone.localdate()
    grant = GrantForm(
        request.POST if request.method == "POST" and not declining else None,
        cases=cases, today=today,
    )  # fmt: skip
    decline = DeclineForm(request.POST if declining else None)
    form = decline if declining else grant
    if form.is_valid():
        try:
            return _answered(request, asked, form)
        except ask_access.CannotAnswer as error:
            form.add_error(None, str(error))
    context = {"asked": asked, "cases": cases, "grant": grant, "decline": decline}
    code = 422 if request.method == "POST" else 200
    return render(request, "registry/access_request.html", context, status=code)


def _answered(
    request: CaseRequest, asked: AccessRequest, form: GrantForm | DeclineForm
) -> HttpResponse:
    chosen: dict[str, Any] = {"viewer": request.viewer, "request": asked, "now": timezone.now()}
    if isinstance(form, DeclineForm):
        ask_access.decline_access(**chosen, **form.cleaned_data)
    else:
        require_step_up(request, "case.grant", str(asked.pk), what="open this case to them")
        ask_access.grant_access(**chosen, **form.cleaned_data)
    return redirect("access_requests")


@page(action=Action.GRANT_ACCESS, records="access.revoke")
@require_POST
def revoke_grant(request: CaseRequest, number: UUID) -> HttpResponse:
    grant = next((grant for grant, _ in _given_by(request) if grant.pk == number), None)
    if grant is None:
        raise Http404(ABSENT)
    request.trail.saw(grant.case_id)
    with contextlib.suppress(ask_access.CannotAnswer):  # the wish is fulfilled, by somebody else
        ask_access.revoke_access(viewer=request.viewer, grant=grant, now=timezone.now())
    return redirect("access_requests")


def _running() -> list[Grant]:
    now = timezone.now()
    shared = Grant.objects.filter(kind=Grant.Kind.SHARED, revoked_at=None, ends_at__gt=now)
    return list(shared.order_by("ends_at"))


def _opened_to(request: CaseRequest) -> list[tuple[Grant, Case]]:
    """What other agencies opened to the viewer's desk."""
    cases = _cases(request, own=False)
    return [(grant, cases[grant.case_id]) for grant in _running() if grant.case_id in cases]


def _given_by(request: CaseRequest) -> list[tuple[Grant, Case]]:
    """What the viewer's agency opened to others."""
    cases = _cases(request, own=True)
    return [(grant, cases[grant.case_id]) for grant in _running() if grant.case_id in cases]


def _cases(request: CaseRequest, *, own: bool) -> dict[UUID, Case]:
    shared = Case.objects.filter(pk__in=[grant.case_id for grant in _running()])
    shared = shared.select_related("agency", "desk")
    here = request.viewer.agency_id
    found = shared.filter(agency_id=here) if own else shared.exclude(agency_id=here)
    return {case.pk: case for case in found}
