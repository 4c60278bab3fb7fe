"""What a seal says, how it is signed, and the text of a row that it covers."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import psycopg
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from django.conf import settings
from psycopg import sql

from casebase.audit import merkle
from casebase.vault import keys

KEY_NAME = "seal-ed25519"
GAP_STAYS_OPEN = dt.timedelta(minutes=10)  # far longer than an insert may take
# The columns that a row's digest covers. A new column gets a new format; old seals keep theirs.
FORMATS = {
    1: "id, at, action, user_id, session, case_ids, fields, purpose, result, view, query_hash"
}
FORMAT = max(FORMATS)
# So that one row is one text, whatever the server's settings are.
STEADY_TEXT = (
    "SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC'; SET LOCAL bytea_output = 'hex'; "
    "SET LOCAL statement_timeout = 0; SET LOCAL search_path = public, pg_temp; "
    # Rows lie in order of their numbers: with a table that has no statistics yet, a sort is chosen.
    "SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off"
)
COLUMNS = "number, sealed_at, format, high, runs, odd, rows, leaves, root, previous, signature"


@dataclass(frozen=True)
class Seal:
    """One signed batch.

    Attributes:
        high: the highest entry that any seal up to this one has looked at.
        runs: first, last, first, last … of the numbers of the batch's rows, ascending.
        odd: rows whose moment did not fit when they were sealed.
        leaves: a digest a row, in order of the rows' numbers.
        previous: digest of the seal before; empty for the first.
    """

    number: int
    sealed_at: dt.datetime
    format: int
    high: int
    runs: Sequence[int]
    odd: Sequence[int]
    rows: int
    leaves: bytes
    root: bytes
    previous: bytes
    signature: bytes = b""

    def message(self) -> bytes:
        """What is signed: everything but the leaves, for which the root stands."""
        lines = [
            "harbour audit seal",
            str(self.number),
            self.sealed_at.astimezone(dt.UTC).isoformat(timespec="microseconds"),
            str(self.format),
            str(self.high),
            ",".join(map(str, self.runs)),
            ",".join(map(str, self.odd)),
            str(self.rows),
            self.root.hex(),
            self.previous.hex(),
        ]
        return "\n".join(lines).encode()

    def digest(self) -> bytes:
        return sha256(self.message() + self.signature).digest()

    def is_signed_by(self, key: Ed25519PublicKey) -> bool:
        try:
            key.verify(self.signature, self.message())
        except InvalidSignature:
            return False
        return True

    def is_consistent(self) -> bool:
        """Whether leaves, root, runs and count say the same."""
        return (
            len(self.leaves) == self.rows * merkle.SIZE
            and self.rows == sum(last - first + 1 for first, last in pairs(self.runs))
            and self.rows > 0
            and merkle.root(self.leaves) == self.root
        )

    def numbers(self) -> Iterator[int]:
        return itertools.chain.from_iterable(range(a, b + 1) for a, b in pairs(self.runs))

    def leaf_of_row(self) -> Iterator[tuple[int, bytes]]:
        """Each row's number and digest."""
        for place, number in enumerate(self.numbers()):
            yield number, self.leaves[place * merkle.SIZE : (place + 1) * merkle.SIZE]

    def reach(self) -> str:
        """`rows 12 to 40`, for a message."""
        first, last = self.runs[0], self.runs[-1]
        return f"row {first}" if first == last else f"rows {first} to {last}"


def pairs(runs: Sequence[int]) -> Iterator[tuple[int, int]]:
    return zip(runs[::2], runs[1::2], strict=True)


def runs_of(numbers: Iterable[int]) -> list[int]:
    """`[1, 2, 3, 7]` as first and last of each unbroken run: `[1, 3, 7, 7]`."""
    runs: list[int] = []
    for number in numbers:
        if runs and number == runs[-1] + 1:
            runs[-1] = number
        else:
            runs += [number, number]
    return runs


def holes_in(runs: Sequence[int], *, above: int, upto: int) -> list[int]:
    """The runs of numbers in `above < n <= upto` that `runs` leaves out, as runs."""
    holes: list[int] = []
    at = above
    for first, last in pairs(runs):
        if first > at + 1 and last > above:
            holes += [at + 1, first - 1]
        at = max(at, last)
    if upto > at:
        holes += [at + 1, upto]
    return holes


def copy_of_rows(format_: int, condition: str) -> sql.SQL:
    """The statement that sends the text of rows in order of their number, one row a piece."""
    select = f"SELECT {FORMATS[format_]} FROM audit_entry WHERE {condition} ORDER BY id"  # noqa: S608
    return sql.SQL(f"COPY ({select}) TO STDOUT")


def number_of(row: bytes) -> int:
    return int(row[: row.index(b"\t")])


def moment_of(row: bytes) -> dt.datetime:
    text = row.split(b"\t", 2)[1].decode()
    return dt.datetime.fromisoformat(text + ":00" if text[-3] in "+-" else text)


def seals_after(connection: psycopg.Connection, number: int, *, at_most: int = 200) -> list[Seal]:
    """The next seals in order; an empty list after the last."""
    with connection.cursor(binary=True) as cursor:
        cursor.execute(
            f"SELECT {COLUMNS} FROM audit_seal WHERE number > %s ORDER BY number LIMIT %s",  # noqa: S608
            [number, at_most],
        )
        return [Seal(*row) for row in cursor.fetchall()]


def signing_key() -> Ed25519PrivateKey:
    """The key that signs, from its file; it is in no database and in no environment."""
    folder = Path(settings.KEY_FOLDER)
    return Ed25519PrivateKey.from_private_bytes(keys.read_key(folder / KEY_NAME))


def sealer_connection() -> psycopg.Connection:
    """A connection of the role `sealer`, which reads the trail and adds seals."""
    url = settings.SEALER_DATABASE_URL
    return psycopg.connect(url, autocommit=True)
