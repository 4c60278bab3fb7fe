"""The list of cases: who asks decides which index answers, so that every page costs the same.

Note [One arm a reach]: row-level security alone would have PostgreSQL gather every case a person
may see and sort them. Each arm here names a desk, an agency or the granted cases, which an index in
the order of the list answers with its first rows; the policy then has twenty-six rows to judge.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from casebase.access.enums import Scope
from casebase.access.roles import ROLES
from casebase.access.viewer import Viewer
from casebase.registry.codes.words import Stage, VictimStatus
from casebase.registry.models import Case
from portal.core.models import Agency

PAGE = 25
ORDER = ("-changed_at", "-id")


@dataclass(frozen=True)
class CaseFilter:
    """What a list of cases is narrowed to; it stands in the address, so it holds codes only."""

    stage: str = ""
    status: str = ""
    mine: bool = False
    owner_id: int | None = None
    after: tuple[dt.datetime, UUID] | None = None  # the last row of the page before

    @classmethod
    def read(cls, query: Mapping[str, str], *, viewer: Viewer) -> CaseFilter:
        """From an address; what is no known code is left out."""
        return cls(
            stage=_known(query.get("stage", ""), Stage.values),
            status=_known(query.get("status", ""), VictimStatus.values),
            mine=query.get("mine") == "1",
            owner_id=viewer.pk if query.get("mine") == "1" else None,
            after=_read_mark(query.get("after", "")),
        )

    @property
    def address(self) -> str:
        """The filter without its page, as a query string."""
        chosen = {"stage": self.stage, "status": self.status, "mine": "1" if self.mine else ""}
        return urlencode({name: value for name, value in chosen.items() if value})

    @property
    def stages(self) -> list[tuple[str, str]]:
        return list(Stage.choices)

    @property
    def statuses(self) -> list[tuple[str, str]]:
        return list(VictimStatus.choices)


@dataclass(frozen=True)
class CasePage:
    """One page of a list, and the mark from which the next one goes on."""

    cases: list[Case]
    next_mark: str


def case_page(chosen: CaseFilter, *, viewer: Viewer) -> CasePage:
    """The next cases, newest change first: keyset, so the last page costs what the first does."""
    arms = [_first_rows(chosen, arm) for arm in _arms(viewer)]
    if not arms:
        return CasePage([], "")
    rows = arms[0] if len(arms) == 1 else arms[0].union(*arms[1:]).order_by(*ORDER)[: PAGE + 1]
    keys = [key for key, _ in rows]
    cases = Case.objects.select_related("person", "owner", "agency", "desk").in_bulk(keys[:PAGE])
    found = [cases[key] for key in keys[:PAGE]]
    return CasePage(found, _mark(found[-1]) if len(keys) > PAGE else "")


def _arms(viewer: Viewer) -> list[Q]:
    """What the viewer's scope reaches, and what was opened to them beyond it."""
    scope = ROLES[viewer.role].scope
    arms = {
        Scope.NONE: [],
        Scope.OWN: [Q(owner_id=viewer.pk)],
        Scope.DESK: [Q(desk_id=viewer.desk_id)],
        Scope.AGENCY: [Q(agency_id=viewer.agency_id)],
        Scope.NATIONAL: [],
    }[scope]
    if scope == Scope.NATIONAL:
        arms = [Q(agency_id=key) for key in Agency.objects.values_list("pk", flat=True)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_granted()")
        (granted,) = cursor.fetchone()
    return [*arms, Q(pk__in=granted)] if granted else arms


def _first_rows(chosen: CaseFilter, arm: Q) -> QuerySet[Case, Any]:
    cases = Case.objects.filter(arm)
    if chosen.stage:
        cases = cases.filter(stage=chosen.stage)
    if chosen.status:
        cases = cases.filter(status=chosen.status)
    if chosen.owner_id:
        cases = cases.filter(owner_id=chosen.owner_id)
    if chosen.after:
        moment, last = chosen.after
        # The first half is what the index can jump to; the second settles equal moments.
        cases = cases.filter(changed_at__lte=moment)
        cases = cases.filter(Q(changed_at__lt=moment) | Q(pk__lt=last))
    return cases.order_by(*ORDER).values_list("pk", "changed_at")[: PAGE + 1]


def _known(value: str, values: Iterable[str]) -> str:
    return value if value in values else ""


def _mark(case: Case) -> str:
    return f"{case.changed_at.timestamp():.6f}_{case.pk}"


def _read_mark(text: str) -> tuple[dt.datetime, UUID] | None:
    moment, _, key = text.partition("_")
    try:
        return dt.datetime.fromtimestamp(float(moment), tz=dt.UTC), UUID(key)
    except (ValueError, OverflowError, OSError):
        return None
