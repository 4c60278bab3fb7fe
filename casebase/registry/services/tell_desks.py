"""A mail that something waits; it never says what, of whom, or from whom (capability 72)."""

from __future__ import annotations

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.db import transaction
from django.utils import timezone

from casebase.access.enums import Action
from casebase.access.models import Desk, Membership
from casebase.access.roles import ROLES

logger = logging.getLogger(__name__)
SUBJECT = "Harbour casework"
REQUEST_WAITS = "One request waits for your desk. Sign in to read it."
ANSWER_WAITS = "One request of your desk was answered. Sign in to read it."


def tell_desk(desk: Desk, text: str, *, who_may: Action) -> None:
    """Tell the members of a desk who may act on it, once the change is really made."""
    roles = [role for role, reach in ROLES.items() if who_may in reach.actions]
    members = Membership.objects.current_on(timezone.localdate()).filter(desk=desk, role__in=roles)
    addresses = list(members.filter(user__is_active=True).values_list("user__email", flat=True))
    transaction.on_commit(lambda: _send(addresses, text))


def _send(addresses: list[str], text: str) -> None:
    for address in addresses:
        try:
            send_mail(
                SUBJECT, f"{text}\n\n{settings.BASE_URL}\n", settings.DEFAULT_FROM_EMAIL, [address]
            )
        except OSError:
            logger.warning("a notice to a desk could not be sent")
