"""Could two records be of one person? A score with its reasons, for a human being to decide.

The score adds, field by field, the logarithm (base 2) of how much likelier the two values are in
two records of one person than in records of two: the sum that Fellegi and Sunter proved best, with
weights set by judgement (README "Counting once"), not learnt from any child.

The smallest of five sums is the score: Note [Five other explanations] in `weights.py`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from casebase.registry.matching import births, names
from casebase.registry.matching import marks as body_marks
from casebase.registry.matching.comparing import (
    HOW_NAMES_MEET,
    SHARE,
    NamesSideBySide,
    Pairing,
    side_by_side,
    sort_of,
    sorts,
)
from casebase.registry.matching.parents import bears_the_fathers_name, parent
from casebase.registry.matching.sounds import Listener, Word
from casebase.registry.matching.weights import (
    A_VILLAGE_SHARES,
    HEAD_START,
    Other,
    Reason,
    Weight,
    alike,
)

POSSIBLE = 7.5  # 180 times likelier one person than two
LIKELY = 14.0  # 16,000 times

Level = Literal["likely", "possible", "no"]


@dataclass(frozen=True)
class Traits:
    """What is known of one person, in clear, in memory only. Empty text or None: not known.

    Attributes:
        given_name, other_names: names in any order; compared as one bag of words.
        birth_year_from, birth_year_until: the years the birth may lie in, both included.
        district: a code; `community` is what was written.
    """

    given_name: str = ""
    other_names: str = ""
    day_name: str = ""
    sex: str = ""
    birth_date: dt.date | None = None
    birth_year_from: int | None = None
    birth_year_until: int | None = None
    district: str = ""
    community: str = ""
    mother_name: str = ""
    father_name: str = ""
    phone: str = ""
    national_id: str = ""
    marks: str = ""

    def __repr__(self) -> str:
        return "<Traits>"  # never a name: this text reaches logs and error pages


@dataclass(frozen=True)
class Score:
    """The sum and why. `level` is the only thing a rule may depend on.

    Attributes:
        against: the other explanation that was hardest to rule out; the total is against it.
    """

    total: float
    against: Other
    reasons: tuple[Reason, ...]

    @property
    def level(self) -> Level:
        if self.total >= LIKELY:
            return "likely"
        return "possible" if self.total >= POSSIBLE else "no"


@dataclass
class Prepared:
    """Traits whose names were listened to once, for comparing them many times."""

    traits: Traits
    ear: Listener
    names: tuple[Word, ...] = field(init=False)

    def __post_init__(self) -> None:
        own = self.traits
        days = {word.spelling: word for word in self.ear.day_words(own.day_name)}
        surnames = self.ear.words(own.other_names, surnames=True)
        heard = (*self.ear.words(own.given_name), *surnames)
        meant = (days.get(word.spelling, word) for word in heard)
        self.names = tuple(dict.fromkeys((*meant, *days.values())))

    @cached_property
    def mother(self) -> tuple[Word, ...]:
        return self.ear.words(self.traits.mother_name)

    @cached_property
    def father(self) -> tuple[Word, ...]:
        return self.ear.words(self.traits.father_name)

    @cached_property
    def family_names(self) -> frozenset[str]:
        """Sounds of what is probably the family's name: after the given name, or the father's.

        A Christian name is the child's own, or the father's own, in whatever place it stands.
        """
        words = (*self.ear.words(self.traits.other_names, surnames=True), *self.father)
        return frozenset(word.heard for word in words if sort_of(word) == "other")

    @cached_property
    def community(self) -> tuple[Word, ...]:
        return self.ear.words(self.traits.community)

    @cached_property
    def years(self) -> tuple[int, int] | None:
        if self.traits.birth_date:
            return self.traits.birth_date.year, self.traits.birth_date.year
        first, last = self.traits.birth_year_from, self.traits.birth_year_until
        return (first, last) if first is not None and last is not None else None


def score(one: Prepared, other: Prepared) -> Score:
    """How likely `one` and `other` are records of one person."""
    beside = side_by_side(one.names, other.names, one.ear)
    reasons = (
        *_names(one, other, beside),
        *_sex(one, other),
        *_birth(one, other),
        *_origin(one, other),
        *_parents(one, other, beside),
        *_identifiers(one, other),
        *_marks(one, other),
    )
    sums = {
        against: start + sum(reason.weight.against(against) for reason in reasons)
        for against, start in HEAD_START.items()
    }
    hardest = min(sums, key=lambda against: sums[against])
    return Score(total=round(sums[hardest], 1), against=hardest, reasons=reasons)


def score_traits(one: Traits, other: Traits) -> Score:
    """As `score`, for a single pair."""
    ear = Listener()
    return score(Prepared(one, ear), Prepared(other, ear))


def _names(one: Prepared, other: Prepared, beside: NamesSideBySide) -> Iterator[Reason]:
    family = _family_pairing(one, other, beside)
    for pair in beside.pairings:
        how = HOW_NAMES_MEET[pair.closeness]
        if pair.one.is_day and pair.other.is_day:
            weight = alike(pair.weight, namesake=0.0, twin=0.0)
            yield Reason("day_name", weight, f"a day name {how}")
        elif pair == family:
            in_a_village = pair.weight * A_VILLAGE_SHARES
            weight = Weight(pair.weight, in_a_village, 0.0, namesake=0.0)
            yield Reason("name", weight, f"a name, perhaps the family's, {how}")
        else:
            yield Reason("name", alike(pair.weight, namesake=0.0), f"a name {how}")
    if apart := beside.apart(days=False):
        first = _first_apart(one, other, beside)
        yield Reason("name", alike(first - 1.5 * (apart - 1)), "another name differs")
    if _names_of_twins(beside):
        yield Reason("name", alike(-8.0), "one has a first twin's name, the other a second twin's")
    if beside.day_names_differ:
        yield Reason("day_name", alike(-4.0), "the day names are of different days")


def _first_apart(one: Prepared, other: Prepared, beside: NamesSideBySide) -> float:
    """A child has a name of the school beside one of the house, but seldom two of a sort."""
    of_one = sorts(beside.left_of_one, one.family_names)
    both = (of_one & sorts(beside.left_of_other, other.family_names)) - {"day"}
    if "christian" in both:
        return -4.5
    return -2.5 if both else -1.5


def _family_pairing(one: Prepared, other: Prepared, beside: NamesSideBySide) -> Pairing | None:
    """The pairing that a sister or brother would share as well; None when none looks so."""

    def looks_so(pair: Pairing) -> int:
        return (pair.one.heard in one.family_names) + (pair.other.heard in other.family_names)

    own = [pair for pair in beside.pairings if not (pair.one.is_day and pair.other.is_day)]
    if not own:
        return None
    likeliest = max(own, key=looks_so)
    return likeliest if looks_so(likeliest) or beside.may_be_the_family_name else None


def _names_of_twins(beside: NamesSideBySide) -> bool:
    def places(words: Sequence[Word]) -> set[str]:
        return {group for word in words for group in word.groups} & {
            f"order:{place}" for place in names.TWIN_PLACES
        }

    one, other = places(beside.left_of_one), places(beside.left_of_other)
    return bool(one and other and not one & other)


def _sex(one: Prepared, other: Prepared) -> Iterator[Reason]:
    if one.traits.sex and other.traits.sex:
        if one.traits.sex == other.traits.sex:
            yield Reason("sex", alike(0.9, namesake=0.0), "the sex is the same")
        else:
            yield Reason("sex", alike(-6.0), "the sex differs")


def _birth(one: Prepared, other: Prepared) -> Iterator[Reason]:
    left, right = one.traits.birth_date, other.traits.birth_date
    if left and right and (match := births.dates(left, right)):
        yield match
    elif one.years is not None and other.years is not None:
        yield births.windows(one.years, other.years)


def _origin(one: Prepared, other: Prepared) -> Iterator[Reason]:
    if one.traits.district and other.traits.district:
        if one.traits.district == other.traits.district:
            weight = Weight(2.0, 0.0, 0.0)
            yield Reason("district", weight, "the district of origin is the same")
        else:
            yield Reason("district", Weight(-1.5, 0.0, 0.0), "the district of origin differs")
    if one.community and other.community:
        beside = side_by_side(one.community, other.community, one.ear)
        if beside.pairings:
            how = HOW_NAMES_MEET[beside.worst]
            weight = Weight(4.0 * SHARE[beside.worst], 0.0, 0.0)
            yield Reason("community", weight, f"the community's name {how}")
        else:
            yield Reason("community", Weight(-1.0, 0.0, 0.0), "the community differs")


def _parents(one: Prepared, other: Prepared, beside: NamesSideBySide) -> Iterator[Reason]:
    yield from parent("mother", one.mother, other.mother, one.ear)
    # What the child's own names said already, the father's surname does not say again.
    said = {word.heard for pair in beside.pairings for word in (pair.one, pair.other)}
    fathers = [[word for word in words if word.heard not in said]
               for words in (one.father, other.father)]  # fmt: skip
    yield from parent("father", fathers[0], fathers[1], one.ear)
    yield from _fathers_name(one, beside.left_of_one, other)
    yield from _fathers_name(other, beside.left_of_other, one)


def _fathers_name(child: Prepared, left: Sequence[Word], other: Prepared) -> Iterator[Reason]:
    if child.father:
        return  # the fathers were compared
    surnames = [word for word in left if word.heard in child.family_names]
    if reason := bears_the_fathers_name(surnames, other.father, child.ear):
        yield reason


def _identifiers(one: Prepared, other: Prepared) -> Iterator[Reason]:
    left, right = digits(one.traits.phone), digits(other.traits.phone)
    if left and right and left == right:
        # Usually the carer's, and the carer's other children give the same one.
        weight = Weight(6.0, 6.0, 0.5)
        yield Reason("phone", weight, "the telephone number is the same")
    card, other_card = identifier(one.traits.national_id), identifier(other.traits.national_id)
    if card and other_card:
        if card == other_card:
            yield Reason("national_id", alike(20.0), "the identity number is the same")
        else:
            yield Reason("national_id", alike(-4.0), "the identity number differs")


def digits(phone: str) -> str:
    """The last nine digits: what is left of 024…, +233 24… and 00233 24…; "" when fewer."""
    kept = "".join(letter for letter in phone if letter.isdecimal())
    return kept[-9:] if len(kept) >= 9 else ""


def identifier(text: str) -> str:
    """Letters and digits of an identity number in capitals; "" when fewer than six."""
    kept = "".join(letter for letter in text.upper() if letter.isalnum())
    return kept if len(kept) >= 6 else ""


def _marks(one: Prepared, other: Prepared) -> Iterator[Reason]:
    agreement = body_marks.agreement(one.traits.marks, other.traits.marks)
    if agreement is not None:
        yield Reason("marks", alike(agreement.weight), agreement.words)
