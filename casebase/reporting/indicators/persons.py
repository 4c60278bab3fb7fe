"""The case numbers behind a number, for those who may see the cases.

Note [A number is not a way in]: figures count everybody, and whoever sees figures need not see a
case. So this asks `registry_case` itself, and row-level security answers with the viewer's own.
"""
# ruff: noqa: S608 -- statements are put together from our own constants

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from casebase.access.enums import Action, Scope
from casebase.access.roles import ROLES
from casebase.access.viewer import Viewer
from casebase.reporting.indicators.base import Facts, Indicator
from casebase.reporting.indicators.cuts import Cut
from casebase.reporting.indicators.figures import reading_of
from casebase.reporting.indicators.statement import facts, part_of
from casebase.reporting.periods import Period

PAGE = 25
_PERSON = (
    "registry_person p JOIN registry_case c ON c.person_id = p.id"
    " WHERE f.person_id IN (p.id, p.resolved_into_id)"
)
# Of the cases of a person those of this passage: from its first day until all were closed.
_OF_EPISODE = f"""
SELECT numbered.id, numbered.reference FROM (
    SELECT b.*, count(*) FILTER (WHERE begins) OVER (PARTITION BY key ORDER BY place) AS passage
      FROM (SELECT f.key, c.id, c.reference,
                   row_number() OVER (PARTITION BY f.key
                       ORDER BY c.identified_on, c.created_at, c.id) AS place,
                   (max(coalesce(c.closed_on, 'infinity'::date)) OVER (PARTITION BY f.key
                       ORDER BY c.identified_on, c.created_at, c.id
                       ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) < c.identified_on)
                       IS NOT FALSE AS begins
              FROM chosen f, {_PERSON} AND c.identified_on >= f.identified_on) b) numbered
 WHERE numbered.passage = 1"""
_BEHIND = {
    Facts.EPISODES: _OF_EPISODE,
    Facts.DECISIONS: f"SELECT c.id, c.reference FROM chosen f, {_PERSON}"
    " AND c.identified_on <= f.decided_on",
    Facts.CASES: "SELECT c.id, c.reference FROM chosen f JOIN registry_case c ON c.id = f.case_id",
}


@dataclass(frozen=True)
class SeenCase:
    """A case by its number; nothing of what stands in it."""

    id: UUID
    reference: str


@dataclass(frozen=True)
class CasesBehind:
    """One page of the cases behind a number.

    Attributes:
        why_none: why this viewer sees no case number at all; empty where they may see some.
        next_mark: the case number after which the next page begins; empty on the last.
    """

    cases: tuple[SeenCase, ...]
    next_mark: str = ""
    why_none: str = ""


def cases_behind(
    indicator: type[Indicator],
    period: Period,
    cut: Cut | None,
    category: str,
    *,
    viewer: Viewer,
    frozen: bool,
    is_base: bool = False,
    after: str = "",
    on: dt.date | None = None,
) -> CasesBehind:
    """The next case numbers behind one number, in their order (keyset, 25 at a time).

    Args:
        cut, category: which number; without a cut the total.
        is_base: behind the denominator instead of the numerator.
        after: the last case number of the page before.
    """
    if why := why_none(indicator, viewer):
        return CasesBehind((), why_none=why)
    reading = reading_of(period, frozen=frozen, on=on)
    given = {**reading.parameters, "category": category, "after": after, "size": PAGE + 1}
    with connection.cursor() as cursor:
        cursor.execute(_statement(indicator, part_of(cut, is_base=is_base)), given)
        return _page(cursor.fetchall())


def why_none(indicator: type[Indicator], viewer: Viewer) -> str:
    """Why there are no case numbers for this viewer; empty where there may be."""
    if indicator.facts not in _BEHIND:
        return f"This figure counts {indicator.unit}. No case stands behind it."
    if not viewer.may(Action.SEE_CASES) or ROLES[viewer.role].scope is Scope.NONE:
        return (
            f"Your role ({viewer.role.label.lower()}) sees figures and no cases. If you need to "
            "check a number against its cases, ask the data manager of the agency, or the director."
        )
    return ""


def _statement(indicator: type[Indicator], part: str) -> str:
    return (
        f"WITH {facts(indicator)}, chosen AS (SELECT f.* FROM f WHERE {part}),"
        f" behind AS ({_BEHIND[indicator.facts]})"
        " SELECT DISTINCT id, reference FROM behind WHERE reference > %(after)s"
        " ORDER BY reference LIMIT %(size)s"
    )


def _page(rows: Iterable[tuple[UUID, str]]) -> CasesBehind:
    found = [SeenCase(*row) for row in rows]
    mark = found[PAGE - 1].reference if len(found) > PAGE else ""
    return CasesBehind(tuple(found[:PAGE]), mark)
