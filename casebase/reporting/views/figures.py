"""The exact figures of a period, for those who may see them; nothing here is for publication."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from casebase.access.enums import Action, Role
from casebase.access.pages import CaseRequest, page
from casebase.registry.codes import references
from casebase.reporting.indicators.base import Indicator
from casebase.reporting.indicators.cuts import Cut
from casebase.reporting.indicators.figures import Figure, Number, figure_of, figures_of
from casebase.reporting.indicators.persons import cases_behind, why_none
from casebase.reporting.indicators.registry import every_indicator, indicator_of
from casebase.reporting.models import FrozenPeriod
from casebase.reporting.periods import NoSuchPeriod, Period

ABSENT = "There is no such figure."
WHOLE_COUNTRY = (Role.DIRECTOR, Role.ME_VIEWER)
PARTS = ("numerator", "denominator")


@page(action=Action.SEE_FIGURES, records="figures.read")
@require_GET
def definitions(request: CaseRequest) -> HttpResponse:
    """The code book: what each figure counts, by which rule, and how it is taken apart."""
    return render(request, "reporting/figures_definitions.html", {"indicators": every_indicator()})


@page(action=Action.SEE_FIGURES, records="figures.read")
@require_GET
def figures(request: CaseRequest, period: str) -> HttpResponse:
    """Every indicator of a period."""
    seen = _seen(request, period)
    context = {**seen.context, "figures": figures_of(seen.period, frozen=seen.frozen, on=seen.on)}
    return render(request, "reporting/figures.html", context)


@page(action=Action.SEE_FIGURES, records="figures.read")
@require_GET
def figure(request: CaseRequest, period: str, number: int) -> HttpResponse:
    """One indicator with its cuts, and ways to the cases behind each number."""
    seen, indicator = _seen(request, period), _indicator(number)
    context = {
        **seen.context,
        "figure": figure_of(indicator, seen.period, frozen=seen.frozen, on=seen.on),
        "why_none": why_none(indicator, request.viewer),
    }
    return render(request, "reporting/figures_one.html", context)


@page(action=Action.SEE_FIGURES, records="figures.persons")
@require_GET
def cases(request: CaseRequest, period: str, number: int) -> HttpResponse:
    """The case numbers behind one number, of the cases that the viewer may see."""
    seen, indicator = _seen(request, period), _indicator(number)
    whole = figure_of(indicator, seen.period, frozen=seen.frozen, on=seen.on)
    chosen = _chosen(request, whole)
    found = cases_behind(
        indicator,
        seen.period,
        chosen.cut,
        chosen.category,
        viewer=request.viewer,
        frozen=seen.frozen,
        is_base=chosen.is_base,
        after=references.read(request.GET.get("after", "")) or "",
        on=seen.on,
    )
    request.trail.saw(*(case.id for case in found.cases))
    context = {**seen.context, "figure": whole, "chosen": chosen, "found": found}
    return render(request, "reporting/figures_cases.html", context)


@dataclass(frozen=True)
class Seen:
    """A period as this viewer sees it."""

    period: Period
    kept: FrozenPeriod | None
    on: dt.date
    agency: str  # whose figures these are; empty for the whole country's

    @property
    def frozen(self) -> bool:
        return self.kept is not None

    @property
    def context(self) -> dict[str, Any]:
        return {"period": self.period, "kept": self.kept, "agency": self.agency}


def _seen(request: CaseRequest, code: str) -> Seen:
    """The period of an address.

    Raises:
        Http404: there is none of that name, or it has not begun.
    """
    today = timezone.localdate()
    try:
        period = Period.of_code(code)
    except NoSuchPeriod as error:
        raise Http404(ABSENT) from error
    if period.starts_on > today:
        raise Http404(ABSENT)
    agency = "" if request.viewer.role in WHOLE_COUNTRY else str(request.viewer.user.agency)
    kept = FrozenPeriod.objects.filter(code=period.code).first()
    return Seen(period, kept, min(today, period.ends_on), agency)


def _indicator(number: int) -> type[Indicator]:
    found = indicator_of(number)
    if found is None:
        raise Http404(ABSENT)
    return found


@dataclass(frozen=True)
class Chosen:
    """One number of a figure: its total, or one category of a cut."""

    cut: Cut | None
    category: str
    label: str
    part: str
    number: Number

    @property
    def is_base(self) -> bool:
        return self.part == "denominator"

    @property
    def value(self) -> int:
        """How many stand behind it, all agencies' together."""
        return (self.number.denominator or 0) if self.is_base else self.number.numerator

    @property
    def address(self) -> str:
        """The choice without its page, as a query string."""
        named = {"cut": self.cut.name, "category": self.category} if self.cut else {}
        return urlencode({**named, "part": self.part})


def _chosen(request: CaseRequest, whole: Figure) -> Chosen:
    """Which number the address asks for.

    Raises:
        Http404: the figure has no such cut, category or denominator.
    """
    name, code = request.GET.get("cut", ""), request.GET.get("category", "")
    part = request.GET.get("part", PARTS[0])
    if part not in PARTS or (part == PARTS[1] and whole.denominator is None):
        raise Http404(ABSENT)
    if not name and not code:
        return Chosen(None, "", "", part, whole)
    cut = whole.cut(name)
    category = cut.category(code) if cut else None
    if cut is None or category is None:
        raise Http404(ABSENT)
    return Chosen(cut.cut, code, category.label, part, category)
