"""Deciding on a text: approve it with its checklist, or ask for changes with a reason."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from wagtail.log_actions import log
from wagtail.models import Page, Revision, TaskState, WorkflowState

from portal.content.workflow.contributors import contributors
from portal.content.workflow.digest import digest_of
from portal.content.workflow.models import Review, ReviewState, ReviewTask

CHECKLIST = {
    "no_personal_data": "It holds no personal data of a victim, witness or suspect.",
    "no_identifiable_photo": "No photograph or place lets a child be recognised or found.",
    "sources_cited": "Laws, figures and quotations name their source.",
    "dates_set": "The dates, and the day of the next review, are right.",
}


class CannotReview(PermissionDenied):
    """This person may not decide on this text."""


class NothingToReview(PermissionDenied):
    """The step is closed, or the text changed after it was shown."""


def why_not(state: TaskState, actor: Any) -> str:
    """Why this person may not decide on this step; empty if they may."""
    task = state.task.specific
    if not isinstance(task, ReviewTask) or not task.is_for(actor):
        return "This step belongs to another group. Ask one of its members to decide."
    if actor.pk in contributors(state.workflow_state.content_object):
        return (
            "You changed this page since it was last approved, so somebody else must decide. "
            "Ask a colleague of the same group."
        )
    return ""


@transaction.atomic
def approve(
    *, state: TaskState, actor: Any, digest: str, ticked: Collection[str], comment: str = ""
) -> None:
    """Approve one step; the last step publishes the text or plans it for its minute.

    Args:
        digest: of the text that the reviewer was shown.
        ticked: codes of `CHECKLIST`; all of them are needed.

    Raises:
        CannotReview: not their step, or they contributed, or a tick is missing.
        NothingToReview: already decided, or the text is no longer the one shown.
        NotCleared: an earlier step was not approved for this text.
    """
    state = _locked(state)
    _require(state, actor, digest)
    if missing := CHECKLIST.keys() - set(ticked):
        raise CannotReview(f"{len(missing)} point(s) of the checklist are not ticked. Check each.")
    _record(state, actor, Review.Decision.APPROVED, digest, comment)
    # Past ReviewState's own refusal: this function is the one that may.
    TaskState.approve(state, user=actor, comment=comment)


@transaction.atomic
def request_changes(*, state: TaskState, actor: Any, digest: str, reason: str) -> None:
    """Send the text back to its authors.

    Raises:
        CannotReview: not their step, or they contributed, or no reason is given.
        NothingToReview: already decided, or the text is no longer the one shown.
    """
    state = _locked(state)
    _require(state, actor, digest)
    if not reason.strip():
        raise CannotReview("Say what has to change, so that the authors can do it.")
    _record(state, actor, Review.Decision.CHANGES_REQUESTED, digest, reason)
    TaskState.reject(state, user=actor, comment=reason)
    page_of(state).on_review_ended()


def text_in_review(state: TaskState) -> Revision:
    """The revision that an approval would publish."""
    return state.workflow_state.content_object.get_latest_revision()


def page_of(state: TaskState) -> Any:
    page: Page = state.workflow_state.content_object
    return page.specific


def _locked(state: TaskState) -> ReviewState:
    WorkflowState.objects.select_for_update().get(pk=state.workflow_state_id)
    found = ReviewState.objects.filter(pk=state.pk).first()
    if found is None:
        raise NothingToReview("This is not a step that can be reviewed here.")
    return found


def _require(state: ReviewState, actor: Any, digest: str) -> None:
    running = state.workflow_state.status == WorkflowState.STATUS_IN_PROGRESS
    if not running or state.status != TaskState.STATUS_IN_PROGRESS:
        raise NothingToReview("Somebody has already decided on this step.")
    if reason := why_not(state, actor):
        raise CannotReview(reason)
    if digest != digest_of(text_in_review(state)):
        raise NothingToReview("The text changed after you opened it. Read it again, then decide.")


def _record(state: ReviewState, actor: Any, decision: str, digest: str, comment: str) -> None:
    page = page_of(state)
    approved = decision == Review.Decision.APPROVED
    checklist = CHECKLIST if approved else {}
    Review.objects.create(
        page_id=page.pk,
        revision_id=text_in_review(state).pk,
        workflow_state_id=state.workflow_state_id,
        task_id=state.task_id,
        task_name=state.task.name,
        digest=digest,
        reviewer_id=actor.pk,
        reviewer_email=actor.email,
        decision=decision,
        checklist=checklist,
        comment=comment,
    )
    log(
        instance=page,
        action="content.review",
        user=actor,
        data={"decision": str(decision), "step": state.task.name, "checklist": list(checklist)},
    )
