"""The releases that the demonstration's casework handed over, received and made public.

They come through the same door as real ones: signed, checked, one after the other. Only the four
eyes are the operator's here, as for all invented content.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from django.conf import settings

from portal.demo.tree import Say, at_eight
from portal.statistics import services
from portal.statistics.models import ReleasePage
from portal.statistics.receiving import inbox

PUBLISHED_AFTER = dt.timedelta(days=60)


def load(say: Say) -> None:
    """Receive what waits in the inbox and publish it; the caller holds a clearance."""
    made = 0
    for path in inbox.waiting(Path(settings.RELEASE_INBOX)):
        content = inbox.read(path)
        if not services.is_known(content):
            _publish(services.receive_release(content=content).page)
            made += 1
    say(f"  statistics: {made} releases received and published")


def _publish(page: ReleasePage) -> None:
    page.first_published_at = at_eight(page.last_day + PUBLISHED_AFTER)
    page.save_revision(clean=False).publish()
