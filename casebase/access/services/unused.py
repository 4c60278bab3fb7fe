"""Accounts that nobody uses are closed, until an administrator opens them again (99)."""

from __future__ import annotations

import datetime as dt
import logging

from casebase.access.enums import Happened
from casebase.access.services.people import close, note
from portal.core import notices
from portal.core.models import User

logger = logging.getLogger(__name__)
UNUSED_FOR = dt.timedelta(days=45)
SUSPENDED = (
    "Your account has not been used for 45 days, so it is closed for the time being. Your "
    "administrator can open it again."
)


def suspend_unused(*, now: dt.datetime) -> int:
    """Close what nobody has used for 45 days; how many were closed (99).

    The command of the same name calls it; the host's scheduler runs that once a day.
    """
    line = now - UNUSED_FOR
    idle = (
        User.objects.filter(is_active=True, membership__isnull=False, joined_at__lt=line)
        .exclude(last_login__gte=line)
        .exclude(sessions__last_seen_at__gte=line)
        .exclude(place_events__happened=Happened.REOPENED, place_events__at__gte=line)
    )
    closed = list(idle)
    for user in closed:
        close(user)
        note(user, Happened.SUSPENDED, None)
        notices.send(user, SUSPENDED)
        logger.info("unused account suspended", extra={"user": user.pk})
    return len(closed)
