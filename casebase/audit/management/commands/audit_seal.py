"""`manage.py audit_seal`: sign what was written to the trail since the last seal.

With `--loop` it is the worker of the trail, which also makes the checks that people ask for.
"""

from __future__ import annotations

import time
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandParser

from casebase.audit import anchor, seals
from casebase.audit.sealer import Sealer
from casebase.audit.seals import sealer_connection
from casebase.audit.worker import Worker


class Command(BaseCommand):
    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--loop", action="store_true", help="go on until ended")
        parser.add_argument("--every", type=float, default=5, help="seconds between two looks")

    def handle(self, *args: Any, **options: Any) -> None:
        if not options["loop"]:
            with sealer_connection() as connection:
                rows = Sealer(connection, seals.signing_key(), anchor.path()).seal_all()
            self.stdout.write(f"{rows} rows sealed")
            return
        while True:
            self._until_the_connection_is_lost(options["every"])
            time.sleep(options["every"])

    def _until_the_connection_is_lost(self, seconds: float) -> None:
        """The database may be restarted under us; the next round connects again."""
        try:
            with sealer_connection() as connection:
                worker = Worker(connection, seals.signing_key(), anchor.path())
                while True:
                    worker.round()
                    time.sleep(seconds)
        except (psycopg.Error, anchor.AnchorUnreadable) as error:
            self.stderr.write(f"nothing is sealed until this ends: {type(error).__name__}")
