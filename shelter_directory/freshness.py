"""How long a checked entry may be trusted."""

from __future__ import annotations

import datetime as dt
import enum

# Shelters close and move without notice; a quarter is the rhythm of the regional meetings.
# Decision 4 of README.md.
TRUSTED_FOR = dt.timedelta(days=90)
DUE_SOON = dt.timedelta(days=14)  # before the end of trust, so that nothing lapses unseen


class Freshness(enum.Enum):
    """What a reader may believe of an entry."""

    CHECKED = "checked"
    UNVERIFIED = "unverified"


def freshness(checked_on: dt.date | None, *, today: dt.date) -> Freshness:
    """Unverified once nobody has checked the entry for `TRUSTED_FOR`, or ever."""
    if checked_on is None or today - checked_on > TRUSTED_FOR:
        return Freshness.UNVERIFIED
    return Freshness.CHECKED


def check_due_before(today: dt.date) -> dt.date:
    """Entries checked before this day belong in the validators' queue."""
    return today - TRUSTED_FOR + DUE_SOON
