"""The front page and the list of cases."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from casebase.access.enums import Action
from casebase.access.pages import CaseRequest, page
from casebase.registry.case_list import CaseFilter, case_page
from casebase.registry.forms.cases import NumberForm


@page(action=Action.OWN_ACCOUNT, records="home.read")
def front(request: CaseRequest) -> HttpResponse:
    """Where a role's day begins: the first entry of its menu."""
    ways = [way.url for way in request.viewer.menu if way.url != request.path]
    return redirect(ways[0] if ways else "devices")


@page(action=Action.SEE_CASES, records="case.list")
@require_http_methods(["GET", "POST"])
def cases(request: CaseRequest) -> HttpResponse:
    """Twenty-five cases at a time, newest change first; a number that is sent opens its case."""
    number = NumberForm(request.POST if request.method == "POST" else None)
    if number.is_valid():
        return redirect("case", reference=number.cleaned_data["number"])
    chosen = CaseFilter.read(request.GET, viewer=request.viewer)
    found = case_page(chosen, viewer=request.viewer)
    request.trail.saw(*(case.pk for case in found.cases))
    may_assign = request.viewer.may(Action.ASSIGN)
    context = {
        "page": found, "filter": chosen, "number": number, "may_assign": may_assign,
        "may_register": request.viewer.may(Action.REGISTER),
    }  # fmt: skip
    code = 422 if number.is_bound else 200
    return render(request, "registry/cases.html", context, status=code)
