"""A quarter or a year once it is frozen, and who answers for it."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q

PERIOD = RegexValidator(r"^20\d\d(Q[1-4])?$", "Write a quarter like 2026Q3, or a year like 2026.")


class FrozenPeriod(models.Model):
    """Made by `reporting_freeze()` alone; signed once by `reporting_sign()`, never changed else.

    `snapshot` is the HMAC-SHA-256 of the frozen rows, in hex: whoever changes one is found.
    """

    code = models.CharField(primary_key=True, max_length=6, validators=[PERIOD])
    frozen_at = models.DateTimeField()
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    persons = models.PositiveIntegerField()  # the cohort: whoever was first identified in it
    snapshot = models.CharField(max_length=64)
    signed_at = models.DateTimeField(null=True, blank=True)
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="frozen_period_signed_by_somebody_else",
                condition=Q(signed_by=None) | ~Q(signed_by=F("frozen_by")),
                violation_error_message="Somebody else has to sign.",
            ),
            models.CheckConstraint(
                name="frozen_period_signed_whole",
                condition=Q(signed_by=None, signed_at=None) | ~Q(signed_by=None, signed_at=None),
                violation_error_message="A signature has a name and a moment.",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def is_signed(self) -> bool:
        return self.signed_at is not None


class Confirmation(models.Model):
    """An agency says that its part of a period is complete."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    period = models.CharField(max_length=6, validators=[PERIOD])
    agency = models.ForeignKey("core.Agency", on_delete=models.PROTECT, related_name="+")
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    confirmed_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["period", "agency"],
                name="confirmation_once_an_agency",
                violation_error_message="Your agency has confirmed this period already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.period} {self.agency_id}"


class Correction(models.Model):
    """What a frozen figure would be today, beside what it was; added, never changed."""

    class Reason(models.TextChoices):
        MERGED = "merged", "Records were found to be of one person"
        UNDONE = "undone", "A merge was undone: two persons, not one"
        STATUS = "status", "The decision whether the person is a victim changed"
        CORRECTED = "corrected", "A record was corrected"
        ERASED = "erased", "A person was erased"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    period = models.ForeignKey(FrozenPeriod, on_delete=models.PROTECT, related_name="corrections")
    indicator = models.PositiveSmallIntegerField()  # its number in casework.md
    was = models.PositiveIntegerField()
    now = models.PositiveIntegerField()
    reason = models.CharField(max_length=9, choices=Reason)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    noted_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="correction_changes_something",
                condition=~Q(was=F("now")),
                violation_error_message="A correction names another number.",
            )
        ]

    def __str__(self) -> str:
        return f"correction {self.pk}"
