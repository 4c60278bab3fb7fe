"""The printable sheet of a case in three levels: what each one says, and what it leaves out.

Note [Three levels]: full is the record with who the child is; referral is what the next agency
needs to know before it has the case, without a name and without free text, in which names hide;
anonymised is for teaching and discussion: no number, no day, an age band, and no place below the
region.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import models
from django.utils.formats import date_format

from casebase.access.viewer import Viewer
from casebase.registry.case_cards import Cards, ReadScreening, cards_of
from casebase.registry.models import Case
from casebase.registry.queries import CaseView, case_view
from casebase.registry.services.identities import Revealed, Row

BANDS = ((4, "0 to 4"), (9, "5 to 9"), (14, "10 to 14"), (17, "15 to 17"), (24, "18 to 24"))


class Level(models.TextChoices):
    FULL = "full", "Full"
    REFERRAL = "referral", "Referral, without a name"
    ANONYMISED = "anonymised", "Anonymised"


@dataclass(frozen=True)
class Sheet:
    """What is printed.

    Attributes:
        mark: who prints it and when; on every page.
        who: the opened identity; None below the full level.
        record: notes and decisions; None below the full level.
        relatives: the cases of the family whose numbers are printed, for the trail.
    """

    level: Level
    mark: str
    rows: list[Row]
    screening: ReadScreening | None
    who: Revealed | None = None
    record: CaseView | None = None
    relatives: tuple[UUID, ...] = ()

    @property
    def grid(self) -> list[Row]:
        """What was ticked, without the reasons."""
        grid = self.screening.grid if self.screening else []
        return [Row(label, "; ".join(words) or "None ticked") for label, words in grid]


def sheet_of(
    *, case: Case, viewer: Viewer, level: Level, now: dt.datetime, who: Revealed | None = None
) -> Sheet:
    """The sheet of a case.

    Args:
        now: the moment of printing, in Accra.
        who: for the full level, revealed with a reason.
    """
    cards = cards_of(case, viewer)
    mark = f"{viewer.user.get_full_name()}, {date_format(now, 'j F Y, H:i')}, {level.label.lower()}"
    if level is Level.ANONYMISED:
        return Sheet(level, mark, _anonymised(case), cards.screening)
    rows = _referral(case, cards)
    family = tuple(relative.case_id for relative in cards.family)
    record = case_view(case) if level is Level.FULL else None
    return Sheet(level, mark, rows, cards.screening, who, record, family)


def age_band(age: int | None) -> str:
    if age is None:
        return "Not known"
    return next((words for oldest, words in BANDS if age <= oldest), "25 and over")


def _anonymised(case: Case) -> list[Row]:
    return [
        Row("Girl or boy", case.person.get_sex_display()),
        Row("Age when found", age_band(case.age_at_identification)),
        Row("Found", f"{date_format(case.identified_on, 'F Y')}, {case.region} Region"),
        *_what_happened(case),
    ]


def _referral(case: Case, cards: Cards) -> list[Row]:
    age = case.age_at_identification
    person = case.person
    urgent = [
        words
        for words, holds in (
            ("in danger now", case.in_danger), ("needs a doctor", case.needs_medical_care),
        )
        if holds
    ]  # fmt: skip
    language = person.get_language_display() if person.language else "Not known"
    return [
        Row("Case number", case.reference),
        Row("Girl or boy", person.get_sex_display()),
        Row("Age when found", "Not known" if age is None else f"{age} years"),
        Row("Language", f"{language}{'; needs an interpreter' * case.needs_interpreter}"),
        Row("Nationality", person.get_nationality_display()),
        Row("Home district", str(person.origin_district or "Not known")),
        Row("Found", f"{date_format(case.identified_on, 'j F Y')}, {case.region} Region"),
        Row("Urgent", "; ".join(urgent) or "Nothing"),
        *_what_happened(case),
        Row("Family known to us", "; ".join(f"{link.kind} ({link.reference})" for link in
                                            cards.family) or "Nobody linked"),
        Row("Looked after by", f"{case.desk}, {case.agency} {case.desk.phone}".strip()),
    ]  # fmt: skip


def _what_happened(case: Case) -> list[Row]:
    return [
        Row("Decision", case.get_status_display()),
        Row("Stage", case.get_stage_display()),
        Row("How noticed", case.get_source_display()),
        Row("Exploitation", case.get_exploitation_display() or "Not known"),
        Row("Work on the lake", case.get_lake_task_display()),
    ]
