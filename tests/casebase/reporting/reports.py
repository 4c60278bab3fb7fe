"""Invented protected files and the reports on them, without any noise, model or database.

A person here is a row drawn with a fixed seed, so that a picture or a failure can be made again.
"""

from __future__ import annotations

import datetime as dt
import itertools
import random

from casebase.reporting.periods import Period
from casebase.reporting.report.build import report_of
from casebase.reporting.report.model import (
    Cell,
    Code,
    Correction,
    Dimension,
    ObsStatus,
    Release,
    Report,
    Table,
)

REGIONS = (
    ("GH-AF", "Ahafo", 2),
    ("GH-AH", "Ashanti", 14),
    ("GH-BO", "Bono", 3),
    ("GH-BE", "Bono East", 5),
    ("GH-CP", "Central", 18),
    ("GH-EP", "Eastern", 7),
    ("GH-AA", "Greater Accra", 24),
    ("GH-NE", "North East", 1),
    ("GH-NP", "Northern", 4),
    ("GH-OT", "Oti", 4),
    ("GH-SV", "Savannah", 2),
    ("GH-UE", "Upper East", 2),
    ("GH-UW", "Upper West", 1),
    ("GH-TV", "Volta", 26),
    ("GH-WP", "Western", 5),
    ("GH-WN", "Western North", 2),
)
FORMS = (
    ("fishing", "Forced or child labour in fishing", 38),
    ("labour", "Other forced labour", 14),
    ("child_labour", "Other child labour", 12),
    ("sexual", "Sexual exploitation", 18),
    ("begging", "Forced begging", 6),
    ("servitude", "Domestic servitude", 8),
    ("marriage", "Forced marriage", 1),
    ("other", "Another form or not known", 3),
)
SEXES = (("F", "Female", 52), ("M", "Male", 46), ("U", "Not known", 2))
AGES = (
    ("0-5", "0 to 5", 5),
    ("6-11", "6 to 11", 28),
    ("12-14", "12 to 14", 22),
    ("15-17", "15 to 17", 19),
    ("18-24", "18 to 24", 14),
    ("25+", "25 and over", 10),
    ("U", "Not known", 2),
)
CHILDREN = (("C", "Child (under 18)", 0), ("A", "Adult", 0), ("U", "Not known", 0))
AGENCIES = (
    ("police", "Police", 42),
    ("welfare", "Social welfare", 27),
    ("immigration", "Immigration", 9),
    ("ngo", "Non-governmental organisations", 18),
    ("other", "Other bodies", 4),
)
NATIONALITIES = (
    ("GH", "Ghanaian", 78),
    ("NG", "Nigerian", 11),
    ("TG", "Togolese", 6),
    ("BF", "Burkinabe", 3),
    ("other", "Another or not known", 2),
)
_WEIGHTED = {
    "REF_AREA": ("Region", REGIONS),
    "SEX": ("Sex", SEXES),
    "AGE": ("Age", AGES),
    "CHILD": ("Child or adult", CHILDREN),
    "FORM": ("Form of exploitation", FORMS),
    "AGENCY": ("Agency", AGENCIES),
    "NATIONALITY": ("Nationality", NATIONALITIES),
}
DIMENSIONS = {
    name: Dimension(name, title, tuple(Code(code, label) for code, label, _ in codes))
    for name, (title, codes) in _WEIGHTED.items()
}
_QUARTER = (
    ("form", "Persons by form of exploitation", ("FORM",)),
    ("region", "Persons by region", ("REF_AREA",)),
    ("sex-by-child", "Persons by sex, children and adults", ("SEX", "CHILD")),
    ("agency", "Persons by identifying agency", ("AGENCY",)),
    ("nationality", "Persons by nationality", ("NATIONALITY",)),
)
_YEAR = (
    *_QUARTER[:3],
    ("region-by-form", "Region by form of exploitation", ("REF_AREA", "FORM")),
    ("form-by-age", "Form of exploitation by age", ("FORM", "AGE")),
    (
        "region-by-sex-by-child",
        "Region by sex, children and adults",
        ("REF_AREA", "SEX", "CHILD"),
    ),
    (
        "form-by-sex-by-child",
        "Form of exploitation by sex, children and adults",
        ("FORM", "SEX", "CHILD"),
    ),
    ("sex-by-age", "Persons by sex and age", ("SEX", "AGE")),
    ("region-by-age", "Region by age", ("REF_AREA", "AGE")),
    ("nationality", "Persons by nationality", ("NATIONALITY",)),
    ("agency-by-region", "Identifying agency by region", ("REF_AREA", "AGENCY")),
)


def quarter_report(**changes: object) -> Report:
    """A quarter of 187 persons: five tables."""
    return _report(Period(2026, 3), 187, _QUARTER, margin=7, rho=0.25, **changes)


def year_report(**changes: object) -> Report:
    """A year of 812 persons: tables of one, two and three dimensions."""
    corrected = (
        Correction(
            dt.date(2027, 5, 4),
            "Two rescues in Volta were recorded late; both count in the next open cohort.",
        ),
    )
    given = {"corrections": corrected, **changes}
    return _report(Period(2026), 812, _YEAR, margin=6, rho=0.85, **given)


def tiny_report(**changes: object) -> Report:
    """A quarter of 25 persons, of which nearly everything is hidden."""
    return _report(Period(2026, 2), 25, _QUARTER, margin=7, rho=0.25, **changes)


def release_of(period: Period, persons: int, rho: float, sequence: int = 3) -> Release:
    is_quarter = bool(period.quarter)
    return Release(
        id=f"{period.code}-v1",
        sequence=sequence,
        period=period.code,
        period_title=period.title,
        kind=period.kind,
        version=1,
        first_day=period.starts_on,
        last_day=period.ends_on,
        cut_off=period.closes_on,
        made_on=period.closes_on + dt.timedelta(days=2),
        persons=persons,
        programme="Q1" if is_quarter else "A1",
        programme_version=1,
        rho=rho,
        sigma=4.47 if is_quarter else 3.07,
        epsilon=3.69 if is_quarter else 7.13,
    )


def people(count: int) -> list[dict[str, str]]:
    """Invented rows; under 18 more fishing, over 18 more sexual exploitation and labour."""
    drawn = random.Random(5)
    rows = [
        {
            name: drawn.choices([c for c, _, _ in codes], [w for _, _, w in codes])[0]
            for name, (_, codes) in _WEIGHTED.items()
            if name != "CHILD"
        }
        for _ in range(count)
    ]
    for row in rows:
        row["CHILD"] = {"18-24": "A", "25+": "A", "U": "U"}.get(row["AGE"], "C")
        if row["CHILD"] == "A" and row["FORM"] in {"fishing", "child_labour"}:
            row["FORM"] = drawn.choice(["sexual", "labour"])
    return rows


def table_of(rows: list[dict[str, str]], given: tuple, margin: int = 7) -> Table:
    """The table with `given` id, title and dimensions, under the rules of display."""
    name, title, chosen = given
    dimensions = tuple(DIMENSIONS[one] for one in chosen)
    cells = tuple(
        _cell(rows, chosen, codes, margin)
        for codes in itertools.product(*([c.code for c in d.codes] for d in dimensions))
    )
    return Table(name, title, dimensions, cells)


def _cell(rows, chosen, codes, margin) -> Cell:
    in_base = [r for r in rows if len(chosen) == 1 or r[chosen[0]] == codes[0]]
    count = sum(all(r[n] == c for n, c in zip(chosen, codes, strict=True)) for r in in_base)
    base = len(in_base) if len(in_base) >= 10 else None
    if base and base < 50 and count > 0.9 * base:
        return Cell(codes, None, base=base, status=ObsStatus.MERGED)
    if count < 10:
        return Cell(codes, None, base=base, status=ObsStatus.HIDDEN)
    percent = round(100 * count / base) if base >= 50 else None
    return Cell(codes, count, margin, percent, base)


def _report(period, persons, tables, *, margin, rho, **given) -> Report:
    rows = people(persons)
    made = tuple(table_of(rows, one, margin) for one in tables)
    release = release_of(period, persons, rho)
    return report_of(
        release,
        made,
        corrections=given.get("corrections", ()),
        is_invented=given.get("is_invented", True),
    )
