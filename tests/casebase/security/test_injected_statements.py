"""What a statement that slipped into the site's SQL could do as somebody's own session: nothing."""

from __future__ import annotations

import datetime as dt
import uuid

import psycopg
import pytest
from django.db import DatabaseError, connection, connections, transaction
from django.utils import timezone

from casebase.access import roles
from casebase.access.enums import Action, Role
from casebase.access.models import Desk, Grant, Membership, Usage, UsageAlert
from casebase.access.viewer import Trail
from casebase.registry.models import Attachment, Case, Identity, Person, PossibleDouble
from casebase.registry.rls_held import GRANTERS
from casebase.registry.services import keep_notes, merge_persons
from casebase.vault.services import case_key
from tests import database as server
from tests.casebase import people
from tests.casebase.database import as_owner, name_of, real_url
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")


def run(statement: str, *values: object) -> list[tuple]:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else [(cursor.rowcount,)]


def refused(statement: str, *values: object) -> bool:
    """Whether PostgreSQL refuses, or changes no row."""
    try:
        return run(statement, *values) == [(0,)]
    except DatabaseError:
        return True


COLUMNS = [field.column for field in Case._meta.concrete_fields]


def a_case_of_mine_about(person_id: uuid.UUID, mine: Case) -> str:
    """A copy of my own case that names another agency's child."""
    given = {
        "id": "gen_random_uuid()",
        "person_id": f"'{person_id}'::uuid",
        "reference": "substr(md5(random()::text), 1, 7)",
        "submission": "gen_random_uuid()",
    }
    values = ", ".join(given.get(column, column) for column in COLUMNS)
    return (
        f"INSERT INTO registry_case ({', '.join(COLUMNS)})"
        f" SELECT {values} FROM registry_case WHERE id = '{mine.pk}'"
    )


def test_a_case_written_about_another_agencys_child_opens_no_identity():
    theirs = registered(people.bound(people.member()))
    mine = registered(people.bound(people.member()))

    assert refused(a_case_of_mine_about(theirs.person_id, mine))
    assert refused(
        "UPDATE registry_case SET person_id = %s WHERE id = %s", theirs.person_id, mine.pk
    )
    found = run("SELECT * FROM registry_reveal((SELECT array_agg(id) FROM registry_case), 'care')")
    assert len(found) == 1


def test_a_second_case_of_ones_own_child_may_be_written():
    mine = registered(people.bound(people.member()))

    assert run(a_case_of_mine_about(mine.person_id, mine)) == [(1,)]


def test_the_session_key_stands_in_no_statement_that_others_can_read():
    store = people.session_of(people.member())
    from casebase.access.binding import bind

    bind(store.session_key)
    connection.cursor().connection.execute("SELECT 1")  # any statement after it
    bind(store.session_key)
    with server.superuser() as watching:
        seen = watching.execute(
            "SELECT query FROM pg_stat_activity WHERE datname = %s", [name_of("casebase")]
        ).fetchall()

    assert any("access_bind" in query for (query,) in seen)
    assert not any(store.session_key in query for (query,) in seen)


@pytest.mark.parametrize("alias", ["default", "audit", "keystore"])
def test_no_value_stands_in_a_statement_that_others_can_read(alias):
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT %s::text, pg_backend_pid()", ["a value of a case"])
        value, backend = cursor.fetchone()
    with server.superuser() as watching:
        (seen,) = watching.execute(
            "SELECT query FROM pg_stat_activity WHERE pid = %s", [backend]
        ).fetchone()

    assert value == "a value of a case"
    assert seen.startswith("SELECT $1::text")


def test_a_statement_that_comes_again_is_planned_once_a_connection():
    for _ in range(8):
        run("SELECT count(*) FROM registry_case WHERE reference <> %s", "K7QF-2M9X-B")

    planned = [text for (text,) in run("SELECT statement FROM pg_prepared_statements")]
    assert "SELECT count(*) FROM registry_case WHERE reference <> $1" in planned


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.SHELTER_STAFF, Role.DATA_MANAGER])
def test_only_who_may_grant_writes_a_grant(role):
    viewer = people.member()
    case = registered(people.bound(viewer))
    other = people.member(role, at=Desk.objects.get(pk=viewer.desk_id))
    people.bound(other)

    assert refused(GRANT, case.pk, other.pk * 4 + 1, "shared", other.pk, "1 day")


GRANT = (
    "INSERT INTO access_grant (id, case_id, principal, kind, with_identity, granted_by_id,"
    " starts_at, ends_at) VALUES (gen_random_uuid(), %s, %s, %s, true, %s, now(),"
    " now() + %s::interval)"
)


def test_nobody_writes_an_emergency_or_an_endless_grant_by_hand():
    supervisor = people.member(Role.SUPERVISOR)
    case = registered(people.bound(supervisor))

    assert refused(GRANT, case.pk, supervisor.pk * 4 + 1, "break_glass", supervisor.pk, "1 hour")
    assert refused(GRANT, case.pk, 9, "shared", supervisor.pk, "2 years")
    assert not refused(GRANT, case.pk, 9, "shared", supervisor.pk, "1 day")


def test_the_granters_of_the_database_are_those_of_the_roles():
    assert {name.strip(" '") for name in GRANTERS.split(",")} == {
        role.value for role in Role if roles.may(role, Action.GRANT_ACCESS)
    }


def test_a_grant_is_not_moved_to_another_case_nor_revived():
    supervisor = people.member(Role.SUPERVISOR)
    case = registered(people.bound(supervisor))
    run(GRANT, case.pk, 9, "shared", supervisor.pk, "1 day")

    assert refused("UPDATE access_grant SET case_id = gen_random_uuid()")
    assert refused("UPDATE access_grant SET ends_at = ends_at + interval '1 year'")
    assert not refused("UPDATE access_grant SET revoked_at = now()")
    assert refused("UPDATE access_grant SET revoked_at = NULL")
    assert Grant.objects.get().revoked_at is not None


def test_a_supervisor_puts_nobody_at_another_agencys_desk():
    supervisor = people.member(Role.SUPERVISOR)
    below = people.member(at=Desk.objects.get(pk=supervisor.desk_id))
    elsewhere = people.desk()
    people.bound(supervisor)

    assert refused(
        "UPDATE access_membership SET desk_id = %s WHERE user_id = %s", elsewhere.pk, below.pk
    )
    assert Membership.objects.get(user_id=below.pk).desk_id == supervisor.desk_id


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE access_desk SET agency_id = agency_id",
        "UPDATE access_desk SET phone = '030 000 0199'",
        "UPDATE core_agency SET name = name",
        "UPDATE access_placerequest SET role = 'director'",
        "UPDATE registry_emergency SET user_id = user_id",
        "UPDATE registry_emergency SET ends_at = now() + interval '1 year'",
        "UPDATE registry_accessrequest SET from_desk_id = to_desk_id",
        "UPDATE registry_possibledouble SET other_id = one_id",
        "UPDATE registry_merge SET requested_by_id = NULL",
        "SELECT nextval('audit_entry_id_seq')",
        "SELECT nextval('registry_blindsearch_id_seq')",
        "SELECT setval('registry_bulkrow_id_seq', 1)",
        "CREATE TEMP TABLE access_membership (role text)",
        "SELECT lo_import('/etc/hostname')",
        "SELECT pg_read_file('/etc/hostname')",
        "SELECT lo_create(0)",
        "COPY (SELECT 1) TO PROGRAM 'true'",
        "SELECT access_counting_mark()",
        "SELECT audit_number_at(now())",
        "SELECT registry_spend_search('{}')",
        "SELECT registry_tokens_follow()",
    ],
)
def test_the_web_role_may_not(statement):
    with (
        psycopg.connect(real_url("casebase_web")) as raw,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        raw.execute(statement)


def test_a_budget_is_only_ever_spent():
    viewer = people.bound(people.member())
    Usage.objects.create(user=viewer.user, budget="opening", window=timezone.now(), used=7)

    assert refused("UPDATE access_usage SET used = 0")
    assert not refused("UPDATE access_usage SET used = used + 1")
    people.bound(people.member())
    assert not Usage.objects.exists()


def test_an_alert_is_put_aside_by_a_reviewer_and_never_by_its_person():
    supervisor = people.member(Role.SUPERVISOR)
    viewer = people.member(at=Desk.objects.get(pk=supervisor.desk_id))
    people.bound(viewer)
    UsageAlert.objects.create(user=viewer.user, budget="opening")

    assert refused("UPDATE access_usagealert SET handled_at = now()")
    people.bound(supervisor)
    assert not refused(
        "UPDATE access_usagealert SET handled_at = now(), handled_by_id = %s", supervisor.pk
    )


def test_nobody_bound_as_nobody_reads_or_changes_a_row():
    viewer = people.member()
    registered(people.bound(viewer))
    with as_owner():
        counts = {"registry_case": Case.objects.count(), "registry_person": Person.objects.count()}
    run("SELECT set_config('harbour.context', '', true)")

    assert counts["registry_case"] == 1
    for table in ("registry_case", "registry_person", "registry_note", "registry_task"):
        assert run(f"SELECT count(*) FROM {table}") == [(0,)]
    assert run("SELECT count(id) FROM registry_identity") == [(0,)]
    assert refused("UPDATE registry_case SET owner_id = owner_id")
    assert refused("UPDATE access_membership SET role = 'director'")


def test_a_colleague_of_another_desk_moves_no_identity_to_a_child_of_theirs():
    theirs = registered(people.bound(people.member()))
    with as_owner():
        identity = Identity.objects.only("pk").get(person_id=theirs.person_id).pk
    mine = registered(people.bound(people.member()))

    assert refused(
        "UPDATE registry_identity SET person_id = %s WHERE id = %s", mine.person_id, identity
    )


def test_the_next_emergency_waits_for_somebody_elses_review():
    theirs = registered(people.bound(people.member()))
    supervisor = people.member(Role.SUPERVISOR)
    people.bound(supervisor)
    run("SELECT * FROM registry_break_glass(%s, 'danger')", theirs.reference)

    assert refused(
        "UPDATE registry_emergency SET reviewed_at = now(), reviewed_by_id = %s", supervisor.pk
    )
    granted = Grant.objects.get(case_id=theirs.pk)
    assert granted.ends_at - timezone.now() <= dt.timedelta(minutes=60)


OPENED_BY_BREAKING_GLASS = [
    "SELECT id FROM registry_case WHERE id = %s",
    "SELECT id FROM registry_note WHERE case_id = %s",
    "SELECT r.case_id FROM registry_reveal(ARRAY[%s::uuid], 'care') r",
    "SELECT k.file_key FROM registry_attachment a, registry_open_file(a.id, 'care') k"
    " WHERE a.case_id = %s",
]


def test_an_emergency_shows_nothing_to_a_transaction_that_could_still_take_it_back():
    owner = people.bound(people.member())
    theirs = registered(owner)
    keep_notes.write_note(case=theirs, viewer=owner, text="(invented)", sensitivity="ordinary")
    with as_owner():
        a_file_of(theirs, owner)
    people.bound(people.member(Role.SUPERVISOR))
    run("SELECT * FROM registry_break_glass(%s, 'danger')", theirs.reference)
    at_once = [run(statement, theirs.pk) for statement in OPENED_BY_BREAKING_GLASS]
    with as_owner():  # this test is one transaction: what is asked next stands for a later one
        Grant.objects.update(starts_at=timezone.now() - dt.timedelta(minutes=1))
    afterwards = [run(statement, theirs.pk) for statement in OPENED_BY_BREAKING_GLASS]

    assert at_once == [[], [], [], []]
    assert all(len(rows) == 1 for rows in afterwards)


def a_file_of(case: Case, viewer) -> None:
    attachment = Attachment(
        case=case, number=1, kind="document", extension="pdf", size=1, state="clean",
        checked_at=timezone.now(), object_name=uuid.uuid4().hex, submission=uuid.uuid4(),
        added_by=viewer.user,
    )  # fmt: skip
    attachment.seal(case_key(case.pk), **dict.fromkeys(Attachment.sealed_columns(), "-"))
    attachment.save(force_insert=True)


RESOLVE = "UPDATE registry_person SET resolved_into_id = %s WHERE id = %s"


def test_one_person_counts_no_two_as_one_nor_one_as_two():
    supervisor = people.member(Role.SUPERVISOR)
    at = Desk.objects.get(pk=supervisor.desk_id)
    tidier = people.member(Role.DATA_MANAGER, at=at)
    kept, absorbed = (registered(people.bound(supervisor)).person_id for _ in "ab")
    one, other = sorted((kept, absorbed))
    double = PossibleDouble.objects.create(one_id=one, other_id=other, found_by="score")
    told = {"viewer": supervisor, "trail": Trail(), "now": timezone.now()}

    for who in (supervisor, people.bound(tidier)):
        people.bound(who)
        assert refused(RESOLVE, kept, absorbed), who.role
    merge = merge_persons.propose_merge(
        viewer=tidier, double=double, kept_id=kept, taken_fields=[], now=timezone.now()
    )
    assert refused(RESOLVE, kept, absorbed)
    people.bound(supervisor)
    assert refused(RESOLVE, kept, absorbed)
    merge_persons.approve_merge(merge=merge, **told)
    assert Person.objects.get(pk=absorbed).resolved_into_id == kept
    assert refused(RESOLVE, None, absorbed)
    assert refused(RESOLVE, absorbed, kept)
    merge_persons.undo_merge(merge=merge, **told)
    assert Person.objects.get(pk=absorbed).resolved_into_id is None
    assert refused(RESOLVE, kept, absorbed)


def test_a_person_is_not_written_down_as_somebody_elses():
    theirs = registered(people.bound(people.member()))
    people.bound(people.member())

    assert refused(
        "INSERT INTO registry_person (id, sex, age_basis, language, resolved_into_id)"
        " VALUES (gen_random_uuid(), 'Male', 'estimated', '', %s)",
        theirs.person_id,
    )
