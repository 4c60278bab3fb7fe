"""The measuring of goal 9, in casework's own process; see `figures.py`.

Prints one line of JSON for each row of the table. The other side is PostgreSQL's superuser, whom no
policy binds. Every number of both sides is compared before anything is timed.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any

import django

django.setup()

import psycopg  # noqa: E402
from django.db import transaction  # noqa: E402
from django.db.models import Sum  # noqa: E402
from django.utils import timezone  # noqa: E402

from casebase.access.binding import bind  # noqa: E402
from casebase.registry.codes.words import Stage  # noqa: E402
from casebase.registry.synthetic.settle import session_of  # noqa: E402
from casebase.reporting import board  # noqa: E402
from casebase.reporting.board import FORMS, KINDS, Asked  # noqa: E402
from casebase.reporting.cells import kind_of_agency  # noqa: E402
from casebase.reporting.models import BoardCase  # noqa: E402
from casebase.reporting.small_cells import hidden_small, with_totals  # noqa: E402
from portal.core.models import User  # noqa: E402
from tests.bench import clock  # noqa: E402
from tests.bench._cases_measured import Registering, _ratio, backend_of  # noqa: E402
from tests.bench.clock import Cost  # noqa: E402
from tests.bench.rows import Row  # noqa: E402

ROUNDS, STEP = 5, 10_000
FEW, MANY = 10, 100  # registrations, and bare statements, of one measurement
CROSS = Asked(across="agency", is_long=True, hides_small=True)

MADE = """
CREATE UNLOGGED TABLE bench_owner AS
SELECT row_number() OVER () - 1 AS number, o.* FROM (
    SELECT DISTINCT agency_id, desk_id, owner_id, acl FROM registry_case ORDER BY desk_id) o;
INSERT INTO registry_operation (id, reference, lead_agency_id, starts_on, region_id, boats,
    landing_site, summary, acl, created_by_id, created_at, version)
SELECT gen_random_uuid(), 'P' || n, o.agency_id, date '2025-01-01',
       (SELECT min(id) FROM core_region), 1, %(sealed)s, %(sealed)s, o.acl, o.owner_id, now(), 1
  FROM generate_series(0, 499) n
  JOIN bench_owner o ON o.number = n %% (SELECT count(*) FROM bench_owner);
CREATE UNLOGGED TABLE bench_operation AS
SELECT row_number() OVER (ORDER BY reference) - 1 AS number, id FROM registry_operation;
CREATE UNLOGGED TABLE bench_region AS
SELECT row_number() OVER (ORDER BY code) - 1 AS number, id FROM core_region;
"""
DRAWN = """
CREATE TEMPORARY TABLE drawn AS
SELECT n, gen_random_uuid() AS case_id, gen_random_uuid() AS person_id, random() AS a,
       random() AS b, random() AS c, random() AS d, random() AS e, random() AS f, random() AS g
  FROM generate_series(%(first)s::integer, %(last)s::integer) n
"""
PERSONS = """
INSERT INTO registry_person (id, sex, birth_year, age_basis, language, nationality, created_at)
SELECT person_id, CASE WHEN a < .6 THEN 'Male' WHEN a < .97 THEN 'Female' ELSE 'NotKnown' END,
       2012, 'told', 'ewe', 'GH', now() FROM drawn
"""
CASES = """
INSERT INTO registry_case (id, reference, person_id, operation_id, agency_id, desk_id, owner_id,
    acl, stage, status, source, exploitation, lake_task, legal_basis, region_id, identified_on,
    age_at_identification, in_danger, needs_medical_care, closed_on, submission, created_at,
    changed_at, version)
SELECT d.case_id, 'F' || d.n, d.person_id, p.id, o.agency_id, o.desk_id, o.owner_id, o.acl,
       s.stages[1 + floor(d.b * 8)::integer],
       s.statuses[1 + floor(d.c * 3)::integer], 'other',
       s.forms[1 + floor(d.d * 9)::integer], CASE WHEN d.e < .3 THEN 'diving' ELSE '' END,
       'protection', r.id, date '2026-11-01' - floor(d.f * 1095)::integer,
       CASE WHEN d.g < .03 THEN NULL ELSE floor(d.g * 24)::integer END, d.a < .05, d.b < .05,
       CASE WHEN d.b >= .875 THEN date '2026-11-02' END, gen_random_uuid(), now(), now(), 1
  FROM drawn d
  CROSS JOIN (SELECT %(stages)s::text[] AS stages, %(statuses)s::text[] AS statuses,
                     %(forms)s::text[] AS forms) s
  JOIN bench_owner o ON o.number = d.n %% (SELECT count(*) FROM bench_owner)
  JOIN bench_region r ON r.number = floor(d.e * (SELECT count(*) FROM bench_region))::integer
  LEFT JOIN bench_operation p ON d.c < .3 AND p.number = floor(d.g * 500)::integer
"""
SECOND_RECORDS = """
UPDATE registry_person p SET resolved_into_id = pair.into_id
  FROM (SELECT person_id, lag(person_id) OVER (ORDER BY n) AS into_id, n FROM drawn) pair
 WHERE p.id = pair.person_id AND pair.n %% 50 = 0 AND pair.into_id IS NOT NULL
"""
VALUES = {
    "stages": Stage.values,
    "statuses": [
        "PossibleVictimOfTrafficking", "ActualVictimOfTrafficking", "NotAVictimOfTrafficking",
    ],
    "forms": [
        "ForcedLabour", "ChildLabour", "SexualExploitation", "ForcedBegging", "Servitude",
        "ForcedMarriage", "ForcedAdoption", "OrganRemoval", "Other",
    ],
}  # fmt: skip

OF_PERSONS = """
SELECT form, agency, count(*) FROM (
    SELECT DISTINCT ON (coalesce(p.resolved_into_id, p.id))
           reporting_form(c.exploitation, c.lake_task) AS form,
           split_part(coalesce(lead.code, own.code), '-', 1) AS agency,
           bool_and(c.status = 'NotAVictimOfTrafficking')
               OVER (PARTITION BY coalesce(p.resolved_into_id, p.id)) AS is_no_victim
      FROM registry_case c
      JOIN registry_person p ON p.id = c.person_id
      JOIN core_agency own ON own.id = c.agency_id
      LEFT JOIN registry_operation o ON o.id = c.operation_id
      LEFT JOIN core_agency lead ON lead.id = o.lead_agency_id
     ORDER BY coalesce(p.resolved_into_id, p.id), c.identified_on, c.created_at, c.id) AS first
 WHERE NOT is_no_victim GROUP BY form, agency
"""
OF_CASES = """
SELECT c.stage, split_part(a.code, '-', 1), count(*)
  FROM registry_case c JOIN core_agency a ON a.id = c.agency_id GROUP BY 1, 2
"""


class Plain:
    """The superuser's connection."""

    def __init__(self) -> None:
        self.connection = psycopg.connect(os.environ["BENCH_PLAIN_URL"], autocommit=True)
        self.pid = self.connection.info.backend_pid

    def grid(self, statement: str, rows: list[str]) -> list[list[int]]:
        """What GROUP BY answers, as a cross-tab with totals."""
        found: Counter[Any] = Counter()
        for row, agency, number in self.connection.execute(statement).fetchall():
            found[row, kind_of_agency(agency)] += number
        return with_totals([[found[row, kind] for kind in KINDS] for row in rows])

    def persons(self) -> Any:
        return hidden_small(self.grid(OF_PERSONS, list(FORMS)))

    def cases(self) -> Any:
        return hidden_small(self.grid(OF_CASES, Stage.values))

    def make(self, first: int, last: int) -> float:
        """Cases of these numbers, the board kept as they come; seconds."""
        started = time.monotonic()
        self.connection.execute("SELECT setseed(0.42)")
        for start in range(first, last, STEP):
            with self.connection.transaction():
                span = {"first": start, "last": min(start + STEP, last) - 1}
                self.connection.execute(DRAWN, span)
                self.connection.execute(PERSONS)
                self.connection.execute(CASES, VALUES)
                self.connection.execute(SECOND_RECORDS, [])
                self.connection.execute("DROP TABLE drawn")
        self.connection.execute("VACUUM ANALYZE")
        return time.monotonic() - started

    def keep_board(self, kept: bool) -> None:
        """Switch the triggers of a new case, and mend what was missed meanwhile."""
        switch = "ENABLE" if kept else "DISABLE"
        self.connection.execute(f"ALTER TABLE registry_case {switch} TRIGGER board_insert")

    def apart(self) -> int:
        statement = "SELECT count(*) FROM reporting_board_apart()"
        return int(self.connection.execute(statement).fetchone()[0])  # type: ignore[index]


class Site:
    """The director's cross-tabs, read as the board reads them, in a bound transaction."""

    def __init__(self) -> None:
        self._key = session_of(User.objects.get(demo_role="director")).session_key
        self.pid = backend_of("default")

    def __enter__(self) -> Site:
        self._open = transaction.atomic()
        self._open.__enter__()
        bind(self._key)
        return self

    def __exit__(self, *given: Any) -> None:
        self._open.__exit__(*given)

    def persons(self) -> Any:
        table = board.cross_tab(CROSS, timezone.localtime())
        return [list(line.numbers) for line in table.lines]

    def cases(self) -> Any:
        found: Counter[Any] = Counter()
        cells = BoardCase.objects.values_list("stage", "agency__code").annotate(n=Sum("cases"))
        for stage, agency, number in cells:
            found[stage, kind_of_agency(agency)] += number
        rows = with_totals([[found[stage, kind] for kind in KINDS] for stage in Stage.values])
        return hidden_small(rows)


def main(small: int, large: int) -> None:
    plain, site = Plain(), Site()
    for statement in MADE.split(";\n")[:-1]:
        plain.connection.execute(statement, {"sealed": b"\x01" + bytes(60)})
    first = plain.make(0, small)
    before = {name: [each.cpu for each in ours] for name, ours, _ in _tabs(plain, site)}
    more = plain.make(small, large)
    print(f"  {large:,} cases made with the board kept, {first + more:.0f} s")
    rows = []
    for name, ours, theirs in _tabs(plain, site):
        rows.append(_ratio(9, f"{name}, {large:,}: CPU, board / GROUP BY", ours, theirs, 0.01))
        growth = [each.cpu / min(before[name][1:]) for each in ours[1:]]
        rows.append(Row(9, f"{name}: {large:,} / {small:,} cases", growth, 1.5))
    rows += [*_registering(plain, site), *_bare(plain), _many(plain)]
    plain.connection.execute("SELECT reporting_board_repair()")
    for row in rows:
        print(json.dumps(asdict(row)))


def _tabs(plain: Plain, site: Site) -> Iterator[tuple[str, list[Cost], list[Cost]]]:
    """Both cross-tabs: compared cell by cell, then timed in turn."""
    assert plain.apart() == 0
    for name, of_site, of_plain in (
        ("40 cells of persons", site.persons, plain.persons),
        ("40 cells of cases", site.cases, plain.cases),
    ):
        ours, theirs = [], []
        with site:
            assert of_site() == of_plain(), name
            for _ in range(ROUNDS + 1):
                ours.append(cost(of_site, [site.pid], 20))
                theirs.append(cost(of_plain, [plain.pid], 1))
        yield name, ours, theirs


def cost(work: Callable[[], object], pids: list[int], times: int) -> Cost:
    """Of one of so many runs."""

    def all_of_them() -> None:
        for _ in range(times):
            work()

    took = clock.cost(all_of_them, pids)
    return Cost(took.wall / times, took.cpu / times)


# --- what keeping costs


def _with_and_without(plain: Plain, work: Any, pids: list[int], times: int) -> Any:
    """Costs with the board kept and without it, in turn."""
    kept, bare = [], []
    for _ in range(ROUNDS + 1):
        for costs, switch in ((kept, True), (bare, False)):
            plain.keep_board(switch)
            costs.append(cost(work, pids, times))
    plain.keep_board(True)
    plain.connection.execute("SELECT reporting_board_repair()")
    return kept, bare


def _registering(plain: Plain, site: Site) -> Iterator[Row]:
    user = User.objects.get(demo_role="caseworker")
    work = Registering(user, session_of(user)).once
    pids = [backend_of(alias) for alias in ("default", "audit", "keystore")]
    kept, bare = _with_and_without(plain, work, pids, FEW)
    yield _ratio(9, "one child registered: CPU, board kept / not", kept, bare, 1.1)
    ratios = [one.wall / other.wall for one, other in zip(kept[1:], bare[1:], strict=True)]
    yield Row(9, "one child registered: wall, board kept / not", ratios, 1.1)


class Bare:
    """One case inserted and committed by the superuser, its person there already."""

    def __init__(self, plain: Plain) -> None:
        self._connection = psycopg.connect(os.environ["BENCH_PLAIN_URL"])
        self.pid = self._connection.info.backend_pid
        self._plain, self._number = plain, 90_000_000

    def draw(self, number: int) -> None:
        self._connection.execute("DROP TABLE IF EXISTS drawn")
        span = {"first": self._number, "last": self._number + number - 1}
        self._connection.execute(DRAWN, span)
        self._connection.execute(PERSONS)
        self._connection.commit()
        self._number += number

    def once(self) -> None:
        self._connection.execute(CASES, VALUES)
        self._connection.commit()


def _bare(plain: Plain) -> Iterator[Row]:
    """A statement each; the drawing of values is not counted."""
    bare = Bare(plain)
    kept_costs, bare_costs = [], []
    for _ in range(ROUNDS + 1):
        for costs, switch in ((kept_costs, True), (bare_costs, False)):
            plain.keep_board(switch)
            costs.append(_sum_of(bare, MANY))
    plain.keep_board(True)
    plain.connection.execute("SELECT reporting_board_repair()")
    yield _ratio(
        9, "one bare INSERT and commit: CPU, board kept / not", kept_costs, bare_costs, 1.1
    )


def _sum_of(bare: Bare, times: int) -> Cost:
    wall = cpu = 0.0
    for _ in range(times):
        bare.draw(1)
        one = cost(bare.once, [bare.pid], 1)
        wall, cpu = wall + one.wall, cpu + one.cpu
    return Cost(wall / times, cpu / times)


def _many(plain: Plain) -> Row:
    bare = Bare(plain)
    bare._number += 1_000_000
    kept_costs, bare_costs = [], []
    for _ in range(ROUNDS + 1):
        for costs, switch in ((kept_costs, True), (bare_costs, False)):
            plain.keep_board(switch)
            bare.draw(5_000)
            costs.append(cost(bare.once, [bare.pid], 1))
    plain.keep_board(True)
    return _ratio(
        9, "5,000 cases in one INSERT: CPU, board kept / not", kept_costs, bare_costs, 1.1
    )


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
