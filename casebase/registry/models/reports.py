"""A tip-off: what somebody told us, before there is a child with a number."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from casebase.registry.codes.words import Channel, ReportClosing, ReportState
from casebase.registry.models.cases import Case
from casebase.registry.models.operations import Operation
from casebase.vault.fields import SealedTextField
from casebase.vault.sealed import SealedModel

# What a tip-off became names exactly what it became.
_WAITING = Q(state=ReportState.WAITING, operation=None, case=None, closed_because="")
_OPERATION = Q(state=ReportState.OPERATION, operation__isnull=False, case=None, closed_because="")
_CASE = Q(state=ReportState.CASE, operation=None, case__isnull=False, closed_because="")
_CLOSED = Q(state=ReportState.CLOSED, operation=None, case=None) & ~Q(closed_because="")


class Report(SealedModel):
    """Received by hotline, message, at the door or a police desk (capability 4)."""

    sealed_by: ClassVar[str] = "id"  # a report has a key of its own

    reference = models.CharField(max_length=11, unique=True)  # drawn at random
    channel = models.CharField(max_length=12, choices=Channel)
    received_on = models.DateField()
    is_urgent = models.BooleanField(default=False)
    children = models.PositiveSmallIntegerField(null=True, blank=True)  # as told; None: not said
    region = models.ForeignKey(
        "core.Region", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    told = SealedTextField()
    place = SealedTextField()
    informant = SealedTextField()  # who told us and how to call them back; often empty
    agency = models.ForeignKey("core.Agency", on_delete=models.PROTECT, related_name="+")
    acl = ArrayField(models.IntegerField())
    state = models.CharField(max_length=10, choices=ReportState, default=ReportState.WAITING)
    operation = models.ForeignKey(
        Operation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_because = models.CharField(max_length=16, choices=ReportClosing, blank=True)
    received_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    triaged_by = models.ForeignKey(
        "core.User", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    triaged_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    submission = models.UUIDField(unique=True)  # of the form: sent twice, it makes one report

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="report_names_what_it_became",
                condition=_WAITING | _OPERATION | _CASE | _CLOSED,
                violation_error_message="Say what the tip-off became.",
            )
        ]

    def __str__(self) -> str:
        return self.reference
