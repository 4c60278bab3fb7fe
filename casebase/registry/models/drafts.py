"""What was typed and not yet saved: kept on the server, sealed, for its writer alone."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from casebase.vault.fields import SealedTextField
from casebase.vault.sealed import SealedModel


class Draft(SealedModel):
    """One person's unfinished form (control 69: nothing rests in the browser)."""

    class Form(models.TextChoices):
        REGISTRATION = "registration", "Registration"
        NOTE = "note", "Note"
        OPERATION = "operation", "Operation"
        TIP_OFF = "tip_off", "Tip-off"
        EMERGENCY = "emergency", "Emergency"
        STATUS = "status", "Decision"
        SCREENING = "screening", "Screening"
        SUSPECT = "suspect", "Suspect"
        CLOSING = "closing", "Closing"
        REOPENING = "reopening", "Opening again"
        TASK = "task", "Task"

    sealed_by: ClassVar[str] = "key_id"

    writer = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    form = models.CharField(max_length=14, choices=Form)
    # The case or the operation that the form is about; one that begins something has none.
    subject = models.UUIDField(null=True, blank=True)
    key_id = models.UUIDField()  # of the subject, or of the writer's own drafts
    typed = SealedTextField()  # the fields as JSON
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="draft_once_a_form",
                fields=["writer", "form", "subject"],
                nulls_distinct=False,
            )
        ]

    def __str__(self) -> str:
        return f"draft {self.pk}"
