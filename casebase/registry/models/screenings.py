"""Screening: act, means and purpose on one grid, with the reasons."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models

from casebase.registry.codes.words import Exploitation, Indicator, Means, TraffickingAct
from casebase.registry.models.cases import Case
from casebase.vault.fields import SealedTextField
from casebase.vault.sealed import SealedModel


def _codes(choices: type[models.TextChoices]) -> ArrayField:
    return ArrayField(models.CharField(max_length=24, choices=choices), default=list, blank=True)


class Screening(SealedModel):
    """What one officer saw and was told on one day (capability 8); kept, never overwritten."""

    sealed_by: ClassVar[str] = "case_id"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="screenings")
    screened_on = models.DateField()
    acts = _codes(TraffickingAct)
    means = _codes(Means)
    purposes = _codes(Exploitation)
    indicators = _codes(Indicator)
    reasons = SealedTextField()
    screened_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    submission = models.UUIDField(unique=True)

    def __str__(self) -> str:
        return f"screening {self.pk}"
