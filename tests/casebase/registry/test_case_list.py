"""The list of cases at size: an index answers each page, for every scope, under the web role."""

from __future__ import annotations

import json

import pytest
from django.db import connection
from django.test import Client

from casebase.access.enums import Role
from casebase.registry.case_list import PAGE, CaseFilter, case_page
from casebase.registry.services.plan_operation import open_operation
from portal.core.models import Region
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import opened_for_reading, registered

pytestmark = [pytest.mark.django_db(databases="__all__"), pytest.mark.slow]
CASES = 20_000
PERSONS = """
INSERT INTO registry_person (id, sex, birth_year, age_basis, language, nationality, created_at)
SELECT ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, 'Female', 2015, 'told', 'ewe',
       'GH', now() FROM generate_series(1, %(count)s) n
"""
THEIR_CASES = """
INSERT INTO registry_case (id, reference, person_id, agency_id, desk_id, owner_id, acl, stage,
    status, source, exploitation, lake_task, legal_basis, region_id, identified_on, in_danger,
    needs_medical_care, submission, created_at, changed_at, version)
SELECT ('00000000-0000-4000-9000-' || lpad(n::text, 12, '0'))::uuid, 'X' || lpad(n::text, 10, '0'),
       ('00000000-0000-4000-8000-' || lpad(n::text, 12, '0'))::uuid, d.agency_id, d.id, o.id,
       ARRAY[o.id * 4 + 1, d.id * 4 + 2, d.agency_id * 4 + 3, 4],
       CASE WHEN n / 3 %% 3 = 0 THEN 'rescue' ELSE 'tracing' END, 'PossibleVictimOfTrafficking',
       'hotline', '', '', 'court', (SELECT min(id) FROM core_region), date '2026-01-01', false,
       false, gen_random_uuid(), now(), timestamptz '2026-01-01' + n * interval '1 minute', 1
  FROM generate_series(1, %(count)s) n
  JOIN access_desk d ON d.id = (%(desks)s::int[])[1 + n %% array_length(%(desks)s::int[], 1)]
  CROSS JOIN (SELECT %(owner)s::int AS id) o
"""


@pytest.fixture
def desks():
    """Three desks of two agencies with twenty thousand cases between them."""
    first = people.desk()
    found = [first, people.desk(first.agency), people.desk()]
    values = {"count": CASES, "desks": [one.pk for one in found]}
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(PERSONS, {"count": CASES})
        cursor.execute(THEIR_CASES, {**values, "owner": people.member(at=first).pk})
        cursor.execute("ANALYZE registry_case, registry_person")
    return found


def plans(run):
    """The plans of every statement `run` sends about cases."""
    seen = []

    def explain(execute, sql, params, many, context):
        if "registry_case" in sql and sql.lstrip("( ").startswith("SELECT"):
            with connection.cursor() as cursor:
                execute("EXPLAIN (ANALYZE, FORMAT JSON) " + sql, params, many, context)
                (plan,) = context["cursor"].fetchone()
                seen.append(plan if isinstance(plan, list) else json.loads(plan))
                del cursor
        return execute(sql, params, many, context)

    with connection.execute_wrapper(explain):
        run()
    return seen


def nodes(plan):
    yield plan
    for child in plan.get("Plans", ()):
        yield from nodes(child)


def rows_read(node):
    """Rows that a node took from its table or index, those that a filter threw away included."""
    read = node["Actual Rows"] + node.get("Rows Removed by Filter", 0)
    return read * node["Actual Loops"]


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.SUPERVISOR, Role.DIRECTOR])
@pytest.mark.parametrize("narrowed", [{}, {"stage": "rescue"}])
@pytest.mark.parametrize("is_deep", [False, True])
def test_a_page_of_the_list_reads_what_it_shows_whatever_is_stored(desks, role, narrowed, is_deep):
    viewer = people.bound(people.member(role, at=desks[0]))
    chosen = CaseFilter.read(narrowed, viewer=viewer)
    if is_deep:
        for _ in range(3):
            mark = case_page(chosen, viewer=viewer).next_mark
            chosen = CaseFilter.read({**narrowed, "after": mark}, viewer=viewer)
    found = plans(lambda: case_page(chosen, viewer=viewer))

    scans = [
        node
        for plan in found
        for node in nodes(plan[0]["Plan"])
        if node.get("Relation Name") == "registry_case"
    ]
    assert scans
    assert "Seq Scan" not in [node["Node Type"] for node in scans]
    # Each desk holds 6,667 cases, every third of them of the stage asked for.
    assert max(rows_read(node) for node in scans) <= 3 * (PAGE + 3)


def test_a_case_opened_to_a_person_stands_in_their_list(desks):

    theirs, guest = people.member(at=desks[0]), people.member(at=desks[2])
    case = registered(people.bound(theirs))
    opened_for_reading(case, guest, by=theirs)
    people.bound(guest)
    listed = case_page(CaseFilter.read({}, viewer=guest), viewer=guest)

    assert case.pk in [one.pk for one in listed.cases]
    assert len(listed.cases) == 25


def test_whoever_s_agency_took_part_sees_the_operation_and_nobody_else(desks):
    import datetime as dt

    from casebase.registry.models import Operation

    lead = people.bound(people.member(at=desks[0]))
    open_operation(
        viewer=lead, starts_on=dt.date(2026, 5, 1), today=dt.date(2026, 11, 2),
        region=Region.objects.first(),
        landing_site="Stage 9", partners=[desks[2].agency],
    )  # fmt: skip
    seen = {}
    for name, at in (("colleague", desks[1]), ("partner", desks[2]), ("other", people.desk())):
        people.bound(people.member(at=at))
        seen[name] = Operation.objects.exists()
    people.bound(people.member(Role.AUDITOR, at=desks[2]))
    seen["auditor"] = Operation.objects.exists()

    assert seen == {"colleague": True, "partner": True, "other": False, "auditor": False}


def test_who_sees_all_of_the_nation_reads_no_place_and_no_words_of_an_operation(desks):
    import datetime as dt

    lead, director = people.member(at=desks[0]), people.member(Role.DIRECTOR, at=desks[0])
    operation = open_operation(
        viewer=people.bound(lead), starts_on=dt.date(2026, 5, 1), today=dt.date(2026, 11, 2),
        region=Region.objects.first(), landing_site="Stage 9", summary="Two boats of one owner.",
    )  # fmt: skip

    pages = {
        viewer.role: people.sign_in(Client(), viewer)
        .get(f"/operations/{operation.reference}/")
        .content.decode()
        for viewer in (lead, director)
    }

    assert "Stage 9" in pages[Role.CASEWORKER]
    assert "Two boats" in pages[Role.CASEWORKER]
    assert operation.reference in pages[Role.DIRECTOR]
    assert "Stage 9" not in pages[Role.DIRECTOR]
    assert "Two boats" not in pages[Role.DIRECTOR]
