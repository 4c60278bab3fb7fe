"""The page that hands a person's cases to somebody else."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from casebase.access.enums import Action
from casebase.access.models import Membership
from casebase.access.pages import CaseRequest, page
from casebase.registry.services import hand_over as service
from portal.core.step_up import require_step_up
from portal.core.views_account import number_or_nothing


@page(action=Action.ASSIGN, records="case.holders")
def holders(request: CaseRequest) -> HttpResponse:
    """Who holds open cases, for whoever hands them to somebody else."""
    found = service.holders(request.viewer)
    return render(request, "access/holders.html", {"holders": found})


@page(action=Action.ASSIGN, records="case.hand_over")
def hand_over(request: CaseRequest, user_id: int) -> HttpResponse:
    leaver = get_object_or_404(
        Membership.objects.select_related("user", "desk", "agency"),
        user_id=user_id,
        agency=request.viewer.agency_id,
    )
    receivers = service.receivers(leaver, viewer=request.viewer)
    problem = ""
    if request.method == "POST":
        chosen = number_or_nothing(request.POST.get("receiver", ""))
        receiver = receivers.filter(pk=chosen).first()
        if receiver is not None:
            what = "hand these cases over"
            require_step_up(request, "case.hand_over", str(user_id), what=what)
            moved = service.hand_over(viewer=request.viewer, leaver=leaver, receiver=receiver)
            request.trail.saw(*moved)
            return redirect("holders")
        problem = "Choose who takes the cases over."
    context = {
        "leaver": leaver,
        "held": service.held_by(leaver.user).count(),
        "receivers": receivers,
        "is_elsewhere": any(one.desk_id not in {None, leaver.desk_id} for one in receivers),
        "problem": problem,
    }
    return render(request, "access/hand_over.html", context, status=400 if problem else 200)
