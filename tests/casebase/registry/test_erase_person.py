"""An erased person can be read again by nobody, from no copy of the data (control 83)."""

from __future__ import annotations

import os
import threading
import time
import uuid

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connections, transaction

from casebase.access.enums import Purpose
from casebase.access.viewer import Trail
from casebase.registry.models import Note
from casebase.registry.services import attachments, identities
from casebase.registry.services.attachments import Upload
from casebase.vault import files, services
from casebase.vault.errors import KeyErased
from tests.casebase import database
from tests.casebase.people import bound, member, sign_in
from tests.casebase.registry.cases import IDENTITY, registered
from tests.factories.uploads import image

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")


@pytest.fixture(autouse=True)
def rotator(settings, tmp_path, monkeypatch):
    settings.CASE_FILES = tmp_path / "case-files"
    monkeypatch.setenv("KEY_ROTATOR_URL", database.real_url("key_rotator"))


def arranged():
    with transaction.atomic():
        viewer = bound(member())
        case = registered(viewer)
        note = Note(case=case, written_by=viewer.user)
        note.seal(services.case_key(case.pk), text="A note, invented")
        note.save(force_insert=True)
        upload = Upload(uuid.uuid4(), "a.jpg", image("JPEG"), "photo", is_evidence=True)
        attachments.add_file(viewer=viewer, case=case, upload=upload)
    return viewer, case, note


def owner(statement, *values):
    with psycopg.connect(database.superuser_url(database.name_of("casebase"))) as connection:
        return connection.execute(statement, values).fetchall()


def erase(case, **options):
    given = {"reason": "court_order", "again": case.reference, **options}
    call_command("erase_person", case.reference, **given)


def test_nothing_sealed_of_an_erased_person_opens_again(client, capsys):
    viewer, case, _ = arranged()
    _, other, other_note = arranged()

    erase(case)

    for key_id in (case.pk, case.person_id):
        with pytest.raises(KeyErased):
            services.case_key(key_id)
    assert other_note.opened(services.case_key(other.pk)) == {"text": "A note, invented"}
    assert len(list(files.names_on_disk())) == 2  # the other child's
    assert "1 cases, 2 keys, 2 files" in capsys.readouterr().out
    page = sign_in(client, viewer).get(f"/cases/{case.reference}/")
    assert page.status_code == 200
    assert "A note, invented" not in page.content.decode()


def test_the_tombstone_keeps_the_number_the_moment_and_the_reason(capsys):
    _, case, _ = arranged()

    erase(case)

    with connections["keystore"].cursor() as cursor:
        cursor.execute(
            "SELECT wrapped, erased_at IS NOT NULL, erased_because FROM case_key "
            "WHERE case_id = ANY(%s)",
            [[case.pk, case.person_id]],
        )
        assert cursor.fetchall() == [(None, True, "court_order")] * 2
    assert owner("SELECT count(*) FROM registry_case WHERE id = %s", case.pk) == [(1,)]
    assert owner("SELECT purpose, case_ids FROM audit_entry WHERE action = 'person.erase'") == [
        ("court_order", [case.pk])
    ]


def test_a_copy_of_the_data_from_before_stays_closed(capsys):
    viewer, case, note = arranged()
    before = bytes(note.text)

    erase(case)

    with pytest.raises(KeyErased):
        services.case_keys([case.pk])[case.pk].open(
            before, table="registry_note", column="text", row=note.pk
        )
    with transaction.atomic():
        bound(viewer)
        found = identities.reveal(case_ids=[case.pk], purpose=Purpose.CARE, trail=Trail())
    assert found[case.pk].is_erased
    assert found[case.pk].texts == {}


@pytest.mark.parametrize("seconds_of_an_older_reader", [0, 1])
def test_the_keystore_s_file_holds_no_former_version_of_the_key(capsys, seconds_of_an_older_reader):
    _, case, _ = arranged()
    with connections["keystore"].cursor() as cursor:
        cursor.execute("SELECT wrapped FROM case_key WHERE case_id = %s", [case.pk])
        wrapped = bytes(cursor.fetchone()[0])
    url = database.superuser_url(database.name_of("keystore"))

    with psycopg.connect(url, autocommit=True) as older:
        older.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        older.execute("SELECT 1")
        release = threading.Timer(seconds_of_an_older_reader, older.rollback)
        release.start()
        erase(case)
        release.join()

    with psycopg.connect(url) as connection:
        connection.execute("CHECKPOINT")
        (data,) = connection.execute(
            "SELECT pg_read_binary_file(pg_relation_filepath('case_key'))"
        ).fetchone()
    assert wrapped not in bytes(data)


def test_erasing_twice_is_no_mistake(capsys):
    _, case, _ = arranged()
    erase(case)

    erase(case)

    assert "0 keys, 0 files" in capsys.readouterr().out


def test_a_slip_erases_nothing(capsys):
    _, case, note = arranged()

    with pytest.raises(CommandError, match="differ"):
        erase(case, again="another")
    with pytest.raises(CommandError, match="no case of this number"):
        call_command("erase_person", "nothing", reason="court_order", again="nothing")

    assert note.opened(services.case_key(case.pk))


def test_the_reconciler_removes_orphans_and_names_what_is_lost(capsys):
    arranged()
    kept = set(files.names_on_disk())
    orphan = files.keep(b"nobody's")
    old = time.time() - 7200
    for name in (*kept, orphan.name):
        os.utime(files.path_of(name), (old, old))

    call_command("reconcile_files")
    assert set(files.names_on_disk()) == kept

    files.remove(min(kept))
    with pytest.raises(CommandError, match="1 rows point to no file"):
        call_command("reconcile_files")


def test_the_files_of_an_erased_case_are_not_missed(capsys):
    _, case, _ = arranged()
    erase(case)

    call_command("reconcile_files")

    assert not list(files.names_on_disk())
    assert IDENTITY["given_name"] not in capsys.readouterr().out
