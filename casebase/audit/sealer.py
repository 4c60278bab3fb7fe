"""Sealing: what was written since the last seal, signed together and chained to it.

Note [Late rows]: numbers are given before rows are committed, so a row may appear below one that is
sealed already. A number that is missing when its neighbours are sealed therefore stays open for ten
minutes, far longer than an insert may take, and a row that turns up within them goes into the next
seal. After that the gap is closed: it was an insert that the database refused or a crash cut off,
and a row that appears in it later was put there by somebody.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from casebase.audit import anchor, merkle, seals
from casebase.audit.seals import Seal

MOST_ROWS = 10_000
LOCK = 4_607_182  # the one sealer; any number that nobody else locks
MOMENTS_MAY_DIFFER = dt.timedelta(minutes=2)  # an insert is cut off after seconds


@dataclass
class Sealer:
    """One role, one key, one anchor file.

    Attributes:
        connection: signed in as `sealer`, in autocommit.
        looked_at: when nothing more was left to seal; no row written later may be older.
    """

    connection: psycopg.Connection
    key: Ed25519PrivateKey
    anchor_file: Path
    looked_at: dt.datetime | None = None

    def seal_all(self) -> int:
        """Seal everything that is committed now.

        What is written meanwhile is left for the next look: a sealer that chased busy writers would
        sign their rows a handful at a time, and never come to an end.

        Returns:
            how many rows were sealed.
        """
        self._anchor_what_is_not()
        sealed = 0
        while seal := self._seal_some():
            anchor.append(self.anchor_file, seal)
            sealed += seal.rows
            if seal.rows < MOST_ROWS:
                break
        return sealed

    def _seal_some(self) -> Seal | None:
        with self._alone() as is_alone:
            return self._seal_alone() if is_alone else None

    @contextmanager
    def _alone(self) -> Iterator[bool]:
        """Whether no other sealer is at work.

        Locked before the snapshot is taken and let go after the commit: whoever comes next sees the
        seal of whoever was here, and does not seal the same rows under the same number.
        """
        is_alone = bool(self._one("SELECT pg_try_advisory_lock(%s)", LOCK))
        try:
            yield is_alone
        finally:
            if is_alone:
                self._one("SELECT pg_advisory_unlock(%s)", LOCK)

    def _one(self, statement: str, *values: object) -> Any:
        row = self.connection.execute(statement, values).fetchone()
        return row[0] if row else None

    def _seal_alone(self) -> Seal | None:
        with self.connection.transaction():
            # One snapshot: a row is in this seal or left for the next, never half seen.
            self.connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
            self.connection.execute(seals.STEADY_TEXT)
            now = self._one("SELECT clock_timestamp()")
            before = self._last_seal()
            rows = [*self._late_rows(before, now), *self._new_rows(before)]
            seal = self._sign(rows, before, now) if rows else None
            if seal:
                self._insert(seal)
        if len(rows) < MOST_ROWS:
            self.looked_at = now
        return seal

    def _last_seal(self) -> Seal | None:
        number = self._one("SELECT max(number) FROM audit_seal")
        return seals.seals_after(self.connection, number - 1)[0] if number else None

    def _new_rows(self, before: Seal | None) -> list[bytes]:
        condition = f"id > {before.high if before else 0}"
        statement = seals.copy_of_rows(seals.FORMAT, condition)
        return self._rows(statement, at_most=MOST_ROWS)

    def _late_rows(self, before: Seal | None, now: dt.datetime) -> list[bytes]:
        """See note [Late rows]."""
        if before is None:
            return []
        holes = open_holes(self.connection, now)
        ranges = " OR ".join(f"id BETWEEN {a} AND {b}" for a, b in seals.pairs(holes))
        return self._rows(seals.copy_of_rows(seals.FORMAT, ranges)) if ranges else []

    def _rows(self, statement: psycopg.sql.SQL, at_most: int = 0) -> list[bytes]:
        if at_most:
            text = statement.as_string().replace(" ORDER BY id", f" ORDER BY id LIMIT {at_most}")
            statement = psycopg.sql.SQL(text)
        with self.connection.cursor() as cursor, cursor.copy(statement) as copy:
            return [bytes(row) for row in copy]

    def _sign(self, rows: Sequence[bytes], before: Seal | None, now: dt.datetime) -> Seal:
        numbers = [seals.number_of(row) for row in rows]
        leaves = b"".join(map(merkle.leaf, rows))
        seal = Seal(
            number=before.number + 1 if before else 1,
            sealed_at=now,
            format=seals.FORMAT,
            high=max(numbers[-1], before.high if before else 0),
            runs=seals.runs_of(numbers),
            odd=self._odd(rows, before, now),
            rows=len(rows),
            leaves=leaves,
            root=merkle.root(leaves),
            previous=before.digest() if before else b"",
        )
        return replace(seal, signature=self.key.sign(seal.message()))

    def _odd(self, rows: Sequence[bytes], before: Seal | None, now: dt.datetime) -> list[int]:
        """Rows that say a moment at which they cannot have been written."""
        known = [moment for moment in (self.looked_at, before and before.sealed_at) if moment]
        latest = now + MOMENTS_MAY_DIFFER
        earliest = max(known) - MOMENTS_MAY_DIFFER if known else None
        return [
            seals.number_of(row)
            for row in rows
            if (at := seals.moment_of(row)) > latest or (earliest and at < earliest)
        ]

    def _insert(self, seal: Seal) -> None:
        self.connection.execute(
            f"INSERT INTO audit_seal ({seals.COLUMNS}) VALUES ({', '.join(['%s'] * 11)})",  # noqa: S608
            [getattr(seal, name.strip()) for name in seals.COLUMNS.split(",")],
        )

    def _anchor_what_is_not(self) -> None:
        """The lines that a crash between the database and the file left out."""
        number = max(anchor.read(self.anchor_file), default=0)
        while missing := seals.seals_after(self.connection, number):
            for seal in missing:
                if not seal.is_signed_by(self.key.public_key()):
                    return  # not ours: `audit_verify` names it
                anchor.append(self.anchor_file, seal)
                number = seal.number


def open_holes(connection: psycopg.Connection, now: dt.datetime) -> list[int]:
    """Numbers that were missing when their neighbours were sealed, up to ten minutes ago."""
    rows = connection.execute(
        "SELECT number, high, runs, sealed_at FROM audit_seal WHERE number >= "
        "coalesce((SELECT max(number) FROM audit_seal WHERE sealed_at <= %s), 0) ORDER BY number",
        [now - seals.GAP_STAYS_OPEN],
    ).fetchall()
    if not rows:
        return []
    is_old = rows[0][3] <= now - seals.GAP_STAYS_OPEN
    above = rows[0][1] if is_old else 0
    seen = sorted(number for _, _, runs, _ in rows for number in seals.pairs(runs))
    return seals.holes_in([end for run in seen for end in run], above=above, upto=rows[-1][1])
