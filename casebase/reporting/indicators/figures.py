"""The figures of a period, read by one statement an indicator."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.db import connection

from casebase.reporting.indicators.base import Indicator
from casebase.reporting.indicators.cuts import Cut, Names
from casebase.reporting.indicators.registry import every_indicator
from casebase.reporting.indicators.statement import TOTAL, Reading, figure_statement
from casebase.reporting.models import FrozenPeriod
from casebase.reporting.periods import Period


@dataclass(frozen=True)
class Number:
    """A numerator and what it is of; `denominator` is None where it is a mere count."""

    numerator: int
    denominator: int | None

    @property
    def percent(self) -> int | None:
        """Whole percent, half rounded up; None where there is nothing to be a share of."""
        if not self.denominator:
            return None
        return (200 * self.numerator + self.denominator) // (2 * self.denominator)


@dataclass(frozen=True)
class Category(Number):
    code: str
    label: str


@dataclass(frozen=True)
class CutFigure:
    """A figure taken apart in one way."""

    cut: Cut
    categories: tuple[Category, ...]

    def category(self, code: str) -> Category | None:
        return next((one for one in self.categories if one.code == code), None)


@dataclass(frozen=True)
class Figure(Number):
    """An indicator of a period, with all its cuts.

    Attributes:
        is_frozen: every row behind it is frozen; otherwise it may be another number tomorrow.
        on: the day by which clocks were asked.
    """

    indicator: type[Indicator]
    period: Period
    is_frozen: bool
    on: dt.date
    cuts: tuple[CutFigure, ...]

    @property
    def title(self) -> str:
        return f"Figure {self.indicator.number}"

    def cut(self, name: str) -> CutFigure | None:
        return next((one for one in self.cuts if one.cut.name == name), None)


def is_frozen(period: Period) -> bool:
    return FrozenPeriod.objects.filter(code=period.code).exists()


def reading_of(period: Period, *, frozen: bool, on: dt.date | None = None) -> Reading:
    """Which quarters are read where.

    A year that is not frozen takes those of its quarters that are, as frozen: what was recorded
    late stands in one of the two, so that reading all live would count it twice.
    """
    held: set[str] = set()
    if not frozen and period.quarter == 0:
        codes = [quarter.code for quarter in period.quarters]
        held = set(FrozenPeriod.objects.filter(code__in=codes).values_list("code", flat=True))
    kept = tuple(one for one in period.quarters if frozen or one.code in held)
    live = tuple(one for one in period.quarters if one not in kept)
    return Reading(kept, live, on or period.ends_on)


def figure_of(
    indicator: type[Indicator],
    period: Period,
    *,
    frozen: bool,
    on: dt.date | None = None,
    names: Names | None = None,
) -> Figure:
    """One indicator of a period, of what the transaction's viewer may count.

    Args:
        frozen: from the frozen rows (of a year, its four quarters'), or from today's records.
        on: the day by which clocks are asked; without it the period's last.
        names: read before, where several figures are wanted.
    """
    reading = reading_of(period, frozen=frozen, on=on)
    return _figure(indicator, period, reading, names or Names.read())


def figures_of(period: Period, *, frozen: bool, on: dt.date | None = None) -> tuple[Figure, ...]:
    """Every indicator of a period: a statement each, and the names once."""
    reading, names = reading_of(period, frozen=frozen, on=on), Names.read()
    return tuple(_figure(one, period, reading, names) for one in every_indicator())


def _figure(indicator: type[Indicator], period: Period, reading: Reading, names: Names) -> Figure:
    counted: dict[str, dict[str, tuple[int, int]]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(figure_statement(indicator), reading.parameters)
        for cut, category, numerator, denominator in cursor.fetchall():
            counted[cut][category] = (numerator, denominator)
    numerator, base = counted[TOTAL][""]
    denominator = base if indicator.is_share() else None
    return Figure(
        numerator=numerator,
        denominator=denominator,
        indicator=indicator,
        period=period,
        is_frozen=not reading.live,
        on=reading.on,
        cuts=tuple(_cut(cut, counted[cut.name], denominator, names) for cut in indicator.cuts),
    )


def _cut(
    cut: Cut, counted: dict[str, tuple[int, int]], whole: int | None, names: Names
) -> CutFigure:
    present = [code for code, parts in counted.items() if any(parts)]
    return CutFigure(
        cut, tuple(_categories(cut, cut.labels(names, present).items(), counted, whole))
    )


def _categories(
    cut: Cut,
    labels: Iterable[tuple[str, str]],
    counted: dict[str, tuple[int, int]],
    whole: int | None,
) -> Iterable[Category]:
    for code, label in labels:
        numerator, base = counted.get(code, (0, 0))
        denominator = None if whole is None else whole if cut.is_of_all else base
        if numerator or not cut.is_of_all:
            yield Category(numerator, denominator, code, label)
