"""The quarter, frozen: choose a period, check, confirm, freeze, sign, and see it released.

Each deed has an address of its own, so that the trail says what was done and not only what was
opened. A refusal shows the same page again, says why, and changes nothing.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from casebase.access.enums import Action
from casebase.access.pages import CaseRequest, page
from casebase.access.viewer import Viewer
from casebase.reporting import next_steps, queries, validation
from casebase.reporting.forms.periods import FreezeForm
from casebase.reporting.periods import NoSuchPeriod, Period
from casebase.reporting.queries import Stage, Standing
from casebase.reporting.rls_freezing import CAP
from casebase.reporting.services import freeze as services
from portal.core.step_up import require_step_up


@dataclass(frozen=True)
class Row:
    """A line of the list."""

    standing: Standing
    state: str
    next_step: str


@page(action=Action.SEE_FIGURES, records="figures.list")
@require_GET
def reports(request: CaseRequest) -> HttpResponse:
    """Every quarter and year, and for those who see all figures what each cohort has paid."""
    viewer, found = request.viewer, queries.standings(today=timezone.localdate())
    rows = [Row(one, next_steps.state_of(one), next_steps.next_step(one, viewer)) for one in found]
    sees_all = viewer.may(Action.FREEZE_FIGURES)
    context = {
        "rows": rows,
        "sees_all": sees_all,
        "cohorts": queries.cohorts() if sees_all else [],
        "cap": CAP,
    }
    return render(request, "reporting/reports.html", context)


@page(action=Action.SEE_FIGURES, records="figures.check")
@require_GET
def report_period(request: CaseRequest, period: str) -> HttpResponse:
    """The one page of a period."""
    return _page(request, _standing(request, period), FreezeForm())


@page(action=Action.CONFIRM_FIGURES, records="figures.confirm")
@require_POST
def confirm(request: CaseRequest, period: str) -> HttpResponse:
    found = _standing(request, period)
    try:
        if found.period.kind == "year":
            raise services.CannotFreeze("A year is confirmed quarter by quarter.")
        services.confirm_figures(viewer=request.viewer, period=found.period, now=timezone.now())
    except services.CannotFreeze as error:
        return _page(request, found, FreezeForm(), problem=str(error))
    return _done(found.period, "confirmed")


@page(action=Action.FREEZE_FIGURES, records="figures.freeze")
@require_POST
def freeze(request: CaseRequest, period: str) -> HttpResponse:
    found, form = _standing(request, period), FreezeForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, status=422)
    try:
        services.freeze(viewer=request.viewer, period=found.period)
    except services.CannotFreeze as error:
        return _page(request, _standing(request, period), form, problem=str(error))
    return _done(found.period, "frozen")


@page(action=Action.SIGN_FIGURES, records="figures.sign")
@require_POST
def sign(request: CaseRequest, period: str) -> HttpResponse:
    """What would be refused anyway is refused before the second factor is asked for."""
    found = _standing(request, period)
    try:
        services.require_signable(viewer=request.viewer, period=found.period, held=found.frozen)
        require_step_up(
            request, "figures.sign", found.period.code, what=f"sign {found.period.title}"
        )
        services.sign(viewer=request.viewer, period=found.period)
    except services.CannotFreeze as error:
        return _page(request, found, FreezeForm(), problem=str(error))
    return _done(found.period, "signed")


def period_or_404(code: str, *, today: dt.date) -> Period:
    """The period of a code, if it has begun.

    Raises:
        Http404: the code names none, or one that lies ahead.
    """
    try:
        period = Period.of_code(code)
    except NoSuchPeriod as error:
        raise Http404(str(error)) from error
    if period.starts_on > today:
        raise Http404("That period has not begun.")
    return period


def _standing(request: CaseRequest, code: str) -> Standing:
    today = timezone.localdate()
    period = period_or_404(code, today=today)
    request.trail.saw(fields=(period.code.lower(),))
    return queries.standing(period, today=today)


def _done(period: Period, what: str) -> HttpResponse:
    return redirect(f"{reverse('report_period', args=[period.code])}?done={what}")


def _page(
    request: CaseRequest, found: Standing, form: FreezeForm, *, problem: str = "", status: int = 200
) -> HttpResponse:
    context = _context(request, found) | {
        "form": form,
        "problems": [{"text": problem}] if problem else [],
    }
    code = 422 if problem else status
    return render(request, "reporting/period.html", context, status=code)


def _context(request: CaseRequest, found: Standing) -> dict[str, Any]:
    viewer, period = request.viewer, found.period
    sees_all = viewer.may(Action.FREEZE_FIGURES)
    checked = None
    if period.kind == "quarter":
        checked = validation.findings_of(found, viewer=viewer)
        request.trail.saw(*checked.case_ids)
    drift = queries.drift_of(period) if found.frozen and sees_all else []
    own = found.own(viewer) if viewer.may(Action.CONFIRM_FIGURES) else None
    able = {
        "agencies": bool(own and not own.confirmed and found.may_be_confirmed),
        "freeze": sees_all and found.may_be_frozen,
        "sign": _may_sign(found, viewer),
    }
    return {
        "standing": found,
        "period": period,
        "state": next_steps.state_of(found),
        "next_step": next_steps.next_step(found, viewer),
        "steps": _steps(found),
        "sees_all": sees_all,
        "own": own,
        "may_confirm": able["agencies"],
        "may_freeze": able["freeze"],
        "may_sign": able["sign"],
        "next_place": next((place for place, is_able in able.items() if is_able), ""),
        "checked": checked,
        "drifted": [one for one in drift if one.differs],
        "done": request.GET.get("done", ""),
    }


def _may_sign(found: Standing, viewer: Viewer) -> bool:
    held = found.frozen
    waits = held is not None and not held.is_signed and held.frozen_by_id != viewer.pk
    return waits and viewer.may(Action.SIGN_FIGURES)


@dataclass(frozen=True)
class Step:
    """One of the steps at the top of the page; the first that is not done is the one now."""

    name: str
    note: str
    is_done: bool
    is_now: bool


def _steps(found: Standing) -> list[Step]:
    stage, is_quarter = found.stage, found.period.kind == "quarter"
    is_past = stage >= Stage.FROZEN
    whole = not (found.waiting if is_quarter else found.blocked_by)
    done = {
        "Closed": stage >= Stage.CLOSED,
        "Confirmed" if is_quarter else "Quarters signed": is_past
        or (stage is Stage.CLOSED and whole),
        "Frozen": is_past,
        "Signed": stage >= Stage.SIGNED,
        "Released": stage >= Stage.MADE,
        "On the portal": stage >= Stage.PUBLISHED,
    }
    current = next((name for name, is_done in done.items() if not is_done), "")
    notes = {name: "Done" if is_done else "Later" for name, is_done in done.items()}
    notes |= {current: "Now"} | ({} if whole else {"Confirmed": _how_many(found)})
    return [Step(name, notes[name], is_done, name == current) for name, is_done in done.items()]


def _how_many(found: Standing) -> str:
    """Of a quarter: frozen without all of them, the step is behind us and still not whole."""
    everybody = len(found.expected)
    return f"{everybody - len(found.waiting)} of {next_steps.agencies(everybody)}"
