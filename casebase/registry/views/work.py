"""My day, tasks, flags, kept lists and jobs over several cases."""

from __future__ import annotations

import contextlib
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from casebase.access.enums import Action
from casebase.access.models import Membership
from casebase.access.pages import CaseRequest, page
from casebase.registry.case_list import CaseFilter, case_page
from casebase.registry.codes.words import Stage
from casebase.registry.forms.work import BulkForm, DoneForm, FlagForm, KeepListForm, TaskForm
from casebase.registry.kept_lists import kept_lists
from casebase.registry.models import BulkJob, BulkRow, Case, Flag, SavedList, Task
from casebase.registry.my_day import SECTIONS, my_day
from casebase.registry.queries import ABSENT, case_or_404
from casebase.registry.services import bulk, keep_list, work
from casebase.registry.services.edit_case import NotYours


@page(action=Action.OWN_ACCOUNT, records="day.read")
def day(request: CaseRequest) -> HttpResponse:
    """What waits; `?only=tasks&after=…` goes on with one part of it."""
    only = request.GET.get("only", "")
    only = only if only in SECTIONS else ""
    found = my_day(
        viewer=request.viewer, today=timezone.localdate(), only=only,
        after=request.GET.get("after", "") if only else "",
    )  # fmt: skip
    request.trail.saw(*found.case_ids)
    may_register = request.viewer.may(Action.REGISTER)
    context = {"day": found, "only": only, "may_register": may_register}
    return render(request, "registry/my_day.html", context)


@page(action=Action.EDIT_CASE, records="task.write")
@require_http_methods(["GET", "POST"])
def new_task(request: CaseRequest, reference: str) -> HttpResponse:
    case = case_or_404(reference)
    request.trail.saw(case.pk)
    workers = [(pk, name) for pk, name, _ in _workers(case.desk_id)]
    initial = {"assignee_id": request.viewer.pk, "due_on": timezone.localdate()}
    form = TaskForm(request.POST or None, workers=workers, initial=initial)
    if form.is_valid():
        try:
            work.write_task(case=case, viewer=request.viewer, **form.cleaned_data)
            return redirect("case", reference=case.reference)
        except work.NotOnYourDesk as error:
            form.add_error("assignee_id", str(error))
        except NotYours as error:
            form.add_error(None, str(error))
    code = 422 if request.method == "POST" else 200
    return render(request, "registry/task_new.html", {"case": case, "form": form}, status=code)


@page(action=Action.EDIT_CASE, records="task.finish")
@require_http_methods(["GET", "POST"])
def finish_task(request: CaseRequest, task_id: UUID) -> HttpResponse:
    task = _seen(Task.objects.select_related("case"), task_id)
    request.trail.saw(task.case_id)
    form = DoneForm(request.POST or None)
    if form.is_valid():
        try:
            work.finish_task(task_id=task.pk, viewer=request.viewer, **form.cleaned_data)
            return redirect("my_day")
        except (work.AlreadyDone, NotYours) as error:
            form.add_error(None, str(error))
    code = 422 if request.method == "POST" else 200
    return render(request, "registry/task_done.html", {"task": task, "form": form}, status=code)


@page(action=Action.EDIT_CASE, records="flag.raise")
@require_http_methods(["GET", "POST"])
def raise_flag(request: CaseRequest, reference: str) -> HttpResponse:
    case = case_or_404(reference)
    request.trail.saw(case.pk)
    form = FlagForm(request.POST or None)
    if form.is_valid():
        try:
            work.raise_flag(case=case, viewer=request.viewer, **form.cleaned_data)
            return redirect("case", reference=case.reference)
        except work.AlreadyDone as error:
            form.add_error("kind", str(error))
        except NotYours as error:
            form.add_error(None, str(error))
    code = 422 if request.method == "POST" else 200
    return render(request, "registry/flag_new.html", {"case": case, "form": form}, status=code)


@page(action=Action.EDIT_CASE, records="flag.resolve")
@require_POST
def resolve_flag(request: CaseRequest, flag_id: UUID) -> HttpResponse:
    flag = _seen(Flag.objects.select_related("case"), flag_id)
    request.trail.saw(flag.case_id)
    try:
        with contextlib.suppress(work.AlreadyDone):  # the wish is fulfilled, by somebody else
            work.resolve_flag(flag_id=flag.pk, viewer=request.viewer)
    except NotYours as error:
        context = {"case": flag.case, "problem": str(error)}
        return render(request, "registry/refused.html", context, status=422)
    return redirect("case", reference=flag.case.reference)


@page(action=Action.SEE_CASES, records="list.keep")
@require_http_methods(["GET", "POST"])
def keep(request: CaseRequest) -> HttpResponse:
    """Keep the filter of a list under a name; the name is sealed, the filter is codes."""
    chosen = CaseFilter.read(request.GET, viewer=request.viewer)
    form = KeepListForm(request.POST or None)
    if form.is_valid():
        keep_list.keep_list(viewer=request.viewer, query=chosen.address, **form.cleaned_data)
        return redirect("kept_lists")
    code = 422 if request.method == "POST" else 200
    return render(request, "registry/list_new.html", {"form": form, "filter": chosen}, status=code)


@page(action=Action.SEE_CASES, records="list.read")
def lists(request: CaseRequest) -> HttpResponse:
    """The lists the viewer keeps, and those of their desk."""
    return render(request, "registry/lists.html", {"lists": kept_lists(request.viewer)})


@page(action=Action.SEE_CASES, records="list.drop")
@require_POST
def drop_list(request: CaseRequest, list_id: UUID) -> HttpResponse:
    SavedList.objects.filter(pk=list_id, owner=request.viewer.user).delete()
    return redirect("kept_lists")


@page(action=Action.ASSIGN, records="job.begin")
@require_http_methods(["GET", "POST"])
def several(request: CaseRequest) -> HttpResponse:
    """Tick cases of a list and do one thing with all of them."""
    chosen = CaseFilter.read(request.GET, viewer=request.viewer)
    found = case_page(chosen, viewer=request.viewer)
    request.trail.saw(*(case.pk for case in found.cases))
    workers = _workers(request.viewer.desk_id)
    form = BulkForm(
        request.POST or None,
        workers=[(pk, f"{name}, {load} open cases") for pk, name, load in workers],
        seen=[(str(case.pk), case.reference) for case in found.cases],
    )
    if form.is_valid():
        data = form.cleaned_data
        data["case_ids"] = [UUID(key) for key in data.pop("cases")]
        job = bulk.begin(viewer=request.viewer, **data)
        return redirect("job", job_id=job.pk)
    context = {"form": form, "page": found, "filter": chosen}
    code = 422 if request.method == "POST" else 200
    return render(request, "registry/several.html", context, status=code)


@page(action=Action.ASSIGN, records="job.go_on")
@require_http_methods(["GET", "POST"])
def job(request: CaseRequest, job_id: UUID) -> HttpResponse:
    """The rows of a job; each POST does the next ones."""
    found = _seen(BulkJob.objects.select_related("to_worker"), job_id)
    if request.method == "POST":
        bulk.go_on(job=found, viewer=request.viewer, trail=request.trail)
        return redirect("job", job_id=found.pk)
    rows = list(BulkRow.objects.filter(job=found).order_by("pk"))
    request.trail.saw(*(row.case_id for row in rows))
    left = sum(row.result == BulkRow.Result.WAITING for row in rows)
    context = {"job": found, "rows": rows, "left": left, "done": len(rows) - left}
    return render(request, "registry/job.html", context)


def _workers(desk_id: int | None) -> list[tuple[int, str, int]]:
    """The current members of a desk with the number of their open cases."""
    if desk_id is None:
        return []
    members = Membership.objects.current_on(timezone.localdate()).filter(
        desk_id=desk_id, user__is_active=True
    )
    loads: dict[int, int] = dict(
        Case.objects.filter(desk_id=desk_id)
        .values_list("owner_id")
        .annotate(n=Count("pk", filter=~Q(stage=Stage.CLOSED)))
    )
    people = members.select_related("user").order_by("user__name")
    return [(one.user_id, one.user.get_full_name(), loads.get(one.user_id, 0)) for one in people]


def _seen(rows: QuerySet[Any], key: UUID) -> Any:
    """A row of the viewer's, or the same 404 as for one that is not there."""
    try:
        return get_object_or_404(rows, pk=key)
    except Http404:
        raise Http404(ABSENT) from None
