"""Asking another desk for its record, and that desk's answer with an end date (T2)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction

from casebase.access.enums import Action, Purpose
from casebase.access.models import Desk, Grant
from casebase.access.viewer import Viewer
from casebase.registry.case_rows import CaseRow, case_rows
from casebase.registry.matching.scoring import Traits
from casebase.registry.models import AccessRequest, Case, RequestedCase
from casebase.registry.services.blind_tokens import tokens_of
from casebase.registry.services.find_candidates import counted_question
from casebase.registry.services.tell_desks import ANSWER_WAITS, REQUEST_WAITS, tell_desk
from portal.core.services import DomainError

LONGEST_DAYS = 90


class CannotAsk(DomainError):
    """There is nothing to ask that desk for."""


class CannotAnswer(DomainError):
    """The request was answered before, or the answer is incomplete."""


@transaction.atomic
def ask_access(
    *, viewer: Viewer, desk: Desk, purpose: Purpose, traits: Traits, own_case: Case | None = None
) -> AccessRequest:
    """Ask `desk` for what it has about this child. It learns the purpose and who asks.

    Args:
        traits: of the child as the asker knows it; only keyed tokens of it are compared.
        own_case: the asker's own record, where there is one already.

    Raises:
        PermissionDenied: the role asks nobody, or belongs to no desk.
        CannotAsk: nothing that this desk holds matches.
        TooManySearches: more than the budget of a minute or a day.
    """
    if not viewer.may(Action.ASK_ACCESS) or viewer.desk_id is None:
        raise PermissionDenied
    request = AccessRequest.objects.create(
        purpose=purpose,
        own_case=own_case,
        asked_by=viewer.user,
        from_desk_id=viewer.desk_id,
        to_desk=desk,
    )
    tokens = tokens_of(traits).asked
    rows = counted_question("SELECT registry_ask_access(%s, %s)", [request.pk, tokens])
    if not rows[0][0]:
        raise CannotAsk(
            "That desk holds no record that matches what you typed. Search again, or telephone."
        )
    tell_desk(desk, REQUEST_WAITS, who_may=Action.GRANT_ACCESS)
    return request


@transaction.atomic
def grant_access(
    *,
    viewer: Viewer,
    request: AccessRequest,
    case: Case,
    ends_on: dt.date,
    with_identity: bool,
    now: dt.datetime,
) -> Grant:
    """Open one case to the desk that asked, until the end of a day.

    Raises:
        PermissionDenied: the viewer may not grant, or their desk was not asked.
        CannotAnswer: answered before, another case, or an end date out of bounds.
    """
    request = _to_answer(viewer, request)
    target = RequestedCase.objects.filter(request=request, case=case).first()
    if target is None:
        raise CannotAnswer("That case is not one the request points to. Choose one from the list.")
    if not now.date() <= ends_on <= now.date() + dt.timedelta(days=LONGEST_DAYS):
        raise CannotAnswer(
            f"Access ends between today and {LONGEST_DAYS} days from now. Choose a day in between."
        )
    grant = Grant.objects.create(
        case_id=case.pk,
        principal=request.from_desk.principal,
        kind=Grant.Kind.SHARED,
        with_identity=with_identity,
        granted_by=viewer.user,
        starts_at=now,
        ends_at=dt.datetime.combine(ends_on + dt.timedelta(days=1), dt.time(), tzinfo=dt.UTC),
    )
    RequestedCase.objects.filter(pk=target.pk).update(grant_id=grant.pk)
    _decide(request, AccessRequest.State.GRANTED, viewer, now)
    return grant


@transaction.atomic
def decline_access(
    *, viewer: Viewer, request: AccessRequest, refusal: str, now: dt.datetime
) -> None:
    """Decline with a reason from the list; the asker's desk reads the reason and nothing more.

    Raises:
        PermissionDenied, CannotAnswer: as for `grant_access`.
    """
    request = _to_answer(viewer, request)
    if refusal not in AccessRequest.Refusal.values:
        raise CannotAnswer("Choose why you decline.")
    request.refusal = refusal
    _decide(request, AccessRequest.State.DECLINED, viewer, now)


@transaction.atomic
def revoke_access(*, viewer: Viewer, grant: Grant, now: dt.datetime) -> None:
    """End a grant at once; PostgreSQL refuses the next page.

    Raises:
        PermissionDenied: the viewer may not grant, or the case is not theirs.
        CannotAnswer: it has ended already.
    """
    if not viewer.may(Action.GRANT_ACCESS):
        raise PermissionDenied
    held = Grant.objects.select_for_update().filter(pk=grant.pk).first()
    if held is None or held.revoked_at or held.ends_at <= now:  # None: taken back by somebody else
        raise CannotAnswer("This access has ended already.")
    held.revoked_at = now
    held.save(update_fields=["revoked_at"])


def mark_answers_seen(
    *, viewer: Viewer, requests: Iterable[AccessRequest], now: dt.datetime
) -> None:
    """The desk that asked has read the answers to these."""
    answered = AccessRequest.objects.filter(from_desk_id=viewer.desk_id, answer_seen_at=None)
    answered = answered.filter(pk__in=[request.pk for request in requests])
    answered.exclude(state=AccessRequest.State.ASKED).update(answer_seen_at=now)


def _to_answer(viewer: Viewer, request: AccessRequest) -> AccessRequest:
    if not viewer.may(Action.GRANT_ACCESS):
        raise PermissionDenied
    held = AccessRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
    if viewer.agency_id != held.to_desk.agency_id:
        raise PermissionDenied
    if held.state != AccessRequest.State.ASKED:
        raise CannotAnswer("This request was answered already. Open the list again.")
    return held


def _decide(request: AccessRequest, state: str, viewer: Viewer, now: dt.datetime) -> None:
    request.state, request.decided_by, request.decided_at = state, viewer.user, now
    request.save(update_fields=["state", "refusal", "decided_by", "decided_at"])
    tell_desk(request.from_desk, ANSWER_WAITS, who_may=Action.ASK_ACCESS)


def cases_to_answer(request: AccessRequest) -> list[CaseRow]:
    """The cases of the viewer's own agency that a request points to."""
    ids: list[UUID] = list(request.targets.values_list("case_id", flat=True))
    return case_rows(Case.objects.filter(pk__in=ids).order_by("reference"))
