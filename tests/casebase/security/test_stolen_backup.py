"""A backup of the data lets nobody say who they are, and a restored database works without it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from portal.runtime import folders, provision
from portal.runtime.postgres import BIN
from tests import database as server
from tests.casebase.database import as_owner, name_of, real_url, superuser_url

pytestmark = pytest.mark.django_db(databases="__all__")
OPTIONS = [f"--exclude-table=public.{table}" for table in provision.NOT_IN_BACKUPS]


def dump(to: Path, *options: str) -> subprocess.CompletedProcess[bytes]:
    """What the README tells whoever makes backups."""
    command = [BIN / "pg_dump", *OPTIONS, *options, "--file", to, "--dbname", real_url("backup_ro")]
    return subprocess.run(command, check=False, capture_output=True)


def test_no_backup_holds_what_says_who_somebody_is(tmp_path):
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT name, inner_pad, outer_pad FROM access_secret")
        secrets = cursor.fetchall()

    done = dump(tmp_path / "dump.sql")

    text = (tmp_path / "dump.sql").read_text()
    assert done.returncode == 0, done.stderr.decode()
    assert "COPY public.registry_case" in text
    assert {name for name, _, _ in secrets} == {"session", "context"}
    assert not [name for name, *pads in secrets if any(bytes(pad).hex() in text for pad in pads)]


@pytest.mark.parametrize("table", provision.NOT_IN_BACKUPS)
def test_the_role_that_makes_backups_does_not_read_it(table):
    def read() -> None:
        with psycopg.connect(real_url("backup_ro")) as backup:
            backup.execute(f"SELECT * FROM {table}")

    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        read()
    # Nor after the next start, which grants that role everything there is.
    provision.prepare_schema(superuser_url(name_of("casebase")), "casebase")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        read()


def test_a_restored_database_gets_its_keys_from_the_next_migration(tmp_path):
    assert dump(tmp_path / "dump", "--format=custom").returncode == 0
    name = f"{name_of('casebase')}_restored"
    with server.superuser() as admin:
        server.drop(admin, name)
        provision.ensure_database(admin, name, "casebase_owner")
    try:
        restore = [BIN / "pg_restore", "--dbname", superuser_url(name), tmp_path / "dump"]
        subprocess.run(restore, check=False, capture_output=True)  # "public" is there already
        migrate(name)
        with psycopg.connect(superuser_url(name)) as restored:
            kept = restored.execute("SELECT name FROM access_secret ORDER BY name").fetchall()
            mac = restored.execute("SELECT length(access_mac('context', 'x'))").fetchone()
            lasting = restored.execute("SELECT access_lasting_mac('x')").fetchone()
            read = restored.execute(
                "SELECT has_table_privilege('backup_ro', 'access_secret', 'SELECT')"
            ).fetchone()
    finally:
        with server.superuser() as admin:
            server.drop(admin, name)

    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT access_lasting_mac('x')")
        assert cursor.fetchone() == lasting
    assert (kept, mac, read) == ([("context",), ("session",)], (64,), (False,))


def migrate(name: str) -> None:
    subprocess.run(
        [sys.executable, folders.ROOT / "manage.py", "load_schema"],
        env={
            **os.environ,
            "HARBOUR_TEST_CASEBASE_URL": server.url_of("casebase_owner", name),
            "CASEWORK_KEYS": str(settings.KEY_FOLDER),
            "DJANGO_SETTINGS_MODULE": "portal.settings.test_casework",
        },
        check=True,
    )
