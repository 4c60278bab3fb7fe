"""Passkeys as a second factor: added by whoever is fully signed in, asked for after the password.

The ceremonies are django-otp-webauthn's; its views are not used. A page carries the browser's
instructions in an attribute, and the browser's answer comes back in an ordinary form, so no page
asks the server for anything on its own and without a script the one-time code remains.
"""

from __future__ import annotations

import json
import logging
import secrets
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django_otp_webauthn.exceptions import OTPWebAuthnApiError
from django_otp_webauthn.helpers import WebAuthnHelper
from django_otp_webauthn.models import WebAuthnCredential
from webauthn.helpers.exceptions import WebAuthnException

from portal.core import notices, services, sessions
from portal.core.models import PasskeyProof, Session, User

logger = logging.getLogger(__name__)

CHALLENGES = "passkey_challenges"  # the session entry: purpose to what was asked
SIGN_IN, REGISTER, STEP_UP = "sign_in", "register", "step_up"
MOST_A_PERSON = 10
REFUSALS = (OTPWebAuthnApiError, WebAuthnException, KeyError, TypeError, ValueError, AttributeError)


class PasskeyRefused(services.DomainError):
    """The key's answer proves nothing; the text says what to do instead."""

    def __init__(self, text: str, *, status: int = 422) -> None:
        super().__init__(text)
        self.status = status


class Ceremony(WebAuthnHelper):
    """The library's ceremonies; a key that can ask for a PIN or a finger is asked to."""

    def get_credential_display_name(self, user: Any) -> str:
        return str(user.email)  # a key is carried about: it need not know the name

    def get_generate_authentication_options_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        from webauthn.helpers.structs import UserVerificationRequirement

        options = super().get_generate_authentication_options_kwargs(**kwargs)
        return {**options, "user_verification": UserVerificationRequirement.PREFERRED}


def of(user: User) -> QuerySet[WebAuthnCredential]:
    """The passkeys a person may use, the newest first."""
    return WebAuthnCredential.objects.filter(user=user, confirmed=True).order_by("-created_at")


# --- instructions for the browser


def registration_options(request: HttpRequest, user: User) -> str:
    """What the browser needs to make a key for this person, as JSON."""
    options, state = Ceremony(request).register_begin(user=user)
    _remember(request, REGISTER, state)
    return json.dumps(options)


def authentication_options(request: HttpRequest, user: User, purpose: str) -> str:
    """What the browser needs to ask one of the person's keys, as JSON; empty without any."""
    if not of(user).exists():
        return ""
    options, state = Ceremony(request).authenticate_begin(user=user)
    _remember(request, purpose, state)
    return json.dumps(options)


# --- answers


def register(*, request: HttpRequest, user: User, answer: str, name: str) -> None:
    """Keep a new key; every other session of the person ends.

    Raises:
        PasskeyRefused: the answer is not to what this session asked, or there are keys enough.
    """
    state = _take(request, REGISTER)
    if of(user).count() >= MOST_A_PERSON:
        raise PasskeyRefused(f"You have {MOST_A_PERSON} passkeys. Remove one first.", status=400)
    try:
        key = Ceremony(request).register_complete(user=user, state=state, data=json.loads(answer))
    except REFUSALS as error:
        raise _refusal(user, error) from error
    key.name = name.strip()[:64] or "Passkey"
    key.save(update_fields=["name"])
    PasskeyProof.objects.create(credential=key, mac=PasskeyProof.mac_of(key))
    _factors_changed(request, user, notices.PASSKEY_ADDED)


def give_passkey(*, request: HttpRequest, user: User, answer: str) -> None:
    """Second step of the sign-in, in place of the code.

    Raises:
        PasskeyRefused: as in `check`.
    """
    key = check(request=request, user=user, answer=answer, purpose=SIGN_IN)
    services.open_session(request, user, key)


def check(*, request: HttpRequest, user: User, answer: str, purpose: str) -> WebAuthnCredential:
    """The person's key that gave this answer.

    Raises:
        PasskeyRefused: another site's answer, one given before, one to another question, a copied
            key, or another person's.
    """
    state = _take(request, purpose)
    # Held until the request ends, so that two answers cannot both pass the counter.
    list(of(user).select_for_update(of=("self",)).values_list("pk"))
    try:
        data = json.loads(answer)
        key = Ceremony(request).authenticate_complete(user=user, state=state, data=data)
    except REFUSALS as error:
        raise _refusal(user, error) from error
    if not (key.confirmed and _was_taken_here(key)):
        raise PasskeyRefused("This passkey is closed. Type the code instead.", status=403)
    return key


def _was_taken_here(key: WebAuthnCredential) -> bool:
    """Whether this site itself took the key from this person."""
    proof = PasskeyProof.objects.filter(credential=key).first()
    return proof is not None and secrets.compare_digest(proof.mac, PasskeyProof.mac_of(key))


def remove(*, request: HttpRequest, user: User, key_id: int) -> None:
    """Forget one of the person's own keys; every other session of theirs ends.

    Raises:
        PasskeyRefused: the person has no such key.
    """
    if not of(user).filter(pk=key_id).delete()[0]:
        raise PasskeyRefused("This passkey is not there any more.", status=404)
    _factors_changed(request, user, notices.PASSKEY_REMOVED)


def _factors_changed(request: HttpRequest, user: User, notice: str) -> None:
    services.end_sessions(user=user, keep=request.session.session_key)
    notices.send(user, notice)
    logger.info("passkeys changed", extra={"user": user.pk})


def _refusal(user: User, error: Exception) -> PasskeyRefused:
    notices.send(user, notices.FAILED_CODE)
    # The kind of the error only: its text may carry what the browser sent.
    logger.warning("passkey refused", extra={"user": user.pk, "error": type(error).__name__})
    status = error.status_code if isinstance(error, OTPWebAuthnApiError) else 422
    return PasskeyRefused(
        "This passkey could not be used here. Try it once more, or type the code from your phone.",
        status=status,
    )


# --- what was asked


def _remember(request: HttpRequest, purpose: str, state: dict[str, Any]) -> None:
    asked = request.session.get(CHALLENGES, {})
    request.session[CHALLENGES] = {**asked, purpose: state}


def _take(request: HttpRequest, purpose: str) -> dict[str, Any]:
    """What this session asked for; taken out of it, so that it is answered once.

    Read from the locked row and not from the request, or two answers sent at the same moment
    would both find it.
    """
    digest = sessions.digest(request.session.session_key or "")
    row = Session.objects.select_for_update().filter(pk=digest).first()
    asked = row.contents().get(CHALLENGES, {}) if row else {}
    state = asked.pop(purpose, None)
    request.session[CHALLENGES] = asked
    if row is not None:
        request.session.save()
    if state is None:
        raise PasskeyRefused("This page was open for too long. Try again.", status=400)
    return dict(state)
