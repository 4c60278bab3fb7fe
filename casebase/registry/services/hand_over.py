"""Handing a person's cases to somebody else before the person goes (44, 99).

Note [A case goes to its owner's desk]: nobody drops a child. A case whose desk is not its owner's
stands in no list that the owner reads, so the cases go to the receiver's desk, and with them what
the leaver still had to do.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import connection, transaction
from django.db.models import Count, F, Func, IntegerField, QuerySet, Value
from django.db.models.functions import Cast
from django.utils import timezone

from casebase.access.enums import Action, Role, Scope
from casebase.access.models import DESK, USER, Membership, principal_of
from casebase.access.queries import Cases
from casebase.access.roles import ROLES
from casebase.access.viewer import Viewer
from casebase.registry.models import Case, Task
from casebase.registry.services.work import hand_tasks_over
from portal.core.models import User
from portal.core.services import DomainError

HOLDERS = (
    Role.CASEWORKER, Role.SHELTER_STAFF, Role.POLICE_INVESTIGATOR, Role.PROSECUTOR,
    Role.DESK_OFFICER, Role.SUPERVISOR,
)  # fmt: skip


class CannotHandOver(DomainError):
    """The cases cannot go to this person."""


def count_cases(user: User) -> Cases:
    """How many cases the person holds and sees; for those who look after people."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT owned, visible FROM registry_counts_of(%s)", [user.pk])
        owned, visible = cursor.fetchone()
    return Cases(owned=owned, visible=visible)


def reason_to_wait(user: User) -> str:
    """What keeps this person's account open."""
    held = count_cases(user).owned
    if not held:
        return ""
    cases = "one open case" if held == 1 else f"{held} open cases"
    return (
        f"This person still holds {cases}. A supervisor or desk officer of their agency hands "
        "them over first, under “Hand cases over”; then this can be done."
    )


def held_by(user: User) -> QuerySet[Case]:
    """The person's open cases, of those that the viewer sees."""
    return Case.objects.filter(owner=user, closed_on=None)


@dataclass(frozen=True)
class Holder:
    """Somebody with open cases; `works` is False where the account is closed or ended."""

    member: Membership
    cases: int
    works: bool


def holders(viewer: Viewer) -> list[Holder]:
    """Whose open cases the viewer can hand over, those who cannot sign in any more first."""
    reached = Case.objects.filter(agency_id=viewer.agency_id, closed_on=None)
    if ROLES[viewer.role].scope is Scope.DESK:
        reached = reached.filter(desk=viewer.desk_id)
    counted = dict(reached.order_by().values_list("owner").annotate(Count("pk")))
    members = Membership.objects.filter(user__in=counted, agency_id=viewer.agency_id)
    today = timezone.localdate()
    found = [
        Holder(one, counted[one.user_id], _works(one, today))
        for one in members.select_related("user", "desk").order_by("user__name", "pk")
    ]
    return sorted(found, key=lambda holder: holder.works)


def _works(member: Membership, today: dt.date) -> bool:
    return member.user.is_active and (member.ends_on is None or member.ends_on >= today)


def receivers(member: Membership, *, viewer: Viewer) -> QuerySet[Membership]:
    """Who may take the cases over: those of the same desk, else of the same agency.

    A desk officer hands them on within the own desk: elsewhere they would not see them any more.
    """
    others = Membership.objects.current_on(timezone.localdate()).filter(
        agency=member.agency_id, role__in=HOLDERS, user__is_active=True
    )
    others = others.exclude(user=member.user).select_related("user", "desk")
    if ROLES[viewer.role].scope is Scope.DESK:
        return others.filter(desk=viewer.desk_id)
    at_desk = others.filter(desk=member.desk_id)
    return at_desk if member.desk_id and at_desk.exists() else others


@transaction.atomic
def hand_over(*, viewer: Viewer, leaver: Membership, receiver: Membership) -> list[UUID]:
    """Give every open case of the leaver to the receiver; the leaver sees them no more.

    What the leaver still had to do in a case of somebody else goes to that case's owner.

    Raises:
        PermissionDenied: the viewer assigns no cases.
        CannotHandOver: the receiver is not one who may take them.
    """
    if not viewer.may(Action.ASSIGN):
        raise PermissionDenied
    if not receivers(leaver, viewer=viewer).filter(pk=receiver.pk).exists():
        raise CannotHandOver("Choose somebody of the same desk.")
    ids = list(held_by(leaver.user).select_for_update().values_list("pk", flat=True))
    hand_tasks_over(ids, receiver.user_id, of=leaver.user_id)
    _leave_tasks_to_owners(leaver.user)
    changes: dict[str, Any] = {"desk": receiver.desk} if receiver.desk else {}
    Case.objects.filter(pk__in=ids).update(
        owner=receiver.user,
        acl=_handed(leaver, receiver),
        version=F("version") + 1,
        changed_at=timezone.now(),
        **changes,
    )
    return ids


def _leave_tasks_to_owners(leaver: User) -> None:
    elsewhere = Task.objects.filter(assignee=leaver, done_at=None).exclude(case__owner=leaver)
    for case_id, owner_id in elsewhere.values_list("case_id", "case__owner_id").distinct():
        hand_tasks_over([case_id], owner_id, of=leaver.pk)


def _handed(leaver: Membership, receiver: Membership) -> Any:
    """The list of access with the receiver and their desk in the places of the former ones."""
    now = principal_of(USER, receiver.user_id)
    acl = _first(now, _without(_without(F("acl"), principal_of(USER, leaver.user_id)), now))
    if receiver.desk is None:  # works for the whole agency: the cases stay at their desk
        return acl
    return _replaced(acl, F("desk_id") * 4 + DESK, receiver.desk.principal)


def _without(acl: Any, number: int) -> Any:
    return Func(acl, Cast(Value(number), IntegerField()), function="array_remove")


def _first(number: int, acl: Any) -> Any:
    """In front: whoever left their place stands on no list, so there is nothing to replace."""
    return Func(Cast(Value(number), IntegerField()), acl, function="array_prepend")


def _replaced(acl: Any, was: Any, now: int) -> Any:
    """The list with one number in the place of another."""
    integers = IntegerField()
    return Func(acl, Cast(was, integers), Cast(Value(now), integers), function="array_replace")
