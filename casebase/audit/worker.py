"""The sealer's process: it seals what is new, and makes the checks that people ask for."""

from __future__ import annotations

from pathlib import Path

import psycopg
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from casebase.audit.sealer import Sealer
from casebase.audit.seals import sealer_connection
from casebase.audit.verify import Check


class Worker:
    """One round after another, on one connection."""

    def __init__(
        self, connection: psycopg.Connection, key: Ed25519PrivateKey, anchor_file: Path
    ) -> None:
        self.connection, self.key, self.anchor_file = connection, key, anchor_file
        self.sealer = Sealer(connection, key, anchor_file)

    def round(self) -> int:
        """Seal what is new, then make one check if one was asked for.

        Returns:
            how many rows were sealed.
        """
        sealed = self.sealer.seal_all()
        asked = self.connection.execute(
            "SELECT id FROM audit_check WHERE ended_at IS NULL ORDER BY id LIMIT 1"
        ).fetchone()
        if asked:
            self._check(asked[0])
        return sealed

    def _check(self, number: int) -> None:
        """Check the trail, telling the row of the request how far it is."""
        with sealer_connection() as reading:  # the check keeps one snapshot; progress is outside

            def progress(done: int, total: int) -> None:
                self.connection.execute(
                    "UPDATE audit_check SET rows_done = %s, rows_total = %s WHERE id = %s",
                    [done, total, number],
                )

            check = Check(reading, self.key.public_key(), self.anchor_file, progress)
            report = check.run()
        bad = report.first_bad
        self.connection.execute(
            "UPDATE audit_check SET ended_at = clock_timestamp(), rows_done = %s, rows_total = %s,"
            " first_bad_row = %s, finding = %s WHERE id = %s",
            [report.rows, report.total, bad and bad.row, bad.what if bad else "", number],
        )
