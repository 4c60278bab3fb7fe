"""Freezing and releasing a cohort of 10,000 and of 100,000 persons: time, peak memory, growth.

Both cohorts lie in one casebase, in two quarters that follow each other, so that the second is
frozen beside the first. Each step runs as in production: the freezing in one transaction of the
database, the release in a process of its own under the worker's role.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass

import psycopg

from portal.runtime import folders
from tests.bench.cases import SETTINGS, _casebase, _generate
from tests.bench.rows import Row

SMALL, LARGE = ("2026Q2", "2026-04-01"), ("2026Q3", "2026-07-01")
# As many persons as asked for, with one case each, spread over the quarter and over everything.
PERSONS = """
CREATE TEMP TABLE fresh AS SELECT gen_random_uuid() AS person, gen_random_uuid() AS id, n
  FROM generate_series(1, %(number)s) n;
INSERT INTO registry_person (id, sex, birth_year, age_basis, language, nationality,
                             origin_district_id, created_at)
SELECT person, (ARRAY['Male', 'Female'])[n %% 2 + 1], 2012, 'told', 'ewe', 'GH',
       (SELECT min(id) FROM core_district), date '2026-01-01' FROM fresh;
INSERT INTO registry_case (id, reference, person_id, agency_id, desk_id, owner_id, acl, stage,
    status, source, exploitation, lake_task, legal_basis, region_id, identified_on,
    age_at_identification, in_danger, needs_medical_care, submission, created_at, changed_at,
    version)
SELECT f.id, substr(md5(%(first)s || f.n::text), 1, 11), f.person, o.agency_id, o.desk_id,
       o.owner_id, o.acl, 'rescue', o.status, 'proactive', o.exploitation, '', 'protection',
       regions.ids[f.n %% 16 + 1], %(first)s::date + f.n %% 90, 3 + f.n %% 15, false, false,
       gen_random_uuid(), %(first)s::date + f.n %% 90, now(), 1
  FROM fresh f
  JOIN (SELECT *, row_number() OVER () - 1 AS place FROM registry_case
         WHERE identified_on < '2026-04-01' LIMIT 64) o ON o.place = f.n %% 64
  CROSS JOIN (SELECT array_agg(id) AS ids FROM core_region) regions;
DROP TABLE fresh;
"""


@dataclass(frozen=True)
class Cost:
    """Seconds by the wall, and the largest memory of the process in MB."""

    freeze: float
    release: float
    memory: float


def run(quick: bool) -> list[Row]:
    """Growth from 10,000 to 100,000 persons; quick: from 1,000 to 10,000."""
    sizes = (1_000, 10_000) if quick else (10_000, 100_000)
    with _casebase() as environment:
        _generate(1_000, "people", environment)
        small = _cost(SMALL, sizes[0], environment)
        large = _cost(LARGE, sizes[1], environment)
    return [
        _grown("freeze", sizes, small.freeze, large.freeze, 13, "s"),
        _grown("release", sizes, small.release, large.release, 10, "s"),
        _grown("release, peak memory", sizes, small.memory, large.memory, 3, "MB"),
    ]


def _grown(
    what: str, sizes: tuple[int, int], small: float, large: float, must: float, unit: str
) -> Row:
    name = f"{what}: {sizes[1]:,} persons / {sizes[0]:,}"
    return Row(0, name, [large / small], must, f"{large:.1f} {unit} / {small:.1f} {unit}")


def _cost(quarter: tuple[str, str], number: int, environment: dict[str, str]) -> Cost:
    code, first = quarter
    with psycopg.connect(environment["BENCH_PLAIN_URL"], autocommit=True) as plain:
        for statement in filter(None, map(str.strip, PERSONS.split(";"))):
            plain.execute(statement, {"number": number, "first": first}
                          if "%(" in statement else {})  # fmt: skip
        plain.execute("VACUUM ANALYZE registry_case, registry_person")
        one, other = (
            plain.execute(
                "SELECT user_id FROM access_membership WHERE role = %s LIMIT 1", [role]
            ).fetchone()[0]
            for role in ("me_viewer", "director")
        )
        started = time.perf_counter()
        plain.execute("SELECT reporting_freeze_rows(%s, now(), %s)", [code, one])
        frozen = time.perf_counter() - started
        plain.execute("SELECT reporting_sign_rows(%s, now(), %s)", [code, other])
    return Cost(frozen, *_release(code, environment))


def _release(code: str, environment: dict[str, str]) -> tuple[float, float]:
    """Seconds and MB of `release create`, in its own process."""
    command = [sys.executable, "manage.py", "release", "create", "--period", code, SETTINGS]
    started = time.perf_counter()
    program = subprocess.Popen(command, env=environment, cwd=folders.ROOT)
    _, status, used = os.wait4(program.pid, 0)
    program.returncode = os.waitstatus_to_exitcode(status)
    assert program.returncode == 0, code
    return time.perf_counter() - started, used.ru_maxrss / 1024
