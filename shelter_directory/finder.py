"""Find a shelter: what is wanted, what fits, and how many would fit if one wish changed.

It works on any queryset made by `ShelterQuerySet.for_public` and adds no rule of its own about
what may be shown. A page costs two queries, whatever the number of entries: one for the counts,
one for the entries on the page.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db.models import Case, CharField, Count, F, Func, IntegerField, Q, QuerySet, Value, When

from portal.core.models import District, Region
from shelter_directory import enums
from shelter_directory.public import PublicShelter, Term
from shelter_directory.wanted import LISTS, WHO, Wanted, conditions, matching

if TYPE_CHECKING:
    from shelter_directory.models import ShelterPage

PAGE_SIZE = 50


@dataclass(frozen=True)
class Option:
    """A value that could be chosen, and how many entries it would leave."""

    value: str
    label: str
    count: int
    selected: bool


@dataclass(frozen=True)
class Group:
    """Entries under one heading."""

    heading: str
    explanation: str
    shelters: tuple[PublicShelter, ...]


@dataclass(frozen=True)
class WayOut:
    """A wish to give up, and, when nothing fits, how many entries would fit without it."""

    label: str
    remove_url: str
    count: int


@dataclass(frozen=True)
class Found:
    """The finder's answer: the entries of one page, and every choice with its count."""

    wanted: Wanted
    total: int
    groups: tuple[Group, ...]
    options: Mapping[str, tuple[Option, ...]]
    chosen: tuple[WayOut, ...]  # each wish, with the address that drops it
    pages: int
    region: Term | None
    district: Term | None


# --- how many ---


def _counts(shelters: QuerySet[ShelterPage], wanted: Wanted) -> dict[str, dict[str, int]]:
    """Facet to value to number of entries, each facet counted without its own wish; one query."""
    kinds: dict[str, Any] = {
        "region": _text_case(When(serves_all_regions=True, then=Value("*")), "region__code"),
        "district": _text_case(When(place_is_shown=True, then=F("district__code"))),
        "who": _unnest(*(When(q, then=Value(who)) for who, (_, q) in WHO.items())),
        "hours": F("intake_hours"),
        **{name: Func(F(column), function="UNNEST") for name, (column, _) in LISTS.items()},
    }
    parts = [_count(matching(shelters, wanted, without=kind), kind, e) for kind, e in kinds.items()]
    total = _count(matching(shelters, wanted), "total", Value("total"))
    counts: dict[str, dict[str, int]] = {kind: {} for kind in (*kinds, "total")}
    for kind, value, count in total.union(*parts, all=True):
        if value is not None:
            counts[kind][value] = count
    return counts


def _count(shelters: QuerySet[ShelterPage], kind: str, expression: Any) -> QuerySet[Any]:
    text = CharField()
    return (
        shelters.order_by()
        .annotate(
            counted=Value(kind, output_field=text),
            value=Func(expression, template="(%(expressions)s)::text", output_field=text),
        )
        .values("counted", "value")
        .annotate(count=Count("pk"))
        .values_list("counted", "value", "count")
    )


def _text_case(when: When, default: str | None = None) -> Case:
    return Case(when, default=F(default) if default else None, output_field=CharField())


def _unnest(*whens: When) -> Func:
    cases = [_text_case(when) for when in whens]
    return Func(*cases, template="UNNEST(ARRAY[%(expressions)s])", output_field=CharField())


# --- the answer ---


def find(shelters: QuerySet[ShelterPage], wanted: Wanted, *, today: dt.date) -> Found:
    """Answer a wish: entries in groups, nearest first, and the counts of every other choice."""
    places = _Places(wanted)
    wanted = places.wanted
    counts = _counts(shelters, wanted)
    total = counts["total"].get("total", 0)
    pages = max(1, -(-total // PAGE_SIZE))
    wanted = replace(wanted, page=min(wanted.page, pages))
    return Found(
        wanted=wanted,
        total=total,
        groups=_groups(shelters, wanted, places, today=today) if total else (),
        options=_options(wanted, counts, places),
        chosen=_ways_out(shelters, wanted, places, with_counts=total == 0),
        pages=pages,
        region=places.region,
        district=places.district,
    )


class _Places:
    """The regions, and the districts of the chosen one; corrects a wish that contradicts itself."""

    def __init__(self, wanted: Wanted) -> None:
        rows = self._rows(wanted)
        self.regions = [Term(code, name) for code, name, region in rows if not region]
        districts = [(Term(code, name), region) for code, name, region in rows if region]
        self.wanted = self._corrected(wanted, {t.code: region for t, region in districts})
        self.districts = [t for t, region in districts if region == self.wanted.region]
        self.region = self._named(self.regions, self.wanted.region)
        self.district = self._named(self.districts, self.wanted.district)

    @staticmethod
    def _rows(wanted: Wanted) -> list[tuple[str, str, str]]:
        """Code, name and region's code, the latter empty for a region itself; one query."""
        rows = Region.objects.values_list("code", "name", Value("", output_field=CharField()))
        if wanted.region or wanted.district:
            near = District.objects.filter(
                Q(region__code=wanted.region) | Q(code=wanted.district)
                | Q(region__districts__code=wanted.district)
            )  # fmt: skip
            rows = rows.union(near.values_list("code", "name", "region__code"))
        return sorted(rows, key=lambda row: row[1])

    def _corrected(self, wanted: Wanted, region_of: dict[str, str]) -> Wanted:
        problems = dict(wanted.problems)
        region, district = wanted.region, wanted.district
        if region and not self._named(self.regions, region):
            problems["region"] = "We do not know this region. Choose one from the list."
            region = ""
        if district and district not in region_of:
            problems["district"] = "We do not know this district. Choose one from the list."
            district = ""
        if district and region and region_of[district] != region:
            district = ""  # the visitor changed the region and left the old district behind
        elif district:
            region = region_of[district]
        return replace(wanted, region=region, district=district, problems=problems)

    @staticmethod
    def _named(terms: list[Term], code: str) -> Term | None:
        return next((term for term in terms if term.code == code), None)


def _options(
    wanted: Wanted, counts: dict[str, dict[str, int]], places: _Places
) -> dict[str, tuple[Option, ...]]:
    everywhere = counts["region"].get("*", 0)
    regions = {t.code: counts["region"].get(t.code, 0) + everywhere for t in places.regions}
    return {
        "region": _choices([(t.code, t.label) for t in places.regions], regions, wanted.region),
        "district": _choices(
            [(t.code, t.label) for t in places.districts], counts["district"], wanted.district
        ),
        "who": _choices([(w, label) for w, (label, _) in WHO.items()], counts["who"], wanted.who),
        "hours": _choices(enums.IntakeHours.choices, counts["hours"], wanted.hours),
        **{
            name: tuple(
                option
                for option in _choices(vocabulary.choices, counts[name], *getattr(wanted, name))
                if option.count or option.selected  # what nobody offers is not asked
            )
            for name, (_, vocabulary) in LISTS.items()
        },
    }


def _choices(terms: Any, counts: Mapping[str, int], *selected: str) -> tuple[Option, ...]:
    return tuple(
        Option(code, str(label), counts.get(code, 0), code in selected) for code, label in terms
    )


def _groups(
    shelters: QuerySet[ShelterPage], wanted: Wanted, places: _Places, *, today: dt.date
) -> tuple[Group, ...]:
    """The page's entries: nearest first, those who take people first, then by name."""
    start = (wanted.page - 1) * PAGE_SIZE
    rows = (
        matching(shelters, wanted)
        .annotate(nearness=_nearness(wanted), openness=_OPENNESS)
        .order_by("nearness", *(() if wanted.region else ("region__name",)), "openness", "title")
    )
    groups: dict[tuple[str, str], list[PublicShelter]] = {}
    for page in rows[start : start + PAGE_SIZE]:
        shown = page.shown_to_public(today=today)
        groups.setdefault(_heading(page.nearness, shown, places), []).append(shown)
    return tuple(Group(*heading, tuple(entries)) for heading, entries in groups.items())


_OPENNESS = Case(
    When(accepting=enums.Accepting.YES, then=0),
    When(accepting=enums.Accepting.CALL_FIRST, then=1),
    default=2,
    output_field=IntegerField(),
)
IN_DISTRICT, IN_REGION, FROM_AFAR = range(3)


def _nearness(wanted: Wanted) -> Any:
    if not wanted.region:
        return Value(IN_REGION, output_field=IntegerField())
    near = [When(~Q(region__code=wanted.region), then=FROM_AFAR)]
    if wanted.district:
        near.append(When(place_is_shown=True, district__code=wanted.district, then=IN_DISTRICT))
    return Case(*near, default=IN_REGION, output_field=IntegerField())


def _heading(nearness: int, shown: PublicShelter, places: _Places) -> tuple[str, str]:
    if nearness == FROM_AFAR:
        return "In another region, taking people from everywhere", ""
    if nearness == IN_DISTRICT and places.district:
        return f"In {places.district.label}", ""
    if places.district:
        hidden = "To protect the people who stay there, we do not say in which district these are."
        return f"Elsewhere in {shown.region.label} Region", hidden
    return f"{shown.region.label} Region", ""


def _ways_out(
    shelters: QuerySet[ShelterPage], wanted: Wanted, places: _Places, *, with_counts: bool
) -> tuple[WayOut, ...]:
    """Each wish with the address that drops it; counted, in one query, when nothing fits."""
    names = list(conditions(wanted))
    counts: dict[str, int] = {}
    if with_counts and names:
        first, *others = (
            _count(matching(shelters, wanted, without=name), name, Value("")) for name in names
        )
        counts = {name: count for name, _, count in first.union(*others, all=True)}
    return tuple(
        WayOut(
            _named_wish(wanted, name, places), wanted.query(**_dropped(name)), counts.get(name, 0)
        )
        for name in names
    )


def _dropped(name: str) -> dict[str, Any]:
    if name == "region":
        return {"region": "", "district": ""}
    return {name: getattr(Wanted(), name)}


def _named_wish(wanted: Wanted, name: str, places: _Places) -> str:
    match name:
        case "region":
            return f"{places.region.label} Region" if places.region else ""
        case "district":
            return places.district.label if places.district else ""
        case "who":
            return WHO[wanted.who][0]
        case "age":
            return f"{wanted.age} years old"
        case "disability":
            return str(enums.Accepts.DISABILITY.label)
        case "hours":
            return str(enums.IntakeHours(wanted.hours).label)
    vocabulary = LISTS[name][1]
    return " or ".join(str(vocabulary(value).label) for value in getattr(wanted, name))
