"""The quarterly review of access: keep, change or stop."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from casebase.access import forms, harvest
from casebase.access.enums import Action
from casebase.access.models import Membership
from casebase.access.pages import CaseRequest, page
from casebase.access.services import alerts, people, reviews
from portal.core.step_up import require_step_up
from portal.core.views_account import uuid_or_nothing


@page(action=Action.REVIEW_ACCESS, records="people.read")
def review_list(request: CaseRequest) -> HttpResponse:
    lines = reviews.lines(request.viewer, now=timezone.now())
    due = sum(line.is_due for line in lines)
    context = {"lines": lines, "due": due, "alerts": alerts.alerts_for(request.viewer).count()}
    return render(request, "access/review_list.html", context)


@page(action=Action.REVIEW_ACCESS, records="people.review")
def review(request: CaseRequest, user_id: int) -> HttpResponse:
    listed = reviews.reviewed_by(request.viewer).select_related("user", "agency", "desk")
    member = listed.filter(user_id=user_id).first()
    if member is None:
        raise Http404
    is_change = request.POST.get("answer") == "change"
    form = forms.ReviewedPlaceForm(
        request.POST if is_change else None, initial=forms.PlaceForm.of(member), member=member
    )
    if request.method != "POST":
        return _page(request, member, form)
    try:
        return _answered(request, member, form)
    except people.CannotChangePeople as error:
        return _page(request, member, form, problem=str(error), status=409)


def _answered(
    request: CaseRequest, member: Membership, form: forms.ReviewedPlaceForm
) -> HttpResponse:
    viewer, today = request.viewer, timezone.localdate()
    answer, about = request.POST.get("answer", ""), str(member.user_id)
    if answer == "keep":
        reviews.keep(viewer=viewer, member=member)
    elif answer == "stop":
        require_step_up(request, "people.stop", about, what="stop this person's access")
        reviews.stop(viewer=viewer, member=member, today=today)
    elif answer == "change" and form.is_valid():
        require_step_up(request, "people.change", about, what="change this person's place")
        reviews.change(viewer=viewer, member=member, place=form.place(), today=today)
    else:
        problem = "" if form.errors else "Choose one of the three answers."
        return _page(request, member, form, problem=problem, status=400)
    return redirect("access_review")


def _page(
    request: CaseRequest,
    member: Membership,
    form: forms.ReviewedPlaceForm,
    *,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    context = {"member": member, "form": form, "problem": problem}
    return render(request, "access/review.html", context, status=status)


@page(action=Action.REVIEW_ACCESS, records="people.review")
def usage_alerts(request: CaseRequest) -> HttpResponse:
    """Who looked at so much that it was stopped; opened again by hand (control 40)."""
    waiting = alerts.alerts_for(request.viewer)
    if request.method == "POST":
        alert = get_object_or_404(waiting, pk=uuid_or_nothing(request.POST.get("alert", "")))
        about = str(alert.user_id)
        require_step_up(request, "people.open", about, what="open this to them again")
        alerts.release(viewer=request.viewer, alert=alert)
        return redirect("usage_alerts")
    lines = [(alert, harvest.BUDGETS[alert.budget].did) for alert in waiting]
    return render(request, "access/usage_alerts.html", {"lines": lines})
