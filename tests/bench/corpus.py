"""A made-up corpus whose words follow Zipf's law, the same every time; and typed queries from it.

Written documentation would be more lively, but every machine has this one.
"""

from __future__ import annotations

import datetime as dt
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Any

VOCABULARY = 60_000
_CONSONANTS, _VOWELS = "bcdfghjklmnprstvwz", "aeiou"
TOPICS = [f"topic-{n}" for n in range(20)]
TYPES = ["report", "brief", "law", "form", "dataset"]
REGIONS = ["Ashanti", "Bono", "Central", "Eastern", "Greater Accra", "Northern", "Oti", "Savannah",
           "Upper East", "Upper West", "Volta", "Western"]  # fmt: skip


@dataclass(frozen=True)
class Publication:
    """A line of an import."""

    key: str
    title: str
    summary: str
    body: str
    kind: str
    date: dt.date
    topics: list[str]
    region: list[str]

    def line(self) -> str:
        return json.dumps({**self.__dict__, "date": self.date.isoformat()}) + "\n"


@dataclass(frozen=True)
class Query:
    """What a reader types; `words` are those looked for."""

    words: tuple[str, ...]
    typed: str
    filters: dict[str, tuple[str, ...]] = field(default_factory=dict)
    excluded: str = ""
    is_phrase: bool = False
    newest_first: bool = False


def words() -> list[str]:
    """The vocabulary, the commonest first."""
    chance = random.Random(7)
    made: dict[str, None] = {}
    while len(made) < VOCABULARY:
        syllables = chance.choice((2, 2, 3, 3, 4))
        made["".join(chance.choice(_CONSONANTS) + chance.choice(_VOWELS) for _ in range(syllables))
             + chance.choice("bdgklmnprt")] = None  # fmt: skip
    return list(made)


def publications(number: int, *, length: int = 160) -> Iterator[Publication]:
    """`number` publications of about `length` words; the first are the same for every number."""
    chance = random.Random(11)
    vocabulary = words()
    weights = list(accumulate(1 / (rank + 10) for rank in range(VOCABULARY)))
    for n in range(number):
        picked = chance.choices(
            vocabulary, cum_weights=weights, k=int(length * chance.uniform(0.3, 1.7)) + 7
        )
        yield Publication(
            key=f"bench-{n}",
            title=" ".join(picked[:7]),
            summary=" ".join(picked[7:25]),
            body=" ".join(picked[7:]),
            kind=chance.choice(TYPES),
            date=dt.date(2010, 1, 1) + dt.timedelta(days=chance.randrange(5500)),
            topics=chance.sample(TOPICS, chance.choice((1, 1, 2))),
            region=chance.sample(REGIONS, chance.choice((1, 1, 1, 2))),
        )


def write(path: Path, number: int) -> None:
    """The import file of so many publications."""
    with path.open("w") as file:
        file.writelines(publication.line() for publication in publications(number))


COMMON, MEDIUM, RARE = (0, 60), (400, 2_000), (20_000, 40_000)  # ranks in the vocabulary


class _Maker:
    """Draws queries; the rank of a word in the vocabulary stands for how common it is."""

    def __init__(self, name: str, vocabulary: list[str]) -> None:
        self.chance = random.Random(name)
        self.vocabulary = vocabulary

    def word(self, ranks: tuple[int, int]) -> str:
        return self.vocabulary[self.chance.randrange(*ranks)]

    def plain(self, *kinds: tuple[int, int], **more: Any) -> Query:
        typed = tuple(self.word(kind) for kind in kinds)
        return Query(typed, " ".join(typed), **more)

    def phrase(self) -> Query:
        pair = (self.word(COMMON), self.word(COMMON))
        return Query(pair, f'"{pair[0]} {pair[1]}"', is_phrase=True)

    def filtered(self) -> Query:
        return self.plain(COMMON, filters={"type": (self.chance.choice(TYPES),)})

    def excluding(self) -> Query:
        kept, gone = self.word(MEDIUM), self.word(COMMON)
        return Query((kept,), f"{kept} -{gone}", excluded=gone)

    def misspelt(self) -> Query:
        """A word with a letter too many, so that it is nobody's word."""
        word = self.word(MEDIUM)
        place = self.chance.randrange(1, len(word))
        slipped = word[:place] + self.chance.choice("qxy") + word[place:]
        return Query((slipped,), slipped)

    def nobodys(self) -> Query:
        typed = "".join(self.chance.choice("qxy") for _ in range(11))
        return Query((typed,), typed)


CLASSES: dict[str, Callable[[_Maker], Query]] = {
    "rare word": lambda m: m.plain(RARE),
    "medium word": lambda m: m.plain(MEDIUM),
    "common word": lambda m: m.plain(COMMON),
    "two common words": lambda m: m.plain(COMMON, COMMON),
    "common and rare": lambda m: m.plain(COMMON, RARE),
    "four words": lambda m: m.plain(COMMON, MEDIUM, MEDIUM, MEDIUM),
    "phrase": _Maker.phrase,
    "seven words": lambda m: m.plain(COMMON, COMMON, *[MEDIUM] * 5),
    "with a filter": _Maker.filtered,
    "excluding a word": _Maker.excluding,
    "newest first, rare": lambda m: m.plain(RARE, newest_first=True),
    "newest first, common": lambda m: m.plain(COMMON, newest_first=True),
    "misspelt": _Maker.misspelt,
    "nothing found": _Maker.nobodys,
}


def queries(each: int) -> dict[str, list[Query]]:
    """Query class to queries; a shorter list is the beginning of a longer one."""
    vocabulary = words()
    made = {}
    for name, make in CLASSES.items():
        maker = _Maker(name, vocabulary)
        made[name] = [make(maker) for _ in range(each)]
    return made
