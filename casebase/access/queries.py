"""Questions about people: who they are, how far they see. Never which cases."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection
from django.db.models import Max, QuerySet
from django.http import Http404

from casebase.access.enums import Action, Role, Scope
from casebase.access.models import Grant, Membership
from casebase.access.roles import ROLES
from casebase.access.viewer import Viewer
from portal.core.models import User


@dataclass(frozen=True)
class Cases:
    """How many cases a person owns and sees; the registry counts them."""

    owned: int
    visible: int


NO_CASES = Cases(0, 0)
_count: Callable[[User], Cases] = lambda _user: NO_CASES  # noqa: E731 -- until the registry is there


def count_cases_with(count: Callable[[User], Cases]) -> None:
    """The registry, which stands above, says here how to count."""
    global _count
    _count = count


@dataclass(frozen=True)
class Opened:
    """A grant as this page tells it: until when, with what, and never to which case."""

    to: str
    kind: str
    with_identity: bool
    ends_at: dt.datetime


@dataclass(frozen=True)
class Sight:
    """What one person can see and do, in plain words (91)."""

    scope: str
    actions: list[str]
    cannot: list[str]
    grants: list[Opened]
    cases: Cases


def members(viewer: Viewer) -> QuerySet[Membership]:
    """Those the viewer may know of: everybody, or for a supervisor the own agency."""
    everybody = Membership.objects.select_related("user", "agency", "desk").annotate(
        last_used_at=Max("user__sessions__last_seen_at")
    )
    if viewer.role == Role.SUPERVISOR:
        everybody = everybody.filter(agency_id=viewer.agency_id)
    return everybody.order_by("agency__name", "user__name", "pk")


def member_or_404(viewer: Viewer, user_id: int) -> Membership:
    """One of those; absent and hidden answer the same."""
    found = members(viewer).filter(user_id=user_id).first()
    if found is None:
        raise Http404
    return found


def sight_of(member: Membership) -> Sight:
    """What this person can see, without naming a case."""
    reach = ROLES[Role(member.role)]
    quiet = {Action.OWN_ACCOUNT, Action.TAKE_OATH}
    said = [action for action in Action if action not in quiet]
    return Sight(
        scope=_scope(member, reach.scope),
        actions=[str(action.label) for action in said if action in reach.actions],
        cannot=[str(action.label) for action in said if action not in reach.actions],
        grants=_grants_of(member),
        cases=_count(member.user),
    )


def _scope(member: Membership, scope: Scope) -> str:
    words = {
        Scope.DESK: f"Every case of the desk “{member.desk}”, and their own.",
        Scope.AGENCY: f"Every case of {member.agency}.",
        Scope.OWN: "Their own cases only.",
        Scope.NATIONAL: "Every case, without names or places.",
        Scope.NONE: "No case.",
    }
    return words[scope]


def _grants_of(member: Membership) -> list[Opened]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM access_grants_of(%s)", [member.user_id])
        return [
            Opened("their desk" if to_desk else "themselves", Grant.Kind(kind).label, identity, end)
            for to_desk, kind, identity, end in cursor.fetchall()
        ]
