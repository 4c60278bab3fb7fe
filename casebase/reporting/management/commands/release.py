"""`manage.py release create --period 2026Q3`, `release publish ID`, `release list`, `release work`.

The release worker: it alone measures a cohort, and it alone signs a bundle.
"""

from __future__ import annotations

import contextlib
import time
from argparse import ArgumentParser
from typing import Any, ClassVar

import psycopg
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError
from django.utils import timezone

from casebase.audit.services import AuditUnavailable
from casebase.registry.synthetic.operator import as_the_owner
from casebase.reporting.periods import NoSuchPeriod, Period
from casebase.reporting.releasing import ledger, worker
from casebase.reporting.releasing.cohort import NotReady
from casebase.reporting.services.invent_figures import freeze_and_sign


class Command(BaseCommand):
    _said: ClassVar[set[str]] = set()  # a worker looks every few seconds, and says a thing once
    help = "Measure a signed period once, protect it, sign its bundle, hand it to the portal."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("step", choices=("create", "publish", "list", "work"))
        parser.add_argument("release", nargs="?", help="of publish: its number, as 2026Q3-v1")
        parser.add_argument("--period", help="of create: 2026Q3, or a year: 2026")
        parser.add_argument(
            "--from-reserve", action="store_true",
            help="of create: measure once more, with what is kept back for a correction",
        )  # fmt: skip
        parser.add_argument("--loop", action="store_true", help="of work: go on until ended")
        parser.add_argument("--every", type=float, default=5, help="seconds between two looks")

    def handle(self, *args: Any, **options: Any) -> None:
        step = options["step"]
        if step == "work" and options["loop"]:
            self._for_ever(options["every"])
        try:
            with ledger.worker_connection() as connection:
                getattr(self, f"_{step}")(connection, options)
        except (NotReady, NoSuchPeriod) as error:
            raise CommandError(str(error)) from None

    def _create(self, connection: psycopg.Connection, options: dict[str, Any]) -> None:
        period = Period.of_code(options["period"] or "")
        if settings.DEMO_MODE:
            self._as_invented_people_would(period)
        entry = worker.make_release(connection, period, from_reserve=options["from_reserve"])
        self.stdout.write(f"{entry.release_id} made: {worker.bundle_path(entry)}")
        self.stdout.write(f"  next: manage.py release publish {entry.release_id}")

    def _as_invented_people_would(self, period: Period) -> None:
        """In a demonstration nobody has to be asked twice: its invented people freeze and sign."""
        today = timezone.localdate()
        if not period.is_closed_on(today):
            return
        as_the_owner()
        with contextlib.suppress(DatabaseError):  # out of order: the worker says so in words
            if freeze_and_sign(period, today):
                self.stdout.write(f"  demonstration: {period} frozen and signed by invented people")

    def _publish(self, connection: psycopg.Connection, options: dict[str, Any]) -> None:
        entry = worker.publish_release(connection, options["release"] or "")
        self.stdout.write(f"{entry.release_id} handed to the portal, where an editor takes it up.")

    def _list(self, connection: psycopg.Connection, options: dict[str, Any]) -> None:
        for entry in ledger.entries(connection):
            reached = ", ".join(["reserved", *entry.states])
            place = entry.sequence or "-"
            self.stdout.write(f"{place}\t{entry.release_id}\trho {entry.rho}\t{reached}")

    def _work(self, connection: psycopg.Connection, options: dict[str, Any]) -> None:
        for period in worker.waiting(connection):
            try:
                made = worker.make_release(connection, period)
                worker.publish_release(connection, made.release_id)
            except NotReady as error:
                self._say_once(str(error))
            else:
                self.stdout.write(f"{made.release_id} handed to the portal")

    def _say_once(self, problem: str) -> None:
        if problem not in self._said:
            self._said.add(problem)
            self.stderr.write(problem)

    def _for_ever(self, seconds: float) -> None:
        """The database may be restarted under us, the disk be full; the next round tries again."""
        while True:
            try:
                with ledger.worker_connection() as connection:
                    while True:
                        self._work(connection, {})
                        time.sleep(seconds)
            except (psycopg.Error, AuditUnavailable, OSError) as error:
                self._say_once(f"nothing is released until this ends: {type(error).__name__}")
            time.sleep(seconds)
