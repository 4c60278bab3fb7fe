"""The list of cases: who asks decides which index answers, so that every page costs the same.

Note [One arm a reach]: row-level security alone would have PostgreSQL gather every case a person
may see and sort them. Each arm here names a desk, an agency or the granted cases, which an index in
the order of the list answers with its first rows; the policy then has twenty-six rows to judge.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from casebase.access.enums import Scope
from casebase.access.roles import ROLES
from casebase.access.viewer import Viewer
from casebase.registry.case_rows import COLUMNS, CaseRow
from casebase.registry.codes.words import Stage, VictimStatus
from casebase.registry.models import Case
from portal.core.models import Agency
from portal.core.questions import Given, Question

PAGE = 25
ORDER = ("-changed_at", "-id")
GRANTED = RawSQL("(SELECT access_granted())::uuid[]", [])
ROWS = Question(lambda keys: Case.objects.filter(pk__one_of=keys).values_list(*COLUMNS), "keys")
AGENCIES = Question(lambda: Agency.objects.order_by("pk").values_list("pk"))


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

    cases: list[CaseRow]
    next_mark: str


def case_page(chosen: CaseFilter, *, viewer: Viewer) -> CasePage:
    """The next cases, newest change first: keyset, so the last page costs what the first does."""
    keys = _first_keys(chosen, _reach(viewer))
    found = {row.pk: row for row in map(CaseRow._make, ROWS.ask(keys=keys[:PAGE]))}
    rows = [found[key] for key in keys if key in found]  # an access may end between the two
    return CasePage(rows, _mark(rows[-1]) if rows and len(keys) > PAGE else "")


def _first_keys(chosen: CaseFilter, reach: list[tuple[str, int | None]]) -> list[UUID]:
    if not reach:
        return []
    values = _values(chosen)
    question = _question(tuple(column for column, _ in reach), frozenset(values))
    values |= {f"reach{place}": value for place, (_, value) in enumerate(reach)}
    with _in_the_order_of_an_index():
        return [key for key, _ in question.ask(**values)]


def _reach(viewer: Viewer) -> list[tuple[str, int | None]]:
    """Whose cases the viewer's scope reaches, each as a column and its value."""
    scope = ROLES[viewer.role].scope
    if scope is Scope.NATIONAL:
        return [("agency_id", agency) for (agency,) in AGENCIES.ask()]
    own: dict[Scope, list[tuple[str, int | None]]] = {
        Scope.OWN: [("owner_id", viewer.pk)],
        Scope.DESK: [("desk_id", viewer.desk_id)],
        Scope.AGENCY: [("agency_id", viewer.agency_id)],
    }
    return own.get(scope, [])


def _values(chosen: CaseFilter) -> dict[str, Any]:
    """What the list is narrowed to, by name; nothing else stands in the statement."""
    values: dict[str, Any] = {
        "stage": chosen.stage, "status": chosen.status, "owner": chosen.owner_id,
    }  # fmt: skip
    if chosen.after:
        values["moment"], values["last"] = chosen.after
    return {name: value for name, value in values.items() if value}


@cache
def _question(columns: tuple[str, ...], names: frozenset[str]) -> Question:
    """One for each reach and set of filters: an arm a column, and one for the granted cases."""
    reach = [f"reach{place}" for place in range(len(columns))]

    def queryset(**given: Given) -> QuerySet[Case, Any]:
        found = _narrowed(given)
        arms = [found.filter(pk__one_of=GRANTED)]
        arms += [
            found.filter(**{column: given[name]})
            for column, name in zip(columns, reach, strict=True)
        ]
        first = [arm.order_by(*ORDER).values_list("pk", "changed_at")[: PAGE + 1] for arm in arms]
        return first[0].union(*first[1:]).order_by(*ORDER)[: PAGE + 1]

    return Question(queryset, *reach, *sorted(names))


def _narrowed(given: Mapping[str, Given]) -> QuerySet[Case]:
    filters = {"stage": "stage", "status": "status", "owner": "owner_id"}
    asked = {column: given[name] for name, column in filters.items() if name in given}
    cases = Case.objects.filter(**asked)
    if "moment" in given:
        # The first half is what the index can jump to; the second settles equal moments.
        cases = cases.filter(changed_at__lte=given["moment"])
        cases = cases.filter(Q(changed_at__lt=given["moment"]) | Q(pk__lt=given["last"]))
    return cases


@contextmanager
def _in_the_order_of_an_index() -> Iterator[None]:
    """PostgreSQL cannot guess how many rows a policy leaves: it expects few, and would gather and
    sort all that a desk ever had. Told not to, it walks the index of the list to its 26th row."""
    _plan_with("off")
    yield
    _plan_with("on")


def _plan_with(state: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('enable_sort', %s, true), set_config('enable_bitmapscan', %s, true)",
            [state, state],
        )


def _known(value: str, values: Iterable[str]) -> str:
    return value if value in values else ""


def _mark(case: CaseRow) -> str:
    return f"{case.changed_at.timestamp():.6f}_{case.pk}"


def _read_mark(text: str) -> tuple[dt.datetime, UUID] | None:
    moment, _, key = text.partition("_")
    try:
        return dt.datetime.fromtimestamp(float(moment), tz=dt.UTC), UUID(key)
    except (ValueError, OverflowError, OSError):
        return None
