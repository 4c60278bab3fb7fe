"""The one door to the public: every page that goes live passes `publish`.

Whatever calls it (a workflow's end, the worker at a planned minute, an operator's command) needs a
clearance for exactly this text. The search outbox, the files and the log are written in the same
transaction, because Wagtail sends its signals inside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction
from django.utils import timezone
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.models import Page, Revision, Task, WorkflowState

from portal.content.workflow import guard
from portal.content.workflow.contributors import contributors
from portal.content.workflow.digest import digest_of
from portal.content.workflow.guard import NotCleared
from portal.content.workflow.models import Clearance, Review, ReviewTask


@transaction.atomic
def publish(revision: Revision, *, user: Any = None, **wagtail_options: Any) -> None:
    """Make a cleared revision public, or plan it for its minute.

    Raises:
        NotCleared: there is no unused clearance for exactly this text.
    """
    clearance = guard.in_hand(revision.content_object) or _clearance_for(revision)
    with guard.holding(clearance):
        # What may be published is decided by the clearance; nobody has a right to publish.
        action = PublishPageRevisionAction(revision, user=user, **wagtail_options)
        now = timezone.now()
        action.object.before_publishing(now=now)
        action.execute(skip_permission_checks=True)
        if action.object.live and action.object.live_revision_id == revision.pk:
            if clearance.page_id is not None:
                Clearance.objects.filter(pk=clearance.pk).update(used_at=now)
            action.object.after_publishing(clearance=clearance, now=now)
        elif clearance.page_id is None:
            _keep_for_the_planned_minute(revision, clearance)


def _keep_for_the_planned_minute(revision: Revision, clearance: Clearance) -> None:
    """An operator's clearance ends with the command; the plan it made outlives it."""
    Clearance.objects.create(
        ground=clearance.ground,
        page_id=int(revision.object_id),
        revision_id=revision.pk,
        digest=digest_of(revision),
        reason=clearance.reason,
    )


def _clearance_for(revision: Revision) -> Clearance:
    page = revision.content_object
    found = (
        Clearance.objects.select_for_update()
        .filter(page_id=page.pk, revision_id=revision.pk, used_at=None)
        .order_by("-pk")
        .first()
    )
    if found is None or found.digest != digest_of(revision):
        raise NotCleared(page)
    return found


@transaction.atomic
def publish_approved(workflow_state: WorkflowState, user: Any = None) -> None:
    """What Wagtail calls when the last step of a workflow is done; trusts nothing but reviews.

    Raises:
        NotCleared: a step lacks an approval of this very text by somebody who did not write it.
    """
    page = workflow_state.content_object.specific
    revision = page.get_latest_revision()
    digest = digest_of(revision)
    _require_every_step(workflow_state, page, digest)
    Clearance.objects.create(
        ground=Clearance.Ground.WORKFLOW,
        page_id=page.pk,
        revision_id=revision.pk,
        workflow_state_id=workflow_state.pk,
        digest=digest,
    )
    revision.publish(user=user)


def _require_every_step(workflow_state: WorkflowState, page: Page, digest: str) -> None:
    assigned = page.get_workflow()
    tasks = list(Task.objects.filter(workflow_tasks__workflow=workflow_state.workflow, active=True))
    is_ours = bool(tasks) and all(task.specific_class is ReviewTask for task in tasks)
    if assigned is None or assigned.pk != workflow_state.workflow_id or not is_ours:
        raise NotCleared(page)
    approvals = Review.objects.filter(
        workflow_state_id=workflow_state.pk, digest=digest, decision=Review.Decision.APPROVED
    ).exclude(reviewer_id__in=contributors(page))
    if {task.pk for task in tasks} - set(approvals.values_list("task_id", flat=True)):
        raise NotCleared(page)


def publish_along(page: Page, *, because: Clearance) -> None:
    """Publish a second page on the ground of the same decision, for instance an edition's cover."""
    revision = page.save_revision(clean=False)
    if because.page_id is not None:
        Clearance.objects.create(
            ground=because.ground,
            page_id=page.pk,
            revision_id=revision.pk,
            workflow_state_id=because.workflow_state_id,
            digest=digest_of(revision),
            reason=f"together with page {because.page_id}",
        )
    revision.publish()


@contextmanager
def operator_clearance(reason: str) -> Iterator[Clearance]:
    """Let one run of an operator's command publish; `reason` is kept for ever.

    Only for commands that load content (`load_publications`, `load_demo`); no view may call it, and
    a test holds to that.
    """
    with transaction.atomic():
        clearance = Clearance.objects.create(ground=Clearance.Ground.OPERATOR, reason=reason)
        with guard.holding(clearance):
            yield clearance


def publish_by_operator(page: Page, reason: str) -> Page:
    """Publish a page's present text without a review, and keep the reason.

    Returns:
        The page as it is now public.
    """
    with operator_clearance(reason):
        page = page.specific
        revision = page.save_revision(clean=False)
        revision.publish()
    return page.specific_class.objects.get(pk=page.pk)
