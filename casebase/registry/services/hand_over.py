"""Handing a person's cases to somebody else before the person goes (44, 99)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import F, Func, IntegerField, QuerySet, Value
from django.utils import timezone

from casebase.access.enums import Action, Role
from casebase.access.models import USER, Membership, principal_of
from casebase.access.queries import Cases
from casebase.access.viewer import Viewer
from casebase.registry.models import Case
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
        "them over first; then this can be done."
    )


def held_by(user: User) -> QuerySet[Case]:
    """The person's open cases, of those that the viewer sees."""
    return Case.objects.filter(owner=user, closed_on=None)


def receivers(member: Membership) -> QuerySet[Membership]:
    """Who may take the cases over: those of the same desk, else of the same agency."""
    others = Membership.objects.current_on(timezone.localdate()).filter(
        agency=member.agency_id, role__in=HOLDERS, user__is_active=True
    )
    others = others.exclude(user=member.user).select_related("user", "desk")
    at_desk = others.filter(desk=member.desk_id)
    return at_desk if member.desk_id and at_desk.exists() else others


def hand_over(*, viewer: Viewer, leaver: Membership, receiver: Membership) -> list[UUID]:
    """Give every open case of the leaver to the receiver; the leaver sees them no more.

    Raises:
        PermissionDenied: the viewer assigns no cases.
        CannotHandOver: the receiver is not one who may take them.
    """
    if not viewer.may(Action.ASSIGN):
        raise PermissionDenied
    if not receivers(leaver).filter(pk=receiver.pk).exists():
        raise CannotHandOver("Choose somebody of the same desk.")
    ids = list(held_by(leaver.user).select_for_update().values_list("pk", flat=True))
    Case.objects.filter(pk__in=ids).update(
        owner=receiver.user,
        acl=_replaced(leaver.user_id, receiver.user_id),
        version=F("version") + 1,
        changed_at=timezone.now(),
    )
    return ids


def _replaced(old: int, new: int) -> Any:
    """The list of access with one person in the place of the other."""
    was, now = principal_of(USER, old), principal_of(USER, new)
    integers = IntegerField()
    return Func(F("acl"), Value(was, integers), Value(now, integers), function="array_replace")
