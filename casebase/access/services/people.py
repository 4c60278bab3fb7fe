"""Who works here: inviting, changing, ending. Nobody does any of it to themselves."""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from casebase.access import leaving
from casebase.access.enums import Action, Happened, Role, Scope, Wanted
from casebase.access.models import Desk, Membership, PlaceEvent, PlaceRequest
from casebase.access.roles import BEYOND_ONE_AGENCY, ROLES
from casebase.access.services import answering
from casebase.access.viewer import Viewer
from portal.core import invitations, passkeys
from portal.core.models import Agency, Invitation, RecoveryCodes, TotpDevice, User
from portal.core.services import DomainError, end_sessions

logger = logging.getLogger(__name__)
DECIDE_WITHIN = dt.timedelta(hours=24)
AGENCY_DECIDES_WITHIN = dt.timedelta(days=7)  # a supervisor may be on the lake for days


class CannotChangePeople(DomainError):
    """A rule forbids the change; the text says which, and what to do."""


@dataclass(frozen=True)
class Place:
    """Where somebody is to stand."""

    role: Role
    agency: Agency
    desk: Desk | None
    ends_on: dt.date | None

    def check(self, today: dt.date) -> None:
        """Raise CannotChangePeople where role, agency and desk do not fit together."""
        if self.desk is not None and self.desk.agency_id != self.agency.pk:
            raise CannotChangePeople("This desk belongs to another agency. Choose one of its own.")
        if self.desk is None and ROLES[self.role].scope in {Scope.OWN, Scope.DESK}:
            raise CannotChangePeople("This role works at a desk. Choose the desk.")
        if self.ends_on is not None and self.ends_on < today:
            raise CannotChangePeople("The last day has passed already. Choose a later one.")

    def gives_more_than(self, member: Membership) -> bool:
        """Whether two must agree: another role, agency or desk, or the same for longer.

        A role beyond one agency sees as much from any desk.
        """
        lasts_longer = member.ends_on is not None and (
            self.ends_on is None or self.ends_on > member.ends_on
        )
        moves = (self.agency, self.desk) != (member.agency, member.desk)
        return (
            lasts_longer
            or self.role != member.role
            or (moves and self.role not in BEYOND_ONE_AGENCY)
        )


@dataclass(frozen=True)
class Coming:
    """Somebody on their way in: what is handed over now, and what has to be agreed to."""

    asked: PlaceRequest
    invitation: invitations.Invited


def require(viewer: Viewer, action: Action, about: User | None = None) -> None:
    """Raise PermissionDenied where the viewer may not, or means to act upon themselves."""
    if not viewer.may(action) or (about is not None and about.pk == viewer.pk):
        raise PermissionDenied


def note(user: User, happened: Happened, by: Viewer | None) -> None:
    """Keep on record what happened to somebody's place."""
    place = Membership.objects.get(user=user)
    PlaceEvent.objects.create(
        user=user,
        happened=happened,
        role=place.role,
        desk_id=place.desk_id,
        by=by.user if by else None,
    )


def invite(
    *, viewer: Viewer, email: str, name: str, place: Place, today: dt.date
) -> Coming | PlaceRequest:
    """An account without a place yet, and what is asked for it.

    Within one agency the person is invited at once and sees nothing until the agency agrees.
    Beyond it nobody is invited before the second person agreed.

    Raises:
        PermissionDenied: the viewer invites nobody.
        CannotChangePeople: there is such an account already, or the place does not fit.
    """
    require(viewer, Action.MANAGE_PEOPLE)
    place.check(today)
    if lost := _waits_for(email.strip(), place):
        return Coming(lost, _another_link(viewer, lost.user))
    user = _account(email.strip(), name.strip(), place.agency)
    asked = _ask_for(viewer, Wanted.INVITE, user, place)
    return asked if place.role in BEYOND_ONE_AGENCY else Coming(asked, _invitation(viewer, user))


def _waits_for(email: str, place: Place) -> PlaceRequest | None:
    """The request that waits for this very person and place: only the link was lost."""
    waits = PlaceRequest.objects.open_at(timezone.now()).filter(
        wanted=Wanted.INVITE, user__email=email.lower(), user__membership=None, role=place.role,
        agency=place.agency, desk=place.desk, ends_on=place.ends_on,
    )  # fmt: skip
    return waits.exclude(role__in=BEYOND_ONE_AGENCY).select_related("user", "agency").first()


def _another_link(viewer: Viewer, user: User) -> invitations.Invited:
    if TotpDevice.objects.filter(user=user, confirmed=True).exists():
        raise CannotChangePeople(
            "This person has set up their phone and waits for the answer. They need no other link."
        )
    return _invitation(viewer, user)


def _account(email: str, name: str, agency: Agency) -> User:
    """A new account, or the one that an invitation nobody agreed to has left without a place.

    That one begins anew: nobody has said that the phone set up with it was theirs.
    """
    user = User.objects.filter(email=email.lower()).first()
    if user is None:
        return User.objects.create_user(email, name=name, agency=agency)
    if Membership.objects.filter(user=user).exists():
        raise CannotChangePeople(
            "There is an account with this e-mail address. Find it in the list of people."
        )
    _refuse_while_asked(user)
    Invitation.objects.filter(user=user).delete()
    TotpDevice.objects.filter(user=user).delete()
    RecoveryCodes.objects.filter(user=user).delete()
    passkeys.of(user).delete()
    end_sessions(user=user)
    user.set_unusable_password()
    user.name, user.agency, user.is_active = name, agency, True
    user.save(update_fields=["password", "name", "agency", "is_active"])
    return user


def _settle(user: User, place: Place, today: dt.date) -> None:
    Membership.objects.create(
        user=user,
        role=place.role,
        agency=place.agency,
        desk=place.desk,
        starts_on=today,
        ends_on=place.ends_on,
    )


def _invitation(viewer: Viewer, user: User) -> invitations.Invited:
    return invitations.invite(email=user.email, invited_by=viewer.user, by_right=True)


def invite_again(*, viewer: Viewer, user: User) -> invitations.Invited | PlaceRequest:
    """A new invitation; a request where two people must agree first.

    Whoever has a place gets one only so, a lost phone or none yet (control 13). Of a role beyond
    one agency whoever asked never holds link and spoken code, the one who agreed makes it.

    Raises:
        PermissionDenied: the viewer invites nobody, or means themselves.
        CannotChangePeople: somebody else agreed to it and makes it, or the account is closed.
    """
    has_phone = TotpDevice.objects.filter(user=user, confirmed=True).exists()
    agreed = _agreed_for(user, has_phone=has_phone)
    if agreed is None or agreed.decided_by_id != viewer.pk:
        require(viewer, Action.MANAGE_PEOPLE, user)
    if not user.is_active:
        raise CannotChangePeople("This account is closed. Open it again first, then invite.")
    member = user.membership
    if agreed is None:
        place = Place(Role(member.role), member.agency, member.desk, member.ends_on)
        return _ask_for(viewer, Wanted.NEW_FACTORS if has_phone else Wanted.INVITE, user, place)
    if member.role in BEYOND_ONE_AGENCY and agreed.decided_by_id != viewer.pk:
        raise CannotChangePeople(_who_can(agreed))
    if has_phone:
        note(user, Happened.NEW_FACTORS, viewer)
    return _invitation(viewer, user)


def _who_can(agreed: PlaceRequest) -> str:
    who = agreed.decided_by.name or agreed.decided_by.email if agreed.decided_by else ""
    return (
        f"{who} agreed to this and makes the invitation, under “Requests to answer”. For a role "
        "beyond one agency nobody else can, so that it always takes two people."
    )


def _agreed_for(user: User, *, has_phone: bool) -> PlaceRequest | None:
    """What a second person agreed to within a day, if no invitation was made of it yet."""
    agreed = PlaceRequest.objects.filter(
        user=user,
        is_approved=True,
        decided_at__gt=timezone.now() - DECIDE_WITHIN,
        decided_by__is_active=True,
    )
    if has_phone:  # agreeing to a role is not agreeing to another phone
        agreed = agreed.filter(wanted=Wanted.NEW_FACTORS)
    last = agreed.select_related("decided_by").order_by("-decided_at").first()
    made = Invitation.objects.filter(user=user)
    if last is not None and made.filter(created_at__gt=last.decided_at).exists():
        return None
    return last


def invitations_to_make(viewer: Viewer) -> list[PlaceRequest]:
    """What the viewer agreed to, and has to invite the person for: roles beyond one agency."""
    agreed = PlaceRequest.objects.filter(
        is_approved=True,
        decided_by=viewer.user,
        decided_at__gt=timezone.now() - DECIDE_WITHIN,
        user__is_active=True,
        user__membership__role__in=BEYOND_ONE_AGENCY,
    )
    found = agreed.select_related("user", "agency", "desk", "requested_by").order_by("decided_at")
    return [asked for asked in found if _is_to_make(asked)]


def _is_to_make(asked: PlaceRequest) -> bool:
    has_phone = TotpDevice.objects.filter(user=asked.user, confirmed=True).exists()
    return _agreed_for(asked.user, has_phone=has_phone) == asked


def _refuse_while_asked(user: User) -> None:
    if PlaceRequest.objects.open_at(timezone.now()).filter(user=user).exists():
        raise CannotChangePeople(
            "Something else is asked for this person already: see “Requests to answer”. Wait for "
            "the answer."
        )


def _ask_for(viewer: Viewer, wanted: Wanted, user: User, place: Place) -> PlaceRequest:
    _refuse_while_asked(user)
    takes_a_day = place.role in BEYOND_ONE_AGENCY or wanted == Wanted.NEW_FACTORS
    within = DECIDE_WITHIN if takes_a_day else AGENCY_DECIDES_WITHIN
    asked = PlaceRequest.objects.create(
        wanted=wanted,
        user=user,
        role=place.role,
        agency=place.agency,
        desk=place.desk,
        ends_on=place.ends_on,
        requested_by=viewer.user,
        expires_at=timezone.now() + within,
    )
    answering.tell(asked)
    return asked


@transaction.atomic
def decide(*, viewer: Viewer, asked: PlaceRequest, agrees: bool, today: dt.date) -> None:
    """The second person's answer; what was agreed to is done at once.

    Raises:
        PermissionDenied: the viewer asked for it, it is about them, or others decide it.
        CannotChangePeople: its time has passed, somebody has answered, or the person has no phone
            yet or cannot leave their place; nothing is answered then.
    """
    if not answering.may_answer(viewer, asked):
        raise PermissionDenied
    if asked.decided_at is not None or asked.expires_at <= timezone.now():
        raise CannotChangePeople("This was answered already, or its time has passed. Ask anew.")
    if agrees and answering.sets_up_first(asked):
        _require_phone(asked.user)
    asked.decided_by, asked.decided_at = viewer.user, timezone.now()
    asked.is_approved = agrees
    asked.save(update_fields=["decided_by", "decided_at", "is_approved"])
    if not agrees:
        return
    place = Place(Role(asked.role), asked.agency, asked.desk, asked.ends_on)
    if asked.wanted == Wanted.INVITE:
        if not Membership.objects.filter(user=asked.user).exists():  # else invited once more
            Invitation.objects.filter(user=asked.user, used_at=None).delete()
            _settle(asked.user, place, today)
        note(asked.user, Happened.INVITED, viewer)
    elif asked.wanted == Wanted.CHANGE:
        move(viewer, Membership.objects.get(user=asked.user), place)


def _require_phone(user: User) -> None:
    if not TotpDevice.objects.filter(user=user, confirmed=True).exists():
        raise CannotChangePeople(
            "This person has not set up their phone yet. Agree once they told you themselves that "
            "they have."
        )


def change_place(
    *, viewer: Viewer, member: Membership, place: Place, today: dt.date
) -> PlaceRequest | None:
    """Another role, desk or last day; a request where two people must agree.

    Raises:
        PermissionDenied: the viewer may not, or means themselves.
        CannotChangePeople: the place does not fit, or they hold open cases that they would leave.
    """
    require(viewer, Action.MANAGE_PEOPLE, member.user)
    place.check(today)
    _refuse_to_leave_cases(member, place)
    if place.gives_more_than(member):
        return _ask_for(viewer, Wanted.CHANGE, member.user, place)
    move(viewer, member, place)
    return None


def move(viewer: Viewer, member: Membership, place: Place) -> None:
    """Write the place; sessions opened with the old one end.

    Raises:
        CannotChangePeople: they hold open cases that they would leave behind.
    """
    _refuse_to_leave_cases(member, place)
    if place.gives_more_than(member):  # an invitation made for less, by one person, opens nothing
        Invitation.objects.filter(user=member.user, used_at=None).delete()
    member.role, member.agency, member.desk = place.role, place.agency, place.desk
    member.ends_on = place.ends_on
    member.save(update_fields=["role", "agency", "desk", "ends_on"])
    User.objects.filter(pk=member.user_id).update(agency=place.agency)
    end_sessions(user=member.user)
    note(member.user, Happened.CHANGED, viewer)


def _refuse_to_leave_cases(member: Membership, place: Place) -> None:
    """Whoever stands elsewhere no longer works with the cases they hold now."""
    stands_elsewhere = (place.agency, place.desk) != (member.agency, member.desk)
    leaves = stands_elsewhere or ROLES[place.role].scope in {Scope.NONE, Scope.NATIONAL}
    if leaves and (why := leaving.reason_to_wait(member.user)):
        raise CannotChangePeople(why)


def end_account(
    *, viewer: Viewer, member: Membership, today: dt.date, happened: Happened = Happened.ENDED
) -> None:
    """Close an account for good; its cases are in other hands before (99).

    Raises:
        PermissionDenied: the viewer may not, or means themselves.
        CannotChangePeople: cases of this person have no other owner yet.
    """
    needed = Action.REVIEW_ACCESS if happened == Happened.STOPPED else Action.MANAGE_PEOPLE
    require(viewer, needed, member.user)
    if why := leaving.reason_to_wait(member.user):
        raise CannotChangePeople(why)
    member.ends_on = min(today, member.ends_on or today)
    member.save(update_fields=["ends_on"])
    note(member.user, happened, viewer)
    close(member.user)
    logger.info("account ended", extra={"user": member.user_id})


def close(user: User) -> None:
    User.objects.filter(pk=user.pk).update(is_active=False)
    end_sessions(user=user)


def open_again(*, viewer: Viewer, member: Membership, today: dt.date) -> None:
    """Let a suspended person in again, with the factors they have.

    Raises:
        PermissionDenied: the viewer may not, or means themselves.
        CannotChangePeople: their last day is over, so they would not get in.
    """
    require(viewer, Action.MANAGE_PEOPLE, member.user)
    if member.ends_on is not None and member.ends_on <= today:
        raise CannotChangePeople(
            "Their last day is over. Give them a later one under “Change their place”, or none; "
            "then open the account again."
        )
    User.objects.filter(pk=member.user_id).update(is_active=True)
    note(member.user, Happened.REOPENED, viewer)
