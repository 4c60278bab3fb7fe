"""Invented children and their families, complete and true: what a clerk then writes is another
matter (`writing.py`).

Note [Invented people]
Everybody here is made by drawing name elements from short lists with a seeded generator. A family
shares a surname, a mother, a father, a community and a telephone; a child carries a day-name that
fits its date of birth, most often a Christian or other given name beside it, and some also a twin's
name. That is what makes siblings, namesakes and strangers hard or easy to tell apart.
"""

from __future__ import annotations

import datetime as dt
import random
from collections.abc import Sequence
from dataclasses import dataclass

from casebase.registry.synthetic import names, places
from casebase.registry.synthetic.names import FEMALE, MALE, People, Spellings
from casebase.registry.synthetic.places import Community

PAIRED_PARTS = ("knee", "forearm", "cheek", "shoulder", "foot", "hand", "eyebrow", "ear")
BODY_PARTS = (
    *(f"{side} {part}" for part in PAIRED_PARTS for side in ("left", "right")),
    *("forehead", "chin", "back", "upper lip"),
)
MARK_KINDS = ("scar", "burn scar", "birthmark", "healed cut", "tribal mark", "dark patch")
PEOPLE_WEIGHTS = {"fante": 40, "ewe": 22, "dangme": 10, "ga": 7, "akan": 13, "northern": 8}
AGE_WEIGHTS = {4: 2, 5: 3, 6: 5, 7: 7, 8: 9, 9: 11, 10: 12, 11: 12, 12: 11, 13: 10, 14: 8, 15: 5,
               16: 3, 17: 2}  # fmt: skip


@dataclass(frozen=True)
class Adult:
    """A parent as neighbours would name them; each name in its spellings."""

    given: Spellings
    surname: Spellings


@dataclass(frozen=True)
class Mark:
    """Something on the body by which a child can be told apart."""

    kind: str
    part: str


@dataclass(frozen=True)
class Family:
    """What brothers and sisters share."""

    key: int
    people: People
    surname: Spellings
    mother: Adult
    father: Adult
    community: Community
    phone: str  # no such number can be dialled: it has a zone that does not exist


@dataclass(frozen=True)
class Child:
    """An invented child as it truly is.

    Attributes:
        key: unique within one invention; the label "same child" means the same key.
        day_name, given, christian: each in its spellings; empty where the child has none.
        twin_name: empty unless the child is a twin.
    """

    key: int
    family: Family
    sex: str
    born_on: dt.date
    day_name: Spellings
    given: Spellings
    christian: Spellings
    twin_name: str
    marks: tuple[Mark, ...]

    def age_on(self, day: dt.date) -> int:
        """Full years on the day."""
        before_birthday = (day.month, day.day) < (self.born_on.month, self.born_on.day)
        return day.year - self.born_on.year - before_birthday


class Invention:
    """A seeded source of families and children; the same seed gives the same people."""

    def __init__(self, rng: random.Random) -> None:
        self._rng = rng
        self._families = 0
        self._children = 0

    def family(self, people: People | None = None, community: Community | None = None) -> Family:
        """A new family, of the people and community given or of any."""
        rng = self._rng
        people = people or names.PEOPLES[_weighted(rng, PEOPLE_WEIGHTS)]
        surname = rng.choice(people.surnames)
        self._families += 1
        return Family(
            key=self._families,
            people=people,
            surname=surname,
            mother=self._adult(people, FEMALE, rng.choice(people.surnames)),
            father=self._adult(people, MALE, surname),
            community=community or rng.choice(places.ORIGINS[people.code]),
            phone=f"019 {rng.randrange(10**7):07d}",
        )

    def child(
        self,
        family: Family,
        *,
        on: dt.date,
        sex: str | None = None,
        born_on: dt.date | None = None,
        day_name: Spellings | None = None,
        twin_name: str = "",
    ) -> Child:
        """A new child of the family, of a working child's age on the day `on`."""
        rng = self._rng
        sex = sex or (MALE if rng.random() < 0.68 else FEMALE)
        born_on = born_on or self._birth_date(on)
        self._children += 1
        return Child(
            key=self._children,
            family=family,
            sex=sex,
            born_on=born_on,
            day_name=self._day_name(family.people, sex, born_on) if day_name is None else day_name,
            given=self._given(family.people, sex),
            christian=self._christian(family.people, sex),
            twin_name=twin_name,
            marks=self._marks(),
        )

    def siblings(self, family: Family, number: int, *, on: dt.date) -> tuple[Child, ...]:
        """Children of one family, at least a year apart and each with its own names."""
        children: list[Child] = []
        for _ in range(number * 8):
            child = self.child(family, on=on)
            if all(_can_be_siblings(child, other) for other in children):
                children.append(child)
            if len(children) == number:
                break
        return tuple(children)

    def twins(self, family: Family, *, on: dt.date) -> tuple[Child, Child]:
        """Two of the same sex, born on one day and so with one day-name."""
        elder = self.child(family, on=on)
        first, second = _twin_names(family.people, elder.sex)
        both = {"sex": elder.sex, "born_on": elder.born_on, "day_name": elder.day_name}
        while True:
            twins = tuple(
                self.child(family, on=on, twin_name=name, **both)  # type: ignore[arg-type]
                for name in (first, second)
            )
            if not twins[0].christian or twins[0].christian != twins[1].christian:
                return twins[0], twins[1]

    def namesake(self, child: Child, *, on: dt.date, same_surname: bool) -> Child:
        """Another family's child of the same village, sex and day-name, born within four years."""
        rng = self._rng
        family = self.family(child.family.people, child.family.community)
        if same_surname:
            father = Adult(family.father.given, child.family.surname)
            family = Family(**{**vars(family), "surname": child.family.surname, "father": father})
        weeks = rng.choice([-1, 1]) * rng.randint(8, 208)
        born_on = child.born_on + dt.timedelta(weeks=weeks)  # whole weeks: the same day of the week
        return self.child(family, on=on, sex=child.sex, born_on=born_on, day_name=child.day_name)

    def _adult(self, people: People, sex: str, surname: Spellings) -> Adult:
        day_names = people.day_names[sex]
        given = self._rng.choice(
            [
                self._rng.choice(day_names or people.given[sex]),
                self._rng.choice(names.CHRISTIAN[sex]),
            ]
            if people.code != "northern"
            else people.given[sex]
        )
        return Adult(given, surname)

    def _birth_date(self, on: dt.date) -> dt.date:
        years = int(_weighted(self._rng, {str(age): weight for age, weight in AGE_WEIGHTS.items()}))
        return on - dt.timedelta(days=years * 365 + self._rng.randrange(365) + years // 4)

    def _day_name(self, people: People, sex: str, born_on: dt.date) -> Spellings:
        """The name of the weekday of birth; now and then the family keeps another day's."""
        by_day = people.day_names[sex]
        if not by_day:
            return ()
        return by_day[born_on.weekday()] if self._rng.random() < 0.96 else self._rng.choice(by_day)

    def _given(self, people: People, sex: str) -> Spellings:
        always = not people.day_names[sex]
        if always or self._rng.random() < 0.22:
            return self._rng.choice(people.given[sex])
        return ()

    def _christian(self, people: People, sex: str) -> Spellings:
        share = 0.05 if people.code == "northern" else 0.8
        return self._rng.choice(names.CHRISTIAN[sex]) if self._rng.random() < share else ()

    def _marks(self) -> tuple[Mark, ...]:
        number = self._rng.choice([0, 1, 1, 2])
        parts = self._rng.sample(BODY_PARTS, number)
        return tuple(Mark(self._rng.choice(MARK_KINDS), part) for part in parts)


def _can_be_siblings(one: Child, other: Child) -> bool:
    apart = abs((one.born_on - other.born_on).days) >= 330
    return apart and (not one.christian or one.christian != other.christian)


def _twin_names(people: People, sex: str) -> tuple[str, str]:
    sisters = names.TWIN_SISTERS.get(people.code) if sex == FEMALE else None
    return sisters or names.TWINS[people.code]


def _weighted(rng: random.Random, weights: dict[str, int]) -> str:
    return rng.choices(list(weights), weights=list(weights.values()))[0]


def any_spelling(rng: random.Random, spellings: Sequence[str], *, usual: float) -> str:
    """The commonest spelling with the probability `usual`, else one of the others."""
    if len(spellings) == 1 or rng.random() < usual:
        return spellings[0]
    return rng.choice(spellings[1:])
