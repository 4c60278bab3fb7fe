"""What of a quarter is not yet right: live until it is frozen, from the frozen rows afterwards.

Note [A jump]: a figure that is more than twice, or less than half, the mean of up to four quarters
frozen before, and differs from it by at least ten persons. Smaller movements are left alone: with
some 200 persons a quarter they are chance.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Q

from casebase.access.enums import Scope
from casebase.access.roles import ROLES
from casebase.access.viewer import Viewer
from casebase.registry.models import Case
from casebase.reporting.periods import Period
from casebase.reporting.queries import Standing
from portal.core.models import Agency, Region

TIMES, AT_LEAST = 2, 10  # Note [A jump]
COMPARED = 4  # quarters
MOST_CASES = 25  # named on the page
FIELDS = {
    "sex": "Sex",
    "age": "Age",
    "origin_district": "Home district",
    "language": "Language",
    "exploitation": "Form of exploitation",
}


@dataclass(frozen=True)
class Jump:
    """A figure far from what it used to be.

    Attributes:
        usual: the mean of the quarters before.
    """

    what: str
    now: int
    usual: float


@dataclass(frozen=True)
class Missing:
    """How many records of an agency lack a field."""

    agency: str
    field: str
    records: int


@dataclass(frozen=True)
class Collapsed:
    """Records that were found to be of one person, and what that did to the figure."""

    records: int
    persons: int
    across_agencies: int

    @property
    def fewer(self) -> int:
        return self.records - self.persons


@dataclass(frozen=True)
class Conflicts:
    """Persons whose cases say different things, and between which agencies."""

    persons: int
    between: tuple[tuple[str, int], ...]


@dataclass(frozen=True)
class Findings:
    """All that a viewer should know before a quarter is frozen, or may read of it afterwards.

    Attributes:
        persons: the cohort; for an agency, those in whom it took part.
        records: opened cases, of which `incomplete` lack a core field.
        compared: how many earlier quarters the jumps were measured against.
        open_doubles: pairs that nobody has decided, as of today.
        conflict_cases, incomplete_cases: the viewer's own, at most MOST_CASES each.
    """

    persons: int
    late_persons: int
    records: int
    incomplete: int
    missing: tuple[Missing, ...]
    conflicts: Conflicts
    collapsed: Collapsed
    jumps: tuple[Jump, ...]
    compared: int
    open_doubles: int
    conflict_cases: tuple[Case, ...]
    incomplete_cases: tuple[Case, ...]

    @property
    def case_ids(self) -> list[UUID]:
        return [case.pk for case in (*self.conflict_cases, *self.incomplete_cases)]

    @property
    def open_kinds(self) -> int:
        """How many kinds of things are not right in the records."""
        return sum(map(bool, (self.conflicts.persons, self.open_doubles, self.missing, self.jumps)))


# One statement over either source: Note [One shape, live or frozen] of models/facts.py.
_COUNTS = """
WITH e AS MATERIALIZED (SELECT * FROM reporting_{read}_episode(%(period)s)),
     o AS MATERIALIZED (SELECT * FROM reporting_{read}_openedcase(%(period)s))
SELECT 'persons', '', '', count(*) FROM e WHERE in_cohort
UNION ALL SELECT 'late', '', '', count(*) FROM e WHERE is_late
UNION ALL SELECT 'records', '', '', count(*) FROM o
UNION ALL SELECT 'incomplete', '', '', count(*) FROM o WHERE missing <> '{{}}'
UNION ALL SELECT 'agency', agency, '', count(*) FROM e WHERE in_cohort GROUP BY agency
UNION ALL SELECT 'region', region, '', count(*) FROM e WHERE in_cohort GROUP BY region
UNION ALL SELECT 'collapsed', 'records', '', coalesce(sum(records), 0) FROM e WHERE records > 1
UNION ALL SELECT 'collapsed', 'persons', '', count(*) FROM e WHERE records > 1
UNION ALL SELECT 'collapsed', 'across', '', count(*) FROM e
           WHERE records > 1 AND cardinality(agencies) > 1
UNION ALL SELECT 'conflict', array_to_string(agencies, ' '), '', count(*) FROM e
           WHERE has_conflict GROUP BY agencies
UNION ALL SELECT 'missing', agency, field, count(*) FROM o, unnest(missing) AS field
           GROUP BY agency, field
UNION ALL (SELECT 'contradicted', person_id::text, '', 1 FROM e WHERE has_conflict
           ORDER BY key LIMIT %(most)s)
UNION ALL (SELECT 'lacking', case_id::text, '', 1 FROM o WHERE missing <> '{{}}'
           ORDER BY cardinality(missing) DESC, key LIMIT %(most)s)
"""
_EARLIER = """
WITH compared AS (SELECT code FROM reporting_frozenperiod
                   WHERE code ~ 'Q' AND code < %s ORDER BY code DESC LIMIT %s),
e AS MATERIALIZED (SELECT f.agency, f.region
                     FROM compared CROSS JOIN LATERAL reporting_frozen_episode(code) f
                    WHERE f.in_cohort)
SELECT 'quarters', '', count(*) FROM compared
UNION ALL SELECT 'agency', agency, count(*) FROM e GROUP BY agency
UNION ALL SELECT 'region', region, count(*) FROM e GROUP BY region
"""


class _Counts:
    """What one statement counted: kind, then up to two keys."""

    def __init__(self, rows: Iterable[tuple[str, str, str, int]]) -> None:
        self.rows = list(rows)

    def number(self, kind: str, key: str = "") -> int:
        return sum(int(n) for what, one, _, n in self.rows if (what, one) == (kind, key))

    def by_key(self, kind: str) -> dict[str, int]:
        return {one: int(n) for what, one, _, n in self.rows if what == kind}


def findings_of(standing: Standing, *, viewer: Viewer) -> Findings:
    """Check a quarter: seven queries at most, whatever it holds.

    PostgreSQL leaves out what is not the viewer's: an agency's people get their agency's part.
    """
    period, is_own_part = standing.period, ROLES[viewer.role].scope is Scope.AGENCY
    counts = _counts(period, is_frozen=standing.frozen is not None)
    everybody = list(Agency.objects.all())
    agencies = {agency.code: agency.name for agency in everybody}
    own = next(a.code for a in everybody if a.pk == viewer.agency_id) if is_own_part else ""
    jumps, compared = _jumps(counts, period, agencies, own)
    return Findings(
        persons=counts.number("persons"),
        late_persons=counts.number("late"),
        records=counts.number("records"),
        incomplete=counts.number("incomplete"),
        missing=_missing(counts, agencies),
        conflicts=_conflicts(counts, {} if is_own_part else agencies),
        collapsed=Collapsed(
            counts.number("collapsed", "records"),
            counts.number("collapsed", "persons"),
            counts.number("collapsed", "across"),
        ),
        jumps=jumps,
        compared=compared,
        open_doubles=_open_doubles(period),
        conflict_cases=_own_cases(counts, "contradicted") if is_own_part else (),
        incomplete_cases=_own_cases(counts, "lacking") if is_own_part else (),
    )


def _counts(period: Period, *, is_frozen: bool) -> _Counts:
    statement = _COUNTS.format(read="frozen" if is_frozen else "live")
    with connection.cursor() as cursor:
        cursor.execute(statement, {"period": period.code, "most": MOST_CASES})
        return _Counts(cursor.fetchall())


def _missing(counts: _Counts, agencies: dict[str, str]) -> tuple[Missing, ...]:
    """Of the most common first."""
    found = [
        Missing(agencies.get(agency, agency), FIELDS.get(field, field), int(n))
        for kind, agency, field, n in counts.rows
        if kind == "missing"
    ]
    return tuple(sorted(found, key=lambda one: (-one.records, one.agency, one.field)))


def _conflicts(counts: _Counts, agencies: dict[str, str]) -> Conflicts:
    """Without names of agencies, only how many: which other agency has the child is not told."""
    found = counts.by_key("conflict")
    between = [
        (" and ".join(agencies.get(code, code) for code in codes.split()), n)
        for codes, n in sorted(found.items())
        if agencies
    ]
    return Conflicts(sum(found.values()), tuple(between))


def _open_doubles(period: Period) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT reporting_open_doubles(%s)", [period.code])
        return int(cursor.fetchone()[0])


def _jumps(
    counts: _Counts, period: Period, agencies: dict[str, str], own: str
) -> tuple[tuple[Jump, ...], int]:
    """What jumped, by agency and by region; and how many quarters it was compared with."""
    with connection.cursor() as cursor:
        cursor.execute(_EARLIER, [period.code, COMPARED])
        earlier = _Counts((kind, key, "", n) for kind, key, n in cursor.fetchall())
    compared = earlier.number("quarters")
    if not compared:
        return (), 0
    regions = dict(Region.objects.values_list("code", "name"))
    found: list[Jump] = []
    for kind, names in (("agency", agencies), ("region", regions)):
        then, now = earlier.by_key(kind), counts.by_key(kind)
        codes = sorted({*then, *now}) if kind == "region" or not own else [own]
        found += [
            Jump(names.get(code, code), now.get(code, 0), then.get(code, 0) / compared)
            for code in codes
            if is_jump(now.get(code, 0), then.get(code, 0) / compared)
        ]
    return tuple(found), compared


def is_jump(now: int, usual: float) -> bool:
    """Note [A jump]."""
    is_far = now > TIMES * usual or now < usual / TIMES
    return is_far and abs(now - usual) >= AT_LEAST


def _own_cases(counts: _Counts, kind: str) -> tuple[Case, ...]:
    """The cases that the viewer may open, of persons or cases that were found."""
    keys = list(counts.by_key(kind))
    wanted = Q(pk__in=keys)
    if kind == "contradicted":
        wanted = Q(person_id__in=keys) | Q(person__resolved_into_id__in=keys)
    cases = Case.objects.select_related("desk").filter(wanted) if keys else Case.objects.none()
    return tuple(cases.order_by("reference")[:MOST_CASES])
