"""Running `child.py` on a file: what it found, however it ended."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

CHILD = Path(__file__).with_name("child.py")
MEMORY = Path("/dev/shm")  # noqa: S108 -- a private folder in it is drawn for each file
SECONDS = {"inspect": 30, "read": 150}  # by the clock; the child limits its own processor time


@dataclass(frozen=True)
class Outcome:
    """What a child found.

    Attributes:
        findings: in the order in which they came.
        output: the file that it wrote; None if it wrote none.
        ended: False where it was stopped or died: the findings are what it had by then.
    """

    findings: tuple[dict[str, Any], ...]
    output: bytes | None
    ended: bool


def run(
    command: Literal["inspect", "read"],
    content: bytes,
    extension: str,
    *,
    in_memory: bool = False,
) -> Outcome:
    """Let a process of its own look at a file.

    Args:
        in_memory: never write it to a disk, where its blocks would outlive it.
    """
    place = MEMORY if in_memory and MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="harbour-file-", dir=place) as folder:
        source, target, found = (Path(folder) / name for name in ("source", "target", "found"))
        source.write_bytes(content)
        with found.open("wb") as stream:
            ended = _run_child([command, str(source), extension, str(target)], stream, folder)
        output = target.read_bytes() if ended and target.exists() else None
        return Outcome(tuple(_findings(found)), output, ended)


def _run_child(arguments: list[str], stream: Any, folder: str) -> bool:
    timeout = SECONDS[arguments[0]]
    try:
        # Isolated (-I), without our environment: no secret is in its reach.
        done = subprocess.run(
            [sys.executable, "-I", "-X", "utf8", str(CHILD), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=stream,
            stderr=subprocess.DEVNULL,
            cwd=folder,
            env={},
            timeout=timeout,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return done.returncode == 0


def _findings(found: Path) -> Iterator[dict[str, Any]]:
    for line in found.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            yield json.loads(line)
        except json.JSONDecodeError:  # the line it was writing when it was stopped
            return
