"""The frozen rows: codes and days, nothing that names anybody. Written by `reporting_freeze()`.

Note [One shape, live or frozen]: each table is also what a function of the same columns answers
from the live records (`rls_facts.py`). An indicator is one statement over either.

Codes, not keys, stand in the rows: a code never changes, so a frozen row says the same for ever.
"""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models


class Counted(models.Model):
    """What every frozen row is cut by (the standard cut of the indicators)."""

    key = models.CharField(primary_key=True, max_length=64)
    period = models.CharField(max_length=6, db_index=True)
    # Of the resolved person; no foreign key, so that it outlives them.
    person_id = models.UUIDField(db_index=True)
    is_late = (
        models.BooleanField()
    )  # it happened before the period and was recorded too late for it
    sex = models.CharField(max_length=12)  # registry.codes.words.Sex
    age = models.PositiveSmallIntegerField(null=True)  # at identification, completed years
    nationality = models.CharField(max_length=2)  # ISO 3166-1
    exploitation = models.CharField(max_length=24)  # HTCDS, empty where not known
    form = models.CharField(max_length=12)  # as published: see cells.py
    region = models.CharField(max_length=40)  # of identification, core_region.code
    agency = models.CharField(max_length=20)  # core_agency.code; of a joint operation its lead
    source = models.CharField(max_length=12)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.key


class Episode(Counted):
    """A person identified: once from identification to closure (R1, R2)."""

    episode = models.PositiveSmallIntegerField()  # 1 is the person's first
    identified_on = models.DateField()
    in_cohort = models.BooleanField()  # the first episode as a victim, in one cohort for good
    status = models.CharField(max_length=32)  # newest decision over all the episode's cases
    has_conflict = models.BooleanField()  # two cases of the episode say different things
    partners = ArrayField(models.CharField(max_length=20))  # of the joint operation (R3)
    agencies = ArrayField(models.CharField(max_length=20))  # that hold a case of the episode
    cases = models.PositiveSmallIntegerField()
    records = models.PositiveSmallIntegerField()  # persons written down for this one person


class FinalDecision(Counted):
    """The last decision on a person in the period that says victim or not."""

    status = models.CharField(max_length=32)
    deciding_body = models.CharField(max_length=36)
    decided_on = models.DateField()


class OpenedCase(Counted):
    """A case opened in the period, with what its record still lacks."""

    case_id = models.UUIDField(db_index=True)
    identified_on = models.DateField()
    clock_ends_on = models.DateField()  # seven days for the needs assessment (indicator 17)
    missing = ArrayField(models.CharField(max_length=24))  # core fields without an answer
