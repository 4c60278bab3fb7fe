"""One case opened for an hour by whoever cannot wait, and looked at by somebody else after."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone

from casebase.access.enums import Action, Role
from casebase.access.models import Membership
from casebase.access.viewer import Viewer
from casebase.registry.codes import references
from casebase.registry.models import Case, Emergency
from casebase.registry.queries import is_erased
from casebase.vault.services import key_to_seal
from portal.core import notices
from portal.core.models import User
from portal.core.services import DomainError

SHORTEST = 10  # signs of a reason in words
OPENED = "One of your cases was opened in an emergency by somebody who does not usually see it."
LOOK = "Sign in and look who it was, and why; if it was not right, tell your supervisor.\n{page}"
OPENED_THERE = "A case of your agency, or of one that you look after, was opened in an emergency."
REVIEW = "Sign in and say within 72 hours whether it was right.\n{page}"


class CannotOpen(DomainError):
    """The emergency opening was refused; nothing was opened."""


class CannotReview(DomainError):
    """Somebody was faster; the first verdict stays."""


@dataclass(frozen=True)
class Opening:
    """A case that the viewer sees from the next page on, and not yet on this one."""

    case_id: UUID
    reference: str


def break_glass(*, viewer: Viewer, reference: str, reason: str, text: str) -> Opening:
    """Open one case to the viewer for an hour, tell its owner, and have it reviewed.

    It is not read here: see Note [A grant works from the next transaction on].

    Raises:
        PermissionDenied: the role opens nothing in an emergency.
        CannotOpen: no such case, in reach already, erased, or an earlier opening is not reviewed
            yet.
    """
    if not viewer.may(Action.BREAK_GLASS):
        raise PermissionDenied
    number = references.read(reference)
    if number is None or (row := _open(number, reason)) is None:
        raise CannotOpen("There is no case of this number. Check each sign of it.")
    emergency_id, case_id, owner_id, agency_id = row
    if is_erased(case_id):
        raise CannotOpen("This case was erased. There is nothing left in it to open.")
    emergency = Emergency.objects.get(pk=emergency_id)
    emergency.seal(key_to_seal(case_id), text=text)
    emergency.save(update_fields=["text"])
    _tell(viewer, owner_id, agency_id)
    return Opening(case_id, number)


def _open(number: str, reason: str) -> tuple[UUID, UUID, int, int] | None:
    if Case.objects.filter(reference=number).exists():
        raise CannotOpen("You see this case without an emergency: open it from the list.")
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SELECT * FROM registry_break_glass(%s, %s)", [number, reason])
            found: tuple[UUID, UUID, int, int] | None = cursor.fetchone()
    except IntegrityError as error:
        raise CannotOpen(
            "Your last emergency opening is not reviewed yet. Ask a supervisor of that case's "
            "agency, or a director, to review it; or ask a colleague to open this case."
        ) from error
    return found


def _tell(viewer: Viewer, owner_id: int, agency_id: int) -> None:
    page = f"{settings.BASE_URL}{reverse('break_glass_reviews')}"
    # An owner who has gone to another agency does not see the case any more.
    owner = Membership.objects.filter(user_id=owner_id, agency=agency_id).select_related("user")
    for member in owner:
        notices.send(member.user, OPENED, ends=LOOK.format(page=page))
    for reviewer in _reviewers(viewer, agency_id):
        notices.send(reviewer, OPENED_THERE, ends=REVIEW.format(page=page))


def _reviewers(viewer: Viewer, agency_id: int) -> list[User]:
    """The supervisors of the case's agency, who see it, and the directors, who see every case."""
    here = Membership.objects.current_on(timezone.localdate()).select_related("user")
    told = here.filter(role="supervisor", agency=agency_id) | here.filter(role="director")
    return [member.user for member in told.exclude(user_id=viewer.pk)]


def seen_by(viewer: Viewer) -> QuerySet[Emergency]:
    """Emergency openings of cases the viewer sees, and their own; the newest first."""
    return Emergency.objects.select_related("case", "user").order_by("-opened_at")


def reviews(viewer: Viewer, emergency: Emergency) -> bool:
    """Whether the viewer says if it was right: see Note [Nobody reviews who was let in]."""
    if not viewer.may(Action.REVIEW_BREAK_GLASS) or emergency.user_id == viewer.pk:
        return False
    return viewer.role == Role.DIRECTOR or emergency.case.agency_id == viewer.agency_id


def review(*, viewer: Viewer, emergency: Emergency, verdict: str) -> None:
    """Say whether it was right; until then the opener opens nothing else this way.

    Raises:
        PermissionDenied: the viewer opened it, reviews none, or was let into the case themselves.
        CannotReview: somebody has reviewed it.
    """
    if not reviews(viewer, emergency):
        raise PermissionDenied
    waiting = Emergency.objects.filter(pk=emergency.pk, reviewed_at=None)
    if not waiting.update(
        reviewed_by=viewer.user, reviewed_at=timezone.now(), verdict=Emergency.Verdict(verdict)
    ):
        raise CannotReview("Somebody has reviewed this opening before you. Nothing was changed.")
