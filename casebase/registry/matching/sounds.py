"""How a name sounds to a person who writes it down on the coast or on the lake.

`heard` writes a word the way it is spoken, so that Kwadwo, Kojo and Kodzo meet; `sound_key` keeps
its consonants only. Both are one-way in practice but not secret: never store them in clear.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from casebase.registry.matching import names

MINIMUM_LIKENESS_OF_A_DAY = 0.6
_VOWELS = "aeiou"
_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), spoken)
    for pattern, spoken in (
        ("kp", "p"),
        ("gb", "b"),
        ("ph", "f"),
        ("th", "t"),
        ("ck", "k"),
        ("qu|q", "kw"),
        ("^x", "h"),
        ("tsw|tch|tsh|ch|ky|ts|tj|tw(?=[iey])", "C"),
        ("c(?=[eiy])", "s"),
        ("c", "k"),
        ("dz|dj|gy|dw|dg(?=[eiy])|j|zh", "J"),
        ("hy|sch|sh|z", "s"),
        ("hw|wh", "w"),
        ("gh", "g"),
        ("n[yg](?=[aeiou])", "n"),
        ("n(?=[pbfvm])", "m"),
        ("(?<=[aeiou])h(?![aeiou])", ""),
        ("er$", "a"),
        ("(?<=[aeiou])r(?![aeiourwy])", ""),  # Korkor, Lartey, Comfort: only lengthens the vowel
        ("r", "l"),
        ("k(?:w|u(?=[aei]))[aeio]?", "ko"),
        ("(?<=[^aeiouk])w", ""),
        ("(?<=[aeiou])(?:ey|ay|y)$", "i"),
        ("ei|ey|ay|ai|ae|ea", "e"),
        ("ee|ie|y$", "i"),
        ("aw|au|ao|ow|ou|oo", "o"),
        ("ua|uwa|owa|oa", "oa"),
        ("i", "e"),  # Akan has an open vowel that people write either way,
        ("u", "o"),  # and another for these two
        (r"(.)\1+", r"\1"),
    )
)


def heard(word: str) -> str:
    """The folded `word` as it is spoken; a capital letter stands for one sound (C: ch, J: j)."""
    for pattern, spoken in _RULES:
        word = pattern.sub(spoken, word)
    return word


def sound_key(spoken: str) -> str:
    """The consonants of what was heard; a vowel at the beginning stays as "a".

    A word of vowels alone keeps them, so that no key is empty.
    """
    head, tail = spoken[:1], spoken[1:]
    start = "a" if head in _VOWELS else head
    key = start + "".join(letter for letter in tail if letter not in f"{_VOWELS}wyh")
    return key if len(key) > 1 else spoken


@dataclass(frozen=True)
class Word:
    """One word of a name with everything that comparing it needs."""

    spelling: str
    heard: str
    key: str
    kind: names.Kind
    groups: frozenset[str]
    is_christian: bool = False

    @property
    def is_day(self) -> bool:
        return self.kind == "day"


class Lexicon:
    """The names that are known beforehand, as they sound: the same for everybody, nobody's own."""

    def __init__(self) -> None:
        self.days = names.day_names()
        self.day_sounds = {spelling: heard(spelling) for spelling in self.days}
        self.days_heard = _by_sound(self.days)
        self.orders_heard = _by_sound(names.birth_order_names())
        self.forms_heard = _by_sound(names.known_forms())
        self.christian_heard = {heard(spelling) for spelling in names.CHRISTIAN}
        self.common_heard = {heard(spelling) for spelling in names.COMMON}
        self._long_days = {day: self.day_sounds[day] for day in self.days if len(day) > 3}

    def days_one_slip_from(self, spelling: str, spoken: str) -> set[str]:
        """The day names, short ones apart, that are written or sound like it but for one slip."""
        written = {day: day for day in self._long_days}
        return {
            day
            for asked, days in ((spelling, written), (spoken, self._long_days))
            for _, _, day in process.extract(
                asked, days, scorer=OSA.distance, score_cutoff=1, limit=None
            )
        }


@cache
def lexicon() -> Lexicon:
    """Written once a process: a thousand names are heard for it."""
    return Lexicon()


class Listener:
    """Turns words into `Word`s and remembers them for as long as one request lasts, no longer."""

    def __init__(self) -> None:
        self._lexicon = lexicon()
        self._known: dict[tuple[str, bool], Word] = {}

    def words(self, *texts: str, surnames: bool = False) -> tuple[Word, ...]:
        """The words of `texts`; among `surnames` a day name has to be spelt as one.

        Commey and Kweitey are no careless Komi and Kwaku.
        """
        return tuple(self.word(spelling, surnames) for spelling in names.words_of(*texts))

    def day_words(self, text: str) -> tuple[Word, ...]:
        """Words that were written down as day names: the nearest day name is meant."""
        return tuple(self._as_day(self.word(spelling)) for spelling in names.words_of(text))

    def _as_day(self, word: Word) -> Word:
        if word.is_day:
            return word
        likeness = {
            day: max(
                OSA.normalized_similarity(word.heard, spoken),
                OSA.normalized_similarity(word.spelling, day),
            )
            for day, spoken in self._lexicon.day_sounds.items()
        }
        nearest = max(likeness, key=lambda day: likeness[day])
        if likeness[nearest] < MINIMUM_LIKENESS_OF_A_DAY:
            return word
        return replace(word, kind="day", groups=self._lexicon.days[nearest])

    def word(self, spelling: str, is_surname: bool = False) -> Word:
        """The word for a folded `spelling`."""
        asked = spelling, is_surname
        if (known := self._known.get(asked)) is None:
            known = self._known[asked] = self._listen(spelling, is_surname)
        return known

    def _listen(self, spelling: str, is_surname: bool) -> Word:
        spoken = heard(spelling)
        days = self._lexicon.days.get(spelling) if is_surname else self._day(spelling, spoken)
        if days:
            return Word(spelling, spoken, sound_key(spoken), "day", days)
        is_christian = spoken in self._lexicon.christian_heard
        kind, groups = self._kind_of(spelling, spoken)
        return Word(spelling, spoken, sound_key(spoken), kind, groups, is_christian)

    def _kind_of(self, spelling: str, spoken: str) -> tuple[names.Kind, frozenset[str]]:
        if order := self._lexicon.orders_heard.get(spoken):
            return "order", order
        forms = self._lexicon.forms_heard.get(spoken, frozenset())
        if spoken in self._lexicon.common_heard or spoken in self._lexicon.christian_heard:
            return "common", forms
        return ("known" if forms else "plain"), forms

    def _day(self, spelling: str, spoken: str) -> frozenset[str] | None:
        if spelling in names.COMMON or spelling in names.birth_order_names():
            return None
        if exact := self._lexicon.days.get(spelling):
            return exact
        common = spoken in self._lexicon.common_heard or spoken in self._lexicon.christian_heard
        if len(spoken) < 3 or common:
            return None
        return self._lexicon.days_heard.get(spoken) or self._misspelt_day(spelling, spoken)

    def _misspelt_day(self, spelling: str, spoken: str) -> frozenset[str] | None:
        """The day names one slip away, the right consonants first; a short name needs them."""
        if len(spelling) < 4 or spelling in names.known_forms():
            return None
        near = self._lexicon.days_one_slip_from(spelling, spoken)
        key = sound_key(spoken)
        right = [day for day in near if sound_key(self._lexicon.day_sounds[day]) == key]
        meant = right or (near if len(spelling) > 5 else ())
        return frozenset().union(*(self._lexicon.days[day] for day in meant)) or None


def _by_sound(groups: Mapping[str, frozenset[str]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for spelling, group in groups.items():
        spoken = heard(spelling)
        found[spoken] = found.get(spoken, frozenset()) | group
    return found
