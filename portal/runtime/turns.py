"""One demo after another on a data folder: a new one waits while the one before shuts down."""

from __future__ import annotations

import contextlib
import fcntl
import time
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from pathlib import Path

ENDING = "ending"
PATIENCE = 60.0  # seconds for the one before to end: PostgreSQL writes its last checkpoint
NOTICE = 2.0  # seconds in which a signal just sent to the one before shows


@dataclass(frozen=True)
class Turn:
    """The right to a data folder; the kernel takes it back however we end.

    Attributes:
        is_own: False beside another demo that goes on running on the same folder.
    """

    file: TextIOWrapper
    is_own: bool

    @contextlib.contextmanager
    def ending_is_told(self) -> Iterator[None]:
        """Say, from the moment the inside is left, that this one is shutting down."""
        try:
            yield
        finally:
            if self.is_own:
                self.write(ENDING)

    def write(self, state: str) -> None:
        self.file.seek(0)
        self.file.truncate()
        self.file.write(state)
        self.file.flush()


@contextlib.contextmanager
def own_turn(data: Path, *, patience: float = PATIENCE) -> Iterator[Turn]:
    """Wait for one that is shutting down.

    One that goes on running is not waited for: whoever starts then finds its ports taken.

    Raises:
        OSError: the one before is shutting down and has not ended in time.
    """
    with (data / "demo.lock").open("a+") as file:
        turn = Turn(file, is_own=_take(file) or _wait(file, patience))
        if turn.is_own:
            turn.write("")
        yield turn


def _take(file: TextIOWrapper) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _wait(file: TextIOWrapper, patience: float) -> bool:
    """True once it is our turn, False where the other goes on running."""
    started, told = time.monotonic(), False
    while not _take(file):
        waited = time.monotonic() - started
        file.seek(0)
        if file.read() != ENDING:
            if waited > NOTICE:
                return False
        elif not told:
            print("• The demo before this one is still shutting down …", flush=True)
            told = True
        if waited > patience:
            raise OSError("the demo before this one does not end; look for its process")
        time.sleep(0.1)
    return True
