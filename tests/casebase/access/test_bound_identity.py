"""Control 33: who sees a row is what PostgreSQL itself could check, not what the site claims."""

from __future__ import annotations

import psycopg
import pytest
from django.db import connection, transaction

from casebase.access.binding import NotBound, bind
from casebase.registry.models import Case
from tests.casebase import people
from tests.casebase.database import real_url
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")


def context() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('harbour.context', true)")
        return cursor.fetchone()[0]


def claim(text: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('harbour.context', %s, true)", [text])


def test_a_member_sees_the_case_of_their_desk():
    case = registered(people.bound(people.member()))

    assert Case.objects.get() == case


def test_a_colleague_of_another_desk_sees_nothing():
    registered(people.bound(people.member()))
    people.bound(people.member())

    assert not Case.objects.exists()


def test_nobody_sees_anything_unbound():
    registered(people.bound(people.member()))
    claim("")

    assert not Case.objects.exists()


def test_a_context_typed_by_hand_shows_nothing():
    viewer = people.bound(people.member())
    registered(viewer)
    real = context()
    for forged in ("1", real[:-1] + ("0" if real[-1] != "0" else "1"), real.replace("|", "||", 1)):
        claim(forged)
        assert not Case.objects.exists(), forged


def test_a_session_without_the_second_factor_binds_nobody():
    viewer = people.member()
    store = people.session_of(viewer, with_both_factors=False)

    with pytest.raises(NotBound):
        bind(store.session_key)


def test_a_session_row_written_by_hand_binds_nobody():
    viewer = people.member()
    store = people.session_of(viewer, with_both_factors=False)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE core_session SET proof = '1700000000.' || repeat('a', 64) WHERE user_id = %s",
            [viewer.pk],
        )

    with pytest.raises(NotBound):
        bind(store.session_key)


def test_a_proof_copied_to_another_person_binds_nobody():
    mine, theirs = people.member(), people.member()
    store = people.session_of(mine)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE core_session SET user_id = %s", [theirs.pk])

    with pytest.raises(NotBound):
        bind(store.session_key)


@pytest.mark.parametrize("column", ["last_seen_at", "expire_date"])
def test_an_ended_session_binds_nobody(column):
    store = people.session_of(people.member())
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE core_session SET {column} = now() - interval '16 minutes'")

    with pytest.raises(NotBound):
        bind(store.session_key)


@pytest.mark.django_db(databases="__all__", transaction=True)
def test_yesterdays_context_shows_nothing_in_a_new_transaction():
    with transaction.atomic():
        registered(people.bound(people.member()))
        old = context()
    with transaction.atomic():
        assert not Case.objects.exists()
        claim(old)
        assert not Case.objects.exists()


HOSTILE = [
    "SELECT * FROM registry_identity",
    "SELECT given_name FROM registry_identity",
    "SELECT * FROM access_secret",
    "SELECT access_mac('session', 'x')",
    "SELECT access_context()",
    "INSERT INTO access_membership (user_id, role, agency_id, starts_on) "
    "VALUES (1, 'director', 1, now())",
    "UPDATE access_reach SET scope = 'national'",
    "SELECT * FROM audit_entry",
    "INSERT INTO audit_entry (action, result) VALUES ('a.b', 200)",
    "UPDATE audit_entry SET action = 'a.b'",
    "DELETE FROM audit_entry",
    "TRUNCATE audit_entry",
    "ALTER TABLE registry_case DISABLE ROW LEVEL SECURITY",
    "DROP POLICY seen ON registry_case",
    "CREATE TABLE mine (a int)",
    "TRUNCATE registry_case",
    "DELETE FROM registry_case",
    "SET ROLE casebase_owner",
    "SET SESSION AUTHORIZATION casebase_owner",
    "SET row_security = off; SELECT * FROM registry_case",
    "CREATE FUNCTION pg_temp.f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
]


@pytest.mark.parametrize("statement", HOSTILE)
def test_the_web_role_is_refused(statement):
    with (
        psycopg.connect(real_url("casebase_web")) as raw,
        pytest.raises((psycopg.errors.InsufficientPrivilege, psycopg.errors.InvalidParameterValue)),
    ):
        raw.execute(statement)
