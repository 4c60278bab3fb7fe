"""The keystore: one wrapped key a case, apart from the data (security control 44)."""

from __future__ import annotations

import secrets
from uuid import uuid4

import psycopg
import pytest
from django.db import DatabaseError, IntegrityError

from casebase.vault import keystore as keystore_module
from casebase.vault import services
from casebase.vault.errors import KeyErased, RecordDamaged
from portal.runtime import keys as key_files
from tests import database
from tests.casebase.database import real_url

PLACE = {"table": "t", "column": "c", "row": 1}


def execute(keystore, statement, *values):
    with keystore.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else cursor.rowcount


def erase(keystore, case_id):
    return execute(
        keystore,
        "UPDATE case_key SET wrapped = NULL, erased_at = now(), erased_because = 'court_order' "
        "WHERE case_id = %s",
        case_id,
    )


def test_a_new_key_is_committed_before_it_is_handed_out(keystore):
    case_id = uuid4()

    sealed = services.new_case_key(case_id).seal("Nobody Real", **PLACE)

    keystore.close()  # whatever was not committed is gone
    assert services.case_key(case_id).open(sealed, **PLACE) == "Nobody Real"


def test_a_case_gets_one_key_only(keystore):
    case_id = uuid4()
    sealed = services.new_case_key(case_id).seal("x", **PLACE)

    with pytest.raises(IntegrityError):
        services.new_case_key(case_id)

    assert services.case_key(case_id).open(sealed, **PLACE) == "x"


def test_many_keys_come_in_one_query(keystore, django_assert_num_queries):
    ids = [uuid4() for _ in range(25)]
    for case_id in ids:
        services.new_case_key(case_id)

    with django_assert_num_queries(1, connection=keystore):
        found = services.case_keys(ids)

    assert set(found) == set(ids)
    assert len({key.seal_bytes(b"", **PLACE)[2:14] for key in found.values()}) == 25


def test_asking_for_no_key_asks_nothing(keystore, django_assert_num_queries):
    with django_assert_num_queries(0, connection=keystore):
        assert services.case_keys([]) == {}


def test_a_key_that_was_never_made_is_no_key(keystore):
    with pytest.raises(RecordDamaged):
        services.case_key(uuid4())


def test_an_erased_case_spares_the_others_in_a_list(keystore):
    kept, gone = uuid4(), uuid4()
    sealed = {
        case_id: services.new_case_key(case_id).seal("x", **PLACE) for case_id in (kept, gone)
    }
    assert erase(keystore, gone) == 1

    found = services.case_keys([kept, gone])

    assert found[kept].open(sealed[kept], **PLACE) == "x"
    with pytest.raises(KeyErased):
        found[gone].open(sealed[gone], **PLACE)
    with pytest.raises(KeyErased):
        services.case_key(gone)


def test_a_wrapped_key_moved_to_another_case_does_not_open(keystore, caplog):
    mine, other = uuid4(), uuid4()
    services.new_case_key(mine)
    services.new_case_key(other)
    execute(
        keystore,
        "UPDATE case_key SET wrapped = (SELECT wrapped FROM case_key WHERE case_id = %s) "
        "WHERE case_id = %s",
        other,
        mine,
    )

    with pytest.raises(RecordDamaged):
        services.case_key(mine)
    assert [record.message for record in caplog.records] == ["case key damaged"]


def test_the_keystore_alone_opens_nothing(keystore, key_folder, settings, tmp_path):
    case_id = uuid4()
    services.new_case_key(case_id)

    settings.KEY_FOLDER = key_files.ensure_keys(tmp_path / "a thief's own keys")

    with pytest.raises(RecordDamaged):
        services.case_key(case_id)


def test_a_new_key_is_wrapped_by_the_newest_kek(keystore, key_folder):
    key_files.draw_key(key_folder, "kek-2")
    case_id = uuid4()
    services.new_case_key(case_id)

    rows = execute(keystore, "SELECT kek_version FROM case_key WHERE case_id = %s", case_id)

    assert rows == [(2,)]


def test_a_kek_that_comes_while_a_key_is_drawn_wraps_it(keystore, key_folder, monkeypatch):
    wrap, case_id = keystore_module.wrap, uuid4()

    def too_early(*args):
        wrapped = wrap(*args)
        if not (key_folder / "kek-2").exists():  # as by a rotation, which would not find the row
            key_files.draw_key(key_folder, "kek-2")
        return wrapped

    monkeypatch.setattr(keystore_module, "wrap", too_early)

    sealed = services.new_case_key(case_id).seal("Nobody Real", **PLACE)
    (key_folder / "kek-1").unlink()

    assert services.case_key(case_id).open(sealed, **PLACE) == "Nobody Real"


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM case_key WHERE case_id = %s",
        "UPDATE case_key SET case_id = gen_random_uuid() WHERE case_id = %s",
        "UPDATE case_key SET wrapped = NULL WHERE case_id = %s",
        "UPDATE case_key SET wrapped = '\\x00' WHERE case_id = %s",
        "UPDATE case_key SET erased_at = now(), erased_because = 'x' WHERE case_id = %s",
    ],
)
def test_a_key_in_use_cannot_be_lost_by_a_statement(keystore, statement):
    case_id = uuid4()
    sealed = services.new_case_key(case_id).seal("x", **PLACE)

    with pytest.raises(DatabaseError):
        execute(keystore, statement, case_id)

    assert services.case_key(case_id).open(sealed, **PLACE) == "x"


def test_an_erased_key_is_never_put_back(keystore):
    case_id = uuid4()
    services.new_case_key(case_id)
    erase(keystore, case_id)

    for statement in (
        "UPDATE case_key SET wrapped = %s, erased_at = NULL, erased_because = NULL "
        "WHERE case_id = %s",
        "UPDATE case_key SET retired_at = now(), wrapped = %s WHERE case_id = %s",
    ):
        with pytest.raises(DatabaseError):
            execute(keystore, statement, secrets.token_bytes(60), case_id)
    with pytest.raises(DatabaseError):
        execute(keystore, "DELETE FROM case_key WHERE case_id = %s", case_id)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE smuggled (n int)",
        "CREATE TEMPORARY TABLE smuggled (n int)",
        "TRUNCATE case_key",
        "DROP TABLE case_key",
        "ALTER TABLE case_key DISABLE TRIGGER case_key_keep",
        "DROP FUNCTION case_key_keep() CASCADE",
        "SET session_replication_role = replica",
        "SET ROLE keystore_owner",
        "SELECT lo_create(0)",
    ],
)
def test_the_keystore_s_web_role_changes_rows_and_nothing_else(statement):
    with (
        psycopg.connect(real_url("keystore_web", "keystore")) as raw,
        pytest.raises(psycopg.Error, match=r"permission denied|must be owner"),
    ):
        raw.execute(statement)


@pytest.mark.parametrize("role", ["casebase_web", "casebase_owner", "portal_web", "backup_ro"])
def test_no_other_role_reaches_the_keystore(role):
    with pytest.raises(psycopg.OperationalError, match="permission denied for database"):
        psycopg.connect(database.url_of(role, "keystore"))
