"""The trail is added to, by one role, and changed by nobody (control 59): hostile SQL as each."""

from __future__ import annotations

import contextlib

import psycopg
import pytest

ADD = "INSERT INTO audit_entry ({}) VALUES ({})"
HONEST = {
    "action": "'case.read'",
    "session": "''",
    "case_ids": "'{}'",
    "fields": "'{}'",
    "purpose": "''",
    "result": "200",
    "view": "''",
    "query_hash": "''",
}


def adding(**more):
    row = {**HONEST, **more}
    return ADD.format(", ".join(row), ", ".join(row.values()))


CHANGES = [
    "UPDATE audit_entry SET result = 404",
    "UPDATE audit_entry SET at = now() - interval '1 day'",
    "DELETE FROM audit_entry",
    "TRUNCATE audit_entry",
    "TRUNCATE audit_entry CASCADE",
    "UPDATE audit_seal SET root = ''",
    "DELETE FROM audit_seal",
    "TRUNCATE audit_seal",
    "MERGE INTO audit_entry e USING (SELECT 1 AS id) s ON e.id = s.id WHEN MATCHED THEN DELETE",
    "WITH gone AS (DELETE FROM audit_entry RETURNING 1) SELECT * FROM gone",
]
GROUND = [
    "ALTER TABLE audit_entry DISABLE TRIGGER ALL",
    "ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_holds_codes_only",
    "DROP TRIGGER audit_entry_is_only_added_to ON audit_entry",
    "DROP TABLE audit_entry",
    "ALTER TABLE audit_entry RENAME TO gone",
    "SET session_replication_role = replica",
    "CREATE RULE away AS ON INSERT TO audit_entry DO INSTEAD NOTHING",
    "CREATE TRIGGER away BEFORE INSERT ON audit_entry EXECUTE FUNCTION audit_refuse()",
    "CREATE OR REPLACE FUNCTION audit_refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
    "LOCK TABLE audit_entry IN ACCESS EXCLUSIVE MODE",
    "ALTER SEQUENCE audit_entry_id_seq RESTART",
    "SELECT setval('audit_entry_id_seq', 1)",
    "SET ROLE casebase_owner",
    "COPY audit_entry TO PROGRAM 'cat'",
]
READS = [
    "SELECT * FROM audit_entry",
    "SELECT count(*) FROM audit_entry",
    "SELECT leaves FROM audit_seal",
    "COPY audit_entry TO STDOUT",
]


REFUSAL = (psycopg.errors.InsufficientPrivilege, psycopg.errors.GeneratedAlways)


def refused(trail, role, statement):
    before = trail.superuser.execute("SELECT e.*::text FROM audit_entry e").fetchall()
    connection = trail.as_role(role)
    with pytest.raises(REFUSAL), connection.transaction():
        connection.execute(statement)
    connection.close()
    assert trail.superuser.execute("SELECT e.*::text FROM audit_entry e").fetchall() == before


@pytest.mark.parametrize("role", ["casebase_web", "audit_writer", "sealer", "backup_ro"])
def test_no_role_of_the_site_changes_the_trail_or_its_ground(sealed, role):
    for statement in (*CHANGES, *GROUND):
        refused(sealed, role, statement)


@pytest.mark.parametrize("role", ["casebase_web", "audit_writer"])
def test_those_who_write_it_read_nothing_of_it(sealed, role):
    for statement in READS:
        refused(sealed, role, statement)


def test_the_owner_is_refused_as_well(sealed):
    for statement in CHANGES:
        refused(sealed, "casebase_owner", statement)


@pytest.mark.parametrize("role", ["casebase_web", "sealer", "backup_ro"])
def test_only_the_writer_adds_an_entry(sealed, role):
    refused(sealed, role, adding())


@pytest.mark.parametrize("role", ["casebase_web", "audit_writer", "backup_ro"])
def test_only_the_sealer_adds_a_seal(sealed, role):
    refused(sealed, role, "INSERT INTO audit_seal SELECT * FROM audit_seal")


@pytest.mark.parametrize(
    "chosen",
    [{"id": "1"}, {"id": "900"}, {"at": "now() - interval '1 day'"}],
    ids=["a number taken", "a number to come", "a moment"],
)
def test_the_writer_chooses_neither_number_nor_moment(sealed, chosen):
    refused(sealed, "audit_writer", adding(**chosen))


def test_the_writer_gets_nothing_back_from_what_it_adds(sealed):
    refused(sealed, "audit_writer", adding() + " RETURNING *")


@pytest.mark.parametrize(
    "free_text",
    [
        {"action": "'Ama Mensah'"},
        {"purpose": "'She is at the shelter'"},
        {"view": "'/cases/?q=Ama Mensah'"},
        {"session": "'Ama Mensah'"},
        {"fields": "'{Ama Mensah}'"},
    ],
    ids=lambda row: next(iter(row)),
)
def test_no_free_text_fits_an_entry(sealed, free_text):
    with pytest.raises(psycopg.errors.CheckViolation):
        sealed.writer.execute(adding(**free_text))

    assert len(sealed.numbers()) == 10


def test_a_moment_is_the_databases_own_whatever_the_transaction_says(sealed):
    """Two entries of one transaction differ: the clock is read for each (control 64)."""
    with sealed.writer.transaction():
        sealed.write(2)

    rows = sealed.superuser.execute("SELECT at FROM audit_entry ORDER BY id DESC LIMIT 2")

    later, earlier = (at for (at,) in rows)
    assert later > earlier


@pytest.mark.parametrize("role", ["casebase_web", "audit_writer", "sealer", "backup_ro"])
def test_no_role_hands_on_what_it_holds(sealed, role):
    """PostgreSQL answers such a GRANT with a warning; what counts is that nothing was granted."""
    held = "SELECT relacl::text FROM pg_class WHERE relname IN ('audit_entry', 'audit_seal')"
    before = sealed.superuser.execute(held).fetchall()

    with contextlib.suppress(psycopg.errors.InsufficientPrivilege):
        sealed.as_role(role).execute("GRANT ALL ON audit_entry, audit_seal TO PUBLIC")

    assert sealed.superuser.execute(held).fetchall() == before
