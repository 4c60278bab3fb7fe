"""After every migration: privileges, and the secrets and roles that the database checks with."""

from __future__ import annotations

import importlib.util
import secrets
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db import connections, transaction

from casebase.access.enums import Action
from casebase.access.rls import SECRETS
from casebase.access.roles import ROLES
from portal.core import sealing
from portal.runtime.provision import NOT_IN_BACKUPS

GRANTEES = ("casebase_web", "audit_writer", "sealer", "key_rotator", "release_worker")
BLOCK = 64  # of HMAC-SHA-256, bytes


def after_migrate(using: str, **_sent: Any) -> None:
    """Bring privileges, roles and secrets to what the code says; for the owner of the tables."""
    if using != "default":
        return
    with transaction.atomic(using), connections[using].cursor() as cursor:
        cursor.execute(SECRETS)  # absent after a restore: Note [No backup holds the key …]
        _grant(cursor)
        _keep_roles(cursor)
        _keep_secret(cursor, "access_secret", "session", sealing.session_key())
        for table, name in (("access_secret", "context"), ("access_lastingsecret", "snapshot")):
            cursor.execute(f"SELECT 1 FROM {table} WHERE name = %s", [name])  # noqa: S608 -- ours
            if cursor.fetchone() is None:
                _keep_secret(cursor, table, name, secrets.token_bytes(32))


def privileges() -> Iterator[Any]:
    """The `privileges` module of every app that has one."""
    for config in apps.get_app_configs():
        name = f"{config.name}.privileges"
        if config.name.startswith("casebase.") and importlib.util.find_spec(name):
            yield import_module(name)


def _grant(cursor: Any) -> None:
    roles = ", ".join(GRANTEES)
    cursor.execute(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {roles}")
    cursor.execute(f"REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC, {roles}")
    cursor.execute(f"GRANT USAGE ON SCHEMA public TO {roles}")
    cursor.execute(f"REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {roles}")
    cursor.execute(f"REVOKE ALL ON {', '.join(NOT_IN_BACKUPS)} FROM backup_ro")
    present = set(connections["default"].introspection.table_names(cursor))
    for module in privileges():
        for table, granted in module.TABLES.items():
            for role, what in granted.items():
                if table in present and what:
                    cursor.execute(f"GRANT {what} ON {table} TO {role}")
        for function, callers in module.FUNCTIONS.items():
            cursor.execute(f"GRANT EXECUTE ON FUNCTION {function} TO {', '.join(callers)}")
    _grant_numbers(cursor)


def _grant_numbers(cursor: Any) -> None:
    """Of a sequence to whoever adds to its table: a number drawn by others is a gap in it."""
    cursor.execute("""
        SELECT s.oid::regclass, t.relname FROM pg_class s
          JOIN pg_depend d ON d.objid = s.oid AND d.classid = 'pg_class'::regclass
               AND d.refclassid = 'pg_class'::regclass
          JOIN pg_class t ON t.oid = d.refobjid
         WHERE s.relkind = 'S' AND s.relnamespace = 'public'::regnamespace
    """)
    tables = {table: held for module in privileges() for table, held in module.TABLES.items()}
    for sequence, table in cursor.fetchall():
        for role in ("casebase_web", "release_worker"):
            if "INSERT" in tables.get(table, {}).get(role, ""):
                cursor.execute(f"GRANT USAGE ON SEQUENCE {sequence} TO {role}")


def _keep_roles(cursor: Any) -> None:
    cursor.execute("DELETE FROM access_reach")
    cursor.executemany(
        "INSERT INTO access_reach (role, scope, may_reveal) VALUES (%s, %s, %s)",
        [
            (role.value, reach.scope.value, Action.REVEAL_IDENTITY in reach.actions)
            for role, reach in ROLES.items()
        ],
    )


def _keep_secret(cursor: Any, table: str, name: str, key: bytes) -> None:
    """Kept as the two pads of HMAC, since the database has SHA-256 but no HMAC of its own."""
    padded = key.ljust(BLOCK, b"\0")
    pads = [bytes(byte ^ sign for byte in padded) for sign in (0x36, 0x5C)]
    cursor.execute(
        f"INSERT INTO {table} (name, inner_pad, outer_pad) VALUES (%s, %s, %s) "  # noqa: S608 -- ours
        "ON CONFLICT (name) DO UPDATE SET inner_pad = excluded.inner_pad, "
        "outer_pad = excluded.outer_pad",
        [name, *pads],
    )
