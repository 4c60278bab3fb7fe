"""The schema snapshot: all migrations in one file, so that a new database takes a second.

`python -m portal.runtime.schema` (or `make schema`) writes `portal/schema/<database>.sql`. A test
proves each snapshot equal to what the migrations make; `manage.py load_schema` reads it.
"""

from __future__ import annotations

import base64
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import psycopg

from portal.runtime import folders, keys, provision
from portal.runtime.postgres import BIN, Server, running

FOLDER = folders.ROOT / "portal" / "schema"
MARK = "-- made from the migrations "


@dataclass(frozen=True)
class Site:
    """A site's database and how to reach it while making its schema."""

    database: str
    settings: str
    url_setting: str


SITES = (
    Site("portal", "portal.settings.portal", "DATABASE_URL"),
    Site("casebase", "portal.settings.casework", "CASEBASE_DATABASE_URL"),
)


def snapshot_of(site: Site) -> Path:
    return FOLDER / f"{site.database}.sql"


def digest() -> str:
    """What the schema follows from: our migrations, our triggers, and the packages' versions."""
    found = hashlib.sha256((folders.ROOT / "uv.lock").read_bytes())
    written_apart = [folders.ROOT / "portal" / "content" / "change_notices.py"]
    modules = sorted(folders.ROOT.glob("casebase/*/*.py"))  # policies and functions in SQL
    written_apart += [path for path in modules if b"CREATE " in path.read_bytes()]
    for path in [*written_apart, *sorted(_migrations())]:
        found.update(path.relative_to(folders.ROOT).as_posix().encode() + path.read_bytes())
    return found.hexdigest()[:16]


def _migrations() -> Iterator[Path]:
    """Of our packages alone: beside them lie environments, and servers whose files come and go."""
    for package in folders.ROOT.iterdir():
        if (package / "__init__.py").exists():
            yield from package.glob("**/migrations/*.py")


def current_snapshot(database: str) -> str | None:
    """The statements of the snapshot; None when it is absent or older than the migrations."""
    path = FOLDER / f"{database}.sql"
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    mark, _, statements = text.partition("\n")
    return statements if mark == f"{MARK}{digest()}" else None


def main() -> int:
    """Write both snapshots from the migrations alone."""
    with running(folders.data_folder() / "test-postgres", careless=True) as server:
        provision.provision(server, server.folder / "credentials.env")
        FOLDER.mkdir(exist_ok=True)
        for site in SITES:
            text = f"{MARK}{digest()}\n{schema_from_migrations(server, site)}"
            snapshot_of(site).write_text(text, encoding="utf-8")
            print(f"wrote {snapshot_of(site).relative_to(folders.ROOT)}")
    return 0


def schema_from_migrations(server: Server, site: Site) -> str:
    """The dump of a database that only the migrations have touched."""
    return _made_by(server, site, "migrate")


def schema_from_snapshot(server: Server, site: Site) -> str:
    """The dump of a database that was loaded from the snapshot."""
    return _made_by(server, site, "load_schema")


def _made_by(server: Server, site: Site, command: str) -> str:
    database = f"{site.database}_schema_{command}"
    owner = provision.DATABASES[site.database]
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')
        provision.ensure_database(connection, database, owner)
    superuser_url = server.url.rsplit("/", 1)[0] + f"/{database}"
    provision.prepare_schema(superuser_url, site.database)
    try:
        _manage(site, superuser_url, server, command)
        return _dump(superuser_url)
    finally:
        with psycopg.connect(server.url, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE IF EXISTS "{database}" WITH (FORCE)')


def _manage(site: Site, superuser_url: str, server: Server, command: str) -> None:
    credentials = folders.read_env_file(server.folder / "credentials.env")
    owner_url = credentials[f"{provision.DATABASES[site.database].upper()}_URL"]
    url = owner_url.rsplit("/", 1)[0] + "/" + superuser_url.rsplit("/", 1)[1]
    subprocess.run(
        [sys.executable, folders.ROOT / "manage.py", command, f"--settings={site.settings}", "-v0"],
        env={**os.environ, **_secrets_for_a_command(), site.url_setting: url},
        check=True,
    )


def _secrets_for_a_command() -> dict[str, str]:
    names = ("PORTAL_SECRET_KEY", "PORTAL_SEED_KEY", "CASEWORK_SECRET_KEY", "CASEWORK_SEED_KEY")
    throwaway = keys.ensure_keys(folders.data_folder() / "test-postgres" / "keys")
    given = {"CASEWORK_KEYS": str(throwaway), **os.environ}
    return {
        name: given.get(name, base64.b64encode(b"to make a schema; seals nothing.").decode())
        for name in (*names, "CASEWORK_KEYS")
    }


def _dump(url: str) -> str:
    """Tables, rows that migrations made, and sequences, as statements that psycopg can run."""
    command = [str(BIN / "pg_dump"), "--no-owner", "--no-privileges", "--no-comments", "--inserts"]
    # Secrets and roles of row-level security are put in after each migration, drawn anew.
    drawn = ("access_secret", "access_lastingsecret", "access_reach")
    command += [f"--exclude-table-data={table}" for table in drawn]
    command += ["--rows-per-insert=500", "--exclude-extension=*", "--dbname", url]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    # Lines with a backslash are for psql only; the moments at which migrations ran are no schema.
    lines = [line for line in text.splitlines() if line and line[0] != "\\" and line[:2] != "--"]
    return "\n".join(_without_moments(lines)) + "\n"


def _without_moments(lines: list[str]) -> list[str]:
    """Replace each migration's moment of application by one fixed moment."""
    cleaned, inside = [], False
    for line in lines:
        inside = inside or line.startswith("INSERT INTO public.django_migrations")
        if inside and line.lstrip().startswith("("):
            head, _, tail = line.rpartition(", '")
            line = f"{head}, '2026-01-01 00:00:00+00'" + tail.partition("'")[2]
        inside = inside and not line.endswith(";")
        cleaned.append(line)
    return cleaned


if __name__ == "__main__":
    sys.exit(main())
