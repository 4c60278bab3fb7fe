"""What the index shows over all releases: the newest, the course over the quarters, corrections."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from portal.statistics.figures import cells_of, table_by
from portal.statistics.models import ReleasePage
from portal.statistics.periods import Period

MOST_QUARTERS = 8


@dataclass(frozen=True)
class Entry:
    """One release in a list."""

    title: str
    url: str
    summary: str
    headline: str
    period_title: str
    version: int
    kind: str
    published_on: dt.date | None
    persons: int
    is_invented: bool


@dataclass(frozen=True)
class Point:
    """One quarter of the course.

    Attributes:
        of_most: persons for each hundred of the quarter with most.
    """

    title: str
    url: str
    persons: int
    of_most: int


@dataclass(frozen=True)
class CourseTable:
    """Persons by form over the quarters, as `components/table.html` reads it."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Overview:
    newest: Entry | None
    others: tuple[Entry, ...]
    course: tuple[Point, ...]
    by_form: CourseTable | None


@dataclass(frozen=True)
class Noted:
    """A correction of some release."""

    noted_on: str
    text: str
    title: str
    url: str


def newest_versions(pages: Iterable[ReleasePage]) -> list[ReleasePage]:
    """Of each period the newest version, latest number first."""
    found: dict[str, ReleasePage] = {}
    for page in sorted(pages, key=lambda page: page.sequence):
        found[page.period] = page
    return sorted(found.values(), key=lambda page: -page.sequence)


def overview() -> Overview:
    """Everything the index shows, in one query."""
    pages = newest_versions(ReleasePage.objects.live())
    quarters = sorted((p for p in pages if p.kind == "quarter"), key=lambda p: p.first_day)
    quarters = quarters[-MOST_QUARTERS:]
    return Overview(
        newest=_entry(pages[0]) if pages else None,
        others=tuple(_entry(page) for page in pages[1:]),
        course=_course(quarters),
        by_form=_by_form(quarters),
    )


def _entry(page: ReleasePage) -> Entry:
    return Entry(
        title=page.title,
        url=f"/statistics/{page.slug}/",
        summary=page.summary,
        headline=page.report["findings"][0]["text"],
        period_title=page.report["release"]["period_title"],
        version=page.version,
        kind=page.get_kind_display(),
        published_on=page.first_published_at.date() if page.first_published_at else None,
        persons=page.persons,
        is_invented=page.report["is_invented"],
    )


def _course(quarters: list[ReleasePage]) -> tuple[Point, ...]:
    most = max((page.persons for page in quarters), default=0)
    return tuple(
        Point(
            title=page.report["release"]["period_title"],
            url=f"/statistics/{page.slug}/",
            persons=page.persons,
            of_most=round(100 * page.persons / most),
        )
        for page in quarters
    )


def _by_form(quarters: list[ReleasePage]) -> CourseTable | None:
    """The form of exploitation in each quarter that has such a table."""
    columns: dict[str, dict[str, str]] = {}
    labels: dict[str, str] = {}
    for page in quarters:
        table = table_by(page.report, "FORM")
        if table is None:
            continue
        cells = list(cells_of(table))
        labels |= {cell.codes[0]: cell.labels[0] for cell in cells}
        period = Period.of_code(page.period)
        title = f"Q{period.quarter} {period.year}" if period else page.period
        columns[title] = {cell.codes[0]: cell.with_margin for cell in cells}
    if not columns:
        return None
    return CourseTable(
        caption="Persons identified, by form of exploitation",
        head=("Form", *columns),
        rows=tuple(
            (label, *(column.get(code, "–") for column in columns.values()))
            for code, label in labels.items()
        ),
    )


def corrections() -> tuple[Noted, ...]:
    """Every correction that a public release speaks of, latest first."""
    found = [
        Noted(correction["noted_on"], correction["text"], page.title, f"/statistics/{page.slug}/")
        for page in ReleasePage.objects.live()
        for correction in page.report["corrections"]
    ]
    return tuple(sorted(found, key=lambda noted: noted.noted_on, reverse=True))


def later_versions() -> tuple[ReleasePage, ...]:
    """Releases of a period that was measured before, latest first."""
    return tuple(ReleasePage.objects.live().filter(version__gt=1).order_by("-sequence"))
