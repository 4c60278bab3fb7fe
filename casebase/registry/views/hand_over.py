"""The page that hands a person's cases to somebody else."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from casebase.access.enums import Action
from casebase.access.models import Membership
from casebase.access.pages import CaseRequest, page
from casebase.registry.services import hand_over as service
from portal.core.step_up import require_step_up


@page(action=Action.ASSIGN, records="case.hand_over")
def hand_over(request: CaseRequest, user_id: int) -> HttpResponse:
    leaver = get_object_or_404(
        Membership.objects.select_related("user", "desk", "agency"),
        user_id=user_id,
        agency=request.viewer.agency_id,
    )
    problem = ""
    if request.method == "POST":
        chosen = request.POST.get("receiver", "")
        receiver = service.receivers(leaver).filter(pk=chosen if chosen.isdigit() else 0).first()
        if receiver is not None:
            what = "hand these cases over"
            require_step_up(request, "case.hand_over", str(user_id), what=what)
            moved = service.hand_over(viewer=request.viewer, leaver=leaver, receiver=receiver)
            request.trail.saw(*moved)
            return (
                redirect("person", user_id)
                if request.viewer.may(Action.SEE_PEOPLE)
                else redirect("/")
            )
        problem = "Choose who takes the cases over."
    context = {
        "leaver": leaver,
        "held": service.held_by(leaver.user).count(),
        "receivers": service.receivers(leaver),
        "problem": problem,
    }
    return render(request, "access/hand_over.html", context, status=400 if problem else 200)
