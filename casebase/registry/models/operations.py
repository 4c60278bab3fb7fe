"""A rescue operation: one record, whoever took part."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from casebase.vault.fields import SealedTextField
from casebase.vault.sealed import SealedModel


class Operation(SealedModel):
    """Children, and suspects, hang from it once (capability 62)."""

    sealed_by: ClassVar[str] = "id"  # an operation has a key of its own

    reference = models.CharField(max_length=11, unique=True)  # drawn at random
    lead_agency = models.ForeignKey("core.Agency", on_delete=models.PROTECT, related_name="+")
    partners = models.ManyToManyField("core.Agency", blank=True, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True)
    region = models.ForeignKey("core.Region", on_delete=models.PROTECT, related_name="+")
    boats = models.PositiveSmallIntegerField(default=0)
    expected_children = models.PositiveSmallIntegerField(null=True, blank=True)
    landing_site = SealedTextField()
    summary = SealedTextField()
    acl = ArrayField(models.IntegerField())
    created_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="operation_ends_after_it_starts",
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                violation_error_message="An operation cannot end before it starts.",
            )
        ]

    def __str__(self) -> str:
        return self.reference
