"""One case opened in an emergency by somebody who would not see it (control 36)."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from casebase.registry.models.cases import Case
from casebase.vault.fields import SealedTextField
from casebase.vault.sealed import SealedModel


class Emergency(SealedModel):
    """Made by the database itself; the reason is sealed with the case's key."""

    class Reason(models.TextChoices):
        DANGER = "danger", "A child is in danger now"
        MEDICAL = "medical", "A child needs medical care now"
        MISSING = "missing", "A child is missing"
        COURT = "court", "A court asks today"
        OTHER = "other", "Something else that cannot wait"

    class Verdict(models.TextChoices):
        JUSTIFIED = "justified", "It was right"
        UNJUSTIFIED = "unjustified", "It was not right: follow it up"

    sealed_by: ClassVar[str] = "case_id"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="emergencies")
    grant = models.OneToOneField("access.Grant", on_delete=models.PROTECT, related_name="+")
    user = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="emergencies")
    reason = models.CharField(max_length=12, choices=Reason)
    text = SealedTextField(null=True)
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    review_due_at = models.DateTimeField()
    reviewed_by = models.ForeignKey(
        "core.User", on_delete=models.PROTECT, null=True, related_name="+"
    )
    reviewed_at = models.DateTimeField(null=True)
    verdict = models.CharField(max_length=12, choices=Verdict, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=models.Q(reviewed_at=None),
                name="emergency_one_unreviewed_a_person",
            ),
            models.CheckConstraint(
                name="emergency_is_reviewed_by_somebody_else",
                condition=models.Q(reviewed_by=None) | ~models.Q(reviewed_by=models.F("user")),
                violation_error_message="Somebody else reviews it.",
            ),
        ]

    def __str__(self) -> str:
        return f"emergency {self.pk}"
