"""My day, tasks, flags, kept lists and jobs over several cases."""

from __future__ import annotations

import contextlib
from typing import Any
from uuid import UUID

from django.db import IntegrityError
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from casebase.access.enums import Action, Scope
from casebase.access.models import Membership
from casebase.access.pages import CaseRequest, page
from casebase.access.roles import ROLES
from casebase.access.viewer import Viewer
from casebase.registry.case_list import CaseFilter, case_page
from casebase.registry.case_rows import CaseRow, case_rows
from casebase.registry.codes.words import Stage
from casebase.registry.forms.work import BulkForm, DoneForm, FlagForm, KeepListForm, TaskForm
from casebase.registry.kept_lists import kept_lists
from casebase.registry.models import BulkJob, BulkRow, Case, Flag, SavedList, Task
from casebase.registry.my_day import SECTIONS, my_day, task_in_clear
from casebase.registry.queries import ABSENT
from casebase.registry.services import bulk, keep_list, work
from casebase.registry.services.edit_case import NotYours
from casebase.registry.services.sent_before import SavedAlready
from casebase.registry.views import drafts
from casebase.registry.views.opening import lead_to, open_case
from casebase.registry.waiting import waiting_for
from portal.core.views_account import uuid_or_nothing


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
    elsewhere = [] if only else waiting_for(request.viewer)
    context = {
        "day": found, "only": only, "elsewhere": elsewhere, "may_register": may_register,
    }  # fmt: skip
    return render(request, "registry/my_day.html", context)


@page(action=Action.EDIT_CASE, records="task.write")
@require_http_methods(["GET", "POST"])
def new_task(request: CaseRequest, reference: str) -> HttpResponse:
    case = open_case(request, reference)
    workers = [(pk, name) for pk, name, _ in _workers(case.desk_id)]
    initial = {"assignee_id": request.viewer.pk, "due_on": timezone.localdate().isoformat()}
    draft = drafts.keeping(request, "draft_task", case)
    initial = draft.initial(TaskForm, **initial)
    form = TaskForm(request.POST or None, workers=workers, initial=initial)
    if form.is_valid():
        try:
            work.write_task(case=case, viewer=request.viewer, **form.cleaned_data)
            return draft.saved(lead_to(case.reference, "task"))
        except SavedAlready as error:
            drafts.ask_again(form, error)
        except IntegrityError as error:
            return drafts.once_more(request, error)
        except work.NotOnYourDesk as error:
            form.add_error("assignee_id", str(error))
        except NotYours as error:
            form.add_error(None, str(error))
    code = 422 if request.method == "POST" else 200
    context = {"case": case, "form": form, "draft": draft}
    return render(request, "registry/task_new.html", context, status=code)


@page(action=Action.EDIT_CASE, records="task.finish")
@require_http_methods(["GET", "POST"])
def finish_task(request: CaseRequest, task_id: UUID) -> HttpResponse:
    task = _seen(Task.objects.select_related("case", "assignee"), task_id)
    request.trail.saw(task.case_id)
    form = DoneForm(request.POST or None)
    if form.is_valid():
        try:
            work.finish_task(task_id=task.pk, viewer=request.viewer, **form.cleaned_data)
            return redirect("my_day")
        except (work.AlreadyDone, NotYours) as error:
            form.add_error(None, str(error))
    code = 422 if request.method == "POST" else 200
    context = {"task": task_in_clear(task, timezone.localdate()), "form": form}
    return render(request, "registry/task_done.html", context, status=code)


@page(action=Action.EDIT_CASE, records="flag.raise")
@require_http_methods(["GET", "POST"])
def raise_flag(request: CaseRequest, reference: str) -> HttpResponse:
    case = open_case(request, reference)
    form = FlagForm(request.POST or None)
    if form.is_valid():
        try:
            work.raise_flag(case=case, viewer=request.viewer, **form.cleaned_data)
            return lead_to(case.reference, "flag")
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
    return lead_to(flag.case.reference, "resolved")


@page(action=Action.SEE_CASES, records="list.keep")
@require_http_methods(["GET", "POST"])
def keep(request: CaseRequest) -> HttpResponse:
    """Keep the filter of a list under a name; the name is sealed, the filter is codes."""
    chosen = CaseFilter.read(request.GET, viewer=request.viewer)
    form = KeepListForm(request.POST or None)
    if form.is_valid():
        try:
            keep_list.keep_list(viewer=request.viewer, query=chosen.address, **form.cleaned_data)
            return redirect("kept_lists")
        except keep_list.NoDesk as error:
            form.add_error("is_shared", str(error))
    code = 422 if request.method == "POST" else 200
    return render(request, "registry/list_new.html", {"form": form, "filter": chosen}, status=code)


@page(action=Action.SEE_CASES, records="list.read")
def lists(request: CaseRequest) -> HttpResponse:
    """The lists the viewer keeps, and those of their desk."""
    found = kept_lists(request.viewer, after=request.GET.get("after", ""))
    return render(request, "registry/lists.html", {"page": found})


@page(action=Action.SEE_CASES, records="list.drop")
@require_POST
def drop_list(request: CaseRequest, list_id: UUID) -> HttpResponse:
    SavedList.objects.filter(pk=list_id, owner=request.viewer.user).delete()
    return redirect("kept_lists")


@page(action=Action.ASSIGN, records="job.begin")
@require_http_methods(["GET", "POST"])
def several(request: CaseRequest) -> HttpResponse:
    """Tick cases of a list, or take all of it, and do one thing with them."""
    chosen = CaseFilter.read(request.GET, viewer=request.viewer)
    ticked = _ticked(request.POST.getlist("cases"))
    form = BulkForm(
        request.POST or None,
        workers=[(pk, f"{name}, {load} open cases") for pk, name, load in _reached(request.viewer)],
        seen=[(str(case.pk), case.reference) for case in ticked],
    )
    if form.is_valid():
        try:
            return redirect("job", job_id=_begun(request.viewer, chosen, form.cleaned_data).pk)
        except bulk.CannotBegin as error:
            form.add_error(None, str(error))
    found, checked = case_page(chosen, viewer=request.viewer), {case.pk for case in ticked}
    rows = ticked + [case for case in found.cases if case.pk not in checked]
    request.trail.saw(*(case.pk for case in rows))
    context = {
        "form": form, "page": found, "filter": chosen, "rows": rows, "checked": checked,
        "of_list": bulk.cases_of(chosen).order_by()[: bulk.MOST + 1].count(), "most": bulk.MOST,
        "unfinished": bulk.unfinished(),
    }  # fmt: skip
    code = 422 if request.method == "POST" else 200
    return render(request, "registry/several.html", context, status=code)


def _ticked(keys: list[str]) -> list[CaseRow]:
    """The cases that were ticked, whatever page they stand on by now, if the viewer sees them."""
    known = {uuid_or_nothing(key) for key in keys[: bulk.MOST]}
    return case_rows(Case.objects.filter(pk__in=known).order_by("reference")) if known else []


def _begun(viewer: Viewer, chosen: CaseFilter, data: dict[str, Any]) -> BulkJob:
    cases = data.pop("cases")
    if data.pop("whole_list"):
        return bulk.begin(viewer=viewer, of_list=chosen, **data)
    return bulk.begin(viewer=viewer, case_ids=cases, **data)


@page(action=Action.ASSIGN, records="job.go_on")
@require_http_methods(["GET", "POST"])
def job(request: CaseRequest, job_id: UUID) -> HttpResponse:
    """How far a job is, and at its end what became of each case; each POST does the next ones."""
    found = _seen(BulkJob.objects.select_related("to_worker"), job_id)
    if request.method == "POST":
        bulk.go_on(job=found, viewer=request.viewer, trail=request.trail)
        return redirect("job", job_id=found.pk)
    rows = list(BulkRow.objects.filter(job=found).order_by("pk"))
    total, left = len(rows), sum(row.is_waiting for row in rows)
    # Until the end those alone that could not be done; at the end all, and those first.
    refused = sum(row.is_refused for row in rows)
    rows = [row for row in rows if row.is_refused or not left]
    rows.sort(key=lambda row: not row.is_refused)
    request.trail.saw(*(row.case_id for row in rows))
    context = {
        "job": found, "rows": rows, "total": total, "left": left, "done": total - left,
        "refused": refused,
    }  # fmt: skip
    return render(request, "registry/job.html", context)


def _reached(viewer: Viewer) -> list[tuple[int, str, int]]:
    """Whom the viewer may hand a case to: those of their desk, or of each desk of their agency."""
    if ROLES[viewer.role].scope is not Scope.AGENCY:
        return _workers(viewer.desk_id)
    people = _working(agency_id=viewer.agency_id, desk__isnull=False).order_by(
        "desk__name", "user__name"
    )
    return [
        (one.user_id, f"{one.user.get_full_name()}, {one.desk}", load)
        for one, load in _with_load(people, agency_id=viewer.agency_id)
    ]


def _workers(desk_id: int | None) -> list[tuple[int, str, int]]:
    """The current members of a desk with the number of their open cases."""
    if desk_id is None:
        return []
    people = _working(desk_id=desk_id).order_by("user__name")
    return [
        (one.user_id, one.user.get_full_name(), load)
        for one, load in _with_load(people, desk_id=desk_id)
    ]


def _working(**place: Any) -> QuerySet[Membership]:
    members = Membership.objects.current_on(timezone.localdate())
    return members.filter(user__is_active=True, **place).select_related("user", "desk")


def _with_load(people: QuerySet[Membership], **place: Any) -> list[tuple[Membership, int]]:
    loads: dict[int, int] = dict(
        Case.objects.filter(**place)
        .values_list("owner_id")
        .annotate(n=Count("pk", filter=~Q(stage=Stage.CLOSED)))
    )
    return [(one, loads.get(one.user_id, 0)) for one in people]


def _seen(rows: QuerySet[Any], key: UUID) -> Any:
    """A row of the viewer's, or the same 404 as for one that is not there."""
    try:
        return get_object_or_404(rows, pk=key)
    except Http404:
        raise Http404(ABSENT) from None
