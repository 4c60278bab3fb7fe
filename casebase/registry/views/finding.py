"""Finding a child by name without registering one."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from casebase.access import harvest
from casebase.access.enums import Action
from casebase.access.pages import CaseRequest, page
from casebase.registry.forms.finding import FindForm
from casebase.registry.services.find_candidates import find_by_name


@page(action=Action.REVEAL_IDENTITY, records="case.search")
@require_http_methods(["GET", "POST"])
def find_child(request: CaseRequest) -> HttpResponse:
    """Numbers and reasons of whom the viewer may mean; the name is on the case, with its reason."""
    form = FindForm(request.POST or None, today=timezone.localdate())
    found = None
    if form.is_valid():
        harvest.spend_search(request.viewer)
        found = find_by_name(traits=form.traits(), trail=request.trail)
    context = {
        "form": form,
        "found": found,
        "may_register": request.viewer.may(Action.REGISTER),
    }
    return render(request, "registry/find.html", context, status=422 if form.errors else 200)
