"""One case opened for an hour by whoever cannot wait, and looked at by somebody else after."""

from __future__ import annotations

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet
from django.utils import timezone

from casebase.access.enums import Action
from casebase.access.models import Membership
from casebase.access.viewer import Viewer
from casebase.registry.codes import references
from casebase.registry.models import Case, Emergency
from casebase.vault.services import key_to_seal
from portal.core import notices
from portal.core.models import User
from portal.core.services import DomainError

SHORTEST = 10  # signs of a reason in words
OPENED = (
    "One of your cases was opened in an emergency by somebody who does not usually see it. "
    "Sign in and look at the emergency openings."
)
TO_REVIEW = "A case was opened in an emergency. Sign in and review it within 72 hours."


class CannotOpen(DomainError):
    """The emergency opening was refused; nothing was opened."""


def break_glass(*, viewer: Viewer, reference: str, reason: str, text: str) -> Case:
    """Open one case to the viewer for an hour, tell its owner, and have it reviewed.

    Raises:
        PermissionDenied: the role opens nothing in an emergency.
        CannotOpen: no such case, in reach already, or an earlier opening is not reviewed yet.
    """
    if not viewer.may(Action.BREAK_GLASS):
        raise PermissionDenied
    number = references.read(reference)
    if number is None or (row := _open(number, reason)) is None:
        raise CannotOpen("There is no case of this number. Check each sign of it.")
    emergency_id, case_id, owner_id = row
    emergency = Emergency.objects.get(pk=emergency_id)
    emergency.seal(key_to_seal(case_id), text=text)
    emergency.save(update_fields=["text"])
    notices.send(User.objects.get(pk=owner_id), OPENED)
    for reviewer in _reviewers(viewer):
        notices.send(reviewer, TO_REVIEW)
    return Case.objects.get(pk=case_id)


def _open(number: str, reason: str) -> tuple[UUID, UUID, int] | None:
    if Case.objects.filter(reference=number).exists():
        raise CannotOpen("You see this case without an emergency: open it from the list.")
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM registry_break_glass(%s, %s)", [number, reason])
            found: tuple[UUID, UUID, int] | None = cursor.fetchone()
    except IntegrityError as error:
        raise CannotOpen(
            "Your last emergency opening is not reviewed yet. Ask your supervisor to review it, "
            "or ask a colleague to open this case."
        ) from error
    return found


def _reviewers(viewer: Viewer) -> list[User]:
    """The viewer's supervisors and the directors, who answer for data protection."""
    here = Membership.objects.current_on(timezone.localdate()).select_related("user")
    told = here.filter(role="supervisor", agency=viewer.agency_id) | here.filter(role="director")
    return [member.user for member in told.exclude(user_id=viewer.pk)]


def seen_by(viewer: Viewer) -> QuerySet[Emergency]:
    """Emergency openings of cases the viewer sees, and their own; the newest first."""
    return Emergency.objects.select_related("case", "user").order_by("-opened_at")


def review(*, viewer: Viewer, emergency: Emergency, verdict: str) -> None:
    """Say whether it was right; until then the opener opens nothing else this way.

    Raises:
        PermissionDenied: the viewer opened it, or reviews none.
        CannotOpen: somebody has reviewed it.
    """
    if not viewer.may(Action.REVIEW_BREAK_GLASS) or emergency.user_id == viewer.pk:
        raise PermissionDenied
    if emergency.reviewed_at is not None:
        raise CannotOpen("This was reviewed already.")
    emergency.reviewed_by, emergency.reviewed_at = viewer.user, timezone.now()
    emergency.verdict = Emergency.Verdict(verdict)
    emergency.save(update_fields=["reviewed_by", "reviewed_at", "verdict"])
