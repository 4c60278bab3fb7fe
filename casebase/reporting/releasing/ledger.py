"""The ledger as the release worker writes it: reserved before drawn, every step once and for good.

Each function commits on its own. The database holds the rules (rls_freezing.py): the cap, two
approvers, the order of events, no gap in the sequence, no row ever changed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import psycopg
from django.conf import settings

from casebase.reporting import rls_freezing as refusals
from casebase.reporting.periods import Period
from casebase.reporting.protection.programme import Programme
from casebase.reporting.releasing.cohort import Approved, NotReady

LOCK_OF_SEQUENCE = 4_607_184
_FIELDS = (
    "id", "period", "programme", "programme_version", "version", "rho", "persons", "snapshot",
)  # fmt: skip


@dataclass(frozen=True)
class Entry:
    """One reservation with what became of it.

    Attributes:
        states: moment by state: drawn, made, published.
        sequence: None until the bundle was made.
        outputs: SHA-256 by file name, of the bundle too.
    """

    id: UUID
    period: str
    programme: str
    programme_version: int
    version: int
    rho: float
    persons: int
    snapshot: str
    states: dict[str, Any]
    sequence: int | None
    outputs: dict[str, str]

    @property
    def release_id(self) -> str:
        return f"{self.period}-v{self.version}"


def worker_connection() -> psycopg.Connection:
    """Signed in as `release_worker`, in autocommit."""
    return psycopg.connect(settings.RELEASE_DATABASE_URL, autocommit=True)


@contextlib.contextmanager
def own_turn(connection: psycopg.Connection, period: Period) -> Iterator[None]:
    """Nobody else works on this period meanwhile.

    Raises:
        NotReady: another worker is at it.
    """
    key = int.from_bytes(hashlib.sha256(f"release {period}".encode()).digest()[:4], "big") >> 1
    found = connection.execute("SELECT pg_try_advisory_lock(1, %s)", [key]).fetchone()
    if not found or not found[0]:
        raise NotReady(f"Another worker is releasing {period}. Wait until it has ended.")
    try:
        yield
    finally:
        if not connection.closed:
            connection.execute("SELECT pg_advisory_unlock(1, %s)", [key])


def entries(connection: psycopg.Connection, period: str | None = None) -> list[Entry]:
    """What was reserved, oldest first; of one period where it is given."""
    rows = connection.execute(
        f"SELECT {', '.join(_FIELDS)} FROM reporting_reservation"  # noqa: S608 -- our own constant
        " WHERE %(period)s::text IS NULL OR period = %(period)s ORDER BY reserved_at, version",
        {"period": period},
    ).fetchall()
    events = connection.execute(
        "SELECT reservation_id, state, at, sequence, outputs FROM reporting_ledgerevent"
        " WHERE reservation_id = ANY (%s) ORDER BY id",
        [[row[0] for row in rows]],
    ).fetchall()
    return [_entry(row, [event for event in events if event[0] == row[0]]) for row in rows]


def _entry(row: tuple[Any, ...], events: list[tuple[Any, ...]]) -> Entry:
    made = next((event for event in events if event[1] == "made"), None)
    said = dict(zip(_FIELDS, row, strict=True))
    said["rho"] = float(said["rho"])
    states = {event[1]: event[2] for event in events}
    sequence, outputs = (made[3], made[4]) if made else (None, {})
    return Entry(**said, states=states, sequence=sequence, outputs=outputs)


def reserve(
    connection: psycopg.Connection, of: Approved, programme: Programme, version: int
) -> UUID:
    """Spend the programme's loss on the cohort, before anything is drawn.

    Raises:
        NotReady: it was spent before, or the cap would be passed.
    """
    number = uuid4()
    tables = [
        {"dimensions": list(names), "sigma": round(programme.sigma, 4)}
        for names in programme.tables
    ]
    try:
        connection.execute(
            "INSERT INTO reporting_reservation (id, period, quarters, programme,"
            " programme_version, version, rho, tables, persons, snapshot, code_commit,"
            " first_approver_id, second_approver_id, reserved_at)"
            " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s, clock_timestamp())",
            [
                number, of.period.code, [one.code for one in of.period.quarters], programme.name,
                programme.version, version, programme.rho, json.dumps(tables), of.persons,
                of.snapshot, code_digest(), of.first_approver, of.second_approver,
            ],
        )  # fmt: skip
    except psycopg.errors.UniqueViolation:
        raise NotReady(f"{of.period} was measured before. Nothing was measured again.") from None
    except psycopg.Error as error:
        raise _refusal(error, of.period) from None
    return number


def _refusal(error: psycopg.Error, period: Period) -> Exception:
    if error.sqlstate == refusals.OVER_CAP:
        return NotReady(
            f"Another measurement of {period} would pass the most that one person may ever pay "
            f"(rho {refusals.CAP}). Nothing was measured."
        )
    return error


def drawn(connection: psycopg.Connection, number: UUID, protected: bytes) -> None:
    """The noise was drawn: keep the protected file, from which all is made."""
    connection.execute(
        "INSERT INTO reporting_ledgerevent (reservation_id, state, at, protected, outputs)"
        " VALUES (%s, 'drawn', clock_timestamp(), %s, '{}')",
        [number, zlib.compress(protected, 9)],
    )


def protected_of(connection: psycopg.Connection, number: UUID) -> bytes:
    found = connection.execute(
        "SELECT protected FROM reporting_ledgerevent WHERE reservation_id = %s AND state = 'drawn'",
        [number],
    ).fetchone()
    return zlib.decompress(found[0]) if found else b""


@contextlib.contextmanager
def next_place(connection: psycopg.Connection) -> Iterator[tuple[int, str]]:
    """The next release's place, and the SHA-256 of the manifest before it.

    One transaction, in which nobody else is given a place: what is written inside commits with it.
    """
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK_OF_SEQUENCE])
        last = connection.execute(
            "SELECT sequence, outputs ->> 'manifest.json' FROM reporting_ledgerevent"
            " WHERE sequence IS NOT NULL ORDER BY sequence DESC LIMIT 1"
        ).fetchone()
        yield (last[0] + 1, last[1]) if last else (1, "")


def made(
    connection: psycopg.Connection, number: UUID, sequence: int, outputs: dict[str, str]
) -> None:
    connection.execute(
        "INSERT INTO reporting_ledgerevent (reservation_id, state, at, sequence, outputs)"
        " VALUES (%s, 'made', clock_timestamp(), %s, %s)",
        [number, sequence, json.dumps(outputs, sort_keys=True)],
    )


def published(connection: psycopg.Connection, number: UUID) -> None:
    connection.execute(
        "INSERT INTO reporting_ledgerevent (reservation_id, state, at, outputs)"
        " VALUES (%s, 'published', clock_timestamp(), '{}')",
        [number],
    )


def code_digest() -> str:
    """SHA-256 over the programmes that measure: what the noise came from, changes included."""
    found = hashlib.sha256()
    for path in sorted((Path(__file__).resolve().parents[1] / "protection").glob("*.py")):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()
