"""Mails to the holder of an account. They say that something happened, never what about."""

from __future__ import annotations

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction

from portal.core.models import User

logger = logging.getLogger(__name__)

_IF_NOT_YOU = (
    "If this was you, there is nothing to do. If it was not, tell your administrator at once, by "
    "telephone or in person."
)
NEW_BROWSER = "Your account was used to sign in from a browser it has not been used from before."
FAILED_CODE = "Somebody gave the right password for your account, but a wrong one-time code."
INVITED = (
    "An administrator has made an invitation for your account. Whoever takes it up chooses a new "
    "password and a new second factor."
)
FACTORS_CHANGED = (
    "The password of your account, or its second factor, has been set anew. All other sessions "
    "were ended."
)
PASSKEY_ADDED = "A passkey was added to your account. All other sessions were ended."
PASSKEY_REMOVED = "A passkey was removed from your account. All other sessions were ended."
OLDEST_ENDED = (
    "You signed in while two other browsers were signed in with your account. The oldest of them "
    "was signed out."
)
CODES_REPLACED = "Your account has new recovery codes. The old ones stopped working."


def send(user: User, text: str, *, ends: str = _IF_NOT_YOU) -> None:
    """Send once the change is really made; a mail server that is away stops nobody's work.

    Args:
        ends: what to do now; as it stands, for something done with the holder's own account.
    """
    transaction.on_commit(lambda: _send(user, text, ends))


def _send(user: User, text: str, ends: str) -> None:
    body = f"{text}\n\n{ends}\n\n{settings.BASE_URL}\n"
    try:
        send_mail("Your Harbour account", body, settings.DEFAULT_FROM_EMAIL, [user.email])
    except OSError:
        logger.warning("notice could not be sent", extra={"user": user.pk})
