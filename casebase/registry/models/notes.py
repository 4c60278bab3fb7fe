"""Notes: written once; what was wrong is corrected beside it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from casebase.registry.models.cases import Case
from casebase.vault.fields import SealedTextField
from casebase.vault.sealed import SealedModel


class Note(SealedModel):
    """What a worker wrote on a case (capability 19)."""

    class Sensitivity(models.TextChoices):
        ORDINARY = "ordinary", "Everyone on the case"
        SENSITIVE = "sensitive", "The case's own desk only"

    sealed_by: ClassVar[str] = "case_id"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="notes")
    text = SealedTextField()
    sensitivity = models.CharField(max_length=12, choices=Sensitivity, default=Sensitivity.ORDINARY)
    corrects = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    written_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"note {self.pk}"
