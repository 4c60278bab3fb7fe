"""Bounded load on loopback, and what it cost: CPU of a whole process tree from the kernel."""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """CPU seconds a request, user and system, children included."""

    seconds: float
    requests: int


def tree(pid: int) -> list[int]:
    """The process and everything below it."""
    pids = [pid]
    for task in Path(f"/proc/{pid}/task").iterdir():
        for child in (task / "children").read_text().split():
            pids += tree(int(child))
    return pids


def cpu_seconds(pid: int) -> float:
    """User and system time of the tree so far."""
    total = 0
    for one in tree(pid):
        fields = Path(f"/proc/{one}/stat").read_text().rsplit(")", 1)[1].split()
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def measured(pid: int, url: str, seconds: int, *, connections: int = 16) -> Cost:
    """`wrk` with so many connections for so many seconds."""
    before = cpu_seconds(pid)
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s"]
    command += ["-H", "Accept-Encoding: gzip", url]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in out, out
    count = int(re.search(r"(\d+) requests in", out).group(1))
    return Cost((cpu_seconds(pid) - before) / count, count)
