"""Casework served by its production server on a PostgreSQL of its own, to be toured and killed."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from portal.runtime import folders, keys, provision, secrets_file
from portal.runtime.postgres import PostgresDidNotStart, Server

SETTINGS = "tests.casebase.served_settings"
OF_THE_TESTS = (
    "DATABASE_URL", "CASEBASE_DATABASE_URL", "AUDIT_DATABASE_URL", "KEYSTORE_DATABASE_URL",
    "DJANGO_SETTINGS_MODULE", "HARBOUR_DEMO", "CASEWORK_SECRET_KEY", "CASEWORK_SEED_KEY",
    "CASEWORK_KEYS", "PORTAL_SECRET_KEY", "PORTAL_SEED_KEY",
)  # fmt: skip


@dataclass
class Served:
    """A running casework site.

    Attributes:
        data: its data folder: everything that it may leave on disk.
        leaks: mistakes it makes on purpose, by name (leaks.py).
    """

    data: Path
    port: int
    leaks: tuple[str, ...] = ()
    programs: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.data.mkdir(exist_ok=True, parents=True)
        secrets_file.ensure_site_secrets(self.data / "site.env", demo=True)
        keys.ensure_keys(self.data / "keys")
        self.server = Server(self.data / "postgres")  # as in production: a commit is on the disk
        self.start_postgres()
        self.manage("load_schema", "-v0", owner=True)
        self.manage("collectstatic", "--noinput", "-v0")

    def start_postgres(self) -> None:
        """As `make demo` does: the port may be another after a crash, and the addresses say so."""
        try:
            self.server.start()
        except PostgresDidNotStart as error:
            raise AssertionError(self.server.log.read_text()[-3000:]) from error
        self.urls = provision.provision(self.server, self.data / "credentials.env")

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def environment(self, *, owner: bool = False) -> dict[str, str]:
        ours = {name: value for name, value in os.environ.items() if name not in OF_THE_TESTS}
        ours |= {
            "HARBOUR_DATA": str(self.data),
            "DJANGO_SETTINGS_MODULE": SETTINGS,
            "CASEWORK_URL": self.url,
            "HARBOUR_TEST_LEAKS": ",".join(self.leaks),
            "PYTHONPATH": str(folders.ROOT),
        }
        if owner:
            ours["CASEBASE_DATABASE_URL"] = self.urls["CASEBASE_OWNER_URL"]
        return ours

    def manage(self, *arguments: str, owner: bool = False, fails: bool = False) -> str:
        """What a management command prints."""
        command = [sys.executable, "-W", "ignore", "manage.py", *arguments]
        return self._output(command, owner=owner, fails=fails)

    def members(self, *roles: str) -> dict[str, dict[str, str]]:
        """People of one desk, a role each, signed in: `{"session": …, "seed": …}` by role."""
        command = [sys.executable, "-W", "ignore", "-m", "tests.casebase.served_people", *roles]
        return dict(json.loads(self._output(command, owner=True)))

    def sessions(self) -> str:
        """What every session holds, opened."""
        command = [sys.executable, "-W", "ignore", "-m", "tests.casebase.served_sessions"]
        return self._output(command, owner=True)

    def _output(self, command: list[str], *, owner: bool, fails: bool = False) -> str:
        done = subprocess.run(
            command, cwd=folders.ROOT, env=self.environment(owner=owner), capture_output=True,
            text=True,
        )  # fmt: skip
        assert bool(done.returncode) == fails, done.stdout[-2000:] + done.stderr[-4000:]
        return done.stdout

    def start(self, *, sealing: bool = False) -> None:
        """The site, and on request the worker that seals the trail; returns once it answers."""
        with socket.socket() as probe:  # two servers would share the port, and the answers
            assert probe.connect_ex(("127.0.0.1", self.port)), f"port {self.port} is taken"
        granian = str(Path(sys.executable).with_name("granian"))
        options = ["--interface", "wsgi", "--host", "127.0.0.1", "--port", str(self.port)]
        options += ["--workers", "2", "--blocking-threads", "2", "--no-ws", "--no-access-log"]
        self._run("casework", [granian, *options, "portal.wsgi:application"])
        if sealing:
            seal = [sys.executable, "manage.py", "audit_seal", "--loop", "--every", "1"]
            self._run("trail", seal)
        self._wait()

    def _run(self, name: str, command: list[str]) -> None:
        with (self.data / f"{name}.log").open("ab") as log:
            self.programs[name] = subprocess.Popen(
                command, cwd=folders.ROOT, env=self.environment(), stdout=log, stderr=log,
                stdin=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip

    def _wait(self, seconds: float = 60) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
                urllib.request.urlopen(f"{self.url}/health/ready", timeout=5).close()
                return
            time.sleep(0.2)
        raise AssertionError((self.data / "casework.log").read_text()[-3000:])

    def end(self, number: signal.Signals = signal.SIGTERM) -> None:
        """End the site's programs and all that they started; what does not end is killed."""
        for program in self.programs.values():
            _signal(program, number)
        for program in self.programs.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.wait(10)
            _signal(program, signal.SIGKILL)
            program.wait(10)
        self.programs.clear()

    def kill_postgres(self) -> None:
        """As a power cut would: no process of the server says goodbye."""
        assert self.server.process is not None
        self.server.process.kill()
        self.server.process.wait(30)
        self.server.process = None
        while left := [one for one in psutil.process_iter() if self._is_of_postgres(one)]:
            for one in left:  # one that was being born as the first was killed
                with contextlib.suppress(psutil.NoSuchProcess):
                    one.kill()
            psutil.wait_procs(left, timeout=10)

    def _is_of_postgres(self, process: psutil.Process) -> bool:
        with contextlib.suppress(psutil.Error):
            return process.cwd() == str(self.server.pgdata)
        return False

    def superuser_url(self, database: str) -> str:
        return self.server.url.rsplit("/", 1)[0] + f"/{database}"


def _signal(program: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(program.pid, number)


@contextlib.contextmanager
def served() -> Iterator[Served]:
    """A site on a free port that is ended, with its server, whatever happens."""
    # Not below pytest's folder, which another run closes to the server's account.
    with tempfile.TemporaryDirectory(prefix="harbour-served-") as folder:
        site = Served(Path(folder) / "data", _free_port())
        try:
            yield site
        finally:
            site.end()
            site.server.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
