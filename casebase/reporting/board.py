"""What the board says, read from its own rows: no case is looked at, whoever asks.

PostgreSQL leaves out the rows of other agencies. The work grows with the numbers shown, never with
the cases behind them.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Sum

from casebase.access.enums import Scope
from casebase.access.roles import ROLES
from casebase.access.viewer import Viewer
from casebase.registry.codes.words import Stage, VictimStatus
from casebase.reporting.cells import kind_of_agency
from casebase.reporting.models import BoardCase, BoardPerson
from casebase.reporting.periods import Period
from casebase.reporting.small_cells import Number, hidden_small, with_totals
from portal.core.models import Region

CASES, PERSONS = "cases", "persons, each counted once"
FORMS = {
    "fishing": "Fishing", "labour": "Other forced labour", "child_labour": "Other child labour",
    "sexual": "Sexual exploitation", "begging": "Forced begging",
    "servitude": "Domestic servitude", "marriage": "Forced marriage", "other": "Other or not known",
}  # fmt: skip
KINDS = {
    "police": "Police", "welfare": "Social welfare", "immigration": "Immigration",
    "ngo": "NGOs", "other": "Other bodies",
}  # fmt: skip
BEFORE = 4  # quarters that are shown beside this one
Key = str | int
Labels = Sequence[tuple[Key, str]]


@dataclass(frozen=True)
class Line:
    label: str
    numbers: tuple[Number, ...]  # None: fewer than ten, or hidden with one that is
    is_total: bool = False

    @property
    def shown(self) -> tuple[str, ...]:
        """The numbers as people read them."""
        return tuple("hidden" if n is None else f"{n:,}" for n in self.numbers)


@dataclass(frozen=True)
class Table:
    """One table of the board.

    Attributes:
        unit: what its numbers count.
        head: of the first column.
    """

    code: str
    title: str
    unit: str
    head: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Figure:
    """A number to see from across the room."""

    number: int
    label: str
    unit: str

    @property
    def shown(self) -> str:
        return f"{self.number:,}"


@dataclass(frozen=True)
class Asked:
    """How the cross-tab was asked for.

    Attributes:
        across: `region` or `agency`; which way forms of exploitation are cut.
        is_long: since the beginning, not this quarter and the four before it.
        hides_small: without numbers under ten.
    """

    across: str = "region"
    is_long: bool = False
    hides_small: bool = False


@dataclass(frozen=True)
class Board:
    """Attributes: at: the moment, in Accra. whose: the agency, or all of them."""

    at: dt.datetime
    whose: str
    figures: tuple[Figure, ...]
    tables: tuple[Table, ...]


def board(*, viewer: Viewer, asked: Asked, now: dt.datetime) -> Board:
    """The board of the viewer's agency, or of all for whoever sees the nation."""
    is_national = ROLES[viewer.role].scope is Scope.NATIONAL
    cases, persons = _cases(), _persons(now)
    names = {row["agency"]: row["agency__name"] for row in (*cases, *persons)}
    agencies = sorted(names.items(), key=lambda each: each[1])
    this = Period.of_day(now.date())
    by_quarter = [_quarters(persons, this)]
    if is_national and agencies:
        by_quarter.append(_agencies(persons, this, agencies))
    tables = (*_tables_of_cases(cases, agencies, is_national), *by_quarter, cross_tab(asked, now))
    whose = "All agencies" if is_national else str(viewer.user.agency or "")
    return Board(now, whose, _figures(cases, persons, this), tables)


# --- reading


def _cases() -> list[dict[str, Any]]:
    dimensions = (
        "agency",
        "agency__code",
        "agency__name",
        "stage",
        "status",
        "is_open",
        "is_urgent",
    )
    return list(BoardCase.objects.values(*dimensions).annotate(n=Sum("cases")))


def _persons(now: dt.datetime) -> list[dict[str, Any]]:
    recent = BoardPerson.objects.filter(cut=BoardPerson.Cut.WHO, quarter__gte=_earliest(now))
    dimensions = ("agency", "agency__name", "quarter", "sex", "age", "is_no_victim")
    return list(recent.values(*dimensions).annotate(n=Sum("persons")))


def _earliest(now: dt.datetime) -> int:
    return number_of(Period.of_day(now.date())) - BEFORE


def number_of(quarter: Period) -> int:
    """Quarters since the year 0, as the rows have them."""
    return quarter.year * 4 + quarter.quarter - 1


def _sum(
    rows: Iterable[dict[str, Any]], *by: str, when: Callable[[dict[str, Any]], bool] = bool
) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for row in rows:
        if when(row):
            found[tuple(row[name] for name in by)] += row["n"]
    return found


# --- cases


def _is_open(row: dict[str, Any]) -> bool:
    return bool(row["is_open"])


def _is_undecided(row: dict[str, Any]) -> bool:
    return _is_open(row) and row["status"] == VictimStatus.POSSIBLE


def _is_urgent(row: dict[str, Any]) -> bool:
    return _is_open(row) and bool(row["is_urgent"])


def _tables_of_cases(
    cases: list[dict[str, Any]], agencies: Labels, is_national: bool
) -> Iterable[Table]:
    """Stages, decisions and what waits; a line an agency where there are several."""
    across = agencies if is_national else ()
    stages = [(stage.value, stage.label) for stage in Stage if stage is not Stage.CLOSED]
    statuses = [(status.value, status.label) for status in VictimStatus]
    yield _by_agency(
        "stages", "Open cases by stage", stages, across,
        _sum(cases, "agency", "stage", when=_is_open),
    )  # fmt: skip
    yield _by_agency(
        "decisions", "All cases by decision, closed ones included", statuses, across,
        _sum(cases, "agency", "status"),
    )  # fmt: skip
    waiting: Counter[Any] = Counter()
    for name, when in (("undecided", _is_undecided), ("urgent", _is_urgent)):
        for (agency,), number in _sum(cases, "agency", when=when).items():
            waiting[agency, name] += number
    kinds = (("undecided", "Decision to make"), ("urgent", "In danger or needs a doctor"))
    yield _by_agency("waiting", "Open cases that wait", kinds, across, waiting, is_sum=False)


def _by_agency(
    code: str, title: str, kinds: Labels, agencies: Labels, counts: Counter[Any], *,
    is_sum: bool = True,
) -> Table:  # fmt: skip
    """Agencies down and kinds across; without agencies, kinds down.

    Args:
        counts: by agency and kind.
        is_sum: whether the kinds exclude each other, so that they have a total.
    """
    every = _sum_of_second(counts)
    if not agencies:
        lines = [Line(label, (every[kind],)) for kind, label in kinds]
        lines += [Line("All", (sum(every.values()),), is_total=True)] * is_sum
        return Table(code, title, CASES, "", ("Cases",), tuple(lines))
    rows = [[counts[agency, kind] for kind, _ in kinds] for agency, _ in agencies]
    rows.append([every[kind] for kind, _ in kinds])
    wide = [[*row, sum(row)] if is_sum else row for row in rows]
    labels = [*(label for _, label in agencies), "All"]
    columns = (*(label for _, label in kinds), *(("All",) if is_sum else ()))
    return Table(code, title, CASES, "Agency", columns, _lines(labels, wide))


def _sum_of_second(counts: Counter[Any]) -> Counter[Any]:
    found: Counter[Any] = Counter()
    for (_, second), number in counts.items():
        found[second] += number
    return found


def _lines(labels: Sequence[str], rows: Sequence[Sequence[Number]]) -> tuple[Line, ...]:
    """The last is the total."""
    last = len(labels) - 1
    pairs = enumerate(zip(labels, rows, strict=True))
    return tuple(Line(label, tuple(row), is_total=at == last) for at, (label, row) in pairs)


# --- persons

_COUNTED: tuple[tuple[str, Callable[[dict[str, Any]], bool]], ...] = (
    ("Persons", lambda row: True),
    ("Children", lambda row: row["age"] == "C"),
    ("Adults", lambda row: row["age"] == "A"),
    ("Age not known", lambda row: row["age"] == "U"),
    ("Female", lambda row: row["sex"] == "F"),
    ("Male", lambda row: row["sex"] == "M"),
    ("Sex not known", lambda row: row["sex"] == "U"),
)


def _shown_quarters(this: Period) -> list[Period]:
    found = [this]
    for _ in range(BEFORE):
        found.append(found[-1].previous)
    return found


def _quarters(persons: list[dict[str, Any]], this: Period) -> Table:
    """Who was identified, by quarter; whoever was found to be no victim stands apart."""
    lines = []
    for quarter in _shown_quarters(this):
        of_it = [row for row in persons if row["quarter"] == number_of(quarter)]
        victims = [row for row in of_it if not row["is_no_victim"]]
        numbers = [sum(row["n"] for row in victims if when(row)) for _, when in _COUNTED]
        apart = sum(row["n"] for row in of_it if row["is_no_victim"])
        lines.append(Line(_title(quarter, this), (*numbers, apart)))
    columns = (*(label for label, _ in _COUNTED), "Apart: no victim")
    return Table("quarters", "Persons identified", PERSONS, "Quarter", columns, tuple(lines))


def _title(quarter: Period, this: Period) -> str:
    return f"{quarter.title}, so far" if quarter == this else quarter.title


def _agencies(persons: list[dict[str, Any]], this: Period, agencies: Labels) -> Table:
    counts = _sum(persons, "agency", "quarter", when=_is_victim)
    quarters = _shown_quarters(this)
    rows = [[counts[key, number_of(each)] for each in quarters] for key, _ in agencies]
    labels = [*(label for _, label in agencies), "All"]
    return Table(
        "agencies", "Persons identified, by the agency that led", PERSONS, "Agency",
        (*(_title(each, this) for each in quarters), "All"), _lines(labels, with_totals(rows)),
    )  # fmt: skip


def _is_victim(row: dict[str, Any]) -> bool:
    return not row["is_no_victim"]


def cross_tab(asked: Asked, now: dt.datetime) -> Table:
    """Persons by form of exploitation and by kind of agency (40 cells) or by region."""
    if asked.across == "agency":
        columns: Labels = list(KINDS.items())
        counts = _cells(BoardPerson.Cut.FORM, "agency__code", asked, now)
    else:
        columns = list(Region.objects.order_by("name").values_list("code", "name"))
        counts = _cells(BoardPerson.Cut.PLACE, "region", asked, now)
    rows = with_totals([[counts[form, key] for key, _ in columns] for form in FORMS])
    shown: Sequence[Sequence[Number]] = hidden_small(rows) if asked.hides_small else rows
    title = "Form of exploitation, by " + ("agency" if asked.across == "agency" else "region")
    since = "since the beginning" if asked.is_long else "this quarter and the four before it"
    labels = (*(label for _, label in columns), "All")
    if asked.across == "agency":
        lines = _lines([*FORMS.values(), "All"], shown)
        return Table("forms", f"{title}, {since}", PERSONS, "Form", labels, lines)
    lines = _lines(labels, list(zip(*shown, strict=True)))
    return Table("forms", f"{title}, {since}", PERSONS, "Region", (*FORMS.values(), "All"), lines)


def _cells(cut: str, by: str, asked: Asked, now: dt.datetime) -> Counter[Any]:
    """Persons by form and by region or kind of agency; those found no victims left out."""
    rows = BoardPerson.objects.filter(cut=cut, is_no_victim=False)
    if not asked.is_long:
        rows = rows.filter(quarter__gte=_earliest(now))
    found: Counter[Any] = Counter()
    for form, key, number in rows.values_list("form", by).annotate(n=Sum("persons")):
        found[form, kind_of_agency(key) if by == "agency__code" else key] += number
    return found


def _figures(
    cases: list[dict[str, Any]], persons: list[dict[str, Any]], this: Period
) -> tuple[Figure, ...]:
    now = [row for row in persons if row["quarter"] == number_of(this) and _is_victim(row)]
    return (
        Figure(sum(row["n"] for row in cases if _is_open(row)), "Open", "cases"),
        Figure(sum(row["n"] for row in cases if _is_undecided(row)), "Decision to make", "cases"),
        Figure(sum(row["n"] for row in cases if _is_urgent(row)), "Urgent", "cases"),
        Figure(sum(row["n"] for row in now), "Identified this quarter", "persons, counted once"),
        Figure(
            sum(row["n"] for row in now if row["age"] == "C"), "Of them children",
            "children, counted once",
        ),
    )  # fmt: skip
