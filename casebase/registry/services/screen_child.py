"""Screening: act, means and purpose, and what is still missing."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from casebase.access.viewer import Viewer
from casebase.registry.models import Case, Screening
from casebase.registry.services.edit_case import locked
from casebase.registry.services.sent_before import require_same
from casebase.vault.services import key_to_seal
from portal.core.services import DomainError
from portal.core.writings import insert

ADULT = 18


class CannotScreen(DomainError):
    """The day of the screening cannot be."""


@dataclass(frozen=True)
class Signs:
    """What an officer ticked, as codes."""

    acts: Collection[str]
    means: Collection[str]
    purposes: Collection[str]
    indicators: Collection[str] = ()

    def columns(self) -> dict[str, list[str]]:
        """As a row keeps them."""
        return {part: list(getattr(self, part)) for part in QUESTIONS}


def is_child(case: Case) -> bool:
    """Known to have been under 18 when found."""
    return case.age_at_identification is not None and case.age_at_identification < ADULT


QUESTIONS = {
    "acts": "What was done to bring or keep the person there? No act is ticked.",
    "means": "How was it done? No means is ticked, and the person is not known as a child.",
    "purposes": "What for? No purpose is ticked.",
    "indicators": "What did you see or hear? No sign is ticked.",
}


def gaps(signs: Signs, *, of_a_child: bool) -> dict[str, str]:
    """What the grid still lacks: part to question. Means are not needed for a child."""
    return {
        part: question
        for part, question in QUESTIONS.items()
        if not getattr(signs, part) and not (part == "means" and of_a_child)
    }


def is_complete(signs: Signs, *, of_a_child: bool) -> bool:
    """Whether act, means where needed and purpose are all there: help to decide, no decision."""
    return bool(signs.acts and signs.purposes and (of_a_child or signs.means))


@transaction.atomic
def screen_child(
    *,
    case: Case,
    viewer: Viewer,
    submission: UUID,
    screened_on: dt.date,
    signs: Signs,
    reasons: str,
    today: dt.date,
) -> Screening:
    """Keep a screening beside those before it.

    Raises:
        CannotScreen: the day lies ahead, or before the child was identified.
        NotYours: the case was opened to the worker for reading.
        SavedAlready: the form made a screening before, with other words.
    """
    case = locked(case)
    _require_day(screened_on, case=case, today=today)
    columns = {"screened_on": screened_on, **signs.columns()}
    if sent := Screening.objects.filter(submission=submission).first():
        what, texts = "a screening of this child", {"reasons": reasons}
        require_same(sent, what=what, key_id=sent.case_id, texts=texts, **columns)
        return sent
    screening = Screening(case=case, screened_by=viewer.user, submission=submission, **columns)
    screening.seal(key_to_seal(case.pk), reasons=reasons)
    insert(screening)
    return screening


def _require_day(screened_on: dt.date, *, case: Case, today: dt.date) -> None:
    if screened_on > today:
        raise CannotScreen("The day of the screening lies in the future. Check the date.")
    if screened_on < case.identified_on:
        raise CannotScreen("The screening lies before the child was identified. Check the date.")
