"""Two names side by side: which words meet, how well, and what is left over.

Order does not count: "Mensah Kofi" is "Kofi Mensah". A word meets at most one word.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import product
from typing import Literal

from rapidfuzz.distance import OSA

from casebase.registry.matching.names import Kind
from casebase.registry.matching.sounds import Listener, Word


class Closeness(IntEnum):
    """How two words meet, the better the higher."""

    APART = 0
    LOOSE = 1  # badly written or badly heard: no evidence against, and little for
    CLOSE = 2  # a letter or two off, or one cut short
    SAME_SOUND = 3
    SAME_NAME = 4  # another form or another language of one name
    SAME = 5


# Log2 of how much likelier the words agree in one person's two records than in two strangers'.
RARITY: dict[Kind, float] = {"day": 2.5, "order": 4.5, "common": 5.5, "known": 6.5, "plain": 7.5}
SHARE = {
    Closeness.APART: 0.0,
    Closeness.LOOSE: 0.3,
    Closeness.CLOSE: 0.7,
    Closeness.SAME_SOUND: 0.9,
    Closeness.SAME_NAME: 0.9,
    Closeness.SAME: 1.0,
}
HOW_NAMES_MEET = {
    Closeness.SAME: "is the same",
    Closeness.SAME_NAME: "is another form of the same name",
    Closeness.SAME_SOUND: "sounds the same",
    Closeness.CLOSE: "is spelt much alike",
    Closeness.LOOSE: "is a little alike",
}
MINIMUM_LIKENESS = 0.74  # one letter in four, or two in eight
MINIMUM_LIKENESS_OF_A_SOUND = 0.7  # the vowels may differ, within reason: not Owusu and Osei
MINIMUM_LOOSE_LIKENESS = 0.6
SHORTEST_LOOSE = 5
MINIMUM_LIKENESS_OF_JOINED = 0.85
SHORTEST_STEM = 4  # "Akos" for Akosua, "Sele" for Selorm
Sort = Literal["day", "christian", "family", "other"]


@dataclass(frozen=True)
class Pairing:
    """Two words that meet."""

    one: Word
    other: Word
    closeness: Closeness

    @property
    def weight(self) -> float:
        rarity = min(RARITY[self.one.kind], RARITY[self.other.kind])
        return rarity * SHARE[self.closeness]


@dataclass(frozen=True)
class NamesSideBySide:
    """The words that meet, and what each side has left."""

    pairings: tuple[Pairing, ...]
    left_of_one: tuple[Word, ...]
    left_of_other: tuple[Word, ...]

    @property
    def weight(self) -> float:
        """What the words that meet weigh together."""
        return sum(pairing.weight for pairing in self.pairings)

    @property
    def day_names_differ(self) -> bool:
        """Each side has a day name, and they are of different days."""
        return self.apart(days=True) > 0

    @property
    def christian_names_differ(self) -> bool:
        """Each side has a Christian name left, and they do not meet."""
        sides = (self.left_of_one, self.left_of_other)
        return all(any(word.is_christian for word in side) for side in sides)

    @property
    def contradicts(self) -> bool:
        """Each side has a name of one sort left: two days, two baptisms, two other names.

        A day name beside a Christian name contradicts nothing: one person has both.
        """
        return bool(sorts(self.left_of_one) & sorts(self.left_of_other))

    @property
    def may_be_the_family_name(self) -> bool:
        """What meets may be the family's name only: each side has another name left."""
        shared = sum(not pair.one.is_day for pair in self.pairings)
        return shared < 2 and bool(self.left_of_one and self.left_of_other)

    @property
    def worst(self) -> Closeness:
        """How the least close of the strongest pairings meets; APART when none does."""
        strong = [pair for pair in self.pairings if not pair.one.is_day] or self.pairings
        return min((pair.closeness for pair in strong), default=Closeness.APART)

    def apart(self, *, days: bool) -> int:
        """How many names (day names, or the others) stand on both sides and do not meet."""
        one = sum(word.is_day == days for word in self.left_of_one)
        other = sum(word.is_day == days for word in self.left_of_other)
        return min(one, other)


def sort_of(word: Word, family_names: Container[str] = ()) -> Sort:
    """What sort of name a word is; of the family if it sounds like one of `family_names`."""
    if word.is_day:
        return "day"
    if word.is_christian:
        return "christian"
    return "family" if word.heard in family_names else "other"


def sorts(words: Iterable[Word], family_names: Container[str] = ()) -> set[Sort]:
    """The sorts of name among `words`."""
    return {sort_of(word, family_names) for word in words}


def closeness(one: Word, other: Word) -> Closeness:
    """How two words meet."""
    if one.spelling == other.spelling:
        return Closeness.SAME
    if one.heard == other.heard:
        return Closeness.SAME_SOUND
    if one.groups & other.groups:
        return Closeness.SAME_NAME
    if one.is_day and other.is_day:
        return Closeness.APART  # Kofi and Kojo are one letter and four days apart
    likeness = _likeness(one, other)
    if one.key == other.key and len(one.key) > 1 and likeness >= MINIMUM_LIKENESS_OF_A_SOUND:
        return Closeness.SAME_SOUND
    if likeness >= MINIMUM_LIKENESS or _is_stem(one.heard, other.heard):
        return Closeness.CLOSE
    shorter = min(len(one.spelling), len(other.spelling))
    if likeness >= MINIMUM_LOOSE_LIKENESS and shorter >= SHORTEST_LOOSE:
        return Closeness.LOOSE
    return Closeness.APART


def side_by_side(one: Sequence[Word], other: Sequence[Word], ear: Listener) -> NamesSideBySide:
    """Let the words of two names meet, the weightiest pairing first."""
    one, other = _joined_like(one, other, ear), _joined_like(other, one, ear)
    possible = [
        Pairing(left, right, how)
        for left, right in product(one, other)
        if (how := closeness(left, right))
    ]
    possible.sort(key=lambda pair: (-pair.weight, pair.one.spelling, pair.other.spelling))
    taken: list[Pairing] = []
    for pair in possible:
        if all(pair.one != had.one and pair.other != had.other for had in taken):
            taken.append(pair)
    return NamesSideBySide(
        pairings=tuple(taken),
        left_of_one=tuple(word for word in one if all(word != had.one for had in taken)),
        left_of_other=tuple(word for word in other if all(word != had.other for had in taken)),
    )


def _likeness(one: Word, other: Word) -> float:
    if min(len(one.spelling), len(other.spelling)) < 3:
        return 0.0
    spoken: float = OSA.normalized_similarity(one.heard, other.heard)
    written: float = OSA.normalized_similarity(one.spelling, other.spelling)
    return max(spoken, written)


def _is_stem(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) >= SHORTEST_STEM and long.startswith(short)


def _joined_like(one: Sequence[Word], other: Sequence[Word], ear: Listener) -> tuple[Word, ...]:
    """`one` with two neighbours written as one word where `other` writes them so: Amaserwaa."""
    for place in range(len(one) - 1):
        joined = ear.word(one[place].spelling + one[place + 1].spelling)
        if any(_likeness(joined, word) >= MINIMUM_LIKENESS_OF_JOINED for word in other):
            return (*one[:place], joined, *one[place + 2 :])
    return tuple(one)
