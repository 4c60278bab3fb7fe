"""Every quarter somebody looks at each person's access: keep, change or stop (99)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import F, Max, Q, QuerySet
from django.utils import timezone

from casebase.access.enums import Action, Happened, Role
from casebase.access.models import Membership
from casebase.access.roles import BEYOND_ONE_AGENCY
from casebase.access.services import people
from casebase.access.viewer import Viewer

EVERY = dt.timedelta(days=90)
# What counts as somebody having looked: what a reviewer did. An administrator who invites, moves or
# opens again has not: whoever is new is due at once, and a place that should not be is seen.
_EVENT = "user__place_events"
LOOKED = Q(**{f"{_EVENT}__happened": Happened.KEPT}) | Q(
    **{
        f"{_EVENT}__happened": Happened.CHANGED,
        f"{_EVENT}__by__membership__role__in": (Role.SUPERVISOR, Role.DIRECTOR),
    }
)
ABOVE = frozenset({Role.SUPERVISOR, *BEYOND_ONE_AGENCY})


@dataclass(frozen=True)
class Line:
    """One person on a reviewer's list."""

    member: Membership
    looked_at: dt.datetime | None  # None: nobody yet
    due_on: dt.date
    is_due: bool


def reviewed_by(viewer: Viewer) -> QuerySet[Membership]:
    """Whose access the viewer reviews: a supervisor those below in the agency, a director the rest.

    Nobody reviews themselves; an auditor's access is a director's to review.
    """
    others = Membership.objects.filter(user__is_active=True).exclude(user=viewer.user)
    if viewer.role == Role.DIRECTOR:
        return others.filter(Q(role__in=ABOVE) | ~Q(agency__in=_supervised()))
    if viewer.role == Role.SUPERVISOR:
        return others.filter(agency_id=viewer.agency_id).exclude(role__in=ABOVE)
    return others.none()


def _supervised() -> QuerySet[Membership, Any]:
    """The agencies in which a supervisor works today; one who has left reviews nobody."""
    today = timezone.localdate()
    supervisors = Membership.objects.current_on(today).filter(role=Role.SUPERVISOR)
    return supervisors.filter(user__is_active=True).values("agency")


def lines(viewer: Viewer, *, now: dt.datetime) -> list[Line]:
    """The reviewer's list, the most overdue first."""
    members = (
        reviewed_by(viewer)
        .select_related("user", "agency", "desk")
        .annotate(looked_at=Max(f"{_EVENT}__at", filter=LOOKED))
        .order_by(F("looked_at").asc(nulls_first=True), "starts_on", "pk")
    )
    return [_line(member, now) for member in members]


def _line(member: Membership, now: dt.datetime) -> Line:
    # The query annotates each row with it.
    looked_at: dt.datetime | None = member.looked_at  # type: ignore[attr-defined]
    if looked_at is None:
        return Line(member, None, member.starts_on, True)
    due = looked_at + EVERY
    return Line(member, looked_at, due.date(), due <= now)


def keep(*, viewer: Viewer, member: Membership) -> None:
    """Confirm that the person still needs what they have.

    Raises:
        PermissionDenied: this person is not on the viewer's list.
    """
    _require_listed(viewer, member)
    people.note(member.user, Happened.KEPT, viewer)


def change(*, viewer: Viewer, member: Membership, place: people.Place, today: dt.date) -> None:
    """Another desk, last day or lesser role, within the person's own agency.

    Raises:
        PermissionDenied: not on the viewer's list, another agency, or a role above.
        CannotChangePeople: the place does not fit, or gives what two people must agree to.
    """
    _require_listed(viewer, member)
    if place.agency.pk != member.agency_id or place.role in ABOVE - {member.role}:
        raise PermissionDenied
    place.check(today)
    if viewer.role != Role.SUPERVISOR and place.gives_more_than(member):
        raise people.CannotChangePeople(
            "Another place, or a later last day, needs two people. Ask an administrator to change "
            "it; a second person then agrees. An earlier last day you can set alone."
        )
    people.move(viewer, member, place)


def stop(*, viewer: Viewer, member: Membership, today: dt.date) -> None:
    """End the person's access; their cases are handed over first.

    Raises:
        PermissionDenied: not on the viewer's list.
        CannotChangePeople: cases of this person have no other owner yet.
    """
    _require_listed(viewer, member)
    people.end_account(viewer=viewer, member=member, today=today, happened=Happened.STOPPED)


def _require_listed(viewer: Viewer, member: Membership) -> None:
    people.require(viewer, Action.REVIEW_ACCESS, member.user)
    if not reviewed_by(viewer).filter(pk=member.pk).exists():
        raise PermissionDenied
