"""Who looked at what, and what that allows: the evidence behind every published page.

`Review` and `Clearance` refer to pages, revisions and people by number, so that the evidence
outlives them; the database refuses to change or delete a row of either.
"""

from __future__ import annotations

from functools import partial
from typing import Any, ClassVar

from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple
from wagtail.models import Page, Task, TaskState, WorkflowState

from portal.content.workflow import reminders
from portal.content.workflow.contributors import contributors

Actor = Any  # core.User, or the AnonymousUser of a view that is about to refuse


class ReviewTask(Task):
    """A step in which somebody who did not contribute looks at what is about to be published."""

    groups = models.ManyToManyField(Group, help_text="Who may take this step.")

    admin_form_fields: ClassVar = [*Task.admin_form_fields, "groups"]
    admin_form_widgets: ClassVar = {"groups": CheckboxSelectMultiple}

    class Meta:
        verbose_name = "review by somebody else"
        verbose_name_plural = "reviews by somebody else"

    @classmethod
    def get_description(cls) -> str:
        return "Members of these groups who did not contribute since the last approval"

    def start(self, workflow_state: WorkflowState, user: Actor = None) -> TaskState:
        state = super().start(workflow_state, user=user)
        workflow_state.content_object.specific.on_review_started()
        transaction.on_commit(partial(reminders.tell_reviewers, state))
        return state

    def on_action(
        self, task_state: TaskState, user: Actor, action_name: str, **kwargs: Any
    ) -> None:
        """Refuse: a decision is made on the review screen, with its checklist, or not at all."""
        raise PermissionDenied("Decide on the review screen: it shows what changed.")

    def get_actions(self, obj: Page, user: Actor) -> list[tuple[str, str, bool]]:
        return []

    def user_can_access_editor(self, obj: Page, user: Actor) -> bool:
        return self.is_for(user)

    def locked_for_user(self, obj: Page, user: Actor) -> bool:
        """For everybody: what one reviewer approved must be what the next one sees."""
        return True

    def is_for(self, user: Actor) -> bool:
        """Whether the user belongs to this step; being a superuser is not enough."""
        return bool(user.is_active and self.groups.filter(user=user).exists())

    def get_task_states_user_can_moderate(self, user: Actor, **kwargs: Any) -> QuerySet[TaskState]:
        """The open reviews that this user may decide."""
        waiting = self.task_states.filter(status=TaskState.STATUS_IN_PROGRESS)
        if not self.is_for(user):
            return waiting.none()
        own = [
            state.pk
            for state in waiting.select_related("workflow_state")
            if user.pk in contributors(state.workflow_state.content_object)
        ]
        return waiting.exclude(pk__in=own)


class ReviewState(TaskState):
    """One step on one revision; closed by the review service only."""

    def approve(self, user: Actor = None, update: bool = True, comment: str = "") -> TaskState:
        raise PermissionDenied("Approve through content.workflow.reviewing.approve.")

    @transaction.atomic
    def cancel(self, user: Actor = None, resume: bool = False, comment: str = "") -> TaskState:
        state = super().cancel(user=user, resume=resume, comment=comment)
        self.workflow_state.content_object.specific.on_review_ended()
        return state


ReviewTask.task_state_class = ReviewState


class Review(models.Model):
    """One decision by one person on exactly one text."""

    class Decision(models.TextChoices):
        APPROVED = "approved", "Approved"
        CHANGES_REQUESTED = "changes_requested", "Changes requested"

    page_id = models.PositiveBigIntegerField(db_index=True)
    revision_id = models.PositiveBigIntegerField()
    workflow_state_id = models.PositiveBigIntegerField(db_index=True)
    task_id = models.PositiveBigIntegerField()
    task_name = models.CharField(max_length=255)
    digest = models.CharField(max_length=64)  # of the text that was looked at
    reviewer_id = models.PositiveBigIntegerField()
    reviewer_email = models.EmailField()
    decision = models.CharField(max_length=20, choices=Decision)
    checklist = models.JSONField(default=dict)  # question code to the question that was ticked
    comment = models.TextField(blank=True)
    decided_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"Review {self.pk} of page {self.page_id}: {self.decision}"


class Clearance(models.Model):
    """That something may become public: one text of one page, or one run of an operator."""

    class Ground(models.TextChoices):
        WORKFLOW = "workflow", "Approved in a workflow"
        OPERATOR = "operator", "Loaded by an operator's command"

    ground = models.CharField(max_length=10, choices=Ground)
    page_id = models.PositiveBigIntegerField(null=True, db_index=True)
    revision_id = models.PositiveBigIntegerField(null=True)
    workflow_state_id = models.PositiveBigIntegerField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    cleared_at = models.DateTimeField(auto_now_add=True)
    used_at = models.DateTimeField(null=True)  # when the text went live; good for once

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="clearance_by_workflow_names_one_text",
                condition=~Q(ground="workflow")
                | Q(
                    page_id__isnull=False,
                    revision_id__isnull=False,
                    workflow_state_id__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="clearance_by_operator_says_why",
                condition=~Q(ground="operator") | ~Q(reason=""),
                violation_error_message="Say why this is published without a review.",
            ),
        ]

    def __str__(self) -> str:
        return f"Clearance {self.pk} of page {self.page_id} ({self.ground})"


class WorkerMark(models.Model):
    """When the worker last did a piece of its regular work; a late mark raises the alarm."""

    name = models.CharField(max_length=40, primary_key=True)
    ran_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
