"""The admin's screens for reviews: what changed, what to check, and the decision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from wagtail.models import Page, TaskState

from portal.content.models import Review, ReviewState
from portal.content.workflow import owning, reminders, reviewing
from portal.content.workflow.contributors import contributors
from portal.content.workflow.digest import digest_of
from portal.content.workflow.files_in_review import files_of
from portal.content.workflow.forms import AssignOwnerForm, ReviewForm
from portal.content.workflow.guard import CannotPublish
from portal.core.models import User


@require_http_methods(["GET", "POST"])
def review(request: HttpRequest, state_id: int) -> HttpResponse:
    """What changed against what readers see now; on POST, the decision."""
    state = get_object_or_404(ReviewState, pk=state_id)
    page = reviewing.page_of(state)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    form = ReviewForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = _decide(request, state, form)
        if status == 302:
            return redirect("wagtailadmin_home")
    return _show(request, state, page, form, status=status)


def _decide(request: HttpRequest, state: ReviewState, form: ReviewForm) -> int:
    if not form.is_valid():
        return 400
    given = form.cleaned_data
    try:
        if "approve" in request.POST:
            reviewing.approve(
                state=state,
                actor=request.user,
                digest=given["digest"],
                ticked=given["checklist"],
                comment=given["comment"],
            )
        else:
            reviewing.request_changes(
                state=state, actor=request.user, digest=given["digest"], reason=given["comment"]
            )
    except reviewing.NothingToReview as error:
        form.add_error(None, str(error))
        return 409
    except (reviewing.CannotReview, CannotPublish) as error:
        form.add_error(None, str(error))
        return 403
    except ValidationError as error:
        form.add_error(None, [f"{field}: {text}" for field, text in _told(error)])
        return 400
    messages.success(request, "Your decision is kept in the page's history.")
    return 302


def _told(error: ValidationError) -> list[tuple[str, str]]:
    return [(field, " ".join(texts)) for field, texts in error.message_dict.items()]


def _show(
    request: HttpRequest, state: ReviewState, page: Any, form: ReviewForm, *, status: int
) -> HttpResponse:
    revision = reviewing.text_in_review(state)
    text = revision.as_object()
    if not form.is_bound:
        form.initial["digest"] = digest_of(revision)
    is_open = state.status == TaskState.STATUS_IN_PROGRESS
    before = text.compared_in_review()
    context = {
        "page_title": "Review",
        "page_subtitle": text.get_admin_display_title(),
        "header_icon": "clipboard-list",
        "page": page,
        "state": state,
        "form": form,
        "is_open": is_open,
        "why_not": reviewing.why_not(state, request.user) if is_open else "",
        "before": before,
        "changes": _changes(request, before or type(page)(), text),
        "files": files_of(text),
        "authors": User.objects.filter(pk__in=contributors(page)).order_by("email"),
        "reviews": Review.objects.filter(workflow_state_id=state.workflow_state_id).order_by("pk"),
    }
    return TemplateResponse(request, "content/admin/review.html", context, status=status)


def _changes(request: HttpRequest, before: Page, after: Page) -> list[Any]:
    panel = type(after).get_edit_handler()
    bound = panel.get_bound_panel(instance=after, request=request, form=None)
    compared = [comparison(before, after) for comparison in bound.get_comparison()]
    return [change for change in compared if change.has_changed()]


@require_http_methods(["GET", "POST"])
def reviews_due(request: HttpRequest) -> HttpResponse:
    """Pages overdue for review, due this month, or of nobody; on POST, ticked ones get an owner."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise PermissionDenied
    form = AssignOwnerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        _assign(request, form)
        return redirect("content_reviews_due")
    today = timezone.localdate()
    context = {
        "page_title": "Reviews due",
        "header_icon": "calendar-check",
        "due": reminders.due(on=today, owner=request.GET.get("owner", "")),
        "owners": reminders.owners(),
        "chosen": request.GET.get("owner", ""),
        "form": form,
        "ticked": set(request.POST.getlist("pages")),
    }
    status = 400 if form.errors else 200
    return TemplateResponse(request, "content/admin/reviews_due.html", context, status=status)


def _assign(request: HttpRequest, form: AssignOwnerForm) -> None:
    owner = form.cleaned_data["owner"]
    done = owning.assign_owner(
        pages=form.cleaned_data["pages"], owner=owner, actor=cast(User, request.user)
    )
    if done.in_review:
        names = _names(done.in_review)
        messages.success(request, f"Waits for approval with {owner} as its owner: {names}.")
    if done.in_draft:
        names = _names(done.in_draft)
        messages.info(request, f"Put into the draft, which still has to be submitted: {names}.")
    if done.refused:
        names = _names(done.refused)
        messages.warning(
            request,
            f"Left as it was, because you may not edit it now: {names}. A text in review is "
            "locked, and a procedure in force gets its owner with its next edition.",
        )


def _names(pages: Sequence[Page]) -> str:
    return ", ".join(page.get_admin_display_title() for page in pages)
