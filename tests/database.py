"""The test server and its databases: a template made once a schema, a clone for each worker.

The template's name carries a digest of every migration and of the schema snapshot, so a changed
schema makes a new one and an unchanged one is never rebuilt: cloning costs a tenth of a second.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
from django.conf import settings
from psycopg import sql

from portal.runtime import folders, provision, schema
from portal.runtime.postgres import Server
from portal.settings import environment

ROOT = folders.ROOT
_server: Server | None = None


def start_postgres() -> None:
    """Start the server once a run; workers of pytest-xdist inherit its address."""
    global _server
    if "HARBOUR_TEST_SUPERUSER_URL" not in os.environ:
        _server = Server(folders.data_folder() / "test-postgres", careless=True)
        _server.start()
        provision.provision(_server, _server.folder / "credentials.env")
        os.environ["HARBOUR_TEST_SUPERUSER_URL"] = _server.url
        os.environ["HARBOUR_TEST_CREDENTIALS"] = str(_server.folder / "credentials.env")


def start_server_for_tests() -> None:
    """The server, and the portal's database of this worker."""
    start_postgres()
    url = _owner_url(f"harbour_test_{worker()}")
    os.environ["HARBOUR_TEST_URL"] = url
    # pytest-django has read the settings by now, but nothing has connected yet.
    settings.DATABASES["default"].update(environment.database(url))


def stop_server() -> None:
    if _server is not None:
        _server.stop()


def worker() -> str:
    return os.environ.get("PYTEST_XDIST_WORKER", "main")


def credentials() -> dict[str, str]:
    """The test server's `PORTAL_WEB_URL` and its like."""
    return folders.read_env_file(Path(os.environ["HARBOUR_TEST_CREDENTIALS"]))


def url_of(role: str, database: str) -> str:
    """The address of a role on one database of the test server."""
    return credentials()[f"{role.upper()}_URL"].rsplit("/", 1)[0] + f"/{database}"


def _owner_url(database: str) -> str:
    return url_of("portal_owner", database)


def clone(database: str) -> None:
    """Make `database` afresh as a copy of the template, with the portal's grants."""
    template = ensure_template()
    with superuser() as connection:
        drop(connection, database)
        connection.execute(
            sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER portal_owner STRATEGY FILE_COPY").format(
                sql.Identifier(database), sql.Identifier(template)
            )
        )
        provision.close_to_public(connection, database)
        connection.execute(
            sql.SQL("GRANT CONNECT ON DATABASE {} TO portal_web").format(sql.Identifier(database))
        )


def drop(connection: psycopg.Connection, database: str) -> None:
    connection.execute(
        sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(database))
    )


@contextlib.contextmanager
def superuser() -> Iterator[psycopg.Connection]:
    with psycopg.connect(os.environ["HARBOUR_TEST_SUPERUSER_URL"], autocommit=True) as connection:
        yield connection


def ensure_template() -> str:
    """The template's name, built first where it is missing."""
    name = f"harbour_template_{schema.digest()}"
    lock = folders.data_folder() / "test-postgres" / "template.lock"
    with lock.open("w") as file, superuser() as connection:
        fcntl.flock(file, fcntl.LOCK_EX)
        if not exists(connection, name):
            _build(connection, name)
    return name


def _build(connection: psycopg.Connection, name: str) -> None:
    fresh = (
        f"{name}_fresh"  # renamed when whole: a run that dies in between leaves no half template
    )
    drop(connection, fresh)
    provision.ensure_database(connection, fresh, "portal_owner")
    provision.prepare_schema(
        os.environ["HARBOUR_TEST_SUPERUSER_URL"].rsplit("/", 1)[0] + f"/{fresh}", "portal"
    )
    subprocess.run(
        [sys.executable, ROOT / "manage.py", "load_schema", "--settings=portal.settings.test"],
        env={**os.environ, "HARBOUR_TEST_URL": _owner_url(fresh)},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    connection.execute(rename.format(sql.Identifier(fresh), sql.Identifier(name)))


def exists(connection: psycopg.Connection, database: str) -> bool:
    found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
    return found.fetchone() is not None
