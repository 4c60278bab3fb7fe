"""Signing in and out, invitations, sessions, demo accounts: one function an action."""

from __future__ import annotations

import base64
import datetime as dt
import logging
import math
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import django_otp
from django.conf import settings
from django.contrib import auth
from django.contrib.auth.models import Group
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone

from portal.core import gate, notices, sealing, sessions
from portal.core.browsers import coarse_label
from portal.core.models import (
    KnownBrowser,
    RecoveryCode,
    RecoveryCodes,
    Session,
    TotpDevice,
    User,
)
from portal.core.models.factors import DIGITS

logger = logging.getLogger(__name__)

PASSWORD_AT = "password_at"  # noqa: S105 -- the name of a session entry
CODE_WITHIN = dt.timedelta(minutes=10)  # a password waits this long for its second factor
RECOVERY_CODES = 10
SEED_BYTES = 20  # what RFC 4226 recommends and every authenticator app takes


class DomainError(Exception):
    """A refusal that a person can read; the text says what to do next."""


class CannotSignIn(DomainError):
    """The pair of address and password opens no account, or none that may sign in."""


class TooManyAttempts(DomainError):
    """Wrong passwords or codes have closed the door for a while."""

    def __init__(self, text: str, *, seconds: int) -> None:
        super().__init__(text)
        self.seconds = seconds


class WrongCode(DomainError):
    """The one-time or recovery code is not right, or was used before."""


class NotOnDemo(DomainError):
    """Demo accounts exist on a demo only."""


# --- signing in and out


def give_password(*, request: HttpRequest, email: str, password: str) -> None:
    """First step of the sign-in: the session then knows the account, and opens nothing yet.

    Raises:
        CannotSignIn: unknown address, wrong password or closed account; the text is the same.
        TooManyAttempts: this account is closed for a while, from here or from everywhere.
    """
    user = auth.authenticate(request, username=email.strip().lower(), password=password)
    _refuse_while_locked(request)
    if user is None:
        raise CannotSignIn(
            "This e-mail address and password do not belong together. Check both and try again; "
            "if you have forgotten the password, ask your administrator for an invitation."
        )
    request.session.flush()  # nothing of an earlier person stays, and the key is new
    auth.login(request, user)
    request.session[PASSWORD_AT] = timezone.now().timestamp()
    request.session[sessions.BROWSER] = coarse_label(request.headers.get("User-Agent", ""))
    logger.info("password accepted", extra={"user": user.pk})


def _refuse_while_locked(request: HttpRequest) -> None:
    if getattr(request, "axes_locked_out", False):
        minutes = int(settings.AXES_COOLOFF_TIME.total_seconds() // 60)
        raise TooManyAttempts(
            f"Too many wrong passwords. Wait {minutes} minutes, then try again, or ask your "
            "administrator for help.",
            seconds=minutes * 60,
        )


def account_waiting_for_code(request: HttpRequest) -> User | None:
    """Whoever gave the password a moment ago and still owes the second factor."""
    account = request.account  # type: ignore[attr-defined]
    given_at = request.session.get(PASSWORD_AT, 0) if account.is_authenticated else 0
    if timezone.now().timestamp() - given_at > CODE_WITHIN.total_seconds():
        return None
    return account


def give_code(*, request: HttpRequest, user: User, code: str) -> None:
    """Second step: a one-time code or a recovery code; afterwards the person is signed in.

    Raises:
        TooManyAttempts, WrongCode: as in `check_code`.
    """
    open_session(request, user, check_code(user=user, code=code))


def check_code(*, user: User, code: str) -> Any:
    """The factor that a one-time or recovery code belongs to; the code is used up.

    Raises:
        TooManyAttempts: wrong codes have closed this factor for a while.
        WrongCode: not right, expired or used before.
    """
    typed = sealing.plain_code(code)
    factor = _factor_for(user, typed)
    if factor is not None:
        require_patience(factor)
    device = django_otp.verify_token(user, factor.persistent_id, typed) if factor else None
    if device is None:
        notices.send(user, notices.FAILED_CODE)
        logger.warning("second factor refused", extra={"user": user.pk})
        raise WrongCode(
            "This code is not right, or it was used before. Type the code your phone shows now, "
            "or one of your recovery codes."
        )
    return device


def require_patience(factor: TotpDevice | RecoveryCodes) -> None:
    """Refuse while wrong codes keep this factor closed.

    Raises:
        TooManyAttempts: with the seconds to wait.
    """
    until = factor.locked_until()
    if until is not None:
        seconds = max(1, math.ceil((until - timezone.now()).total_seconds()))
        raise TooManyAttempts(
            f"Too many wrong codes. Wait {_in_words(seconds)}, then type a new code.",
            seconds=seconds,
        )


def _in_words(seconds: int) -> str:
    for size, unit in ((3600, "hours"), (60, "minutes")):
        if seconds >= 2 * size:
            return f"{math.ceil(seconds / size)} {unit}"
    return "1 second" if seconds == 1 else f"{seconds} seconds"


def _factor_for(user: User, typed: str) -> TotpDevice | RecoveryCodes | None:
    looks_like_totp = typed.isdigit() and len(typed) == DIGITS
    model = TotpDevice if looks_like_totp else RecoveryCodes
    return model.objects.devices_for_user(user, confirmed=True).first()


def open_session(request: HttpRequest, user: User, device: Any) -> None:
    """Both factors were given: the session is a person's from here on, under a new key."""
    request.user = user
    django_otp.login(request, device)
    request.session[sessions.VERIFIED_AT] = timezone.now().timestamp()
    request.session[gate.FACTOR] = device.model_label()
    del request.session[PASSWORD_AT]
    request.session.cycle_key()
    _end_the_oldest(user)
    _note_browser(user, request.session[sessions.BROWSER])
    logger.info("signed in", extra={"user": user.pk})


def _end_the_oldest(user: User) -> None:
    """Keep the newest `SESSIONS_AT_ONCE`; a password alone never ends a person's session."""
    if settings.SESSIONS_AT_ONCE is None:
        return
    rows = Session.objects.alive_at(timezone.now()).filter(user=user).order_by("-started_at")
    verified = [row.pk for row in rows if gate.VERIFIED_AT in row.contents()]
    if surplus := verified[settings.SESSIONS_AT_ONCE :]:
        Session.objects.filter(pk__in=surplus).delete()
        notices.send(user, notices.OLDEST_ENDED)


def _note_browser(user: User, label: str) -> None:
    _, is_new = KnownBrowser.objects.update_or_create(user=user, label=label)
    if is_new and KnownBrowser.objects.filter(user=user).count() > 1:
        notices.send(user, notices.NEW_BROWSER)


def sign_out(*, request: HttpRequest) -> None:
    auth.logout(request)


def change_password(*, request: HttpRequest, user: User, old: str, new: str) -> None:
    """Set a new password; every other session of the person ends.

    Raises:
        CannotSignIn: the old password is another one.
        TooManyAttempts: it was wrong too often.
    """
    if auth.authenticate(request, username=user.email, password=old) is None:
        _refuse_while_locked(request)
        raise CannotSignIn("This is not your password until now. Type it again.")
    user.set_password(new)
    user.save(update_fields=["password"])
    auth.update_session_auth_hash(request, user)  # a new key, and this session stays
    end_sessions(user=user, keep=request.session.session_key)
    notices.send(user, notices.FACTORS_CHANGED)
    logger.info("password changed", extra={"user": user.pk})


def replace_recovery_codes(*, request: HttpRequest, user: User, code: str) -> list[str]:
    """New recovery codes for whoever has the phone at hand; the old ones stop working.

    Every other session of the person ends.

    Raises:
        WrongCode, TooManyAttempts: as in `give_code`; a recovery code does not do.
    """
    device = TotpDevice.objects.get(user=user, confirmed=True)
    require_patience(device)
    typed = sealing.plain_code(code)
    if django_otp.verify_token(user, device.persistent_id, typed) is None:
        notices.send(user, notices.FAILED_CODE)
        raise WrongCode("This code is not right, or it was used before. Wait for the next one.")
    end_sessions(user=user, keep=request.session.session_key)
    notices.send(user, notices.CODES_REPLACED)
    return new_recovery_codes(user)


def end_session(*, user: User, public_id: str) -> int:
    """End one of the person's own sessions; 0 where there is none of that id."""
    return Session.objects.filter(user=user, public_id=public_id).delete()[0]


def end_sessions(*, user: User, keep: str | None = None) -> int:
    """End the person's sessions, all or all but the one whose key is `keep`; how many ended."""
    ended = Session.objects.filter(user=user)
    if keep:
        ended = ended.exclude(session_key=sessions.digest(keep))
    return ended.delete()[0]


# --- second factors


def new_totp_device(user: User, *, confirmed: bool) -> TotpDevice:
    """A device with a fresh sealed seed; unconfirmed ones from before are dropped."""
    TotpDevice.objects.filter(user=user, confirmed=False).delete()
    device = TotpDevice(user=user, name="Authenticator app", confirmed=confirmed)
    device.seal_seed(secrets.token_bytes(SEED_BYTES))
    device.save()
    return device


def new_recovery_codes(user: User) -> list[str]:
    """Ten new codes in the clear, to be shown once; those from before stop working."""
    RecoveryCodes.objects.filter(user=user).delete()
    sheet = RecoveryCodes.objects.create(user=user, name="Recovery codes")
    codes = [sealing.draw_code(5) for _ in range(RECOVERY_CODES)]
    RecoveryCode.objects.bulk_create(
        RecoveryCode(sheet=sheet, digest=sheet.digest_of(code)) for code in codes
    )
    return codes


# --- demo accounts


@dataclass(frozen=True)
class DemoAccount:
    role: str
    email: str
    password: str


def ensure_demo_account(
    *, role: str, groups: Iterable[str] = (), is_superuser: bool = False, name: str = ""
) -> User:
    """Make the invented person of a role, or bring theirs up to date.

    Args:
        role: as `demo_accounts` prints it; makes the address, `<role>.demo@example.org`.
        groups: names of groups that exist; the person is in these and no others.

    Raises:
        NotOnDemo: the site is not in demo mode.
    """
    _require_demo()
    email = f"{role.lower().replace(' ', '-')}.demo@example.org"
    with transaction.atomic():
        user = User.objects.filter(email=email).first() or User(email=email)
        user.demo_role, user.is_superuser = role, is_superuser
        user.name = name or f"{role.capitalize()} (invented)"
        if not user.check_password(_demo_password(email)):
            user.set_password(_demo_password(email))
        user.save()
        user.groups.set(Group.objects.filter(name__in=list(groups)))
        if not TotpDevice.objects.filter(user=user, confirmed=True).exists():
            new_totp_device(user, confirmed=True)
    return user


def demo_accounts() -> list[DemoAccount]:
    """Every demo account of this site with its password.

    Raises:
        NotOnDemo: the site is not in demo mode.
    """
    _require_demo()
    users = User.objects.exclude(demo_role="").filter(is_active=True).order_by("pk")
    return [DemoAccount(user.demo_role, user.email, _demo_password(user.email)) for user in users]


def demo_device(email: str) -> TotpDevice:
    """The authenticator of a demo account.

    Raises:
        NotOnDemo: the site is not in demo mode, or the account is not a demo account.
    """
    _require_demo()
    device = TotpDevice.objects.filter(
        user__email=email.strip().lower(), confirmed=True, user__is_active=True
    )
    found = device.exclude(user__demo_role="").first()
    if found is None:
        raise NotOnDemo("There is no such demo account. `manage.py demo_accounts` lists them.")
    return found


def _require_demo() -> None:
    if not settings.DEMO_MODE:
        raise NotOnDemo("This site is not in demo mode, so it has no demo accounts.")


def _demo_password(email: str) -> str:
    """Drawn from the site's own key: the same at every run, and nowhere written down."""
    raw = bytes.fromhex(sealing.digest("demo password", email))
    text = base64.b32encode(raw[:15]).decode().lower()
    return "-".join(text[at : at + 6] for at in range(0, len(text), 6))
