"""Start several programs in order, stop them all together, and notice when one dies."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import FrameType

from portal.runtime import folders

STOP_SECONDS = 10


class ProgramDied(RuntimeError):
    """A program ended by itself; the message names it and its log."""


@dataclass
class Supervisor:
    """The programs of one `make demo`, in order of start.

    Attributes:
        environment: what every program is given on top of our own environment.
    """

    environment: Mapping[str, str]
    programs: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    def start(self, name: str, command: Sequence[str]) -> None:
        """Run a program in the background; its output goes to `$HARBOUR_DATA/<name>.log`."""
        with (folders.data_folder() / f"{name}.log").open("ab") as log:
            self.programs[name] = subprocess.Popen(
                command,
                cwd=folders.ROOT,
                env={**os.environ, **self.environment},
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C reaches us alone, and we stop them in order
            )

    def wait_for(self, url: str, *, seconds: float = 90) -> None:
        """Return once the address answers 200.

        Raises:
            ProgramDied: a program ended before, or nothing answered in time.
        """
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            self.raise_if_one_died()
            with contextlib.suppress(urllib.error.URLError, ConnectionError, TimeoutError):
                urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 -- our own address
                return
            time.sleep(0.1)
        raise ProgramDied(
            f"{url} did not answer in {seconds:.0f} s; see the logs in the data folder"
        )

    def raise_if_one_died(self) -> None:
        for name, program in self.programs.items():
            if program.poll() is not None:
                log = folders.data_folder() / f"{name}.log"
                raise ProgramDied(f"{name} ended with code {program.returncode}; its log: {log}")

    def stop(self) -> None:
        """End every program, last started first; one that will not end is killed."""
        for program in reversed(self.programs.values()):
            _signal_group(program, signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        for program in self.programs.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                program.wait(max(0.1, deadline - time.monotonic()))
            _signal_group(program, signal.SIGKILL)
            program.wait()
        self.programs.clear()


def _signal_group(program: subprocess.Popen[bytes], number: signal.Signals) -> None:
    """Signal the program and what it started; its group carries its own number."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(program.pid, number)


@contextlib.contextmanager
def stopping_on_signals() -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into the KeyboardInterrupt that Ctrl-C gives."""

    def interrupt(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    numbers = (signal.SIGTERM, signal.SIGHUP)
    before = {number: signal.signal(number, interrupt) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def run_step(title: str, command: Sequence[str], environment: Mapping[str, str]) -> None:
    """Run one step of the set-up to its end, its progress shown as it comes.

    Raises:
        ProgramDied: it failed.
    """
    print(f"• {title} …", flush=True)
    done = subprocess.run(command, cwd=folders.ROOT, env={**os.environ, **environment}, check=False)
    if done.returncode:
        raise ProgramDied(f"{title} failed with code {done.returncode}")


def manage(*arguments: str) -> list[str]:
    """The command line of one of our management commands."""
    return [sys.executable, str(folders.ROOT / "manage.py"), *arguments]
