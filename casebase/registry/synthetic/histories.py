"""What became of an invented case: stage, decisions on the status, notes, closure."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from casebase.registry.codes.words import DecidingBody, Stage, VictimStatus
from casebase.registry.synthetic import stories

ACT_694 = "Act 694, section 1"
# Days after identification from which a case usually stands in the stage.
STAGES = (
    (0, Stage.RESCUE),
    (3, Stage.TEMPORARY_CARE),
    (21, Stage.COUNSELLING),
    (60, Stage.TRACING),
    (120, Stage.REHABILITATION),
    (300, Stage.REINTEGRATION),
    (420, Stage.MONITORING),
    (800, Stage.CLOSED),
)


@dataclass(frozen=True)
class WorldDecision:
    status: VictimStatus
    decided_on: dt.date
    deciding_body: DecidingBody
    legal_basis: str
    reasons: str


@dataclass(frozen=True)
class WorldNote:
    """A note; `corrects` is the place of an earlier note in the case's own list."""

    text: str
    written_on: dt.date
    is_sensitive: bool = False
    corrects: int | None = None


@dataclass(frozen=True)
class History:
    stage: Stage
    closed_on: dt.date | None
    decisions: tuple[WorldDecision, ...]
    notes: tuple[WorldNote, ...]


def history(
    rng: random.Random,
    identified_on: dt.date,
    until: dt.date,
    body: DecidingBody,
    *,
    was_wrong: bool,
) -> History:
    """A history that fits the time passed.

    Args:
        was_wrong: the child should not have been taken; this is found out on review.
    """
    decisions = _decisions(rng, identified_on, until, body, was_wrong=was_wrong)
    days = int((until - identified_on).days * rng.uniform(0.15, 1.1))
    stage = next(stage for start, stage in reversed(STAGES) if days >= start)
    closed_on = None
    if decisions and decisions[-1].status == VictimStatus.NOT_A_VICTIM:
        stage, closed_on = Stage.CLOSED, decisions[-1].decided_on
    elif stage == Stage.CLOSED:
        closed_on = min(until, identified_on + dt.timedelta(days=rng.randint(700, 800)))
    return History(stage, closed_on, decisions, _notes(rng, identified_on, closed_on or until))


def _decisions(
    rng: random.Random,
    identified_on: dt.date,
    until: dt.date,
    body: DecidingBody,
    *,
    was_wrong: bool,
) -> tuple[WorldDecision, ...]:
    decided_on = identified_on + dt.timedelta(days=rng.randint(2, 70))
    if decided_on > until or rng.random() < 0.1:
        return ()
    cleared = not was_wrong and rng.random() < 0.08
    first = _decision(rng, decided_on, body, victim=not cleared)
    reviewed_on = decided_on + dt.timedelta(days=rng.randint(20, 120))
    if reviewed_on > until or not (was_wrong or rng.random() < 0.03):
        return (first,)
    review = _decision(rng, reviewed_on, DecidingBody.GOVERNMENT, victim=cleared)
    why = f"{rng.choice(stories.ON_REVIEW)} {review.reasons}"
    return first, WorldDecision(**{**vars(review), "reasons": why})


def _decision(
    rng: random.Random, on: dt.date, body: DecidingBody, *, victim: bool
) -> WorldDecision:
    return WorldDecision(
        status=VictimStatus.ACTUAL if victim else VictimStatus.NOT_A_VICTIM,
        decided_on=on,
        deciding_body=body,
        legal_basis=ACT_694,
        reasons=rng.choice(stories.CONFIRMING if victim else stories.CLEARING),
    )


def _notes(rng: random.Random, first: dt.date, last: dt.date) -> tuple[WorldNote, ...]:
    """First the mark of invention, then up to four notes in order of time, some corrected."""
    notes = [WorldNote(stories.ABOUT_THE_PERSON, first)]
    texts = rng.sample(stories.NOTES, rng.choice([0, 1, 1, 2, 3, 4]))
    days = sorted(rng.randint(0, max(0, (last - first).days)) for _ in texts)
    for text, day in zip(texts, days, strict=True):
        notes.append(WorldNote(text, first + dt.timedelta(days=day)))
    if len(notes) > 2 and rng.random() < 0.15:
        text = rng.choice(stories.CORRECTIONS)
        notes.append(WorldNote(text, notes[-1].written_on, corrects=len(notes) - 1))
    if rng.random() < 0.08:
        text = rng.choice(stories.SENSITIVE_NOTES)
        notes.append(WorldNote(text, notes[-1].written_on, is_sensitive=True))
    return tuple(notes)
