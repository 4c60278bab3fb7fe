"""A person as they are counted, and apart from it who they are."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from casebase.registry.codes.words import AgeBasis, Language, Nationality, Sex
from casebase.vault.fields import SealedTextField
from casebase.vault.sealed import SealedModel

OLDEST = 120


class PersonQuerySet(models.QuerySet["Person"]):
    def resolved(self) -> PersonQuerySet:
        """Each human being once, and every count is of these.

        Of persons merged into one, one stays; where the one they were merged into is another
        agency's and out of sight, the viewer's own stands for them.
        """
        human = Coalesce("resolved_into", "id")
        return self.annotate(human=human).order_by("human", "id").distinct("human")


class Person(models.Model):
    """A child, or an adult, who may have been trafficked: ring 1, nothing that names them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    sex = models.CharField(max_length=12, choices=Sex)
    birth_year = models.PositiveSmallIntegerField(null=True, blank=True)
    age_basis = models.CharField(max_length=12, choices=AgeBasis)
    language = models.CharField(max_length=8, choices=Language, blank=True)
    nationality = models.CharField(max_length=2, choices=Nationality, blank=True, default="")
    origin_district = models.ForeignKey(
        "core.District", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    resolved_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    objects = PersonQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="person_is_not_merged_into_themselves",
                condition=Q(resolved_into=None) | ~Q(resolved_into=F("id")),
                violation_error_message="A person cannot be merged into themselves.",
            )
        ]

    def __str__(self) -> str:
        return f"person {self.pk}"


class Identity(SealedModel):
    """Who the person is: ring 3, sealed, read through `registry_reveal()` alone."""

    sealed_by: ClassVar[str] = "person_id"  # whose key

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="identity")
    given_name = SealedTextField()
    other_names = SealedTextField()
    birth_date = SealedTextField()  # ISO 8601, or empty
    mother_name = SealedTextField()
    father_name = SealedTextField()
    community = SealedTextField()
    found_at = SealedTextField()
    phone = SealedTextField()
    national_id = SealedTextField()
    marks = SealedTextField()

    class Meta:
        verbose_name_plural = "identities"

    def __str__(self) -> str:
        return f"identity {self.pk}"
