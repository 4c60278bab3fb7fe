"""Suspects: a compartment of their own, which shelters and plain caseworkers never see."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from casebase.registry.codes.words import Sex, SuspectRelation, SuspectRole
from casebase.registry.models.cases import Case
from casebase.registry.models.operations import Operation
from casebase.registry.models.people import Person
from casebase.vault.fields import SealedTextField
from casebase.vault.sealed import SealedModel


class Suspect(SealedModel):
    """Somebody who may have trafficked (capability 63); every word that names them is sealed."""

    sealed_by: ClassVar[str] = "id"  # a suspect has a key of their own

    reference = models.CharField(max_length=11, unique=True)  # drawn at random
    names = SealedTextField()
    also_called = SealedTextField()
    place = SealedTextField()
    phone = SealedTextField()
    description = SealedTextField()
    sex = models.CharField(max_length=12, choices=Sex, default=Sex.UNKNOWN)
    age = models.PositiveSmallIntegerField(null=True, blank=True)  # in years, as estimated
    # Where the same human being is registered as a person too: a victim made to recruit, a mother.
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    agency = models.ForeignKey("core.Agency", on_delete=models.PROTECT, related_name="+")
    acl = ArrayField(models.IntegerField())
    recorded_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    submission = models.UUIDField(unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="suspect_age_is_a_human_age",
                condition=Q(age=None) | Q(age__lte=120),
                violation_error_message="Nobody is older than 120 years.",
            )
        ]

    def __str__(self) -> str:
        return self.reference


class SuspectLink(SealedModel):
    """What a suspect did in one case or one operation."""

    sealed_by: ClassVar[str] = "suspect_id"

    suspect = models.ForeignKey(Suspect, on_delete=models.PROTECT, related_name="links")
    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    operation = models.ForeignKey(
        Operation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    role = models.CharField(max_length=24, choices=SuspectRole)
    relation = models.CharField(
        max_length=12, choices=SuspectRelation, default=SuspectRelation.UNKNOWN
    )
    is_carer = models.BooleanField(default=False)  # looks after the child, or would on return
    details = SealedTextField()
    agency = models.ForeignKey("core.Agency", on_delete=models.PROTECT, related_name="+")
    added_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="suspect_link_is_to_a_case_or_an_operation",
                condition=Q(case=None, operation__isnull=False)
                | Q(case__isnull=False, operation=None),
                violation_error_message="A suspect is linked to a case or to an operation.",
            ),
            models.UniqueConstraint(
                name="suspect_link_once",
                fields=["suspect", "case", "operation", "role"],
                nulls_distinct=False,
                violation_error_message="This suspect is linked in this role already.",
            ),
        ]

    def __str__(self) -> str:
        return f"suspect link {self.pk}"
