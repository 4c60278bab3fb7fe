"""Which records are worth comparing: those that share at least one block.

Comparing each with each is out of reach at 100,000 persons. A block is two or three things that
one child's records nearly always share in some combination; one thing alone (a day name, a
village) would put thousands together, so no block is made of one, identifiers apart.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations, product
from typing import Generic, TypeVar

from casebase.registry.matching.scoring import Prepared, digits, identifier
from casebase.registry.matching.sounds import Word

Key = TypeVar("Key", bound=Hashable)
Block = tuple[str, ...]
CROWDED = 200  # a block of more is too common to mean anything
YEARS_EITHER_WAY = 1  # on both records, so ages up to two years apart still meet


class Blocks(Generic[Key]):
    """Records by block, in memory, for as long as one request lasts."""

    def __init__(self, records: Iterable[tuple[Key, Prepared]]) -> None:
        self._members: dict[Block, list[Key]] = defaultdict(list)
        for key, record in records:
            for block in set(blocks_of(record)):
                self._members[block].append(key)

    def near(self, record: Prepared) -> set[Key]:
        """The records that share a block with `record`: what a search compares it with."""
        return {key for block in blocks_of(record) for key in self._members.get(block, ())}

    def pairs(self) -> set[tuple[Key, Key]]:
        """Each pair of records that shares a block that is not crowded, once."""
        return {
            pair
            for members in self._members.values()
            if len(members) <= CROWDED
            for pair in combinations(members, 2)
        }


def blocks_of(record: Prepared) -> Iterator[Block]:
    """Every block that `record` stands in."""
    names, mother, father = _keys(record.names), _keys(record.mother), _keys(record.father)
    places, years = (*_keys(record.community), record.traits.district), _years(record)
    places = tuple(place for place in places if place)
    sex = record.traits.sex
    yield from (("name+mother", *pair) for pair in product(names, mother))
    yield from (("name+father", *pair) for pair in product(names, father))
    yield from (("name+place", *trio) for trio in product(names, places, years))
    yield from (("names", *pair, year) for pair, year in product(combinations(names, 2), years))
    yield from (("mother", *pair, year) for pair, year in product(combinations(mother, 2), years))
    yield from (("mother+place", *trio) for trio in product(mother, places, years))
    yield from (("place", *trio) for trio in product(_keys(record.community), years, (sex,)))
    yield from _identified(record)


def _identified(record: Prepared) -> Iterator[Block]:
    if phone := digits(record.traits.phone):
        yield "phone", phone
    if card := identifier(record.traits.national_id):
        yield "card", card


def _keys(words: Sequence[Word]) -> tuple[str, ...]:
    """Sounds in alphabetical order; a name with groups stands for all its forms."""
    return tuple(sorted({min(word.groups) if word.groups else word.key for word in words}))


def _years(record: Prepared) -> tuple[str, ...]:
    if record.years is None:
        return ("",)
    first, last = record.years
    return tuple(str(year) for year in range(first - YEARS_EITHER_WAY, last + YEARS_EITHER_WAY + 1))
