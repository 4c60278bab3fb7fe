"""Corrections of a frozen period: proposed from what the records say today, noted by hand."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from casebase.access.enums import Action
from casebase.access.pages import CaseRequest, page
from casebase.reporting import queries
from casebase.reporting.forms.periods import CorrectionForm
from casebase.reporting.models import Correction, FrozenPeriod
from casebase.reporting.periods import Period
from casebase.reporting.services import correct as services
from casebase.reporting.views.periods import period_or_404

NAMES = {int(number): name for number, name in queries.FIGURES.items() if number.isdigit()}


@dataclass(frozen=True)
class Noted:
    """A correction beside the figure as it was first."""

    correction: Correction
    name: str
    first: int


@dataclass(frozen=True)
class Proposed:
    """A correction that the records call for.

    Attributes:
        stands: the figure as frozen, or as the last correction has it.
    """

    indicator: int
    drift: queries.Drift
    stands: int


@page(action=Action.FREEZE_FIGURES, records="figures.check")
@require_GET
def corrections(request: CaseRequest, period: str) -> HttpResponse:
    """The list, and a form that is filled with what the records propose."""
    return _page(request, _frozen_or_404(request, period))


@page(action=Action.FREEZE_FIGURES, records="figures.correct")
@require_POST
def correct(request: CaseRequest, period: str) -> HttpResponse:
    found = _frozen_or_404(request, period)
    form = CorrectionForm(request.POST, names=NAMES)
    if form.is_valid():
        given = form.cleaned_data
        try:
            services.note_correction(
                viewer=request.viewer, period=found, indicator=given["indicator"],
                was=given["was"], new=given["now"], reason=given["reason"], now=timezone.now(),
            )  # fmt: skip
            return redirect("report_corrections", found.code)
        except services.CannotCorrect as error:
            form.add_error(None, str(error))
    return _page(request, found, form)


def _frozen_or_404(request: CaseRequest, code: str) -> Period:
    period = period_or_404(code, today=timezone.localdate())
    if not FrozenPeriod.objects.filter(pk=period.code).exists():
        raise Http404("What is not frozen needs no correction.")
    request.trail.saw(fields=(period.code.lower(),))
    return period


def _page(
    request: CaseRequest, period: Period, refused: CorrectionForm | None = None
) -> HttpResponse:
    drift, noted = queries.drift_of(period), queries.corrections_of(period)
    proposed = _proposed(drift, noted) if period.kind == "quarter" else []
    wanted = next((one for one in proposed if str(one.indicator) == request.GET.get("n")), None)
    form = refused or CorrectionForm(names=NAMES, initial=_initial(wanted))
    context = {
        "period": period,
        "is_quarter": period.kind == "quarter",
        "form": form,
        "noted": _beside_the_first(noted),
        "drift": drift,
        "proposed": proposed,
    }
    return render(request, "reporting/corrections.html", context, status=422 if refused else 200)


def _proposed(drift: list[queries.Drift], noted: list[Correction]) -> list[Proposed]:
    """What the records say today that neither the first figure nor a correction says yet."""
    last = {one.indicator: one.now for one in noted}
    found = [
        Proposed(int(one.figure), one, last.get(int(one.figure), one.was))
        for one in drift
        if one.figure != queries.COHORT
    ]
    return [one for one in found if one.stands != one.drift.today]


def _initial(wanted: Proposed | None) -> dict[str, object]:
    if wanted is None:
        return {}
    return {
        "indicator": wanted.indicator,
        "was": wanted.stands,
        "now": wanted.drift.today,
        "reason": wanted.drift.reason,
    }


def _beside_the_first(noted: list[Correction]) -> list[Noted]:
    first: dict[tuple[str, int], int] = {}
    for one in noted:
        first.setdefault((one.period_id, one.indicator), one.was)
    return [
        Noted(one, NAMES.get(one.indicator, ""), first[one.period_id, one.indicator])
        for one in noted
    ]
