"""Labelled pairs of records: the same child written twice, or two children who look alike.

They measure a matcher (precision and recall). Whoever tunes the matcher does not tune this file,
and the other way round: Note [How records of one child come to differ] in `writing.py`.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Callable
from dataclasses import dataclass

from casebase.registry.synthetic.people import Child, Invention
from casebase.registry.synthetic.writing import ChildRecord, Clerk, write

FIRST_DAY = dt.date(2024, 1, 8)
DAYS = 900
AGENCIES = ("police", "welfare", "immigration", "ngo-coast", "ngo-lake", "shelter", "partner")
LANGUAGES = ("fante", "akan", "ewe", "ga", "english")
CARE = {"careful": 0.95, "ordinary": 0.6, "hurried": 0.2}

# What the two records of a pair are, and how many of a hundred of its label are so.
SAME_CHILD = {"same child, careful": 20, "same child, ordinary": 50, "same child, hurried": 30}
DIFFERENT_CHILDREN = {
    "siblings": 24,
    "twins": 2,
    "namesakes": 18,
    "namesakes with one surname": 12,
    "one village": 24,
    "strangers": 20,
}


@dataclass(frozen=True)
class LabelledPair:
    """Two records, and whether they are of the same child.

    Attributes:
        kind: a key of `SAME_CHILD` or `DIFFERENT_CHILDREN`; for reports, never for the matcher.
    """

    left: ChildRecord
    right: ChildRecord
    same_child: bool
    kind: str


def labelled_pairs(seed: int, n: int) -> tuple[LabelledPair, ...]:
    """`n` pairs, half of each label, in a mixed order; the same for the same seed and `n`."""
    rng = random.Random(f"pairs:{seed}")  # noqa: S311  # invention, not secrecy
    invention = Invention(rng)
    kinds = _shares(SAME_CHILD, n // 2) + _shares(DIFFERENT_CHILDREN, n - n // 2)
    rng.shuffle(kinds)
    return tuple(_pair(kind, invention, rng) for kind in kinds)


def _shares(weights: dict[str, int], number: int) -> list[str]:
    """`number` kinds in the proportion of the weights; the last kind takes what rounding leaves."""
    total = sum(weights.values())
    kinds = [kind for kind, weight in weights.items() for _ in range(number * weight // total)]
    return kinds + [list(weights)[-1]] * (number - len(kinds))


def _pair(kind: str, invention: Invention, rng: random.Random) -> LabelledPair:
    on = FIRST_DAY + dt.timedelta(days=rng.randrange(DAYS))
    if kind in SAME_CHILD:
        return _of_one_child(kind, invention, rng, on)
    one, other = TWO_CHILDREN[kind](invention, on)
    # Two children of one rescue are written on one day; of two rescues, at any distance.
    later = on if rng.random() < 0.5 else on + dt.timedelta(days=rng.randrange(540))
    left = write(one, _clerk(rng, rng.choice(list(CARE))), rng, on=on)
    right = write(other, _clerk(rng, rng.choice(list(CARE))), rng, on=later)
    return LabelledPair(left, right, same_child=False, kind=kind)


def _of_one_child(kind: str, invention: Invention, rng: random.Random, on: dt.date) -> LabelledPair:
    """Two agencies write one child, the second up to a year and a half later."""
    child = invention.child(invention.family(), on=on)
    care = kind.rpartition(" ")[2]
    first = _clerk(rng, care)
    second = _clerk(rng, care, other_than=first.agency)
    later = on + dt.timedelta(days=rng.choice([0, 1, 3, rng.randrange(60), rng.randrange(540)]))
    records = write(child, first, rng, on=on), write(child, second, rng, on=later)
    return LabelledPair(*records, same_child=True, kind=kind)


def _clerk(rng: random.Random, care: str, other_than: str = "") -> Clerk:
    agency = rng.choice([agency for agency in AGENCIES if agency != other_than])
    return Clerk(agency, rng.choice(LANGUAGES), CARE[care])


def _siblings(invention: Invention, on: dt.date) -> tuple[Child, Child]:
    one, other = invention.siblings(invention.family(), 2, on=on)
    return one, other


def _twins(invention: Invention, on: dt.date) -> tuple[Child, Child]:
    return invention.twins(invention.family(), on=on)


def _namesakes(invention: Invention, on: dt.date) -> tuple[Child, Child]:
    child = invention.child(invention.family(), on=on)
    return child, invention.namesake(child, on=on, same_surname=False)


def _namesakes_with_one_surname(invention: Invention, on: dt.date) -> tuple[Child, Child]:
    child = invention.child(invention.family(), on=on)
    return child, invention.namesake(child, on=on, same_surname=True)


def _of_one_village(invention: Invention, on: dt.date) -> tuple[Child, Child]:
    family = invention.family()
    neighbours = invention.family(family.people, family.community)
    return invention.child(family, on=on), invention.child(neighbours, on=on)


def _strangers(invention: Invention, on: dt.date) -> tuple[Child, Child]:
    return invention.child(invention.family(), on=on), invention.child(invention.family(), on=on)


TWO_CHILDREN: dict[str, Callable[[Invention, dt.date], tuple[Child, Child]]] = {
    "siblings": _siblings,
    "twins": _twins,
    "namesakes": _namesakes,
    "namesakes with one surname": _namesakes_with_one_surname,
    "one village": _of_one_village,
    "strangers": _strangers,
}
