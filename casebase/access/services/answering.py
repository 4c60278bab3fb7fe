"""Who answers what one person asked for: the agency the place lies in, where somebody there can."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone

from casebase.access.enums import Action, Role, Wanted
from casebase.access.models import Membership, PlaceRequest
from casebase.access.roles import BEYOND_ONE_AGENCY
from casebase.access.viewer import Viewer
from portal.core import notices
from portal.core.models import Agency, TotpDevice

WAITS = (
    "Something about somebody's access at your agency waits for your answer. Sign in to casework: "
    "My day leads to it, or People under “Requests to answer”."
)
ASK_THEM = "Speak with the person and with whoever asked before you agree."


@dataclass(frozen=True)
class Answerers:
    """Who can answer; no names where it is any other administrator or director."""

    names: list[str]
    agency: Agency
    reaches_beyond: bool

    def __str__(self) -> str:
        """Goes on with a sentence of a page."""
        if self.names:
            return f"{' or '.join(self.names)}, supervisor of {self.agency}"
        others = "another system administrator or a director"
        if self.reaches_beyond:
            return others
        return f"{others} (no other supervisor works at {self.agency} today)"


@dataclass(frozen=True)
class Waiting:
    """One request as the page shows it.

    Attributes:
        now: where they stand today; None for a new person.
        phone_at: since when they have a phone of their own; None without one.
        phone_first: a new person, who sets up a phone before anybody agrees.
    """

    asked: PlaceRequest
    now: Membership | None
    answered_by: Answerers
    may_answer: bool
    phone_at: dt.datetime | None
    phone_first: bool

    @property
    def can_be_answered(self) -> bool:
        """By the viewer, and today: refusing needs no phone, but nobody has to."""
        return self.may_answer and (not self.phone_first or self.phone_at is not None)


def supervisors(agency_id: int, *, but: int) -> QuerySet[Membership]:
    """Who works today as a supervisor of the agency, the one it is about left out."""
    here = Membership.objects.current_on(timezone.localdate()).filter(
        agency_id=agency_id, role=Role.SUPERVISOR, user__is_active=True
    )
    return here.exclude(user_id=but).select_related("user").order_by("user__name", "pk")


def answered_by(asked: PlaceRequest) -> Answerers:
    """Who can answer this request."""
    reaches_beyond = asked.role in BEYOND_ONE_AGENCY
    heads = [] if reaches_beyond else supervisors(asked.agency_id, but=asked.user_id)
    names = [head.user.name or head.user.email for head in heads]
    return Answerers(names, asked.agency, reaches_beyond)


def may_answer(viewer: Viewer, asked: PlaceRequest) -> bool:
    """Whether the viewer can; the database asks the same: Note [Who agrees to a place]."""
    if not viewer.may(Action.APPROVE_PEOPLE) or viewer.pk in {asked.requested_by_id, asked.user_id}:
        return False
    if viewer.role == Role.SUPERVISOR:
        return asked.role not in BEYOND_ONE_AGENCY and asked.agency_id == viewer.agency_id
    return not answered_by(asked).names


def tell(asked: PlaceRequest) -> None:
    """A mail to the agency's supervisors that something waits, without saying for whom."""
    if asked.role not in BEYOND_ONE_AGENCY:
        for head in supervisors(asked.agency_id, but=asked.user_id):
            notices.send(head.user, WAITS, ends=ASK_THEM)


def sets_up_first(asked: PlaceRequest) -> bool:
    """A new person within an agency: whoever agrees asks them whether the phone is theirs."""
    is_new = not Membership.objects.filter(user=asked.user_id).exists()
    return is_new and asked.wanted == Wanted.INVITE and asked.role not in BEYOND_ONE_AGENCY


def waiting(viewer: Viewer) -> QuerySet[PlaceRequest]:
    """What nobody has answered yet, of what the viewer may know of."""
    related = ("user", "agency", "desk", "requested_by")
    opened = PlaceRequest.objects.open_at(timezone.now()).select_related(*related)
    if viewer.role == Role.SUPERVISOR:
        opened = opened.filter(agency_id=viewer.agency_id).exclude(role__in=BEYOND_ONE_AGENCY)
    return opened


def lines(viewer: Viewer) -> list[Waiting]:
    """The page of requests, the oldest first."""
    phone = TotpDevice.objects.filter(user=OuterRef("user"), confirmed=True).values("created_at")
    found = waiting(viewer).annotate(phone_at=Subquery(phone[:1])).order_by("requested_at")
    places = Membership.objects.select_related("agency", "desk")
    now = {place.user_id: place for place in places.filter(user__in=found.values("user"))}
    return [
        Waiting(
            asked=asked,
            now=now.get(asked.user_id),
            answered_by=answered_by(asked),
            may_answer=may_answer(viewer, asked),
            phone_at=asked.phone_at,
            phone_first=sets_up_first(asked),
        )
        for asked in found
    ]
