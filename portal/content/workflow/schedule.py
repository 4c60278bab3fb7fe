"""What happens at a planned minute: pages that begin, editions that take over, pages that end."""

from __future__ import annotations

import datetime as dt
import logging

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from wagtail.models import Page, Revision

from portal.content.models import WorkerMark
from portal.content.signals import planned_changes_committed
from portal.content.workflow.guard import CannotPublish

logger = logging.getLogger(__name__)

SWITCHING = "planned publication"
LATE_AFTER = dt.timedelta(minutes=10)


def run_due(*, now: dt.datetime) -> int:
    """Publish what was planned for this minute or earlier, take down what has expired.

    Each page is its own transaction: one that is refused keeps no other from its minute.

    Returns:
        How many pages changed.
    """
    planned = Revision.page_revisions.filter(approved_go_live_at__lte=now)
    begun = sum(_begin(pk) for pk in planned.order_by("approved_go_live_at").values_list("pk"))
    expired = Page.objects.live().filter(expire_at__lte=now).order_by("expire_at")
    ended = sum(_end(pk) for pk in expired.values_list("pk"))
    WorkerMark.objects.update_or_create(name=SWITCHING, defaults={"ran_at": timezone.now()})
    if begun + ended:
        planned_changes_committed.send(sender=None)
    return begun + ended


def _begin(pk: tuple[int]) -> bool:
    revision = Revision.objects.get(pk=pk[0])
    try:
        with transaction.atomic():
            revision.publish(log_action="wagtail.publish.scheduled")
    except (CannotPublish, ValidationError):
        # Its text is not the one that was approved, or no longer complete: back to its authors.
        logger.exception("planned publication refused", extra={"page": revision.object_id})
        revision.approved_go_live_at = None
        revision.save(update_fields=["approved_go_live_at"])
        return False
    return True


def _end(pk: tuple[int]) -> bool:
    page = Page.objects.get(pk=pk[0]).specific
    if not page.may_be_unpublished:
        return False
    with transaction.atomic():
        page.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return True


def is_late(*, now: dt.datetime) -> bool:
    """Whether the worker has not done this work for ten minutes; never having run is late too."""
    mark = WorkerMark.objects.filter(name=SWITCHING).first()
    return mark is None or now - mark.ran_at > LATE_AFTER


def sign() -> str:
    """What `/health/ready` says about the worker."""
    return "late" if is_late(now=timezone.now()) else "working"
