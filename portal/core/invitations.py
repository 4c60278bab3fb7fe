"""Invitations: the only way to a password and a second factor.

The administrator hands over the link in person and says the code aloud, so that neither a mailbox
nor a glance at the screen is enough. An invitation that is abandoned half-way changes nothing:
the new password and the new authenticator take effect together, at its end.
"""

from __future__ import annotations

import base64
import datetime as dt
import logging
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlencode

import django_otp
import segno
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from portal.core import lockout, notices, passkeys, sealing, services
from portal.core.models import Invitation, TotpDevice, User

logger = logging.getLogger(__name__)

VALID_FOR = dt.timedelta(hours=24)
PROVEN = "invitation"  # the session entry of whoever knew the code


class CannotInvite(services.DomainError):
    """The account is closed, or a group does not exist."""


class InvitationGone(services.DomainError):
    """Used, expired, replaced by a newer one, or closed after wrong codes."""


class WrongSpokenCode(services.DomainError):
    """The code said aloud is another one."""


@dataclass(frozen=True)
class Invited:
    """What the administrator hands over; neither part is kept anywhere."""

    link: str
    code: str
    expires_at: dt.datetime


@transaction.atomic
def invite(
    *,
    email: str,
    invited_by: User | None,
    name: str = "",
    groups: Iterable[str] = (),
    is_superuser: bool = False,
    by_right: bool = False,
) -> Invited:
    """Make an invitation, and the account where there is none; earlier invitations end.

    Args:
        invited_by: None where the command line asks.
        groups: added to those the account has.
        by_right: the caller has asked already whether the inviter may invite.

    Raises:
        PermissionDenied: the inviter is no administrator.
        CannotInvite: the account is closed, or a group does not exist.
    """
    if invited_by is not None and not (by_right or invited_by.is_superuser):
        raise PermissionDenied
    user = User.objects.filter(email=email.strip().lower()).first()
    if user is not None and not user.is_active:
        raise CannotInvite("This account is closed. Open it again first, then invite.")
    user = user or User.objects.create_user(email.strip(), name=name)
    if is_superuser:
        user.is_superuser = True
        user.save(update_fields=["is_superuser"])
    user.groups.add(*_groups(groups))
    if TotpDevice.objects.filter(user=user, confirmed=True).exists():
        notices.send(user, notices.INVITED)
    logger.info("invitation made", extra={"user": user.pk})
    return _new_invitation(user, invited_by)


def _groups(names: Iterable[str]) -> list[Group]:
    wanted = list(names)
    found = list(Group.objects.filter(name__in=wanted))
    if missing := set(wanted) - {group.name for group in found}:
        known = ", ".join(Group.objects.order_by("name").values_list("name", flat=True))
        raise CannotInvite(f"There is no group “{min(missing)}”. There are: {known or 'none yet'}.")
    return found


def _new_invitation(user: User, invited_by: User | None) -> Invited:
    Invitation.objects.filter(user=user, used_at=None).delete()
    token, code = secrets.token_urlsafe(32), sealing.draw_code(2)
    invitation = Invitation.objects.create(
        user=user,
        invited_by=invited_by,
        token_digest=sealing.digest("invitation link", token),
        code_digest=_code_digest(user.pk, token, code),
        expires_at=timezone.now() + VALID_FOR,
    )
    link = settings.BASE_URL + reverse("invitation", args=[token])
    return Invited(link, code, invitation.expires_at)


def _code_digest(user_id: int, token: str, code: str) -> str:
    """Names the person too: moved to another account, an invitation is taken up by nobody."""
    return sealing.digest("invitation code", f"{user_id}|{token}{sealing.plain_code(code)}")


def find(token: str) -> Invitation:
    """The invitation of a link, locked until the request ends.

    Raises:
        InvitationGone: it cannot be taken up; the text says what to do.
    """
    digest = sealing.digest("invitation link", token)
    opened = Invitation.objects.open_at(timezone.now()).filter(user__is_active=True)
    locked = opened.select_for_update(of=("self",)).select_related("user")
    invitation = locked.filter(token_digest=digest).first()
    if invitation is None:
        raise InvitationGone(
            "An invitation works once, for 24 hours. Ask your administrator for a new one."
        )
    return invitation


def is_proven(*, request: HttpRequest, invitation: Invitation) -> bool:
    """Whether this browser gave the spoken code of this invitation."""
    return bool(request.session.get(PROVEN) == [invitation.pk, invitation.user_id])


def prove(*, request: HttpRequest, invitation: Invitation, token: str, code: str) -> None:
    """First step: the spoken code.

    Raises:
        WrongSpokenCode: another code; after `Invitation.GUESSES` of them the invitation is closed.
    """
    digest = _code_digest(invitation.user_id, token, code)
    if not secrets.compare_digest(digest, invitation.code_digest):
        Invitation.objects.filter(pk=invitation.pk).update(wrong_codes=F("wrong_codes") + 1)
        raise WrongSpokenCode(
            "This is not the code of this invitation. Check each letter with your administrator; "
            f"after {Invitation.GUESSES} wrong codes the invitation is closed."
        )
    request.session.flush()
    request.session[PROVEN] = [invitation.pk, invitation.user_id]


def choose_password(*, invitation: Invitation, password: str) -> None:
    """Second step; it takes effect with the third, for which a new authenticator waits now."""
    invitation.password = make_password(password)
    invitation.save(update_fields=["password"])
    services.new_totp_device(invitation.user, confirmed=False)


def pending_device(invitation: Invitation) -> TotpDevice:
    """The authenticator that the third step will confirm."""
    return TotpDevice.objects.get(user=invitation.user, confirmed=False)


def finish(*, request: HttpRequest, invitation: Invitation, code: str) -> list[str]:
    """Third step: the phone's first code. Password and factors take effect; old ones end.

    Returns:
        The recovery codes in the clear, to be shown now and never again.

    Raises:
        services.WrongCode: the phone shows another code, or its clock is wrong.
        services.TooManyAttempts: several wrong codes in a row.
    """
    user, device = invitation.user, pending_device(invitation)
    services.require_patience(device)
    typed = sealing.plain_code(code)
    if django_otp.verify_token(user, device.persistent_id, typed) is None:
        raise services.WrongCode(
            "This is not the code your phone shows now. Wait for the next one, and check that "
            "the phone sets its clock by itself."
        )
    TotpDevice.objects.filter(user=user).exclude(pk=device.pk).delete()
    TotpDevice.objects.filter(pk=device.pk).update(confirmed=True)
    passkeys.of(user).delete()  # whoever lost a phone may have lost its keys with it
    user.password = invitation.password
    user.save(update_fields=["password"])
    Invitation.objects.filter(pk=invitation.pk).update(used_at=timezone.now(), password="")
    services.end_sessions(user=user)
    lockout.forget(user)
    request.session.flush()
    notices.send(user, notices.FACTORS_CHANGED)
    logger.info("invitation taken up", extra={"user": user.pk})
    return services.new_recovery_codes(user)


@dataclass(frozen=True)
class Picture:
    """A QR code as the path of an SVG image, and the same secret as text."""

    size: int
    path: str
    secret: str


def picture_of(device: TotpDevice) -> Picture:
    """What the phone scans, drawn by us: no image file ever holds the secret."""
    secret = base64.b32encode(device.seed).decode().rstrip("=")
    issuer = f"Harbour {settings.SITE}"
    query = urlencode({"secret": secret, "issuer": issuer}, quote_via=quote)
    address = f"otpauth://totp/{quote(issuer)}:{quote(device.user.email)}?{query}"
    size, path = squares_of(address)
    groups = " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))
    return Picture(size=size, path=path, secret=groups)


def squares_of(text: str) -> tuple[int, str]:
    """A QR code of the text: the side of its square, and the path of its dark squares."""
    matrix: Any = segno.make(text, error="m", micro=False).matrix
    squares = [
        f"M{x + 4},{y + 4}h1v1h-1z"
        for y, row in enumerate(matrix)
        for x, is_dark in enumerate(row)
        if is_dark
    ]
    return len(matrix) + 8, "".join(squares)
