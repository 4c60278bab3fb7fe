"""Keys change while people work, and a kill in the middle loses nothing (security control 45)."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import time
from uuid import uuid4

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext

from casebase.registry.models import Note
from casebase.vault import keys, services
from casebase.vault.envelope import version_of
from casebase.vault.errors import RecordDamaged
from casebase.vault.rotation.proof import prove
from casebase.vault.rotation.tables import sealed_tables
from casebase.vault.sealed import sealed_models
from portal.runtime import folders
from portal.runtime import keys as key_files
from tests.casebase import database
from tests.casebase.people import bound, member
from tests.casebase.registry.cases import IDENTITY, registered

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")


@pytest.fixture
def rotator(key_folder, settings, tmp_path, monkeypatch):
    """The casebase as the rotation sees it."""
    settings.DATA_DIR = tmp_path
    url = database.real_url("key_rotator")
    monkeypatch.setenv("KEY_ROTATOR_URL", url)
    with psycopg.connect(url, autocommit=True) as connection:
        yield connection


def arrange(children=3):
    """Registered children with a note each; their cases."""
    with transaction.atomic():
        viewer = bound(member())
        cases = [registered(viewer) for _ in range(children)]
        for case in cases:
            note = Note(case=case, written_by=viewer.user)
            note.seal(services.case_key(case.pk), text="A note, invented")
            note.save(force_insert=True)
    return cases


def owner(statement, *values):
    with psycopg.connect(database.superuser_url(database.name_of("casebase"))) as connection:
        found = connection.execute(statement, values)
        return found.fetchall() if found.description else found.rowcount


def keystore(statement, *values):
    with connections["keystore"].cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall() if cursor.description else cursor.rowcount


def rotate_case_keys(**options):
    call_command("rotate_keys", case_keys=True, grace_seconds=0.1, **options)


def identity_of(case):
    (row,) = owner(
        "SELECT id, given_name FROM registry_identity WHERE person_id = %s", case.person_id
    )
    return row


def test_every_sealed_table_is_found_without_being_listed():
    found = {table.name: table for table in sealed_tables()}

    assert {model._meta.db_table for model in sealed_models()} == set(found)
    assert found["registry_identity"].sealed_by == "person_id"
    assert "given_name" in found["registry_identity"].columns


def test_the_rotation_s_role_sees_ciphertext_and_nothing_else(rotator):
    arrange(1)

    assert rotator.execute("SELECT given_name FROM registry_identity").fetchone()[0][0] == 1
    for statement in (
        "SELECT * FROM registry_case",
        "SELECT written_by_id FROM registry_note",
        "UPDATE registry_note SET case_id = gen_random_uuid()",
        "INSERT INTO registry_note DEFAULT VALUES",
        "DELETE FROM registry_note",
        "SELECT 1 FROM core_user",
        "SELECT 1 FROM audit_entry",
        "SET ROLE casebase_owner",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            rotator.execute(statement)


def test_a_new_kek_wraps_every_key_and_touches_no_record(rotator, capsys):
    case = arrange()[0]
    before = identity_of(case)

    call_command("rotate_keys", forget_old_kek=True)

    assert keystore("SELECT DISTINCT kek_version FROM case_key") == [(2,)]
    assert set(keys.current().keks) == {2}
    assert identity_of(case) == before
    assert prove(rotator).holds
    assert "Drew kek-2." in capsys.readouterr().out


def test_an_interrupted_wrapping_goes_on_where_it_was(rotator, key_folder):
    arrange()
    key_files.draw_key(key_folder, "kek-2")
    services.new_case_key(uuid4())

    call_command("rotate_keys", forget_old_kek=True)

    assert keystore("SELECT DISTINCT kek_version FROM case_key") == [(2,)]
    assert set(keys.current().keks) == {2}  # and no third one


def test_a_key_that_does_not_open_keeps_the_old_kek(rotator):
    case = arrange()[0]
    keystore(
        "UPDATE case_key SET wrapped = %s WHERE case_id = %s", secrets.token_bytes(60), case.pk
    )

    with pytest.raises(CommandError, match="1 keys do not open"):
        call_command("rotate_keys", forget_old_kek=True)

    assert set(keys.current().keks) == {1, 2}


def test_new_case_keys_seal_everything_afresh_and_the_old_ones_are_gone(rotator):
    cases = arrange()
    row, before = identity_of(cases[0])

    rotate_case_keys()

    assert keystore("SELECT DISTINCT version FROM case_key") == [(2,)]
    _, after = identity_of(cases[0])
    assert (version_of(bytes(before)), version_of(bytes(after))) == (1, 2)
    key = services.case_key(cases[0].person_id)
    place = {"table": "registry_identity", "column": "given_name", "row": row}
    assert key.open(bytes(after), **place) == IDENTITY["given_name"]
    with pytest.raises(RecordDamaged):
        key.open(bytes(before), **place)


def test_a_page_that_read_before_the_rotation_opens_what_it_read(rotator):
    case = arrange(1)[0]
    key = services.case_key(case.person_id)
    row, before = identity_of(case)
    place = {"table": "registry_identity", "column": "given_name", "row": row}

    rotate_case_keys()

    assert key.open(bytes(before), **place) == IDENTITY["given_name"]
    assert key.open(bytes(identity_of(case)[1]), **place) == IDENTITY["given_name"]


def test_a_writer_s_case_waits_for_the_writer(rotator, monkeypatch):
    case = arrange(1)[0]
    monkeypatch.setattr("casebase.vault.rotation.case_keys.PATIENCE_SECONDS", 0.5)
    with transaction.atomic():
        viewer = bound(member())
        late = registered(viewer)
        with pytest.raises(CommandError, match="2 keys were being written"):
            rotate_case_keys()

    rotate_case_keys()

    proof = prove(rotator)
    assert proof.holds
    assert {version for (version,) in keystore("SELECT DISTINCT version FROM case_key")} <= {2, 3}
    assert services.case_key(late.pk)
    assert services.case_key(case.pk)


def test_a_lock_is_taken_once_and_again_where_its_savepoint_was_rolled_back(rotator):
    case = arrange(1)[0]
    key = services.case_key(case.pk)
    note = Note(case_id=case.pk, written_by_id=case.owner_id)

    def locks():
        return sum("pg_advisory_xact_lock_shared" in query["sql"] for query in asked)

    with transaction.atomic(), CaptureQueriesContext(connection) as asked:
        with transaction.atomic():
            note.seal(key, text="Sealed, then undone")
            transaction.set_rollback(True)
        assert locks() == 1
        note.seal(key, text="Sealed")
        assert locks() == 2
        note.seal(key, text="Sealed once more")
        assert locks() == 2


def test_a_writer_that_began_before_the_rotation_saves_with_the_new_key(rotator):
    case = arrange(1)[0]
    key = services.case_key(case.pk)

    rotate_case_keys()
    note = Note(case_id=case.pk, written_by_id=case.owner_id)
    with transaction.atomic():
        note.seal(key, text="Written with a key from before")

    assert version_of(note.text) == 2
    assert note.opened(services.case_key(case.pk)) == {"text": "Written with a key from before"}


def test_a_damaged_value_is_named_and_its_key_is_kept(rotator):
    cases = arrange()
    row, _ = identity_of(cases[0])
    owner(
        "UPDATE registry_identity SET given_name = overlay(given_name placing '\\x00'::bytea "
        "from 20) WHERE id = %s",
        row,
    )

    with pytest.raises(CommandError, match="1 keys with a damaged value"):
        rotate_case_keys()

    kept = keystore("SELECT version FROM case_key WHERE case_id = %s", cases[0].person_id)
    assert sorted(kept) == [(1,), (2,)]
    assert len(prove(rotator).damaged) == 1


def test_an_erased_case_is_left_in_peace(rotator):
    cases = arrange()
    services.erase_case_key(cases[0].person_id, "court_order")

    rotate_case_keys()
    call_command("rotate_keys", forget_old_kek=True)

    assert prove(rotator).erased == {cases[0].person_id}
    assert keystore(
        "SELECT version, wrapped FROM case_key WHERE case_id = %s", cases[0].person_id
    ) == [(1, None)]


def test_two_rotations_never_run_at_once(rotator):
    url = database.real_url("keystore_web", "keystore")
    with psycopg.connect(url, autocommit=True) as other:
        other.execute("SELECT pg_advisory_lock(4402)")

        with pytest.raises(CommandError, match="Another rotation"):
            call_command("rotate_keys")


WRITER = """
import os, sys, time, uuid
import django
django.setup()
from django.db import connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from casebase.registry.models import Note
from casebase.vault import services
with connections["default"].cursor() as cursor:
    cursor.execute("SET ROLE NONE")
case_ids = [uuid.UUID(text) for text in sys.argv[2:]]
number = 0
while True:
    number += 1
    case_id = case_ids[number % len(case_ids)]
    with transaction.atomic():
        note = Note(case_id=case_id, written_by_id=int(sys.argv[1]))
        note.seal(services.case_key(case_id), text=f"note {number}")
        time.sleep(0.02)
        note.save(force_insert=True)
    print(note.pk, flush=True)
"""


def environment_of_a_process(key_folder, tmp_path):
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.test_casework",
        "CASEWORK_KEYS": str(key_folder),
        "HARBOUR_DATA": str(tmp_path),
        "KEY_ROTATOR_URL": database.real_url("key_rotator"),
    }


def wait_for_the_lock():
    """Until PostgreSQL has noticed that the killed process is gone."""
    while keystore("SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 4402"):
        time.sleep(0.02)


@pytest.mark.slow
def test_rotated_under_four_writers_and_killed_in_the_middle_every_record_is_readable(
    rotator, key_folder, tmp_path
):
    cases = arrange(60)
    for _ in range(240):  # of other cases, so that there is a middle to be killed in
        services.new_case_key(uuid4())
    environment = environment_of_a_process(key_folder, tmp_path)
    user = str(cases[0].owner_id)
    arguments = [sys.executable, "-c", WRITER, user, *(str(case.pk) for case in cases)]
    files = [(tmp_path / f"writer-{number}").open("w+") for number in range(4)]
    writers = [
        subprocess.Popen(arguments, env=environment, cwd=folders.ROOT, stdout=file)
        for file in files
    ]
    command = [sys.executable, "manage.py", "rotate_keys", "--grace-seconds", "2"]
    while not all(os.fstat(file.fileno()).st_size for file in files):
        time.sleep(0.05)  # until each of them writes

    for kind, progress in (
        (["--case-keys"], "SELECT count(*) FROM case_key WHERE version = 2"),
        (["--forget-old-kek"], "SELECT count(*) FROM case_key WHERE kek_version = 2"),
    ):
        for passed in (0, 80, 200):
            run = subprocess.Popen(
                [*command, *kind], env=environment, cwd=folders.ROOT, stdout=subprocess.DEVNULL
            )
            while run.poll() is None and keystore(progress)[0][0] <= passed:
                time.sleep(0.002)
            assert run.poll() is None, "killed in the middle, not at the end"
            run.send_signal(signal.SIGKILL)
            run.wait()
            wait_for_the_lock()
        done = subprocess.run(
            [*command, *kind], env=environment, cwd=folders.ROOT, capture_output=True, text=True
        )
        print(kind, done.stdout, done.stderr)
        assert done.returncode == 0, done.stderr

    said = []
    for writer, file in zip(writers, files, strict=True):
        assert writer.poll() is None, "it wrote to the end"
        writer.terminate()
        writer.wait()
        file.seek(0)
        said += [line.strip() for line in file if line.endswith("\n")]
        file.close()
    held = {str(row) for (row,) in owner("SELECT id FROM registry_note")}
    proof = prove(rotator)
    assert proof.holds
    assert proof.readable >= len(said) + 60 * 10
    assert set(said) <= held
    versions = keystore("SELECT count(*), count(DISTINCT case_id) FROM case_key")[0]
    assert versions[0] == versions[1], "one version a key"
    # A run killed after its last rewrap leaves nothing to resume: the next one draws a newer KEK.
    (newest,) = keys.current().keks
    assert newest >= 2
    assert keystore("SELECT DISTINCT kek_version FROM case_key") == [(newest,)]
    print(len(said), "notes acknowledged while keys were rotated;", proof)
