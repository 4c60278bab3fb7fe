"""Checking the whole trail: every row against its seal, every seal against the one before."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from casebase.audit import anchor, merkle, seals
from casebase.audit.sealer import open_holes
from casebase.audit.seals import Seal

CHUNK_ROWS = 50_000
MOST_FINDINGS = 50  # enough to see what happened; the first is what counts


@dataclass(frozen=True)
class Finding:
    """One thing that is not as it was sealed.

    Attributes:
        row: the number of the entry, or of the first entry that it concerns.
    """

    row: int
    what: str

    def __str__(self) -> str:
        return f"row {self.row}: {self.what}"


@dataclass
class Report:
    """What a check of the trail saw."""

    rows: int = 0
    total: int = 0
    seals: int = 0
    unsealed: int = 0
    never_used: int = 0  # numbers of inserts that were refused or cut off
    findings: list[Finding] = field(default_factory=list)  # in order of rows when it is done

    @property
    def first_bad(self) -> Finding | None:
        return self.findings[0] if self.findings else None

    def found(self, row: int, what: str) -> None:
        if len(self.findings) < MOST_FINDINGS:
            self.findings.append(Finding(row, what))


Progress = Callable[[int, int], None]


@dataclass
class Check:
    """One check, in one snapshot of the database.

    Attributes:
        connection: of a role that may read entries and seals.
        anchor_file: the file outside the database; None where only the database is at hand.
    """

    connection: psycopg.Connection
    key: Ed25519PublicKey
    anchor_file: Path | None
    progress: Progress = lambda done, total: None
    report: Report = field(default_factory=Report)
    _late: dict[int, tuple[bytes, int]] = field(default_factory=dict)
    _last: Seal | None = None

    def run(self) -> Report:
        """Look at everything; findings are in the report, none are raised."""
        with self.connection.transaction():
            self.connection.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
            self.connection.execute(seals.STEADY_TEXT)
            self._count()
            self._late = self._rows_sealed_late()
            anchored = self._anchored()
            for chunk in self._chunks():
                above = self._last.high if self._last else 0
                for seal in chunk:
                    self._check_seal(seal, anchored)
                    self._last = seal
                self._check_rows(chunk, above)
                self.progress(self.report.rows, self.report.total)
            self._check_tail(anchored)
        self.report.findings.sort(key=lambda finding: finding.row)
        return self.report

    def _count(self) -> None:
        row = self.connection.execute("SELECT count(*) FROM audit_entry").fetchone()
        self.report.total = row[0] if row else 0

    def _anchored(self) -> dict[int, anchor.Anchored]:
        if self.anchor_file is None:
            return {}
        try:
            return anchor.read(self.anchor_file)
        except anchor.AnchorUnreadable as error:
            self.report.found(0, f"the anchor file cannot be believed: {error}")
            return {}

    def _chunks(self) -> Iterator[list[Seal]]:
        """Seals in order, as many at once as cover a good number of rows."""
        number, chunk, rows = 0, [], 0
        while found := seals.seals_after(self.connection, number):
            number = found[-1].number
            for seal in found:
                chunk.append(seal)
                rows += seal.rows
                if rows >= CHUNK_ROWS:
                    yield chunk
                    chunk, rows = [], 0
        if chunk:
            yield chunk

    def _check_seal(self, seal: Seal, anchored: dict[int, anchor.Anchored]) -> None:
        """The seal itself: its place in the chain, its signature, its leaves, its anchor."""
        before, found = self._last, self.report.found
        self.report.seals += 1
        row = seal.runs[0] if seal.runs else seal.high
        if seal.number != (before.number + 1 if before else 1):
            gap = f"seals {before.number + 1 if before else 1} to {seal.number - 1}"
            found((before.high if before else 0) + 1, f"{gap} are missing")
        elif seal.previous != (before.digest() if before else b""):
            found(row, f"seal {seal.number} does not follow from the seal before it")
        if not seal.is_signed_by(self.key):
            found(row, f"seal {seal.number} over {seal.reach()} was not signed with our key")
        elif not seal.is_consistent():
            found(row, f"seal {seal.number} over {seal.reach()} was changed")
        for odd in seal.odd:
            found(odd, "its moment does not fit the moment at which it came: it was back-dated")
        if (
            self.anchor_file
            and (line := anchored.get(seal.number))
            and line.digest != seal.digest()
        ):
            found(row, f"seal {seal.number} is not the one in the anchor file")

    def _rows_sealed_late(self) -> dict[int, tuple[bytes, int]]:
        """Number, digest and format of rows that came after rows above them were sealed."""
        with self.connection.cursor(binary=True) as cursor:
            cursor.execute(
                f"SELECT {seals.COLUMNS}, before FROM (SELECT *, lag(high, 1, 0::bigint) "  # noqa: S608
                "OVER (ORDER BY number) AS before FROM audit_seal) s WHERE runs[1] <= before"
            )
            found = [(Seal(*row[:-1]), row[-1]) for row in cursor.fetchall()]
        return {
            number: (leaf, seal.format)
            for seal, before in found
            for number, leaf in seal.leaf_of_row()
            if number <= before
        }

    def _check_rows(self, chunk: Sequence[Seal], above: int) -> None:
        """Rows between the seals' bounds; one comparison for all where nothing was touched."""
        upto = max(seal.high for seal in chunk)
        if {seal.format for seal in chunk} == {seals.FORMAT} and not self._late:
            expected = b"".join(seal.leaves for seal in chunk)
            digests = self._digests(seals.FORMAT, above, upto)
            if expected == b"".join(digests):
                self.report.rows += len(digests)
                return
        self._compare_one_by_one(chunk, above, upto)

    def _digests(self, format_: int, above: int, upto: int) -> list[bytes]:
        leaf = merkle.leaf
        statement = seals.copy_of_rows(format_, f"id > {above} AND id <= {upto}")
        with self.connection.cursor() as cursor, cursor.copy(statement) as copy:
            return [leaf(row) for row in copy]

    def _compare_one_by_one(self, chunk: Sequence[Seal], above: int, upto: int) -> None:
        """Which row was changed, deleted or added between `above` and `upto`."""
        expected = {n: kept for n, kept in self._late.items() if above < n <= upto}
        for seal in chunk:
            leaves = seal.leaf_of_row()
            expected |= {n: (leaf, seal.format) for n, leaf in leaves if n > above}
        there: set[int] = set()
        holes: list[int] = []
        for format_ in sorted({f for _, f in expected.values()} | {seals.FORMAT}):
            for number, digest in self._numbered_digests(format_, above, upto):
                leaf, sealed_as = expected.get(number, (None, seals.FORMAT))
                if sealed_as != format_:
                    continue
                there.add(number)
                if leaf is None:
                    holes.append(number)
                elif leaf != digest:
                    self.report.found(number, "it was changed after it was sealed")
        for number in sorted(expected.keys() - there):
            self.report.found(number, "it was deleted after it was sealed")
        self.report.rows += len(there)
        self._judge_unsealed(holes)

    def _numbered_digests(self, format_: int, above: int, upto: int) -> list[tuple[int, bytes]]:
        statement = seals.copy_of_rows(format_, f"id > {above} AND id <= {upto}")
        with self.connection.cursor() as cursor, cursor.copy(statement) as copy:
            rows = [bytes(row) for row in copy]
        return [(seals.number_of(row), merkle.leaf(row)) for row in rows]

    def _judge_unsealed(self, numbers: Sequence[int]) -> None:
        """Rows in a gap: late ones that the next seal takes, or ones put there afterwards."""
        if not numbers:
            return
        now = self.connection.execute("SELECT clock_timestamp()").fetchone()
        holes = open_holes(self.connection, now[0] if now else dt.datetime.now(dt.UTC))
        for number in numbers:
            if any(first <= number <= last for first, last in seals.pairs(holes)):
                self.report.unsealed += 1
            else:
                self.report.found(number, "it was added after its neighbours had been sealed")

    def _check_tail(self, anchored: dict[int, anchor.Anchored]) -> None:
        """What came after the last seal, and whether the last seals are still there."""
        number, high = (self._last.number, self._last.high) if self._last else (0, 0)
        if lost := [line for n, line in sorted(anchored.items()) if n > number]:
            self.report.found(
                high + 1,
                f"the tail was cut off: seals {number + 1} to {lost[-1].number}, which reach row "
                f"{lost[-1].high}, are in the anchor file and not in the database",
            )
        if self.anchor_file and number and not anchored and not self.report.findings:
            self.report.found(0, f"there are seals, but no anchor file at {self.anchor_file}")
        row = self.connection.execute(
            "SELECT count(*) FROM audit_entry WHERE id > %s", [high]
        ).fetchone()
        fresh = row[0] if row else 0
        self.report.rows += fresh
        self.report.unsealed += fresh
        self.report.never_used = max(0, high - (self.report.rows - fresh))
