"""What the pages of counting once show: pairs side by side, waiting lists, collapsed records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db.models import Q, Value
from django.db.models.functions import Coalesce

from casebase.access.enums import Purpose
from casebase.access.viewer import Trail
from casebase.registry.keyset import Part, part_of
from casebase.registry.matching.scoring import Score, score_traits
from casebase.registry.models import Case, Merge, PossibleDouble
from casebase.registry.services.identities import Revealed, reveal
from casebase.registry.services.traits import traits_of

UNSCORED = Decimal(-1)
LABELS = {
    "given_name": "First name",
    "other_names": "Other names",
    "birth_date": "Birth date",
    "mother_name": "Mother's name",
    "father_name": "Father's name",
    "community": "Home town or village",
    "found_at": "Found at",
    "phone": "Telephone",
    "national_id": "Identity number",
    "marks": "Marks",
    "sex": "Girl or boy",
    "birth_year": "Year of birth",
    "nationality": "Nationality",
}


@dataclass(frozen=True)
class Side:
    """One of two records; `revealed` is None where the viewer may not see who it is."""

    person_id: UUID
    cases: tuple[Case, ...]
    revealed: Revealed | None

    @property
    def is_in_reach(self) -> bool:
        return bool(self.cases)


@dataclass(frozen=True)
class Row:
    """One field of both records."""

    name: str
    label: str
    left: str
    right: str

    @property
    def differs(self) -> bool:
        return self.left != self.right


@dataclass(frozen=True)
class Pair:
    left: Side
    right: Side
    score: Score | None

    @property
    def rows(self) -> list[Row]:
        """The fields that either record fills; empty while one of them is out of reach."""
        if not (self.left.revealed and self.right.revealed):
            return []
        texts = (_texts(self.left), _texts(self.right))
        return [
            Row(name, label, texts[0][name], texts[1][name])
            for name, label in LABELS.items()
            if texts[0][name] or texts[1][name]
        ]

    @property
    def reasons(self) -> list[tuple[str, float]]:
        if self.score is None:
            return []
        return [(why.words, why.weight.against(self.score.against)) for why in self.score.reasons]

    @property
    def is_of_one_agency(self) -> bool:
        agencies = {case.agency_id for side in (self.left, self.right) for case in side.cases}
        return len(agencies) == 1

    def side(self, person_id: str) -> Side | None:
        sides = {str(side.person_id): side for side in (self.left, self.right)}
        return sides.get(person_id)


def _texts(side: Side) -> dict[str, str]:
    person = side.cases[0].person
    known = dict(side.revealed.texts) if side.revealed else {}
    year = "" if person.birth_year is None else str(person.birth_year)
    nationality = person.get_nationality_display() if person.nationality else ""
    return {**dict.fromkeys(LABELS, ""), **known, "sex": person.get_sex_display(),
            "birth_year": year, "nationality": nationality}  # fmt: skip


def pair_of(one: UUID, other: UUID, trail: Trail) -> Pair:
    """Both records, opened for comparing as far as the viewer may."""
    cases = list(
        Case.objects.filter(person_id__in=(one, other))
        .select_related("person__origin_district", "agency", "desk")
        .order_by("created_at")
    )
    opened = reveal(case_ids=[case.pk for case in cases], purpose=Purpose.MATCHING, trail=trail)
    sides = [_side(person_id, cases, opened) for person_id in (one, other)]
    return Pair(sides[0], sides[1], _score(sides))


def _side(person_id: UUID, cases: Iterable[Case], opened: dict[UUID, Revealed]) -> Side:
    own = tuple(case for case in cases if case.person_id == person_id)
    shown = next((opened[case.pk] for case in own if case.pk in opened), None)
    return Side(person_id, own, shown if shown and shown.is_whole else None)


def _score(sides: list[Side]) -> Score | None:
    if not all(side.revealed for side in sides):
        return None
    one, other = (
        traits_of(side.cases[0].person, side.revealed.texts if side.revealed else {})
        for side in sides
    )
    return score_traits(one, other)


@dataclass(frozen=True)
class PairRow:
    """A pair on the work list, without names."""

    double: PossibleDouble
    cases: tuple[Case, ...]
    is_other_out_of_reach: bool


def waiting_pairs(*, after: str = "") -> Part[PairRow]:
    """What waits for a decision, the likeliest first; then what was put off.

    Args:
        after: the mark of the part before; a pair that tokens found has no score and comes last.
    """
    waiting = PossibleDouble.objects.filter(
        state__in=("open", "later"), one__resolved_into=None, other__resolved_into=None
    ).annotate(rank=Coalesce("score", Value(UNSCORED)))
    found = part_of(waiting, order=["-state", "-rank", "found_at"], after=after)
    return found.of(_pair_rows(found.rows))


def _pair_rows(pairs: Sequence[PossibleDouble]) -> list[PairRow]:
    cases = _cases_of({person for pair in pairs for person in (pair.one_id, pair.other_id)})
    return [
        PairRow(
            pair,
            (*cases.get(pair.one_id, ()), *cases.get(pair.other_id, ())),
            not (pair.one_id in cases and pair.other_id in cases),
        )
        for pair in pairs
    ]


def _cases_of(persons: Iterable[UUID]) -> dict[UUID, tuple[Case, ...]]:
    found: dict[UUID, tuple[Case, ...]] = {}
    cases = Case.objects.filter(person_id__in=list(persons)).select_related("agency", "person")
    for case in cases.order_by("reference"):
        found[case.person_id] = (*found.get(case.person_id, ()), case)
    return found


@dataclass(frozen=True)
class MergeRow:
    """One collapsed pair in the audit table: both numbers, who asked, who agreed."""

    merge: Merge
    cases: tuple[Case, ...]
    may_be_undone: bool


def merge_rows(*, now: dt.datetime, after: str = "") -> Part[MergeRow]:
    """What waits for a second person, then what was decided; the newest first."""
    rows = Merge.objects.select_related("requested_by", "decided_by", "undone_by")
    rows = rows.annotate(waits=Q(state=Merge.State.PROPOSED))
    found = part_of(rows, order=["-waits", "-requested_at"], after=after)
    cases = _cases_of({person for row in found.rows for person in (row.kept_id, row.absorbed_id)})
    return found.of(
        MergeRow(
            row,
            (*cases.get(row.kept_id, ()), *cases.get(row.absorbed_id, ())),
            row.may_be_undone(now),
        )
        for row in found.rows
    )
