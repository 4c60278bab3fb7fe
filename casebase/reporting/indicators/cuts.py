"""How a figure is taken apart: each cut's categories, as SQL over a fact row and in words.

Note [Cuts that add up]: a cut without `each` puts every fact into exactly one category, so its
categories sum to the total; what nobody knows is a category of its own (R6). A cut with `each`
puts a fact into none or several of them, and its table says so.
"""
# ruff: noqa: S608 -- statements are put together from our own constants

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from casebase.registry.codes.words import DecidingBody, Exploitation, Sex, Source
from casebase.reporting.rls_freezing import ELSEWHERE
from portal.core.models import Agency, Region

UNKNOWN = "unknown"
NOT_KNOWN = "Not known"
AGE_BANDS = ((4, "0-4"), (9, "5-9"), (14, "10-14"), (17, "15-17"), (24, "18-24"))
OLDEST_BAND = "25+"
# The fifteen of ECOWAS before three of them left in January 2025, so that the series does not
# break there; Ghana is a category of its own. Source: ISO 3166-1; README, decision 2.
OTHER_WEST_AFRICA = (
    "BF", "BJ", "CI", "CV", "GM", "GN", "GW", "LR", "ML", "NE", "NG", "SL", "SN", "TG",
)  # fmt: skip
CORE_FIELDS = {
    "sex": "Girl or boy",
    "age": "Age",
    "origin_district": "Home district",
    "language": "Language",
    "exploitation": "Kind of exploitation",
}
PAIR = "+"  # between the codes of two agencies


@dataclass(frozen=True)
class Names:
    """What regions and agencies are called, read once for a page."""

    regions: Mapping[str, str]
    agencies: Mapping[str, str]

    @classmethod
    def read(cls) -> Names:
        """Two queries, however many figures are shown."""
        return cls(
            dict(Region.objects.order_by("name").values_list("code", "name")),
            dict(Agency.objects.order_by("name").values_list("code", "name")),
        )


Labels = Callable[[Names, Iterable[str]], dict[str, str]]


@dataclass(frozen=True)
class Cut:
    """One way of taking a figure apart.

    Attributes:
        name: in addresses, and the column's name in files.
        category: SQL over the fact row `f` for its category's code; over `each.code` too where
            `each` is given. Never null.
        labels: code to words of what is shown, in order, given the codes that were found.
        each: SQL for the codes of one fact, where it can belong to none or several.
        counted: SQL in place of the indicator's own numerator, for facts in a category.
        is_of_all: the denominator of each category is the figure's own.
        remark: what a reader must know who adds the categories up.
    """

    name: str
    title: str
    category: str
    labels: Labels
    each: str = ""
    counted: str = ""
    is_of_all: bool = False
    remark: str = ""

    @property
    def is_partition(self) -> bool:
        return not self.each


def _closed(words: Mapping[str, str]) -> Labels:
    """All categories of a code list, those without a person too; and whatever else was found."""

    def labels(_names: Names, found: Iterable[str]) -> dict[str, str]:
        return {**words, **{code: code for code in sorted(set(found) - set(words))}}

    return labels


def _regions(names: Names, found: Iterable[str]) -> dict[str, str]:
    return _closed(names.regions)(names, found)


def _agencies(names: Names, found: Iterable[str]) -> dict[str, str]:
    """Those that have something to show; there may be many that never will."""
    present = set(found)
    named = {code: name for code, name in names.agencies.items() if code in present}
    told = {code: _or_another(code, code) for code in sorted(present - set(named))}
    return {**named, **told}


def _or_another(code: str, words: str) -> str:
    return "Another agency" if code == ELSEWHERE else words


def _pairs(names: Names, found: Iterable[str]) -> dict[str, str]:
    def words(pair: str) -> str:
        return " and ".join(names.agencies.get(code, code) for code in pair.split(PAIR))

    return {pair: _or_another(pair, words(pair)) for pair in sorted(set(found))}


def _months(_names: Names, found: Iterable[str]) -> dict[str, str]:
    return {month: f"{dt.date.fromisoformat(month + '-01'):%B %Y}" for month in sorted(set(found))}


def _text(column: str) -> str:
    return f"coalesce(nullif(f.{column}, ''), '{UNKNOWN}')"


def _bands() -> str:
    steps = " ".join(f"WHEN f.age <= {upto} THEN '{band}'" for upto, band in AGE_BANDS)
    return f"CASE WHEN f.age IS NULL THEN '{UNKNOWN}' {steps} ELSE '{OLDEST_BAND}' END"


def _nationalities() -> str:
    listed = ", ".join(f"'{code}'" for code in OTHER_WEST_AFRICA)
    return (
        f"CASE WHEN f.nationality = 'GH' THEN 'GH' WHEN f.nationality = '' THEN '{UNKNOWN}'"
        f" WHEN f.nationality IN ({listed}) THEN 'west-africa' ELSE 'other' END"
    )


_UNKNOWN = {UNKNOWN: NOT_KNOWN}
_BANDS = {band: f"{band} years" for band in [band for _, band in AGE_BANDS] + [OLDEST_BAND]}
SEX = Cut("sex", "Girl or boy", _text("sex"), _closed({str(c): str(w) for c, w in Sex.choices}))
AGE = Cut("age", "Age when identified", _bands(), _closed({**_BANDS, **_UNKNOWN}))
NATIONALITY = Cut(
    "nationality",
    "Nationality",
    _nationalities(),
    _closed(
        {"GH": "Ghanaian", "west-africa": "Other West African", "other": "Another", **_UNKNOWN}
    ),
)
EXPLOITATION = Cut(
    "exploitation",
    "Kind of exploitation",
    _text("exploitation"),
    _closed({**{str(c): str(w) for c, w in Exploitation.choices}, **_UNKNOWN}),
)
REGION = Cut("region", "Region of identification", _text("region"), _regions)
# Which other agency holds a child is not told: rls_freezing.py, Note [Which other agency].
AGENCY = Cut("agency", "Reporting agency", _text("agency"), _agencies)
SOURCE = Cut(
    "source",
    "How they came to notice",
    _text("source"),
    _closed({str(c): str(w) for c, w in Source.choices}),
)
STANDARD = (SEX, AGE, NATIONALITY, EXPLOITATION, REGION, AGENCY, SOURCE)
PARTNERS = Cut(
    "partner",
    "Partners of joint operations",
    "each.code",
    _agencies,
    each="unnest(f.partners)",
    remark="Each person here is counted under the lead agency already (R3). A person of an "
    "operation with two partners stands under both.",
)
DECIDING_BODY = Cut(
    "deciding-body",
    "Who decided",
    _text("deciding_body"),
    _closed({str(c): str(w) for c, w in DecidingBody.choices}),
)
MONTH = Cut("month", "Month of identification", "to_char(f.identified_on, 'YYYY-MM')", _months)
AGENCY_PAIR = Cut(
    "agency-pair",
    "Which two agencies",
    "each.code",
    _pairs,
    each=f"(SELECT DISTINCT CASE WHEN one || other LIKE '%%{ELSEWHERE}%%' THEN '{ELSEWHERE}'"
    f" ELSE one || '{PAIR}' || other END FROM unnest(f.agencies) one, unnest(f.agencies) other"
    ' WHERE one COLLATE "C" < other COLLATE "C")',
    is_of_all=True,
    remark="A person whom three agencies met stands under three pairs. The denominator is "
    "everybody identified.",
)
FIELD = Cut(
    "field",
    "Core field",
    "each.code",
    _closed(CORE_FIELDS),
    each=f"unnest(ARRAY[{', '.join(repr(field) for field in CORE_FIELDS)}])",
    counted="NOT (each.code = ANY (f.missing))",
    remark="Each field is asked of every case, so the fields do not add up to the cases.",
)
