"""The board's numbers, kept as rows while people work; never a person, never a case."""

from __future__ import annotations

from django.db import models

TOTAL = "_T"  # of a dimension that a cut does not have, as in the published files


class BoardCase(models.Model):
    """How many cases an agency has in one state; a cell is the sum over its slots.

    Note [Exclusive slots] in `rls_board.py`: one slot alone may hold a negative number.
    """

    pk = models.CompositePrimaryKey("agency", "stage", "status", "is_open", "is_urgent", "slot")
    agency = models.ForeignKey("core.Agency", on_delete=models.PROTECT, related_name="+")
    stage = models.CharField(max_length=16)
    status = models.CharField(max_length=32)
    is_open = models.BooleanField()
    is_urgent = models.BooleanField()  # in danger, or needs a doctor
    slot = models.PositiveSmallIntegerField()
    cases = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.agency_id} {self.stage} {self.status}"


class BoardPerson(models.Model):
    """How many persons, each once, an agency identified first in a quarter; cut in three ways.

    A dimension that the cut does not have holds `_T`. The cuts: `place` has region and form, `who`
    has sex and age, `form` has form alone. Codes are those of `cells.py`.
    """

    class Cut(models.TextChoices):
        PLACE = "place", "Region and form"
        WHO = "who", "Sex and age"
        FORM = "form", "Form"

    pk = models.CompositePrimaryKey(
        "cut", "agency", "quarter", "region", "form", "sex", "age", "is_no_victim", "slot"
    )
    cut = models.CharField(max_length=5, choices=Cut)
    agency = models.ForeignKey("core.Agency", on_delete=models.PROTECT, related_name="+")
    quarter = models.PositiveSmallIntegerField()  # year * 4 + quarter - 1
    region = models.CharField(max_length=40)  # the registry's code
    form = models.CharField(max_length=12)
    sex = models.CharField(max_length=2)
    age = models.CharField(max_length=2)  # C a child, A an adult, U not known
    is_no_victim = models.BooleanField()  # found so in every case of theirs
    slot = models.PositiveSmallIntegerField()
    persons = models.IntegerField()

    def __str__(self) -> str:
        return f"{self.cut} {self.agency_id} {self.quarter}"
