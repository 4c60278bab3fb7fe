"""`make demo`: both sites on this machine, from nothing to answering, and everything ended again.

Order: PostgreSQL, roles and databases, schema, static files, invented content, then the production
server for the portal, the one for casework, the portal's worker, the one that seals the trail and
the one that makes releases.
Each step leaves a mark in the data folder, so that a second start does only what has changed.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import socket
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from portal.runtime import folders, keys, provision, secrets_file, turns
from portal.runtime.postgres import PostgresDidNotStart, Server
from portal.runtime.supervisor import (
    ProgramDied,
    Supervisor,
    manage,
    run_step,
    stopping_on_signals,
)

HOST = "127.0.0.1"  # a demonstration listens to nobody else (design.md)
PACKAGES = ("portal", "search", "sop_library", "shelter_directory", "casebase")
PORTAL_SETTINGS = "--settings=portal.settings.portal"
CASEWORK_SETTINGS = "--settings=portal.settings.casework"


@dataclass(frozen=True)
class Ports:
    """The ports of the two sites, from `PORTAL_PORT` and `CASEWORK_PORT`."""

    portal: int
    casework: int

    @classmethod
    def from_environment(cls) -> Ports:
        return cls(
            portal=int(os.environ.get("PORTAL_PORT") or 8000),
            casework=int(os.environ.get("CASEWORK_PORT") or 8001),
        )

    def environment(self) -> dict[str, str]:
        return {
            "PORTAL_URL": f"http://{HOST}:{self.portal}",
            "CASEWORK_URL": f"http://{HOST}:{self.casework}",
        }


def main() -> int:
    """Serve until Ctrl-C.

    Returns:
        0 after Ctrl-C, 1 with a message when something could not start or died.
    """
    started = time.monotonic()
    ports = Ports.from_environment()
    data = folders.data_folder()
    data.mkdir(parents=True, exist_ok=True)
    try:
        with turns.own_turn(data) as turn, stopping_on_signals():
            _refuse_taken_ports(ports)
            with _databases(data) as environment, turn.ending_is_told():
                _prepare(data, {**environment, **ports.environment()})
                _serve({**environment, **ports.environment()}, ports, started)
    except KeyboardInterrupt:
        print("\nStopped. The data stays; `make demo` starts it again.")
        return 0
    except (ProgramDied, PostgresDidNotStart, OSError) as error:
        print(f"\nHarbour could not go on: {error}", file=sys.stderr)
        return 1
    return 0


@contextlib.contextmanager
def _databases(data: Path) -> Iterator[dict[str, str]]:
    """The owner's addresses of both databases: the embedded server's, or the ones given."""
    secrets_file.ensure_site_secrets(data / "site.env", demo=True)
    folder = keys.ensure_keys(Path(os.environ.get("CASEWORK_KEYS") or data / "keys"))
    keys.publish_release_key(folder, data / "release-ed25519.pub")
    portal, casework = (os.environ.get(name) for name in ("DATABASE_URL", "CASEBASE_DATABASE_URL"))
    if portal and casework:
        print("• PostgreSQL: the server that the environment names", flush=True)
        yield {"OWNER_PORTAL": portal, "OWNER_CASEBASE": casework}
        return
    print("• PostgreSQL …", flush=True)
    server = Server(data / "postgres")
    server.start()
    try:
        urls = provision.provision(server, data / "credentials.env")
        owners = {site: urls[f"{site}_OWNER_URL"] for site in ("PORTAL", "CASEBASE")}
        yield {f"OWNER_{site}": url for site, url in owners.items()}
    finally:
        server.stop()


def _prepare(data: Path, environment: dict[str, str]) -> None:
    """Schema, static files and invented content; only what changed since the last start."""
    portal = {**environment, "DATABASE_URL": environment["OWNER_PORTAL"]}
    casework = {**environment, "CASEBASE_DATABASE_URL": environment["OWNER_CASEBASE"]}
    with _once(data / "schema.mark", _digest("**/migrations/*.py", "**/privileges.py")) as due:
        if due:
            run_step("Tables of the portal", manage("load_schema", "-v0"), portal)
            run_step(
                "Tables of casework", manage("load_schema", "-v0", CASEWORK_SETTINGS), casework
            )
    with _once(data / "static.mark", _digest("**/static/**/*")) as due:
        if due:
            for site in (PORTAL_SETTINGS, CASEWORK_SETTINGS):
                command = manage("collectstatic", "--noinput", "-v0", site)
                run_step("Style sheets and scripts", command, environment)
    with _once(data / "cases.mark", _digest("**/synthetic/*.py")) as due:
        if due:
            command = manage("load_demo_cases", CASEWORK_SETTINGS)
            run_step("Invented cases, marked as such", command, casework)
    with _once(
        data / "figures.mark",
        _digest("reporting/synthetic.py", "reporting/services/invent_figures.py"),
    ) as due:
        if due:
            command = manage("load_demo_figures", CASEWORK_SETTINGS)
            run_step("Invented figures, frozen and signed", command, casework)
            command = manage("release", "work", CASEWORK_SETTINGS)
            run_step("Releases: measured, protected, signed", command, environment)
    with _once(data / "content.mark", _digest("demo/**/*")) as due:
        if due:
            run_step("Invented content, marked as such", manage("load_demo"), environment)
    if os.environ.get("ELASTICSEARCH_URL"):
        _index_in_elasticsearch(environment)


def _index_in_elasticsearch(environment: dict[str, str]) -> None:
    """Fill the cluster's index; where the cluster does not answer, the demo goes on without."""
    try:
        run_step("Search index in Elasticsearch", manage("search_index", "reconcile"), environment)
    except ProgramDied:
        print("  PostgreSQL answers searches meanwhile.", flush=True)


def _serve(environment: dict[str, str], ports: Ports, started: float) -> None:
    supervisor = Supervisor(
        {name: value for name, value in environment.items() if not name.startswith("OWNER_")}
    )
    portal, casework = (f"http://{HOST}:{port}" for port in (ports.portal, ports.casework))
    try:
        print("• Portal, casework and worker …", flush=True)
        supervisor.start("portal", _granian("portal", ports.portal))
        supervisor.start("casework", _granian("casework", ports.casework))
        for name, site in (("Portal  ", portal), ("Casework", casework)):
            supervisor.wait_for(f"{site}/health/ready")
            took = time.monotonic() - started
            print(f"  {name}  {site}   (answered after {took:.1f} s)", flush=True)
        supervisor.start("worker", manage("portal_worker"))
        supervisor.start("trail", manage("audit_seal", "--loop", CASEWORK_SETTINGS))
        supervisor.start("releases", manage("release", "work", "--loop", CASEWORK_SETTINGS))
        run_step("Invented accounts (role, e-mail, password)", manage("demo_accounts"), environment)
        run_step(
            "Invented accounts of casework",
            manage("demo_accounts", CASEWORK_SETTINGS),
            environment,
        )
        print("\n  One-time code: .venv/bin/python manage.py demo_code EMAIL")
        print(f"  … of casework:  .venv/bin/python manage.py demo_code EMAIL {CASEWORK_SETTINGS}")
        print("  Ctrl-C stops everything.\n", flush=True)
        while True:
            supervisor.raise_if_one_died()
            time.sleep(0.5)
    finally:
        supervisor.stop()


def _granian(site: str, port: int) -> list[str]:
    """Granian in WSGI mode, two workers of four threads (performance.md, "Serving")."""
    program = str(Path(sys.executable).with_name("granian"))
    options = ["--interface", "wsgi", "--host", HOST, "--port", str(port), "--workers", "2"]
    options += ["--blocking-threads", "4", "--no-ws", "--respawn-failed-workers", "--no-access-log"]
    settings = f"DJANGO_SETTINGS_MODULE=portal.settings.{site}"
    return ["env", settings, program, *options, "portal.wsgi:application"]


def _refuse_taken_ports(ports: Ports) -> None:
    for name, port in (("PORTAL_PORT", ports.portal), ("CASEWORK_PORT", ports.casework)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((HOST, port))
            except OSError as error:
                raise OSError(
                    f"port {port} is taken, perhaps by a demo that already runs. "
                    f"Stop it, or choose another: {name}={port + 100} make demo"
                ) from error


@contextlib.contextmanager
def _once(mark: Path, digest: str) -> Iterator[bool]:
    """Whether the step is due; marked as done only when it ended without an error."""
    due = not mark.exists() or mark.read_text() != digest
    yield due
    if due:
        mark.write_text(digest)


def _digest(*patterns: str) -> str:
    """A digest of our own files that match, and of the lock file: packages bring theirs."""
    digest = hashlib.sha256((folders.ROOT / "uv.lock").read_bytes())
    for package in PACKAGES:
        found = (path for pattern in patterns for path in (folders.ROOT / package).glob(pattern))
        for path in sorted(found):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(str(path.relative_to(folders.ROOT)).encode() + path.read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
