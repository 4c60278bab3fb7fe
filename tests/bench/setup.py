"""Goals 15 and 16: from a clone to a served page, and a test database from a template."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psycopg

from portal.runtime import folders, schema
from portal.runtime.postgres import BIN, Server, _as, _make_searchable, _server_user
from tests.bench.demo_site import wait_for
from tests.bench.rows import Row

PORTS = {"PORTAL_PORT": "8796", "CASEWORK_PORT": "8797"}


def run(quick: bool) -> list[Row]:
    pairs = 1 if quick else 3
    return [_checkout_to_page(pairs), *_test_database(2 if quick else 3)]


def _checkout_to_page(pairs: int) -> Row:
    ratios, seconds = [], []
    for _ in range(pairs):
        with tempfile.TemporaryDirectory() as folder:
            limit = _limit(Path(folder))
        with tempfile.TemporaryDirectory() as folder:
            ours = _clone_and_demo(Path(folder) / "harbour")
        ratios.append(ours / limit)
        seconds.append(f"{ours:.0f} s / {limit:.0f} s")
    return Row(15, "clone to served page / uv sync + initdb + boot", ratios, 5, ", ".join(seconds))


def _clone_and_demo(target: Path) -> float:
    """Seconds from `git clone` to the answered home page, package cache warm."""
    started = time.monotonic()
    subprocess.run(["git", "clone", "-q", str(folders.ROOT), str(target)], check=True)
    environment = {**os.environ, **PORTS, "HARBOUR_DATA": ""}
    program = subprocess.Popen(
        ["make", "-C", str(target), "demo"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_for(f"http://127.0.0.1:{PORTS['PORTAL_PORT']}/", 600)
        return time.monotonic() - started
    finally:
        os.killpg(program.pid, 15)
        program.wait(60)


def _limit(folder: Path) -> float:
    """The same packages, an empty cluster and one Python with Django and Wagtail loaded."""
    started = time.monotonic()
    for name in ("pyproject.toml", "uv.lock"):
        (folder / name).write_bytes((folders.ROOT / name).read_bytes())
    uv = [str(Path(sys.executable).with_name("uv")), "sync", "--frozen", "-q"]
    environment = {**os.environ, "UV_NATIVE_TLS": "true"}
    subprocess.run(uv, cwd=folder, env=environment, check=True)
    owner = _server_user()
    cluster = folder / "cluster"
    cluster.mkdir()
    _make_searchable(folder)
    if owner:
        subprocess.run(["chown", owner, str(cluster)], check=True)
    subprocess.run(
        [BIN / "initdb", "-D", cluster, "-U", "postgres"],
        check=True,
        capture_output=True,
        **_as(owner),
    )
    boot = [str(folder / ".venv" / "bin" / "python"), "manage.py", "check"]
    subprocess.run(
        [*boot, "--settings=portal.settings.test"],
        cwd=folders.ROOT,
        check=True,
        capture_output=True,
    )
    return time.monotonic() - started


def _test_database(pairs: int) -> list[Row]:
    from tests import database

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.test")
    database.start_server_for_tests()
    server = Server(folders.data_folder() / "test-postgres", careless=True)
    against_peer, against_limit = [], []
    try:
        for _ in range(pairs):
            peer = _timed(lambda: schema.schema_from_migrations(server, schema.SITES[0]))
            limit = _timed(lambda: _empty_copy(server))
            ours = _timed(lambda: database.clone("harbour_test_bench"))
            against_peer.append(ours / peer)
            against_limit.append(ours / limit)
    finally:
        database.stop_server()
    return [
        Row(16, "test database: clone / all migrations", against_peer, 1 / 8),
        Row(16, "test database: clone / CREATE DATABASE TEMPLATE (empty)", against_limit, 10),
    ]


def _empty_copy(server: Server) -> None:
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute("DROP DATABASE IF EXISTS harbour_limit WITH (FORCE)")
        connection.execute("CREATE DATABASE harbour_limit TEMPLATE template0")


def _timed(action: object) -> float:
    started = time.monotonic()
    action()
    return time.monotonic() - started
