"""A case: one person's passage through the referral mechanism."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import F, Q

from casebase.registry.codes.words import (
    Exploitation,
    LakeTask,
    LegalBasis,
    Source,
    Stage,
    VictimStatus,
)
from casebase.registry.models.operations import Operation
from casebase.registry.models.people import Person


class Case(models.Model):
    """From identification to closure, with one agency at a time (ring 1)."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    reference = models.CharField(max_length=11, unique=True)  # drawn at random: carries no meaning
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="cases")
    operation = models.ForeignKey(
        Operation, on_delete=models.PROTECT, null=True, blank=True, related_name="cases"
    )
    agency = models.ForeignKey("core.Agency", on_delete=models.PROTECT, related_name="+")
    desk = models.ForeignKey("access.Desk", on_delete=models.PROTECT, related_name="+")
    owner = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    acl = ArrayField(models.IntegerField())  # who sees it: principals of casebase.access
    stage = models.CharField(max_length=16, choices=Stage, default=Stage.RESCUE)
    status = models.CharField(max_length=32, choices=VictimStatus, default=VictimStatus.POSSIBLE)
    source = models.CharField(max_length=12, choices=Source)
    exploitation = models.CharField(max_length=24, choices=Exploitation, blank=True)
    lake_task = models.CharField(max_length=16, choices=LakeTask, blank=True)
    legal_basis = models.CharField(max_length=20, choices=LegalBasis)
    region = models.ForeignKey("core.Region", on_delete=models.PROTECT, related_name="+")
    identified_on = models.DateField()
    age_at_identification = models.PositiveSmallIntegerField(null=True, blank=True)
    in_danger = models.BooleanField(default=False)
    needs_medical_care = models.BooleanField(default=False)
    # Whether an appointment needs somebody who speaks the person's language.
    needs_interpreter = models.BooleanField(default=False, db_default=False)
    closed_on = models.DateField(null=True, blank=True)
    submission = models.UUIDField(unique=True)  # of the form: sent twice, it makes one case
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)
    moved_at = models.DateTimeField(null=True, editable=False)  # its day was corrected; a trigger's
    version = models.PositiveIntegerField(default=1)

    class Meta:
        # No plain index on a sort column: with one, whoever sees the fewest cases waits longest
        # (security.md 3.4).
        indexes = [
            GinIndex(fields=["acl"], name="case_acl"),
            models.Index(fields=["agency", "-changed_at", "-id"], name="case_agency_newest"),
            models.Index(fields=["desk", "-changed_at", "-id"], name="case_desk_newest"),
        ]
        constraints = [
            models.CheckConstraint(
                name="case_closed_on_or_after_identified_on",
                condition=Q(closed_on=None) | Q(closed_on__gte=F("identified_on")),
                violation_error_message="A case cannot close before the child was identified.",
            ),
            models.CheckConstraint(
                name="case_is_closed_from_a_day",
                condition=Q(stage=Stage.CLOSED, closed_on__isnull=False)
                | ~Q(stage=Stage.CLOSED) & Q(closed_on=None),
                violation_error_message="A closed case has the day it closed, an open one none.",
            ),
            models.CheckConstraint(
                name="case_age_is_a_human_age",
                condition=Q(age_at_identification=None) | Q(age_at_identification__lte=120),
                violation_error_message="Nobody is older than 120 years.",
            ),
        ]

    def __str__(self) -> str:
        return self.reference  # never a name: this text reaches logs, titles and error pages
