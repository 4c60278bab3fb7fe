"""One line of a list of cases: what every list shows of a case, ring 1 alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from casebase.registry.codes.words import Sex, Stage, VictimStatus
from casebase.registry.models import Case

COLUMNS = (
    "pk", "reference", "person__sex", "age_at_identification", "status", "stage", "identified_on",
    "owner__name", "owner__email", "in_danger", "needs_medical_care", "changed_at",
)  # fmt: skip


class CaseRow(NamedTuple):
    """The columns of a case that its line is made of, in the order of `COLUMNS`."""

    pk: UUID
    reference: str
    sex: str
    age: int | None
    status: str
    stage: str
    identified_on: dt.date
    owner_name: str
    owner_email: str
    in_danger: bool
    needs_medical_care: bool
    changed_at: dt.datetime

    @property
    def url(self) -> str:
        return _pattern().replace("REFERENCE", self.reference)

    @property
    def owner(self) -> str:
        return self.owner_name or self.owner_email

    @property
    def stage_label(self) -> str:
        return str(Stage(self.stage).label)

    @property
    def facts(self) -> list[str]:
        """In the order a worker reads them."""
        sex = str(Sex(self.sex).label)
        return [
            sex if self.age is None else f"{sex}, {self.age} years",
            str(VictimStatus(self.status).label),
            self.stage_label,
            f"Found {self.identified_on:%-d %B %Y}",
            self.owner,
        ]

    @property
    def urgent(self) -> Iterator[str]:
        if self.in_danger:
            yield "In danger"
        if self.needs_medical_care:
            yield "Needs a doctor"


@cache
def _pattern() -> str:
    """The address of a case; resolved once, since doing so costs as much as the rest of a line."""
    return reverse("case", kwargs={"reference": "REFERENCE"})


def case_rows(cases: QuerySet[Case, Any]) -> list[CaseRow]:
    """The lines of these cases, in their order and in one query."""
    return list(map(CaseRow._make, cases.values_list(*COLUMNS)))
