"""Quarters and years as the calendar needs them. Casework has its own: neither knows the other."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

CLOSES_AFTER = dt.timedelta(days=45)  # after the last day; statistics.md, shared rules
PUBLISHED_AFTER = dt.timedelta(days=60)
_CODE = re.compile(r"(?P<year>20\d\d)(?:Q(?P<quarter>[1-4]))?")
_MONTHS = ("January to March", "April to June", "July to September", "October to December")


@dataclass(frozen=True, order=True)
class Period:
    """A quarter, or a whole year where `quarter` is 0."""

    year: int
    quarter: int = 0

    @classmethod
    def of_code(cls, code: str) -> Period | None:
        """The period that `2026Q3` or `2026` names; None where it names none."""
        found = _CODE.fullmatch(code)
        return cls(int(found["year"]), int(found["quarter"] or 0)) if found else None

    @classmethod
    def of_day(cls, day: dt.date) -> Period:
        """The quarter a day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def code(self) -> str:
        return f"{self.year}Q{self.quarter}" if self.quarter else str(self.year)

    @property
    def title(self) -> str:
        return f"{_MONTHS[self.quarter - 1]} {self.year}" if self.quarter else str(self.year)

    @property
    def kind(self) -> str:
        return "quarter" if self.quarter else "year"

    @property
    def starts_on(self) -> dt.date:
        return dt.date(self.year, 3 * self.quarter - 2 if self.quarter else 1, 1)

    @property
    def ends_on(self) -> dt.date:
        """The last day."""
        return self.next.starts_on - dt.timedelta(days=1)

    @property
    def closes_on(self) -> dt.date:
        """What is recorded after this day counts in the next open cohort."""
        return self.ends_on + CLOSES_AFTER

    @property
    def published_on(self) -> dt.date:
        """The day announced beforehand."""
        return self.ends_on + PUBLISHED_AFTER

    @property
    def next(self) -> Period:
        if self.quarter in {0, 4}:
            return Period(self.year + 1, 1 if self.quarter else 0)
        return Period(self.year, self.quarter + 1)

    @property
    def previous(self) -> Period:
        if self.quarter in {0, 1}:
            return Period(self.year - 1, 4 if self.quarter else 0)
        return Period(self.year, self.quarter - 1)
