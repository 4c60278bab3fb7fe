"""`manage.py audit_verify`: check the whole trail; exit 1 where it is not whole."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from casebase.audit import anchor, seals
from casebase.audit.seals import sealer_connection
from casebase.audit.verify import Check, Report


class Command(BaseCommand):
    help = "Check every row of the trail against its seal; name the first bad one."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--anchor", type=Path, help="a copy of the anchor file kept elsewhere")
        parser.add_argument("--no-anchor", action="store_true", help="look at the database alone")

    def handle(self, *args: Any, **options: Any) -> None:
        file = None if options["no_anchor"] else options["anchor"] or anchor.path()
        started = time.monotonic()
        with sealer_connection() as connection:
            check = Check(connection, seals.signing_key().public_key(), file)
            report = check.run()
        self._tell(report, time.monotonic() - started)
        if report.first_bad:
            sys.exit(1)

    def _tell(self, report: Report, seconds: float) -> None:
        rate = report.rows / seconds if seconds else 0
        self.stdout.write(
            f"{report.rows} rows under {report.seals} seals checked in {seconds:.1f} s "
            f"({rate:,.0f} rows a second); {report.unsealed} not sealed yet; "
            f"{report.never_used} numbers never used (an insert that was refused leaves a gap)"
        )
        if report.first_bad is None:
            self.stdout.write("The trail is whole.")
            return
        self.stdout.write(f"THE TRAIL IS NOT WHOLE. First bad {report.first_bad}")
        for finding in report.findings[1:]:
            self.stdout.write(f"  also {finding}")
