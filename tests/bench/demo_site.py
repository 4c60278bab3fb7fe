"""The demo, started for a benchmark on ports and a data folder of its own."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from portal.runtime import folders

PORTAL_PORT, CASEWORK_PORT = 8910, 8911


@dataclass(frozen=True)
class Demo:
    """A running demo.

    Attributes:
        portal_pid: the portal's server, whose tree is measured.
    """

    url: str
    portal_pid: int
    data: Path


@contextlib.contextmanager
def running() -> Iterator[Demo]:
    """Start `make demo`'s own program, wait until it serves, stop it at the end."""
    data = folders.data_folder() / "bench-demo"
    environment = {
        **os.environ,
        "HARBOUR_DATA": str(data),
        "PORTAL_PORT": str(PORTAL_PORT),
        "CASEWORK_PORT": str(CASEWORK_PORT),
    }
    command = [sys.executable, "-m", "portal.runtime.demo"]
    program = subprocess.Popen(command, cwd=folders.ROOT, env=environment, stdout=sys.stderr)
    url = f"http://127.0.0.1:{PORTAL_PORT}"
    try:
        wait_for(f"http://127.0.0.1:{CASEWORK_PORT}/health/ready", seconds=300, program=program)
        wait_for(f"{url}/", seconds=60)
        yield Demo(url, _child_with(program.pid, str(PORTAL_PORT)), data)
    finally:
        program.terminate()
        program.wait(60)


def wait_for(url: str, seconds: float, *, program: subprocess.Popen[bytes] | None = None) -> float:
    """Seconds until the address answered 200.

    Raises:
        TimeoutError: it did not in time, or the program that should serve it has ended.
    """
    started = time.monotonic()
    while time.monotonic() - started < seconds and not (program and program.poll() is not None):
        with contextlib.suppress(OSError):
            urllib.request.urlopen(url, timeout=5).close()
            return time.monotonic() - started
        time.sleep(0.1)
    raise TimeoutError(url)


def _child_with(parent: int, argument: str) -> int:
    for task in Path(f"/proc/{parent}/task").iterdir():
        for child in (task / "children").read_text().split():
            if argument in Path(f"/proc/{child}/cmdline").read_text().split("\0"):
                return int(child)
    raise LookupError(f"no child of {parent} was started with {argument}")
