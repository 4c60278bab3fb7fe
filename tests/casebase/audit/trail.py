"""A casebase of its own for a test of the trail: rows are committed, sealed and tampered with."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from psycopg import sql

from casebase.audit.sealer import Sealer
from casebase.audit.verify import Check
from tests import database as server
from tests.casebase import database

COLUMNS = "action, user_id, session, case_ids, fields, purpose, result, view, query_hash"


@dataclass
class Trail:
    """One database, its roles, one key and one anchor file."""

    name: str
    anchor_file: Path
    key: Ed25519PrivateKey

    def __post_init__(self):
        self.open_connections = []
        self.superuser = self._connect(database.superuser_url(self.name))
        self.owner = self.as_role("casebase_owner")
        self.writer = self.as_role("audit_writer")
        self.sealer_role = self.as_role("sealer")
        self.sealer = Sealer(self.sealer_role, self.key, self.anchor_file)

    def as_role(self, role: str) -> psycopg.Connection:
        """Signed in as the role, as in production: there is no way out of it."""
        return self._connect(server.url_of(role, self.name))

    def write(self, count: int = 1, connection: psycopg.Connection | None = None) -> None:
        for _ in range(count):
            (connection or self.writer).execute(
                f"INSERT INTO audit_entry ({COLUMNS}) VALUES"
                " ('case.read', 7, 'a-session', %s, %s, '', 200, 'registry:case', '')",
                [[uuid4()], ["given_name"]],
            )

    def seal(self) -> int:
        return self.sealer.seal_all()

    def check(self, anchor_file: Path | None = None):
        return Check(
            self.as_role("sealer"), self.key.public_key(), anchor_file or self.anchor_file
        ).run()

    def tamper(self, statement: str) -> None:
        """As somebody who holds the whole database and switches the triggers off."""
        with self.superuser.transaction():
            self.superuser.execute("SET LOCAL session_replication_role = replica")
            self.superuser.execute(statement)

    def keep(self) -> None:
        """Remember rows, seals and anchors as they are, for `restore`."""
        for table in ("audit_entry", "audit_seal"):
            self.superuser.execute(f"CREATE TABLE kept_{table} AS SELECT * FROM {table}")
        self.kept_anchors = self.anchor_file.read_bytes()

    def restore(self) -> None:
        """Everything as it was kept: quicker than a database for each test."""
        self.tamper(
            "TRUNCATE audit_entry, audit_seal;"
            "INSERT INTO audit_entry OVERRIDING SYSTEM VALUE SELECT * FROM kept_audit_entry;"
            "INSERT INTO audit_seal SELECT * FROM kept_audit_seal;"
            "SELECT setval('audit_entry_id_seq', (SELECT max(id) FROM audit_entry))"
        )
        self.anchor_file.write_bytes(self.kept_anchors)

    def numbers(self) -> list[int]:
        return [n for (n,) in self.superuser.execute("SELECT id FROM audit_entry ORDER BY id")]

    def close(self) -> None:
        for connection in self.open_connections:
            connection.close()

    def _connect(self, url: str) -> psycopg.Connection:
        connection = psycopg.connect(url, autocommit=True)
        self.open_connections.append(connection)
        return connection


def make(folder: Path, name: str = "trail") -> Trail:
    name = f"harbour_{name}_{server.worker()}"
    template = database.ensure_template()
    with server.superuser() as connection:
        server.drop(connection, name)
        connection.execute(
            sql.SQL(
                "CREATE DATABASE {} TEMPLATE {} OWNER casebase_owner STRATEGY FILE_COPY"
            ).format(sql.Identifier(name), sql.Identifier(template))
        )
        for role in ("casebase_owner", "casebase_web", "audit_writer", "sealer", "backup_ro"):
            connection.execute(
                sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(
                    sql.Identifier(name), sql.Identifier(role)
                )
            )
    return Trail(name, folder / "anchors" / "audit.log", Ed25519PrivateKey.generate())


def remove(trail: Trail) -> None:
    trail.close()
    with server.superuser() as connection:
        server.drop(connection, trail.name)
