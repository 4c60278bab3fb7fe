"""What an answer cost: the time by the wall, and the processor's time of everyone who worked on it.

Other work on the machine makes the wall's time several times longer and hardly touches the
processor's, which the kernel counts in nanoseconds.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True)
class Cost:
    """Seconds."""

    wall: float
    cpu: float


def cost(action: Callable[[], Any], helpers: Iterable[int] = ()) -> Cost:
    """Of one run.

    Args:
        helpers: processes beside this one whose work counts, such as the database's backend.
    """
    before = [on_cpu(pid) for pid in helpers]
    cpu, wall = time.process_time(), time.perf_counter()
    action()
    took = Cost(time.perf_counter() - wall, time.process_time() - cpu)
    others = sum(on_cpu(pid) - earlier for pid, earlier in zip(helpers, before, strict=True))
    return Cost(took.wall, took.cpu + others)


def least(costs: Sequence[Cost]) -> Cost:
    """The smallest of each."""
    return Cost(min(c.wall for c in costs), min(c.cpu for c in costs))


def on_cpu(pid: int) -> float:
    """Seconds that the threads of a process have run so far."""
    tasks = Path(f"/proc/{pid}/task").iterdir()
    return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks) / 1e9


def with_ended_children(pid: int) -> float:
    """User and system time of a process and of its children that have ended."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return sum(map(int, fields[11:15])) / TICKS


def backend() -> list[int]:
    """The process of PostgreSQL that serves this one."""
    from django.db import connection

    connection.ensure_connection()
    return [connection.connection.info.backend_pid]
