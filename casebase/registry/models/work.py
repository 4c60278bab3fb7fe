"""What is to be done: tasks and flags on a case, lists somebody keeps, and jobs over many cases."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from casebase.registry.codes.words import Stage
from casebase.registry.models.cases import Case
from casebase.vault.fields import SealedTextField
from casebase.vault.sealed import SealedModel


class Task(SealedModel):
    """Something a worker wrote down to be done for a child (capability 69)."""

    class Priority(models.IntegerChoices):
        TODAY = 1, "Today"
        SOON = 2, "This week"
        LATER = 3, "Later"

    sealed_by: ClassVar[str] = "case_id"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="tasks")
    text = SealedTextField()
    due_on = models.DateField()
    priority = models.PositiveSmallIntegerField(choices=Priority, default=Priority.SOON)
    assignee = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    created_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    done_note = SealedTextField(null=True)  # written when it is done
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        "core.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["assignee", "due_on", "id"],
                condition=models.Q(done_at=None),
                name="task_open_of_assignee",
            )
        ]

    def __str__(self) -> str:
        return f"task {self.pk}"


class Flag(models.Model):
    """A sign on a case that somebody must look (capability 70)."""

    class Kind(models.TextChoices):
        DANGER = "danger", "Danger"
        MISSING = "missing", "Child not found"
        HEALTH = "health", "Health"
        COURT = "court", "Court date"
        RECORD = "record", "Something in the record is wrong"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="flags")
    kind = models.CharField(max_length=12, choices=Kind)
    raised_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField(auto_now_add=True)
    resolved_by = models.ForeignKey(
        "core.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    resolved_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["case", "kind"],
                condition=models.Q(resolved_at=None),
                name="flag_stands_once_a_case",
                violation_error_message="This flag stands on the case already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"


class SavedList(SealedModel):
    """A list somebody comes back to; its query holds codes only, its name is sealed."""

    sealed_by: ClassVar[str] = "id"

    name = SealedTextField()
    query = models.CharField(max_length=300)  # of the address: codes, dates, no words
    owner = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    shared_with = models.IntegerField(null=True, blank=True)  # the principal of a desk
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"list {self.pk}"


class BulkJob(models.Model):
    """One action over many cases, done row by row in its maker's own session (capability 76)."""

    class Kind(models.TextChoices):
        ASSIGN = "assign", "Hand to a worker"
        FLAG = "flag", "Raise a flag"
        STAGE = "stage", "Move to a stage"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=8, choices=Kind)
    to_worker = models.ForeignKey(
        "core.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    to_stage = models.CharField(max_length=16, choices=Stage, blank=True)
    flag = models.CharField(max_length=12, choices=Flag.Kind, blank=True)
    created_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"job {self.pk}"


class BulkRow(models.Model):
    """What a job did with one case."""

    class Result(models.TextChoices):
        WAITING = "", "Waiting"
        DONE = "done", "Done"
        SAME = "same", "Was so already"
        REFUSED = "refused", "Not done: the case is not yours to change"
        OTHER_DESK = "other_desk", "Not done: the worker belongs to another desk"
        CLOSED = "closed", "Not done: the case is closed"
        ONE_BY_ONE = "one_by_one", "Not done: a case is closed on its own page, with a reason"

    id = models.BigAutoField(primary_key=True)
    job = models.ForeignKey(BulkJob, on_delete=models.CASCADE, related_name="rows")
    case_id = models.UUIDField()
    reference = models.CharField(max_length=11)
    result = models.CharField(max_length=12, choices=Result, blank=True, default=Result.WAITING)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["job", "case_id"], name="bulk_row_once_a_case")
        ]

    def __str__(self) -> str:
        return self.reference

    @property
    def is_waiting(self) -> bool:
        return self.result == self.Result.WAITING

    @property
    def is_refused(self) -> bool:
        return not self.is_waiting and self.result not in {self.Result.DONE, self.Result.SAME}
