"""All indicators by number: what pages, reports and the code book go through."""

from __future__ import annotations

from casebase.reporting.indicators import (  # noqa: F401 -- writing a class lists it
    decisions,
    identification,
    quality,
)
from casebase.reporting.indicators.base import Indicator


def every_indicator() -> tuple[type[Indicator], ...]:
    return tuple(indicator for _, indicator in sorted(Indicator.listed.items()))


def indicator_of(number: int) -> type[Indicator] | None:
    return Indicator.listed.get(number)
