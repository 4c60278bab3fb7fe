"""Could two records be of one person? A score with its reasons, for a human being to decide.

The score adds, field by field, the logarithm (base 2) of how much likelier the two values are in
two records of one person than in records of two: the sum that Fellegi and Sunter proved best, with
weights set by judgement (README "Counting once"), not learnt from any child.

# Note [Strangers, neighbours, siblings]
Two children are seldom strangers. Sisters and brothers share mother, father, community, telephone
and surname; children of one fishing village share the village and one of its few surnames. So each
field has three weights: against a stranger, against a neighbour and against a sister or brother,
and the smallest of the three sums is the score, for that other explanation is the likeliest. A
neighbour or a sibling is rarer than a stranger, which `HEAD_START` grants.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from casebase.registry.matching import marks as body_marks
from casebase.registry.matching import names
from casebase.registry.matching.comparing import (
    SHARE,
    Closeness,
    NamesSideBySide,
    Pairing,
    side_by_side,
)
from casebase.registry.matching.sounds import Listener, Word

POSSIBLE = 7.5  # 180 times likelier one person than two
LIKELY = 14.0  # 16,000 times

Level = Literal["likely", "possible", "no"]
Other = Literal["stranger", "neighbour", "sibling"]
HEAD_START: dict[Other, float] = {"stranger": 0.0, "neighbour": 3.0, "sibling": 7.0}


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
class Weight:
    """What one agreement weighs against each other explanation."""

    stranger: float
    neighbour: float
    sibling: float

    def against(self, other: Other) -> float:
        return {
            "stranger": self.stranger,
            "neighbour": self.neighbour,
            "sibling": self.sibling,
        }[other]


def _alike(weight: float) -> Weight:
    return Weight(weight, weight, weight)


@dataclass(frozen=True)
class Reason:
    """One field's share of a score, in words that repeat no value."""

    field: str
    weight: Weight
    words: str


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
        """Sounds of what is probably the family's name: after the given name, or the father's."""
        words = (*self.ear.words(self.traits.other_names, surnames=True), *self.father)
        return frozenset(word.heard for word in words if not word.is_day)

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


_HOW_NAMES_MEET = {
    Closeness.SAME: "is the same",
    Closeness.SAME_NAME: "is another form of the same name",
    Closeness.SAME_SOUND: "sounds the same",
    Closeness.CLOSE: "is spelt much alike",
    Closeness.LOOSE: "is a little alike",
}
A_VILLAGE_SHARES = 0.4  # of a surname's weight is left where few surnames are borne


def _names(one: Prepared, other: Prepared, beside: NamesSideBySide) -> Iterator[Reason]:
    family = _family_pairing(one, other, beside)
    for pair in beside.pairings:
        how = _HOW_NAMES_MEET[pair.closeness]
        if pair.one.is_day and pair.other.is_day:
            yield Reason("day_name", _alike(pair.weight), f"a day name {how}")
        elif pair == family:
            weight = Weight(pair.weight, pair.weight * A_VILLAGE_SHARES, 0.0)
            yield Reason("name", weight, f"a name, perhaps the family's, {how}")
        else:
            yield Reason("name", _alike(pair.weight), f"a name {how}")
    if apart := beside.apart(days=False):
        # A name of the house and one of the school differ; two of the school are two children's.
        first = -4.5 if beside.christian_names_differ else -1.8
        yield Reason("name", _alike(first - 1.5 * (apart - 1)), "another name differs")
    if _names_of_twins(beside):
        yield Reason("name", _alike(-5.0), "one has a first twin's name, the other a second twin's")
    if beside.day_names_differ:
        yield Reason("day_name", _alike(-4.0), "the day names are of different days")


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
            yield Reason("sex", _alike(0.9), "the sex is the same")
        else:
            yield Reason("sex", _alike(-6.0), "the sex differs")


# Years between the two windows → weight against a stranger (or neighbour), and against a sibling.
# Ages are guessed: two years off is no surprise. Sisters and brothers are seldom closer than that.
_YEARS_APART = ((0, 2.2, 3.0), (1, 0.8, 0.0), (2, -1.0, -2.0), (3, -2.3, -3.5), (4, -3.5, -5.0))
_FAR_APART = (-6.0, -6.0)


def _birth(one: Prepared, other: Prepared) -> Iterator[Reason]:
    left, right = one.traits.birth_date, other.traits.birth_date
    if left and right and (match := _dates(left, right)):
        yield match
        return
    if one.years is None or other.years is None:
        return
    gap = max(one.years[0] - other.years[1], other.years[0] - one.years[1], 0)
    stranger, sibling = next(
        (weights for years, *weights in _YEARS_APART if gap <= years), _FAR_APART
    )
    if gap == 0:
        spared = _vagueness(one.years, other.years)
        weight = Weight(stranger - spared, stranger - spared, sibling - spared)
        yield Reason("birth", weight, "the ages agree")
    else:
        how = "1 year" if gap == 1 else f"{gap} years"
        yield Reason("birth", Weight(stranger, stranger, sibling), f"the ages are {how} apart")


def _vagueness(one: tuple[int, int], other: tuple[int, int]) -> float:
    """A wide window agrees with many children: how much less its agreement says."""
    widest = max(one[1] - one[0], other[1] - other[0])
    return min(max(0.4 * (widest - 2), 0.0), 1.7)


def _dates(left: dt.date, right: dt.date) -> Reason | None:
    if left == right:
        weight = Weight(9.0, 9.0, 5.0)  # less against a sibling: twins
        return Reason("birth", weight, "the birth date is the same")
    if (left.year, left.month, left.day) == (right.year, right.day, right.month):
        words = "the birth date is the same with day and month exchanged"
        return Reason("birth", _alike(7.0), words)
    if (left.month, left.day) == (right.month, right.day) and abs(left.year - right.year) <= 2:
        return Reason("birth", _alike(5.0), "day and month of birth are the same")
    return None


def _origin(one: Prepared, other: Prepared) -> Iterator[Reason]:
    if one.traits.district and other.traits.district:
        if one.traits.district == other.traits.district:
            weight = Weight(2.0, 0.0, 0.0)
            yield Reason("district", weight, "the district of origin is the same")
        else:
            yield Reason("district", _alike(-1.5), "the district of origin differs")
    if one.community and other.community:
        beside = side_by_side(one.community, other.community, one.ear)
        if beside.pairings:
            how = _HOW_NAMES_MEET[beside.worst]
            weight = Weight(4.0 * SHARE[beside.worst], 0.0, 0.0)
            yield Reason("community", weight, f"the community's name {how}")
        else:
            yield Reason("community", _alike(-1.0), "the community differs")


PARENT_AT_MOST = 8.0
ANOTHER_GIVEN_NAME = 6.0


def _parents(one: Prepared, other: Prepared, beside: NamesSideBySide) -> Iterator[Reason]:
    yield from _parent("mother", one.mother, other.mother, one.ear)
    # What the child's own names said already, the father's surname does not say again.
    said = {word.heard for pair in beside.pairings for word in (pair.one, pair.other)}
    fathers = [[word for word in words if word.heard not in said]
               for words in (one.father, other.father)]  # fmt: skip
    yield from _parent("father", fathers[0], fathers[1], one.ear)


def _parent(
    who: str, one: Sequence[Word], other: Sequence[Word], ear: Listener
) -> Iterator[Reason]:
    if not one or not other:
        return
    beside = side_by_side(one, other, ear)
    if beside.pairings:
        how = _HOW_NAMES_MEET[beside.worst]
        weight = in_a_village = min(beside.weight, PARENT_AT_MOST)
        if beside.may_be_the_family_name:  # Afi Dzamesi and Abla Dzamesi are two women
            in_a_village = weight * A_VILLAGE_SHARES - ANOTHER_GIVEN_NAME
            weight -= ANOTHER_GIVEN_NAME
        against_all = Weight(weight, in_a_village, min(weight, 0.0))
        yield Reason(f"{who}_name", against_all, f"the {who}'s name {how}")
    elif beside.left_of_one and beside.left_of_other:
        apart = _apart_for_a_parent(beside, min(len(one), len(other)))
        weight_apart = Weight(apart, apart, min(apart + 2.0, -1.0))
        yield Reason(f"{who}_name", weight_apart, f"the {who}'s name differs")


def _apart_for_a_parent(beside: NamesSideBySide, words: int) -> float:
    """ "Auntie Esi" and "Esther" may be one woman; "Auntie Esi" and "Auntie Yaa" are not."""
    if beside.day_names_differ or beside.christian_names_differ:
        return -4.0
    return -1.5 if words == 1 else -3.5


def _identifiers(one: Prepared, other: Prepared) -> Iterator[Reason]:
    left, right = digits(one.traits.phone), digits(other.traits.phone)
    if left and right and left == right:
        # Usually the carer's, and the carer's other children give the same one.
        weight = Weight(6.0, 6.0, 0.5)
        yield Reason("phone", weight, "the telephone number is the same")
    card, other_card = identifier(one.traits.national_id), identifier(other.traits.national_id)
    if card and other_card:
        if card == other_card:
            yield Reason("national_id", _alike(20.0), "the identity number is the same")
        else:
            yield Reason("national_id", _alike(-4.0), "the identity number differs")


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
        yield Reason("marks", _alike(agreement.weight), agreement.words)
