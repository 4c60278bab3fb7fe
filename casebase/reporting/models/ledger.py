"""The ledger of what was spent: rows are added and never changed, by nobody.

A reservation is committed before any noise is drawn, so a crash counts as spent. What happens to it
afterwards is an event beside it.
"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q


class Reservation(models.Model):
    """One measurement of one cohort, spent from the moment it stands here."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    period = models.CharField(max_length=6)
    quarters = ArrayField(
        models.CharField(max_length=6)
    )  # whose persons pay: one, or a year's four
    programme = models.CharField(max_length=4)
    programme_version = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField()  # of the release: 1, then corrections
    rho = models.DecimalField(max_digits=5, decimal_places=3)
    tables = models.JSONField()  # [{"dimensions": […], "cells": n, "sigma": s}, …]
    persons = models.PositiveIntegerField()
    snapshot = models.CharField(max_length=64)  # HMAC of the frozen rows that were measured
    code_commit = models.CharField(max_length=64)
    first_approver = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    second_approver = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    reserved_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["period", "programme"], name="reservation_once_a_cohort_and_programme"
            ),
            models.CheckConstraint(
                name="reservation_has_two_approvers",
                condition=~Q(first_approver=F("second_approver")),
                violation_error_message="Two people approve a release.",
            ),
        ]

    def __str__(self) -> str:
        return self.release_id

    @property
    def release_id(self) -> str:
        return f"{self.period}-v{self.version}"


class LedgerEvent(models.Model):
    """What became of a reservation: drawn, made into a bundle, published; each once, in order."""

    class State(models.TextChoices):
        DRAWN = "drawn", "Noise drawn"
        MADE = "made", "Bundle made and signed"
        PUBLISHED = "published", "Handed to the portal"

    id = models.BigAutoField(primary_key=True)
    reservation = models.ForeignKey(Reservation, on_delete=models.PROTECT, related_name="events")
    state = models.CharField(max_length=9, choices=State)
    at = models.DateTimeField()
    # Of `drawn`: the protected file, which is all that is ever published from.
    protected = models.BinaryField(null=True)
    # Of `made`: the release's place among all, from 1 without gaps, and the SHA-256 of each file.
    sequence = models.PositiveIntegerField(null=True, unique=True)
    outputs = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reservation", "state"], name="ledger_event_once")
        ]

    def __str__(self) -> str:
        return f"{self.state} {self.reservation_id}"
