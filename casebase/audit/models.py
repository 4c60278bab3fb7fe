"""The trail: what was read and done, the seals that show it is whole, and the checks of them."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models import Func, Q

ACTION = r"^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)+$"  # subject.happened
CODE = r"^[a-z0-9_]*$"
VIEW = r"^[A-Za-z0-9_.:-]*$"
PSEUDONYM = r"^[A-Za-z0-9-]*$"


class Entry(models.Model):
    """One reading or doing, written before anything left the database.

    It holds codes and numbers alone: no name, no place and no free text fits its constraints.
    Nobody changes a row; see migration 0002 and README.md.
    """

    at = models.DateTimeField(
        db_default=Func(function="clock_timestamp", output_field=models.DateTimeField())
    )
    action = models.CharField(max_length=60)
    user_id = models.BigIntegerField(null=True)  # no foreign key: the trail outlives an account
    session = models.CharField(max_length=64, blank=True)  # the session's opaque id
    case_ids = ArrayField(models.UUIDField(), default=list)
    fields = ArrayField(models.CharField(max_length=60), default=list)
    purpose = models.CharField(max_length=40, blank=True)
    result = models.SmallIntegerField()  # as HTTP answers
    view = models.CharField(max_length=100, blank=True)  # the page's name, never its address
    query_hash = models.BinaryField(default=b"")  # keyed; what was searched for, unreadable

    class Meta:
        indexes = [
            GinIndex(fields=["case_ids"], name="audit_entry_case_ids"),
            models.Index(fields=["user_id", "id"], name="audit_entry_user"),
            models.Index(fields=["action", "id"], name="audit_entry_action"),
        ]
        constraints = [
            models.CheckConstraint(
                name="audit_entry_holds_codes_only",
                condition=Q(action__regex=ACTION)
                & Q(purpose__regex=CODE)
                & Q(view__regex=VIEW)
                & Q(session__regex=PSEUDONYM),
            ),
        ]

    def __str__(self) -> str:
        return f"audit entry {self.pk}"


class Check(models.Model):
    """One check of the whole trail, asked for by a person and made by the sealer's worker."""

    asked_by = models.BigIntegerField()
    asked_at = models.DateTimeField(
        db_default=Func(function="clock_timestamp", output_field=models.DateTimeField())
    )
    rows_done = models.BigIntegerField(default=0)
    rows_total = models.BigIntegerField(default=0)
    ended_at = models.DateTimeField(null=True)
    first_bad_row = models.BigIntegerField(null=True)
    finding = models.TextField(blank=True)  # in words; empty where nothing was found

    def __str__(self) -> str:
        return f"audit check {self.pk}"


class Seal(models.Model):
    """A signature over a batch of entries, over the seal before it, and so over everything.

    `leaves` holds the digest of each row of the batch, so that a changed row is named and not only
    its batch; the signature covers their Merkle root.
    """

    number = models.BigIntegerField(primary_key=True)  # 1, 2, 3, … without a gap
    sealed_at = models.DateTimeField()
    format = models.SmallIntegerField()  # which columns a row's digest covers (seals.py)
    high = models.BigIntegerField()  # the highest entry sealed so far
    runs = ArrayField(models.BigIntegerField())  # first, last, first, last … of the batch's rows
    odd = ArrayField(models.BigIntegerField())  # rows whose moment did not fit when sealed
    rows = models.IntegerField()
    leaves = models.BinaryField()
    root = models.BinaryField()
    previous = models.BinaryField()  # digest of the seal before; empty for the first
    signature = models.BinaryField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="audit_seal_covers_rows", condition=Q(rows__gt=0)),
            models.CheckConstraint(name="audit_seal_number_from_one", condition=Q(number__gte=1)),
        ]

    def __str__(self) -> str:
        return f"audit seal {self.number}"
