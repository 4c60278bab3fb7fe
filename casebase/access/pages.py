"""The one way to make a page of casework: role, binding, trail, then the answer.

Note [Recorded before it leaves]: a view runs inside one transaction, bound to the session. What it
saw is written to the trail through a second connection before the transaction commits and before
a byte is sent; where that fails, nothing is sent and nothing is saved.
"""

from __future__ import annotations

import functools
import logging
from collections.abc import Callable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse

from casebase.access import harvest, outside
from casebase.access.binding import NotBound, bind
from casebase.access.enums import Action
from casebase.access.harvest import Budget, OverBudget
from casebase.access.viewer import Trail, Viewer
from casebase.audit.services import AuditUnavailable, record
from portal.core import errors, step_up
from portal.core.sessions import digest
from portal.core.step_up import StepUpNeeded

logger = logging.getLogger(__name__)
View = Callable[..., HttpResponse]


class CaseRequest(HttpRequest):
    """A request as a page of casework gets it."""

    viewer: Viewer
    trail: Trail
    over_budget: Budget | None  # set where a budget was overdrawn: an alert is kept


class Refused(Exception):
    """Rolls the page's transaction back and answers with a prepared page instead."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.response = response


def page(*, action: Action, records: str) -> Callable[[Callable[..., HttpResponse]], View]:
    """Make a view a page of casework.

    Args:
        action: what a role must hold to open it.
        records: the name of the entry in the trail, as `case.read`.
    """

    def decorate(view: Callable[..., HttpResponse]) -> View:
        @functools.wraps(view)
        def opened(request: Any, **kwargs: Any) -> HttpResponse:
            request.trail, request.over_budget = Trail(), None
            try:
                return _inside(request, view, action, records, kwargs)
            except Refused as refused:
                _count_all_the_same(request)
                return refused.response
            except NotBound:
                return outside.answer(request)
            except AuditUnavailable:
                logger.error("the trail cannot be written, nothing is shown")
                return errors.page(request, 503)

        # The page opens its own transaction; the sign-in pages are left to ATOMIC_REQUESTS.
        opened = transaction.non_atomic_requests("default")(opened)
        opened.casework_page = (action, records)  # type: ignore[attr-defined]
        return opened

    return decorate


def _count_all_the_same(request: Any) -> None:
    """A refused page showed something, too; its own count was undone with it."""
    viewer: Viewer = request.viewer
    if not (viewer.spent or request.over_budget):
        return
    with transaction.atomic():
        bind(request.session.session_key)
        harvest.spend_again(viewer)
        if request.over_budget:
            harvest.alarm(viewer, request.over_budget)


def _inside(
    request: Any, view: View, action: Action, records: str, kwargs: dict[str, Any]
) -> HttpResponse:
    with transaction.atomic():
        place = bind(request.session.session_key)
        request.viewer = Viewer.of(request.user, place)
        status = 500
        try:
            response = _answer(request, view, action, kwargs)
            status = response.status_code
        finally:
            _record(request, records, status)
        if status >= 400:  # whatever a refusal began is undone
            raise Refused(response)
        return response


def _answer(request: Any, view: View, action: Action, kwargs: dict[str, Any]) -> HttpResponse:
    try:
        if not request.viewer.may(action):
            raise PermissionDenied
        if not request.viewer.has_taken_oath and action is not Action.TAKE_OATH:
            return redirect("oath")
        response = view(request, **kwargs)
        return response.render() if isinstance(response, TemplateResponse) else response
    except StepUpNeeded as needed:
        return step_up.ask(request, needed)
    except OverBudget as over:
        request.over_budget = over.budget
        return errors.page(request, 429, heading=over.budget.heading, says=over.budget.says)
    except PermissionDenied:
        return errors.page(request, 403)
    except Http404:
        return errors.page(request, 404)


def _record(request: Any, records: str, status: int) -> None:
    trail: Trail = request.trail
    record(
        action=records,
        user_id=request.viewer.pk,
        session=digest(request.session.session_key)[:16],
        case_ids=list(trail.case_ids),
        fields=list(trail.fields),
        purpose=trail.purpose,
        result=status,
        view=request.resolver_match.view_name if request.resolver_match else "",
        query_hash=trail.query_hash,
    )
