"""An indicator as one SQL statement: total and every cut together.

Every piece is a constant of ours; periods and days are parameters.
"""
# ruff: noqa: S608 -- statements are put together from our own constants

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from casebase.reporting.indicators.base import REPORTING_ROLES, Indicator
from casebase.reporting.indicators.cuts import Cut
from casebase.reporting.periods import Period

TOTAL = ""  # the name of what is not cut


@dataclass(frozen=True)
class Reading:
    """Which quarters are read where.

    Attributes:
        frozen, live: the period's quarters, each in one of the two.
        on: the day by which clocks are asked.
    """

    frozen: tuple[Period, ...]
    live: tuple[Period, ...]
    on: dt.date

    @property
    def parameters(self) -> dict[str, Any]:
        quarters = (*self.frozen, *self.live)
        return {
            "frozen": [quarter.code for quarter in self.frozen],
            "live": [quarter.code for quarter in self.live],
            "quarters": [quarter.code for quarter in quarters],
            "closing": [quarter.closes_on for quarter in quarters],
            "roles": list(REPORTING_ROLES),
            "on": self.on,
        }


def facts(indicator: type[Indicator]) -> str:
    """The indicator's fact rows as a table `f`, each with whether it is counted and in the base."""
    return (
        f"f AS MATERIALIZED (SELECT f.*, ({indicator.counted}) IS TRUE AS counted,"
        f" ({indicator.base}) IS TRUE AS base FROM ({indicator.facts.value}) f)"
    )


def figure_statement(indicator: type[Indicator]) -> str:
    """Rows of (cut, category, numerator, denominator); the total's cut is `TOTAL`."""
    parts = [cut for cut in indicator.cuts if cut.is_partition]
    return " UNION ALL ".join(
        [
            f"WITH {facts(indicator)} {_partitions(parts)}",
            *(_several(cut) for cut in indicator.cuts if not cut.is_partition),
        ]
    )


def _partitions(cuts: Iterable[Cut]) -> str:
    named = {f"cut_{place}": cut for place, cut in enumerate(cuts)}
    columns = ", ".join(f"({cut.category}) AS {column}" for column, cut in named.items())
    which = " ".join(f"WHEN GROUPING({column}) THEN '{cut.name}'" for column, cut in named.items())
    sets = ", ".join(f"({column})" for column in named)
    return (
        f"SELECT CASE 0 {which} ELSE '{TOTAL}' END, coalesce({', '.join(named)}, ''),"
        " count(*) FILTER (WHERE counted), count(*) FILTER (WHERE base)"
        f" FROM (SELECT f.counted, f.base, {columns} FROM f) f"
        f" GROUP BY GROUPING SETS ((), {sets})"
    )


def _several(cut: Cut) -> str:
    return (
        f"SELECT '{cut.name}', {cut.category}, count(*) FILTER (WHERE {cut.counted or 'counted'}),"
        f" count(*) FILTER (WHERE base) FROM f CROSS JOIN LATERAL {_each(cut)}"
        f" GROUP BY {cut.category}"
    )


def _each(cut: Cut) -> str:
    return f"(SELECT code FROM {cut.each} AS held(code)) each"


def part_of(cut: Cut | None, *, is_base: bool) -> str:
    """The condition on `f` that leaves the facts behind one number, given %(category)s."""
    if cut is None or (is_base and cut.is_of_all):
        return "f.base" if is_base else "f.counted"
    if cut.is_partition:
        return f"{'f.base' if is_base else 'f.counted'} AND {cut.category} = %(category)s"
    counted = "f.base" if is_base else cut.counted or "f.counted"
    return f"EXISTS (SELECT 1 FROM {_each(cut)} WHERE {cut.category} = %(category)s AND {counted})"
