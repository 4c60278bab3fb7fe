"""What a visitor wants of the directory, read from the address line, and the rows that fit it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet
from django.http import QueryDict

from portal.core.models import District
from shelter_directory import enums

if TYPE_CHECKING:
    from shelter_directory.models import ShelterPage

OLDEST = 120
PLACE_CODE = re.compile(r"[-a-z0-9]{1,80}")

# Who needs a place, as the caller says it, and the rows that take such a person.
WHO: dict[str, tuple[str, Q]] = {
    "boy": ("A boy", Q(accepts__contains=["children"]) & ~Q(sex=enums.Sex.FEMALE)),
    "girl": ("A girl", Q(accepts__contains=["children"]) & ~Q(sex=enums.Sex.MALE)),
    "woman": ("A woman", Q(accepts__contains=["women"])),
    "man": ("A man", Q(accepts__contains=["men"])),
    "family": ("A family", Q(accepts__contains=["families"])),
}
LISTS: dict[str, tuple[str, type[Any]]] = {  # facet: column and vocabulary
    "service": ("services", enums.Service),
    "language": ("languages", enums.Language),
    "referral": ("accepts_referral_from", enums.ReferralRoute),
}


@dataclass(frozen=True)
class Wanted:
    """What the visitor asked for; an empty value asks for nothing.

    Attributes:
        age: in whole years.
        problems: field name to a sentence saying what could not be understood.
    """

    region: str = ""
    district: str = ""
    who: str = ""
    age: int | None = None
    disability: bool = False
    service: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    hours: str = ""
    referral: tuple[str, ...] = ()
    page: int = 1
    problems: Mapping[str, str] = field(default_factory=dict, compare=False)

    def asks_anything(self) -> bool:
        return self != Wanted(page=self.page)

    def query(self, **changes: Any) -> str:
        """The address of this wish, with changes: `?region=volta&who=boy&age=9`."""
        wish = replace(self, **{"page": 1, **changes})
        query = QueryDict(mutable=True)
        for name in ("region", "district", "who", "age", "hours"):
            if (value := getattr(wish, name)) not in ("", None):
                query[name] = str(value)
        if wish.disability:
            query["disability"] = "1"
        for name in LISTS:
            query.setlist(name, list(getattr(wish, name)))
        if wish.page > 1:
            query["page"] = str(wish.page)
        return "?" + query.urlencode()


def read_wanted(data: QueryDict) -> Wanted:
    """Read the address line; what cannot be understood is named in `problems`, never an error."""
    problems: dict[str, str] = {}
    return Wanted(
        region=_code(data.get("region", ""), "region", problems),
        district=_code(data.get("district", ""), "district", problems),
        who=_one_of(data, "who", WHO, problems),
        age=_age(data.get("age", "").strip(), problems),
        disability=bool(data.get("disability")),
        hours=_one_of(data, "hours", enums.IntakeHours.values, problems),
        page=_page(data.get("page", "1")),
        problems=problems,
        **{name: _known(data.getlist(name), values) for name, (_, values) in LISTS.items()},
    )


def _code(text: str, name: str, problems: dict[str, str]) -> str:
    if text and not PLACE_CODE.fullmatch(text):
        problems[name] = f"We do not know this {name}. Choose one from the list."
        return ""
    return text


def _one_of(data: QueryDict, name: str, known: Any, problems: dict[str, str]) -> str:
    value = data.get(name, "")
    if value and value not in known:
        problems[name] = "Choose from the list."
        return ""
    return value


def _age(text: str, problems: dict[str, str]) -> int | None:
    if not text:
        return None
    if text.isascii() and text.isdigit() and len(text) <= 3 and int(text) <= OLDEST:
        return int(text)
    problems["age"] = "Write the age in whole years, for instance 9."
    return None


def _page(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and 0 < int(text[:6]) < 10_000 else 1


def _known(values: list[str], vocabulary: Any) -> tuple[str, ...]:
    return tuple(value for value in vocabulary.values if value in values)


def conditions(wanted: Wanted) -> dict[str, Q]:
    """One condition a wish, by the wish's name; all must hold."""
    found: dict[str, Q] = {}
    if wanted.region:
        found["region"] = Q(region__code=wanted.region) | Q(serves_all_regions=True)
    if wanted.district:
        found["district"] = _in_district(wanted.district)
    if wanted.who:
        found["who"] = WHO[wanted.who][1]
    if wanted.age is not None:
        found["age"] = _takes_age(wanted.age, wanted.who)
    if wanted.disability:
        found["disability"] = Q(accepts__contains=["disability"])
    if wanted.hours:
        found["hours"] = Q(intake_hours=wanted.hours)
    for name, (column, _) in LISTS.items():
        if values := getattr(wanted, name):
            found[name] = Q(**{f"{column}__overlap": list(values)})
    return found


def _in_district(code: str) -> Q:
    """In this district, or somewhere in its region that is not named more closely.

    The hidden district itself is never compared: an entry that hides its district answers every
    district of its region alike, so that asking them in turn tells nothing.
    """
    region = District.objects.filter(code=code).values("region")
    return (
        Q(place_is_shown=True, district__code=code)
        | Q(place_is_shown=False, region__in=region)
        | Q(serves_all_regions=True)
    )


def _takes_age(age: int, who: str) -> Q:
    bounds = (Q(minimum_age=None) | Q(minimum_age__lte=age)) & (
        Q(maximum_age=None) | Q(maximum_age__gte=age)
    )
    if who:
        return bounds
    return bounds & Q(accepts__overlap=["children"] if age < 18 else ["women", "men"])


def matching(
    shelters: QuerySet[ShelterPage], wanted: Wanted, *, without: str = ""
) -> QuerySet[ShelterPage]:
    """The entries that fit every wish, except the one named by `without`."""
    fits = Q()
    for name, condition in conditions(wanted).items():
        if name != without and not (name == "district" and without == "region"):
            fits &= condition
    return shelters.filter(fits)
