"""What waits for the viewer on other pages than My day: how much and where, never which."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.utils import timezone

from casebase.access.enums import Action
from casebase.access.services import alerts, answering, people, reviews
from casebase.access.viewer import Viewer
from casebase.registry.codes.words import ReportState
from casebase.registry.models import AccessRequest, Emergency, Merge, PossibleDouble, Report

Counting = Callable[[Viewer], int]


@dataclass(frozen=True)
class Waiting:
    """One line of the day, as `2 requests for access to answer`; `page` is an address by name."""

    page: str
    count: int
    one: str
    several: str

    @property
    def words(self) -> str:
        return f"{self.count} {self.one if self.count == 1 else self.several}"


def waiting_for(viewer: Viewer) -> list[Waiting]:
    """What the viewer's role answers and somebody waits for; nothing that they asked themselves."""
    counted = [
        Waiting(page, count(viewer), one, several)
        for action, page, one, several, count in KINDS
        if viewer.may(action)
    ]
    return [waiting for waiting in counted if waiting.count]


def _emergencies(viewer: Viewer) -> int:
    return Emergency.objects.filter(reviewed_at=None).exclude(user_id=viewer.pk).count()


def _access_requests(viewer: Viewer) -> int:
    asked = AccessRequest.objects.filter(state=AccessRequest.State.ASKED)
    return asked.filter(to_desk__agency_id=viewer.agency_id).count()


def _answers(viewer: Viewer) -> int:
    own = AccessRequest.objects.filter(from_desk_id=viewer.desk_id, answer_seen_at=None)
    return own.exclude(state=AccessRequest.State.ASKED).count()


def _tip_offs(viewer: Viewer) -> int:
    return Report.objects.filter(state=ReportState.WAITING).count()


def _doubles(viewer: Viewer) -> int:
    """Those put off were looked at: they wait on the page, not in the day."""
    both = PossibleDouble.objects.filter(one__resolved_into=None, other__resolved_into=None)
    return both.filter(state=PossibleDouble.State.OPEN).count()


def _merges(viewer: Viewer) -> int:
    proposed = Merge.objects.filter(state=Merge.State.PROPOSED)
    return proposed.exclude(requested_by_id=viewer.pk).count()


def _reviews(viewer: Viewer) -> int:
    return sum(line.is_due for line in reviews.lines(viewer, now=timezone.now()))


def _alerts(viewer: Viewer) -> int:
    return alerts.alerts_for(viewer).count()


def _place_requests(viewer: Viewer) -> int:
    asked = sum(line.can_be_answered for line in answering.lines(viewer))
    return asked + len(people.invitations_to_make(viewer))


# What the role must hold; the address by name; the words for one and for several; how many.
KINDS: tuple[tuple[Action, str, str, str, Counting], ...] = (
    (Action.REVIEW_BREAK_GLASS, "break_glass_reviews", "emergency opening to review",
     "emergency openings to review", _emergencies),
    (Action.GRANT_ACCESS, "access_requests", "request for access to answer",
     "requests for access to answer", _access_requests),
    (Action.ASK_ACCESS, "access_requests", "new answer to what your desk asked",
     "new answers to what your desk asked", _answers),
    (Action.REGISTER, "reports_received", "tip-off to decide on", "tip-offs to decide on",
     _tip_offs),
    (Action.RESOLVE_DOUBLES, "doubles", "pair of records to compare: one child or two?",
     "pairs of records to compare: one child or two?", _doubles),
    (Action.APPROVE_MERGE, "merges", "pair to count as one, or not",
     "pairs to count as one, or not", _merges),
    (Action.APPROVE_PEOPLE, "place_requests", "request about access to answer",
     "requests about access to answer", _place_requests),
    (Action.REVIEW_ACCESS, "usage_alerts", "person who looked at too much",
     "people who looked at too much", _alerts),
    (Action.REVIEW_ACCESS, "access_review", "person whose access is to be reviewed",
     "people whose access is to be reviewed", _reviews),
)  # fmt: skip
