"""The casebase under test: cloned from a template, reached through the roles of production."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import quote

from django.conf import settings
from django.db import connections
from psycopg import sql

from portal.runtime import folders, provision, schema
from portal.settings import environment
from tests import database as server

# alias -> (kind of database, the role its connection takes at once)
ALIASES = {
    "default": ("casebase", "casebase_web"),
    "audit": ("casebase", "audit_writer"),
    "keystore": ("keystore", "keystore_web"),
}
VARIABLES = {"default": "CASEBASE", "audit": "AUDIT", "keystore": "KEYSTORE"}


def start() -> None:
    """The server of the whole run, and the addresses of this worker's databases."""
    server.start_postgres()
    # A demo's, where one ran in this folder: a command under test would leave for its database.
    environment._FILES.pop("CASEBASE_OWNER_URL", None)
    for alias, (kind, role) in ALIASES.items():
        url = f"{superuser_url(name_of(kind))}?options={quote(f'-c role={role}')}"
        os.environ[f"HARBOUR_TEST_{VARIABLES[alias]}_URL"] = url
        settings.DATABASES[alias].update(
            environment.database(url, **settings.BOUND), ATOMIC_REQUESTS=alias == "default"
        )


def name_of(kind: str) -> str:
    return f"harbour_{kind}_{server.worker()}"


def superuser_url(database: str) -> str:
    return os.environ["HARBOUR_TEST_SUPERUSER_URL"].rsplit("/", 1)[0] + f"/{database}"


def real_url(role: str, kind: str = "casebase") -> str:
    """The address of a role as in production: signed in as it, with no way out of it."""
    return server.url_of(role, name_of(kind))


def clone() -> None:
    """This worker's databases afresh: the casebase from its template, the keystore empty."""
    template = ensure_template()
    with server.superuser() as connection:
        server.drop(connection, name_of("casebase"))
        connection.execute(
            sql.SQL(
                "CREATE DATABASE {} TEMPLATE {} OWNER casebase_owner STRATEGY FILE_COPY"
            ).format(sql.Identifier(name_of("casebase")), sql.Identifier(template))
        )
        server.drop(connection, name_of("keystore"))
        provision.ensure_database(connection, name_of("keystore"), "keystore_owner")
        for kind in ("casebase", "keystore"):
            _let_in(connection, kind)
    provision.prepare_keystore(superuser_url(name_of("keystore")))


def _let_in(connection: object, kind: str) -> None:
    provision.close_to_public(connection, name_of(kind))
    for role, databases in provision.ROLES.items():
        if kind in databases:
            statement = sql.SQL("GRANT CONNECT ON DATABASE {} TO {}")
            connection.execute(
                statement.format(sql.Identifier(name_of(kind)), sql.Identifier(role))
            )


def ensure_template() -> str:
    """The template's name, built first where it is missing."""
    name = f"harbour_casebase_template_{schema.digest()}_{_digest_of_grants()}"
    lock = folders.data_folder() / "test-postgres" / "casebase-template.lock"
    with lock.open("w") as file, server.superuser() as connection:
        fcntl.flock(file, fcntl.LOCK_EX)
        if not server.exists(connection, name):
            _build(connection, name)
    return name


def _digest_of_grants() -> str:
    """Privileges are given after the migrations and stand in no snapshot."""
    found = hashlib.sha256()
    for pattern in ("*/privileges.py", "access/install.py", "access/roles.py"):
        for path in sorted((folders.ROOT / "casebase").glob(pattern)):
            found.update(path.read_bytes())
    return found.hexdigest()[:8]


def _build(connection: object, name: str) -> None:
    fresh = f"{name}_fresh"
    server.drop(connection, fresh)
    provision.ensure_database(connection, fresh, "casebase_owner")
    provision.prepare_schema(superuser_url(fresh), "casebase")
    owner = server.url_of("casebase_owner", fresh)
    subprocess.run(
        [sys.executable, folders.ROOT / "manage.py", "load_schema"],
        env={
            **os.environ,
            "HARBOUR_TEST_CASEBASE_URL": owner,
            "CASEWORK_KEYS": str(settings.KEY_FOLDER),
            "DJANGO_SETTINGS_MODULE": "portal.settings.test_casework",
        },
        check=True,
        stdout=subprocess.DEVNULL,
    )
    rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    connection.execute(rename.format(sql.Identifier(fresh), sql.Identifier(name)))


@contextlib.contextmanager
def as_owner(alias: str = "default") -> Iterator[None]:
    """Step out of the role to arrange rows; inside the same transaction, so it is rolled back."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT current_user")
        (role,) = cursor.fetchone()
        cursor.execute("SET ROLE NONE")
        try:
            yield
        finally:
            cursor.execute(f"SET ROLE {role}")
