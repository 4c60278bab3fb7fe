"""What a clerk writes down about a child: heard wrongly, typed wrongly, half of it missing.

Note [How records of one child come to differ]
Between the child and the record stand four people's habits, and each is a step here: what the child
or a bystander tells (a church name today, a day-name tomorrow; no mother's name), which column a
name lands in, how the clerk spells what they hear in a language that may not be theirs, and what
their fingers do. The chances are our judgement of how such registers look, not a measurement; they
were set before any matcher was run on them and are not changed to suit one.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from dataclasses import dataclass

from casebase.registry.synthetic import names
from casebase.registry.synthetic.names import Spellings
from casebase.registry.synthetic.people import Adult, Child, Mark, any_spelling


@dataclass(frozen=True)
class Clerk:
    """A person who registers children, and how much goes wrong.

    Attributes:
        language: a key of `HEARING`; names of other peoples are heard through it.
        care: from 0 (tired, in a hurry, at night on a landing site) to 1.
    """

    agency: str
    language: str
    care: float


@dataclass(frozen=True)
class ChildRecord:
    """What one agency holds about one child; every text may be empty.

    Attributes:
        sex: `male`, `female` or empty.
        birth_date: known for few; then `age` is empty.
        age: years as told or guessed on `recorded_on`.
        district: code in `portal.core`, of the community of origin.
    """

    given_name: str
    other_names: str
    day_name: str
    sex: str
    birth_date: dt.date | None
    age: int | None
    mother_name: str
    father_name: str
    community: str
    district: str
    marks: str
    phone: str
    agency: str
    recorded_on: dt.date


# What a listener writes for a sound their own language does not use in that place.
HEARING = {
    "fante": "dz>j kp>p gb>b ts>ch x>h l>r v>f ko>kwo sh>hy",
    "akan": "dz>gy kp>p gb>b ts>ky x>h l>r v>f j>gy ch>ky",
    "ewe": "kw>k gy>dz dj>dz ky>ts hy>s r>l j>dz qu>ku ch>ts",
    "ga": "kw>ku gy>j dz>j ky>ch r>l qu>kw hy>sh",
    "english": "kw>qu dz>j ts>ch gy>g kp>kup oo>u ei>ay ae>ay",
}
# What anybody may write differently, whatever they heard.
SOUNDS_ALIKE = (
    "ah>a a>ah ey>ei ei>ie oo>u u>oo ie>y y>i ph>f c>k s>ss ss>s tt>t mm>m nn>n t>tt n>nn w>u o>u "
    "i>e e>i h> ck>k m>n or>o o>or"
)
ROWS_OF_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
WAYS_OF_NAMING = {"christian": 30, "day": 26, "both": 16, "day then christian": 12, "given": 10,
                  "one name": 5, "pet": 3}  # fmt: skip


def write(child: Child, clerk: Clerk, rng: random.Random, *, on: dt.date) -> ChildRecord:
    """One registration of the child by the clerk on the day `on`."""
    given, other, day_name = _names(child, clerk, rng)
    birth_date, age = _age(child, clerk, rng, on)
    community = child.family.community
    place = _sometimes(rng, 0.93, _spelled(community.spellings, clerk, rng, child))
    return ChildRecord(
        given_name=given,
        other_names=other,
        day_name=day_name,
        sex=_sex(child.sex, clerk, rng),
        birth_date=birth_date,
        age=age,
        mother_name=_sometimes(
            rng, 0.55 + 0.35 * clerk.care, _adult(child, child.family.mother, clerk, rng)
        ),
        father_name=_sometimes(
            rng, 0.35 + 0.35 * clerk.care, _adult(child, child.family.father, clerk, rng)
        ),
        community=place,
        district=_sometimes(rng, 0.8, community.district),
        marks=_sometimes(rng, 0.25 + 0.4 * clerk.care, _marks(child.marks, rng)),
        phone=_sometimes(rng, 0.22, _phone(child.family.phone, clerk, rng)),
        agency=clerk.agency,
        recorded_on=on,
    )


def _names(child: Child, clerk: Clerk, rng: random.Random) -> tuple[str, str, str]:
    """Given name, other names and day-name as the form's three columns end up."""

    def spelled(name: Spellings) -> str:
        return _spelled(name, clerk, rng, child) if name else ""

    surname = spelled(child.family.surname)
    day = spelled(child.day_name)
    own = spelled(child.given) or day
    christian = spelled(child.christian) or own
    if child.twin_name and rng.random() < 0.6:
        own = christian = f"{own or day} {child.twin_name}".strip()
    way = rng.choices(list(WAYS_OF_NAMING), weights=list(WAYS_OF_NAMING.values()))[0]
    pet = rng.choice(names.PET_NAMES)
    given, other = {
        "christian": (christian, surname),
        "day": (day or own, surname),
        "both": (f"{christian} {day}" if christian != day else christian, surname),
        "day then christian": (
            day or own,
            f"{christian} {surname}" if christian != day else surname,
        ),
        "given": (own, surname),
        "one name": (rng.choice([christian, day or own]), ""),
        "pet": (f"{pet} {day or own}", surname),
    }[way]
    if other and rng.random() < 0.14:
        given, other = other, given
    asked_for_day_name = rng.random() < 0.35 + 0.35 * clerk.care
    return given.strip(), other.strip(), day if asked_for_day_name else ""


def _spelled(spellings: Spellings, clerk: Clerk, rng: random.Random, child: Child) -> str:
    """One writing of the name: a known spelling, perhaps misheard, perhaps mistyped."""
    name = any_spelling(rng, spellings, usual=0.45 + 0.3 * clerk.care)
    foreign = clerk.language != child.family.people.code
    if rng.random() < (0.3 if foreign else 0.1) * (1.3 - clerk.care):
        name = misheard(name, clerk.language, rng)
    if rng.random() < 0.14 * (1.2 - clerk.care):
        name = mistyped(name, rng)
    return name


def misheard(name: str, language: str, rng: random.Random) -> str:
    """The name with one sound written as a speaker of the language might; the same if none fits."""
    text = name.lower()
    own = [rule for rule in _rules(HEARING.get(language, "")) if rule[0] in text]
    alike = [rule for rule in _rules(SOUNDS_ALIKE) if rule[0] in text[1:]]
    rules = own if own and rng.random() < 0.6 else own + alike
    if not rules:
        return name
    sound, written = rng.choice(rules)
    spots = [match.start() for match in re.finditer(re.escape(sound), text)]
    spot = rng.choice(spots if (sound, written) in own else [at for at in spots if at] or spots)
    return _capitals(text[:spot] + written + text[spot + len(sound) :])


def _rules(text: str) -> list[tuple[str, str]]:
    """`dz>j h>` is two rules: write j for dz, and nothing for h."""
    return [
        (heard, written) for heard, _, written in (rule.partition(">") for rule in text.split())
    ]


def mistyped(name: str, rng: random.Random) -> str:
    """The name with one slip of the fingers; names under four letters are left alone."""
    if len(name) < 4:
        return name
    at = rng.randrange(1, len(name) - 1)
    slips = (
        name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        name[:at] + name[at + 1 :],
        name[:at] + name[at] + name[at:],
        name[:at] + _next_key(name[at], rng) + name[at + 1 :],
    )
    return rng.choice(slips)


def _next_key(letter: str, rng: random.Random) -> str:
    for row in ROWS_OF_KEYS:
        if (at := row.find(letter.lower())) >= 0:
            return rng.choice(row[max(0, at - 1) : at] + row[at + 1 : at + 2])
    return letter


def _capitals(text: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))


def _sex(sex: str, clerk: Clerk, rng: random.Random) -> str:
    chance = rng.random()
    if chance < 0.004 + 0.01 * (1 - clerk.care):
        return names.FEMALE if sex == names.MALE else names.MALE
    return "" if chance > 0.99 else sex


def _age(
    child: Child, clerk: Clerk, rng: random.Random, on: dt.date
) -> tuple[dt.date | None, int | None]:
    """A birth date for the few who have papers, else an age up to a year wrong.

    Two records of a child can so differ by two years. A date is sometimes told as the first of
    January, or with day and month exchanged.
    """
    if rng.random() < 0.05 + 0.12 * clerk.care:
        born = child.born_on
        chance = rng.random()
        if chance < 0.08:
            return dt.date(born.year, 1, 1), None
        if chance < 0.13 and born.day <= 12:
            return dt.date(born.year, born.day, born.month), None
        return born, None
    wrong = 0.5 - 0.25 * clerk.care
    error = rng.choices([-1, 0, 1], weights=[wrong, 1, wrong])[0]
    return None, min(17, max(1, child.age_on(on) + error))


def _adult(child: Child, adult: Adult, clerk: Clerk, rng: random.Random) -> str:
    """A parent's name: in full, or only what children call them by."""
    given = _spelled(adult.given, clerk, rng, child)
    surname = _spelled(adult.surname, clerk, rng, child)
    forms = [f"{given} {surname}", f"{given} {surname}", given, f"{surname} {given}"]
    if adult is child.family.mother:
        forms += [f"Maame {given}", f"Auntie {given}"]
    return rng.choice(forms)


def _marks(marks: tuple[Mark, ...], rng: random.Random) -> str:
    """In the clerk's words; left and right are sometimes the clerk's own left and right."""
    texts = []
    for mark in marks:
        part = mark.part
        if rng.random() < 0.08:
            part = part.replace("left", "LEFT").replace("right", "left").replace("LEFT", "right")
        kind = "scar" if "scar" in mark.kind and rng.random() < 0.3 else mark.kind
        texts.append(rng.choice([f"{kind} on {part}", f"{kind}, {part}", f"{part}: {kind}"]))
    return "; ".join(texts)


def _phone(phone: str, clerk: Clerk, rng: random.Random) -> str:
    if rng.random() < 0.12 * (1.2 - clerk.care):
        at = rng.randrange(4, len(phone))
        phone = phone[:at] + str(rng.randrange(10)) + phone[at + 1 :]
    return phone.replace(" ", "") if rng.random() < 0.3 else phone


def _sometimes(rng: random.Random, chance: float, text: str) -> str:
    return text if rng.random() < chance else ""
