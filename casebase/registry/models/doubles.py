"""Counting once: blind tokens, persons who may be one, and merges that can be undone."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from casebase.registry.models.cases import Case
from casebase.registry.models.people import Person
from casebase.vault.fields import SealedTextField
from casebase.vault.sealed import SealedModel

UNDO_DAYS = 30


class BlindToken(models.Model):
    """A keyed digest of several things at once; equal tokens say "ask them", and no more.

    The web role adds and removes tokens and never reads one: only `registry_elsewhere()` compares.
    Desk and agency are copied here, and a trigger keeps them, so that a comparison reads no case.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="tokens")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="tokens")
    agency = models.ForeignKey("core.Agency", on_delete=models.PROTECT, related_name="+")
    desk = models.ForeignKey("access.Desk", on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=24)
    token = models.BinaryField(db_index=True)

    def __str__(self) -> str:
        return f"token {self.pk}"


class BlindSearch(models.Model):
    """That somebody asked other agencies blindly: the harvest limit counts these (control 40).

    Of which kind says `rls_asked.py`: searched, registered a child, corrected one, or asked for a
    case in an emergency.
    """

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(db_index=True)
    kind = models.CharField(max_length=9, default="asked", db_default="asked")

    def __str__(self) -> str:
        return f"search {self.pk}"


class PossibleDouble(models.Model):
    """Two persons who may be one, until the data manager has decided."""

    class State(models.TextChoices):
        OPEN = "open", "To decide"
        LATER = "later", "Later"
        SAME = "same", "The same person"
        DIFFERENT = "different", "Two persons"

    class FoundBy(models.TextChoices):
        SCORE = "score", "Names, age and origin compared"
        TOKEN = "token", "Keyed tokens of two agencies"

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    # In the order of their ids, so that a pair stands here once.
    one = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    found_by = models.CharField(max_length=5, choices=FoundBy)
    score = models.DecimalField(max_digits=5, decimal_places=1, null=True, blank=True)
    state = models.CharField(max_length=9, choices=State, default=State.OPEN)
    found_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="possibledouble_once"),
            models.CheckConstraint(
                name="possibledouble_in_order",
                condition=Q(one__lt=F("other")),
                violation_error_message="A pair is kept in the order of its ids.",
            ),
        ]

    def __str__(self) -> str:
        return f"possible double {self.pk}"

    def mark_decided(self, state: str, *, by: int, at: dt.datetime) -> None:
        self.state, self.decided_by_id, self.decided_at = state, by, at
        self.save(update_fields=["state", "decided_by", "decided_at"])


class Merge(SealedModel):
    """Two persons counted as one: who asked, who agreed, what was there before."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "Waiting for a second person"
        APPROVED = "approved", "Counted as one"
        DECLINED = "declined", "Declined"
        UNDONE = "undone", "Undone"

    sealed_by: ClassVar[str] = "kept_id"

    double = models.ForeignKey(PossibleDouble, on_delete=models.PROTECT, related_name="merges")
    kept = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    absorbed = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    taken_fields = models.JSONField(default=list)  # names of the fields taken from the absorbed
    before = SealedTextField(null=True)  # JSON: what the kept person's fields said
    state = models.CharField(max_length=9, choices=State, default=State.PROPOSED)
    requested_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    requested_at = models.DateTimeField(default=timezone.now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    undone_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="merge_of_two_persons",
                condition=~Q(kept=F("absorbed")),
                violation_error_message="A person cannot be merged with themselves.",
            ),
            models.CheckConstraint(
                name="merge_needs_a_second_person",
                condition=Q(decided_by=None) | ~Q(decided_by=F("requested_by")),
                violation_error_message="Somebody else has to approve the merge.",
            ),
            models.UniqueConstraint(
                fields=["absorbed"],
                condition=Q(state__in=("proposed", "approved")),
                name="merge_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"merge {self.pk}"

    @property
    def undo_until(self) -> dt.datetime | None:
        """The last moment for an undo; None while nothing was merged."""
        return self.decided_at + dt.timedelta(days=UNDO_DAYS) if self.decided_at else None

    def may_be_undone(self, at: dt.datetime) -> bool:
        return (
            self.state == self.State.APPROVED
            and self.undo_until is not None
            and at <= self.undo_until
        )
