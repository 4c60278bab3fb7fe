"""The seals' digests outside the database, so that a tail cut off with its seals is missed.

One line a seal: number, moment, highest row, digest. The file is only added to, and each line is on
the disk before the sealer goes on. Copies belong on another machine (README.md).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from casebase.audit.seals import Seal


class AnchorUnreadable(Exception):
    """The file holds a line that no sealer wrote; the message says which."""


@dataclass(frozen=True)
class Anchored:
    """What the file says about one seal."""

    number: int
    high: int
    digest: bytes


def path() -> Path:
    return Path(settings.ANCHOR_FOLDER) / "audit.log"


def read(file: Path) -> dict[int, Anchored]:
    """Every anchored seal by number; empty where there is no file.

    Raises:
        AnchorUnreadable: a line is not ours.
    """
    if not file.exists():
        return {}
    found: dict[int, Anchored] = {}
    lines = file.read_text(encoding="ascii", errors="replace").splitlines(keepends=True)
    for place, line in enumerate(lines, 1):
        if not line.endswith("\n"):  # the power failed within the line; it is written again
            break
        try:
            number, _, high, digest = line.split()
            line_of = Anchored(int(number), int(high), bytes.fromhex(digest))
        except ValueError:
            raise AnchorUnreadable(f"line {place} of {file} is not one of a seal") from None
        found.setdefault(line_of.number, line_of)  # a seal made anew does not replace the first
    return found


def append(file: Path, seal: Seal) -> None:
    """Write one line and have it on the disk before returning."""
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    line = f"{seal.number} {seal.sealed_at:%Y-%m-%dT%H:%M:%SZ} {seal.high} {seal.digest().hex()}\n"
    with file.open("ab+") as log:
        _end_a_torn_line(log.fileno())
        os.write(log.fileno(), line.encode())
        os.fsync(log.fileno())


def _end_a_torn_line(descriptor: int) -> None:
    """Drop what a power cut left of a line."""
    size = os.fstat(descriptor).st_size
    tail = os.pread(descriptor, 200, max(0, size - 200))
    if tail and not tail.endswith(b"\n"):
        os.ftruncate(descriptor, size - len(tail) + tail.rfind(b"\n") + 1)
