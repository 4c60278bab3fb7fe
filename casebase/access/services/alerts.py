"""Looking at why somebody went over a budget, and opening it to them again."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.utils import timezone

from casebase.access.enums import Action, Happened, Role
from casebase.access.models import UsageAlert
from casebase.access.services import people
from casebase.access.viewer import Viewer


def alerts_for(viewer: Viewer) -> QuerySet[UsageAlert]:
    """Those of the viewer's agency, or of everybody for a director; never the viewer's own."""
    waiting = UsageAlert.objects.filter(handled_at=None).exclude(user_id=viewer.pk)
    if viewer.role != Role.DIRECTOR:
        waiting = waiting.filter(user__membership__agency_id=viewer.agency_id)
    return waiting.select_related("user").order_by("at")


def release(*, viewer: Viewer, alert: UsageAlert) -> None:
    """Open the budget again; who did it stays on record.

    Raises:
        PermissionDenied: the viewer reviews no access, or the alert is about them.
    """
    people.require(viewer, Action.REVIEW_ACCESS, alert.user)
    if not alerts_for(viewer).filter(pk=alert.pk).exists():
        raise PermissionDenied
    alert.handled_by, alert.handled_at = viewer.user, timezone.now()
    alert.save(update_fields=["handled_by", "handled_at"])
    people.note(alert.user, Happened.UNLOCKED, viewer)
