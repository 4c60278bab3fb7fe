"""Security control 2: each role holds what the checked-in matrix says and nothing more.

The matrix is generated from the catalogue over every table × role × privilege:
`HARBOUR_WRITE_MATRIX=1 make test ARGS="-k matrix"` writes it again; read the difference.
"""

from __future__ import annotations

import os
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from portal.runtime import provision
from tests import database

MATRIX = Path(__file__).with_name("privileges.tsv")
PRIVILEGES = (
    "SELECT",
    "INSERT",
    "UPDATE",
    "DELETE",
    "TRUNCATE",
    "REFERENCES",
    "TRIGGER",
    "MAINTAIN",
)
ATTRIBUTES = "rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls"


@pytest.fixture(scope="module")
def portal_url():
    """The template's clone for this worker, reached as the superuser."""
    name = "harbour_privileges"
    database.clone(name)
    yield os.environ["HARBOUR_TEST_SUPERUSER_URL"].rsplit("/", 1)[0] + f"/{name}"
    with database.superuser() as connection:
        database.drop(connection, name)


def held(connection):
    """Every (role, object, privileges) line that the catalogue gives our roles."""
    tables = connection.execute(
        "SELECT oid, relname FROM pg_class WHERE relnamespace = 'public'::regnamespace "
        "AND relkind IN ('r', 'v', 'm', 'p') ORDER BY relname"
    ).fetchall()
    for role in sorted(provision.ROLES):
        for oid, name in tables:
            row = connection.execute(
                sql.SQL("SELECT {}").format(
                    sql.SQL(", ").join(
                        sql.SQL("has_table_privilege({}, {}, {})").format(
                            sql.Literal(role), sql.Literal(oid), sql.Literal(privilege)
                        )
                        for privilege in PRIVILEGES
                    )
                )
            ).fetchone()
            granted = [name for name, has in zip(PRIVILEGES, row, strict=True) if has]
            yield role, name, ",".join(granted) or "-"


def test_every_role_holds_exactly_the_matrix(portal_url):
    with psycopg.connect(portal_url) as connection:
        found = ["\t".join(line) for line in held(connection)]
    if os.environ.get("HARBOUR_WRITE_MATRIX"):
        MATRIX.write_text("\n".join(found) + "\n")

    assert found == MATRIX.read_text().splitlines()


def test_only_its_own_two_roles_hold_anything_in_the_keystore():
    url = os.environ["HARBOUR_TEST_SUPERUSER_URL"].rsplit("/", 1)[0] + "/keystore"
    with psycopg.connect(url) as connection:
        found = {role: granted for role, _, granted in held(connection) if granted != "-"}

    assert found == {
        "keystore_owner": ",".join(PRIVILEGES),
        "keystore_web": "SELECT,INSERT,UPDATE,DELETE,MAINTAIN",
    }


def test_no_role_has_an_attribute_that_widens_it():
    with database.superuser() as connection:
        rows = connection.execute(
            f"SELECT rolname, {ATTRIBUTES} FROM pg_roles WHERE rolname = ANY(%s)",
            [list(provision.ROLES)],
        ).fetchall()
        members = connection.execute(
            "SELECT count(*) FROM pg_auth_members WHERE member::regrole::text = ANY(%s)",
            [list(provision.ROLES)],
        ).fetchone()[0]

    assert {row[0] for row in rows} == set(provision.ROLES)
    assert {row[0] for row in rows if any(row[1:])} == set(provision.SEES_EVERY_ROW)
    assert members == 0


@pytest.mark.parametrize("role", sorted(provision.ROLES))
@pytest.mark.parametrize("name", sorted(provision.DATABASES))
def test_a_role_connects_to_its_own_database_only(role, name):
    if name in provision.ROLES[role]:
        psycopg.connect(database.url_of(role, name)).close()
    else:
        with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
            psycopg.connect(database.url_of(role, name))


@pytest.mark.parametrize("name", ["postgres", "template1"])
def test_the_web_role_reaches_no_database_of_the_server_itself(name):
    with pytest.raises(psycopg.OperationalError, match="permission denied"):
        psycopg.connect(database.url_of("portal_web", name))


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE smuggled (n int)",
        "CREATE SCHEMA smuggled",
        "CREATE TEMPORARY TABLE smuggled (n int)",
        "ALTER TABLE core_user ADD COLUMN smuggled int",
        "TRUNCATE core_user CASCADE",
        "DROP TABLE core_user",
        "SET ROLE portal_owner",
        "SET SESSION AUTHORIZATION portal_owner",
        "COPY core_user TO PROGRAM 'cat'",
        "COPY core_user TO '/tmp/users'",
        "SELECT pg_read_file('/etc/passwd')",
        "ALTER ROLE portal_web SUPERUSER",
        "CREATE EXTENSION dblink",
        "LOAD 'pg_trgm'",
        "SELECT lo_create(0)",
        "SELECT lo_from_bytea(0, 'smuggled')",
    ],
)
def test_the_web_role_is_refused_whatever_changes_the_ground(portal_url, statement):
    url = database.url_of("portal_web", "harbour_privileges")
    with psycopg.connect(url) as connection, pytest.raises(psycopg.errors.InsufficientPrivilege):
        connection.execute(statement)
