"""Whether a person is a victim: a dated decision with its history, never overwritten."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from casebase.registry.codes.words import DecidingBody, VictimStatus
from casebase.registry.models.cases import Case
from casebase.vault.fields import SealedTextField
from casebase.vault.sealed import SealedModel


class StatusDecision(SealedModel):
    """One decision (capability 7); "not a victim" is a normal outcome."""

    sealed_by: ClassVar[str] = "case_id"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="decisions")
    status = models.CharField(max_length=32, choices=VictimStatus)
    decided_on = models.DateField()
    deciding_body = models.CharField(max_length=36, choices=DecidingBody)
    legal_basis = models.CharField(max_length=60, blank=True)  # a section of an Act
    reasons = SealedTextField()
    decided_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"decision {self.pk}"
