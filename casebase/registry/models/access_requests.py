"""Asking another agency's desk for a case that may be of the same child."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from casebase.access.enums import Purpose
from casebase.registry.models.cases import Case


class AccessRequest(models.Model):
    """One question from a desk to a desk; it names no child (T2)."""

    class State(models.TextChoices):
        ASKED = "asked", "Waiting for an answer"
        GRANTED = "granted", "Granted"
        DECLINED = "declined", "Declined"

    class Refusal(models.TextChoices):
        OTHER_PERSON = "other_person", "It is another person"
        NO_NEED = "no_need", "The purpose does not need our record"
        NO_CONSENT = "no_consent", "Consent or a legal basis is missing"
        DANGER = "danger", "Sharing could endanger somebody"
        CALL_US = "call_us", "We will answer by telephone"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    purpose = models.CharField(max_length=16, choices=Purpose)
    own_case = models.ForeignKey(
        Case, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    from_desk = models.ForeignKey("access.Desk", on_delete=models.PROTECT, related_name="+")
    to_desk = models.ForeignKey("access.Desk", on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    state = models.CharField(max_length=8, choices=State, default=State.ASKED)
    refusal = models.CharField(max_length=12, choices=Refusal, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    answer_seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="accessrequest_declined_with_a_reason",
                condition=~Q(state="declined") | ~Q(refusal=""),
                violation_error_message="Choose why you decline.",
            ),
            models.CheckConstraint(
                name="accessrequest_decided_by_somebody",
                condition=Q(state="asked") | Q(decided_by__isnull=False),
                violation_error_message="A decision has somebody who took it.",
            ),
        ]

    def __str__(self) -> str:
        return f"access request {self.pk}"


class RequestedCase(models.Model):
    """A case that a request points to; only those who hold the case ever see this row."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    request = models.ForeignKey(AccessRequest, on_delete=models.CASCADE, related_name="targets")
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    grant_id = models.UUIDField(null=True, blank=True)  # of casebase.access, once granted

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["request", "case"], name="requestedcase_once")
        ]

    def __str__(self) -> str:
        return f"requested case {self.pk}"
