"""Databases, roles and privileges: what security control 2 lists, and nothing more.

| role | may |
|---|---|
| `portal_owner`, `casebase_owner` | own their database's tables; run migrations |
| `portal_web`, `casebase_web` | read and change rows in their own database |
| `audit_writer`, `sealer` | connect to the casebase; their tables are granted as they come |
| `key_rotator` | read and change sealed columns of every case, and see no other column |
| `release_worker` | read the frozen rows without whose they are, and add to the ledger |
| `keystore_owner`, `keystore_web` | own, and use, the one table of wrapped keys; nothing else |
| `backup_ro` | read all but the keystore and `NOT_IN_BACKUPS`, for `pg_dump` only |

Nobody else may connect, and no role may reach the other site's database. The keystore lies apart
from the data whose keys it holds: a dump or an injection in one never yields the other.
"""

from __future__ import annotations

import secrets
from pathlib import Path

import psycopg
from psycopg import sql

from portal.runtime import folders
from portal.runtime.postgres import Server

DATABASES = {
    "portal": "portal_owner",
    "casebase": "casebase_owner",
    "keystore": "keystore_owner",
}
# role -> the databases it may connect to, the first being the one its URL names
ROLES: dict[str, tuple[str, ...]] = {
    "portal_owner": ("portal",),
    "portal_web": ("portal",),
    "casebase_owner": ("casebase",),
    "casebase_web": ("casebase",),
    "audit_writer": ("casebase",),
    "sealer": ("casebase",),
    "key_rotator": ("casebase",),
    "release_worker": ("casebase",),
    "keystore_owner": ("keystore",),
    "keystore_web": ("keystore",),
    "backup_ro": ("casebase", "portal"),
}
WEB_ROLES = {"portal": "portal_web", "casebase": "casebase_web"}
SERVER_DATABASES = ("postgres", "template1")  # made by initdb, open to everybody
SEES_EVERY_ROW = ("backup_ro", "key_rotator")  # one to dump, one ciphertext only
# Whoever holds them says who somebody is: a copied backup must not (casebase/access/rls.py).
NOT_IN_BACKUPS = ("access_secret",)
KEYSTORE_SQL = folders.ROOT / "casebase" / "vault" / "keystore.sql"
EXTENSIONS = ("pg_trgm", "unaccent", "btree_gin")


def provision(server: Server, credentials: Path) -> dict[str, str]:
    """Create what is missing and write `credentials.env` (mode 600).

    Args:
        credentials: the file that keeps each role's address; passwords in it are kept.

    Returns:
        `PORTAL_WEB_URL` and its like to their addresses.
    """
    known = folders.read_env_file(credentials)
    passwords = {role: _password(known, role) for role in ROLES}
    with psycopg.connect(server.url, autocommit=True) as connection:
        _ensure_roles(connection, passwords)
        for database in SERVER_DATABASES:
            close_to_public(connection, database)
        for database, owner in DATABASES.items():
            ensure_database(connection, database, owner)
            grant_connect(connection, database)
    for database in WEB_ROLES:
        prepare_schema(_superuser_url(server, database), database)
    prepare_keystore(_superuser_url(server, "keystore"))
    urls = {
        f"{role.upper()}_URL": server.url_for(role, passwords[role], databases[0])
        for role, databases in ROLES.items()
    }
    folders.write_private_file(credentials, urls)
    return urls


def _password(known: dict[str, str], role: str) -> str:
    url = known.get(f"{role.upper()}_URL", "")
    return url.split(":")[2].split("@")[0] if url else secrets.token_urlsafe(24)


def _superuser_url(server: Server, database: str) -> str:
    return server.url.rsplit("/", 1)[0] + f"/{database}"


def _ensure_roles(connection: psycopg.Connection, passwords: dict[str, str]) -> None:
    existing = {name for (name,) in connection.execute("SELECT rolname FROM pg_roles")}
    for role, password in passwords.items():
        verb = "ALTER" if role in existing else "CREATE"
        statement = verb + " ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE {} PASSWORD {}"
        bypass = sql.SQL("BYPASSRLS" if role in SEES_EVERY_ROW else "NOBYPASSRLS")
        connection.execute(
            sql.SQL(statement).format(sql.Identifier(role), bypass, sql.Literal(password))
        )


def ensure_database(connection: psycopg.Connection, database: str, owner: str) -> bool:
    """Create the database if it is not there; True if it was created."""
    found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [database])
    if found.fetchone():
        return False
    connection.execute(
        sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0").format(
            sql.Identifier(database), sql.Identifier(owner)
        )
    )
    return True


def close_to_public(connection: psycopg.Connection, database: str) -> None:
    """PostgreSQL lets everybody connect and make temporary tables; nobody needs either here."""
    statement = sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC")
    connection.execute(statement.format(sql.Identifier(database)))


def grant_connect(connection: psycopg.Connection, database: str) -> None:
    """Only the roles listed for this database may connect to it."""
    close_to_public(connection, database)
    name = sql.Identifier(database)
    for role, databases in ROLES.items():
        verb = "GRANT CONNECT ON DATABASE {} TO {}"
        if database not in databases:
            verb = "REVOKE ALL ON DATABASE {} FROM {}"
        connection.execute(sql.SQL(verb).format(name, sql.Identifier(role)))


def prepare_schema(url: str, database: str) -> None:
    """Extensions and default privileges, so that every later table is granted as it is made."""
    owner, web = DATABASES[database], WEB_ROLES[database]
    with psycopg.connect(url, autocommit=True) as connection:
        for extension in EXTENSIONS if database == "portal" else ():
            connection.execute(
                sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(extension))
            )
        for statement in _schema_grants(database):
            connection.execute(
                sql.SQL(statement).format(
                    owner=sql.Identifier(owner),
                    web=sql.Identifier(web),
                    backup=sql.Identifier("backup_ro"),
                )
            )
        _keep_from_backups(connection)
        connection.execute(NO_LARGE_OBJECTS)


def _keep_from_backups(connection: psycopg.Connection) -> None:
    for table in NOT_IN_BACKUPS:
        found = connection.execute("SELECT to_regclass(%s)", [f"public.{table}"]).fetchone()
        if found and found[0]:
            revoke = sql.SQL("REVOKE ALL ON {} FROM backup_ro")
            connection.execute(revoke.format(sql.Identifier(table)))


def prepare_keystore(url: str) -> None:
    """The one table of wrapped keys, owned by `keystore_owner`; its grants stand in its file."""
    with psycopg.connect(url) as connection:
        for statement in KEYSTORE_GRANTS:
            connection.execute(statement)
        connection.execute(NO_LARGE_OBJECTS)
        connection.execute("SET LOCAL ROLE keystore_owner")
        connection.execute(KEYSTORE_SQL.read_bytes())


# Anybody may make large objects, a store that stands in no table and so in no list of privileges.
NO_LARGE_OBJECTS = """
DO $$
DECLARE
    one regprocedure;
BEGIN
    FOR one IN SELECT oid FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace
                AND (proname LIKE 'lo\\_%' OR proname IN ('loread', 'lowrite')) LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
    END LOOP;
END $$"""
KEYSTORE_GRANTS = (
    "REVOKE ALL ON SCHEMA public FROM PUBLIC",
    "GRANT USAGE, CREATE ON SCHEMA public TO keystore_owner",
    "GRANT USAGE ON SCHEMA public TO keystore_web",
)


def _schema_grants(database: str) -> tuple[str, ...]:
    """What holds for tables made later too. The casebase's web role gets nothing by default:
    `casebase/access/privileges.py` and its like name each table."""
    default = "ALTER DEFAULT PRIVILEGES FOR ROLE {owner} IN SCHEMA public "
    grants = (
        "REVOKE ALL ON SCHEMA public FROM PUBLIC",
        "GRANT USAGE, CREATE ON SCHEMA public TO {owner}",
        "GRANT USAGE ON SCHEMA public TO {web}, {backup}",
        default + "GRANT SELECT ON TABLES TO {backup}",
        default + "GRANT SELECT ON SEQUENCES TO {backup}",
        "GRANT SELECT ON ALL TABLES IN SCHEMA public TO {backup}",
        "GRANT SELECT ON ALL SEQUENCES IN SCHEMA public TO {backup}",
    )
    if database == "casebase":
        return grants
    return (
        *grants,
        default + "GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {web}",
        default + "GRANT USAGE ON SEQUENCES TO {web}",
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {web}",
        "GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {web}",
    )
