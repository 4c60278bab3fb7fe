"""The data manager's work list of possible doubles, and merges with a second person."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from casebase.access import harvest
from casebase.access.enums import Action
from casebase.access.pages import CaseRequest, page
from casebase.registry.models import Case, Merge, PossibleDouble
from casebase.registry.queries import ABSENT
from casebase.registry.queries_counting import Pair, merge_rows, pair_of, waiting_pairs
from casebase.registry.services import doubles as work
from casebase.registry.services import merge_persons
from portal.core.step_up import require_step_up

State = PossibleDouble.State
# What a list says of the act that led to it; the word stands in the address.
DONE = {
    "found": "All records were compared. What is new stands in the list.",
    "nothing": "All records were compared. No new pair was found.",
    State.DIFFERENT: "The two stay two children.",
    State.LATER: "The pair was put off: it stands at the end of the list.",
    State.SAME: "A second person was asked. Under Counted as one you see the answer.",
    "approve": "The two are counted as one.",
    "decline": "The two stay two children.",
    "undo": "The two are counted apart again.",
}


@page(action=Action.RESOLVE_DOUBLES, records="double.list")
@require_GET
def doubles(request: CaseRequest) -> HttpResponse:
    found = waiting_pairs(after=request.GET.get("after", ""))
    request.trail.saw(*(side.pk for row in found.rows for side in row.cases))
    context = {"page": found, "done": DONE.get(request.GET.get("done", ""), "")}
    return render(request, "registry/doubles.html", context)


@page(action=Action.RESOLVE_DOUBLES, records="double.look")
@require_POST
def look_for_doubles(request: CaseRequest) -> HttpResponse:
    new = work.look_for_doubles(viewer=request.viewer)
    return _lead_to("doubles", "found" if new else "nothing")


@page(action=Action.RESOLVE_DOUBLES, records="double.decide")
@require_http_methods(["GET", "POST"])
def double(request: CaseRequest, number: UUID) -> HttpResponse:
    """Two records side by side: the same person, two persons, or later."""
    found = PossibleDouble.objects.filter(pk=number).first()
    if found is None:
        raise Http404(ABSENT)
    require_step_up(request, "double.decide", "list", what="compare two children")
    _count_both(request, found.one_id, found.other_id)
    pair = pair_of(found.one_id, found.other_id, request.trail)
    error = ""
    # The second factor is sent to this address as well, and decides nothing.
    if request.method == "POST" and "decision" in request.POST:
        try:
            return _decided(request, found, pair)
        except (work.CannotDecide, merge_persons.CannotMerge) as refused:
            error = str(refused)
    context = {"double": found, "pair": pair, "error": error}
    return render(request, "registry/double.html", context, status=422 if error else 200)


def _count_both(request: CaseRequest, *persons: UUID) -> None:
    """Each child whose name the page will show, under its case as on every other page."""
    first = Case.objects.filter(person_id__in=persons).order_by("person_id", "created_at", "pk")
    for pk in first.distinct("person_id").values_list("pk", flat=True):
        harvest.spend(request.viewer, harvest.REVEALING, pk)


def _decided(request: CaseRequest, found: PossibleDouble, pair: Pair) -> HttpResponse:
    decision = request.POST.get("decision")
    if decision in (State.DIFFERENT, State.LATER):
        work.decide_double(viewer=request.viewer, double=found, state=decision, now=timezone.now())
        return _lead_to("doubles", decision)
    kept = pair.side(request.POST.get("kept", ""))
    if decision != State.SAME or kept is None:
        raise work.CannotDecide("Choose which record stays, then say that they are the same.")
    other = pair.right if kept is pair.left else pair.left
    taken = [row.name for row in pair.rows if request.POST.get(row.name) == str(other.person_id)]
    merge_persons.propose_merge(
        viewer=request.viewer,
        double=found,
        kept_id=kept.person_id,
        taken_fields=taken,
        now=timezone.now(),
    )
    return _lead_to("doubles", State.SAME)


def _lead_to(page_name: str, done: str) -> HttpResponse:
    return redirect(f"{reverse(page_name)}?done={done}")


@page(action=Action.SEE_CASES, records="merge.list")
@require_GET
def merges(request: CaseRequest) -> HttpResponse:
    """What waits for a second person, and what was collapsed (the audit table of counting)."""
    _require_either(request)
    return _merges(request)


def _merges(request: CaseRequest, *, problem: str = "") -> HttpResponse:
    found = merge_rows(now=timezone.now(), after=request.GET.get("after", ""))
    request.trail.saw(*(case.pk for row in found.rows for case in row.cases))
    done = "" if problem else DONE.get(request.GET.get("done", ""), "")
    context = {"page": found, "viewer": request.viewer, "problem": problem, "done": done}
    return render(request, "registry/merges.html", context, status=422 if problem else 200)


@page(action=Action.APPROVE_MERGE, records="merge.decide")
@require_http_methods(["GET", "POST"])
def merge(request: CaseRequest, number: UUID) -> HttpResponse:
    """The second person compares, then agrees or not."""
    found = _merge_or_404(number)
    require_step_up(request, "double.decide", "list", what="compare two children")
    _count_both(request, found.kept_id, found.absorbed_id)
    pair = pair_of(found.kept_id, found.absorbed_id, request.trail)
    error, decision = "", request.POST.get("decision")
    if decision in ("approve", "decline"):  # the second factor comes here too, and decides nothing
        chosen: dict[str, Any] = {"viewer": request.viewer, "merge": found, "now": timezone.now()}
        try:
            if decision == "approve":
                merge_persons.approve_merge(**chosen, trail=request.trail)
            else:
                merge_persons.decline_merge(**chosen)
            return _lead_to("merges", decision)
        except merge_persons.CannotMerge as refused:
            error = str(refused)
    context = {
        "merge": found, "pair": pair, "error": error, "viewer": request.viewer,
        "previews": found.state == Merge.State.PROPOSED and pair.is_of_one_agency,
    }  # fmt: skip
    return render(request, "registry/merge.html", context, status=422 if error else 200)


@page(action=Action.SEE_CASES, records="merge.undo")
@require_POST
def undo_merge(request: CaseRequest, number: UUID) -> HttpResponse:
    _require_either(request)
    found, now = _merge_or_404(number), timezone.now()
    try:
        merge_persons.undo_merge(viewer=request.viewer, merge=found, trail=request.trail, now=now)
    except merge_persons.CannotMerge as refused:
        return _merges(request, problem=str(refused))
    return _lead_to("merges", "undo")


def _merge_or_404(number: UUID) -> Merge:
    found = Merge.objects.select_related("requested_by").filter(pk=number).first()
    if found is None:
        raise Http404(ABSENT)
    return found


def _require_either(request: CaseRequest) -> None:
    merge_persons.require_worker_on_merges(request.viewer)
