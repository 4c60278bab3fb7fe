"""The end of a case, and its going on: explicit acts, each with a reason."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from casebase.registry.codes.words import CloseReason, ReopenReason, Stage
from casebase.registry.models.cases import Case
from casebase.vault.fields import SealedTextField
from casebase.vault.sealed import SealedModel


class Closing(SealedModel):
    """A case was closed or opened again (capability 20)."""

    class Kind(models.TextChoices):
        CLOSED = "closed", "Closed"
        REOPENED = "reopened", "Opened again"

    sealed_by: ClassVar[str] = "case_id"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="closings")
    kind = models.CharField(max_length=8, choices=Kind)
    reason = models.CharField(max_length=20, choices=[*CloseReason.choices, *ReopenReason.choices])
    details = SealedTextField()
    happened_on = models.DateField()
    stage = models.CharField(max_length=16, choices=Stage)  # from which, or into which
    decided_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"closing {self.pk}"
