"""`manage.py rotate_keys`: new keys around the keys, or new keys for the cases."""

from __future__ import annotations

import datetime as dt
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import psycopg
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from casebase.vault import keys, keystore
from casebase.vault.rotation import case_keys, keks
from casebase.vault.rotation.proof import Proof, prove
from portal.runtime import keys as key_files
from portal.settings import environment

ROTATION_LOCK = 4_402
BEGAN = "case-key-rotation"  # in the data folder: when the rotation under way began
ROUNDS = 3


class Command(BaseCommand):
    """Rotate while people work; interrupted, run it again and it goes on where it was."""

    help = (
        "Wrap every case's key with a new KEK. With --case-keys, give every case a new key and "
        "seal its records afresh. Both prove at their end that everything opens."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--case-keys", action="store_true", help="new keys for the cases")
        parser.add_argument(
            "--forget-old-kek",
            action="store_true",
            help="remove the older KEK's file when nothing needs it any more",
        )
        parser.add_argument(
            "--grace-seconds",
            type=float,
            default=60,
            help="how long a page may take: so long a retired key is kept (60)",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        with connections[keystore.ALIAS].cursor() as cursor:
            cursor.execute("SELECT pg_try_advisory_lock(%s)", [ROTATION_LOCK])
            if not cursor.fetchone()[0]:
                raise CommandError("Another rotation is running. Wait until it has ended.")
            try:
                self._rotate(options)
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [ROTATION_LOCK])

    def _rotate(self, options: dict[str, Any]) -> None:
        with psycopg.connect(environment.read("KEY_ROTATOR_URL"), autocommit=True) as database:
            if options["case_keys"]:
                proof = self._new_case_keys(database, options["grace_seconds"])
            else:
                proof = self._new_kek(database, forget=options["forget_old_kek"])
        if not proof.holds:
            raise CommandError(f"NOT PROVED: {proof}. The keys that need it are kept.")
        self.stdout.write(f"Proved: {proof}.")

    def _new_kek(self, database: psycopg.Connection, *, forget: bool) -> Proof:
        if not keks.waiting():
            folder = Path(settings.KEY_FOLDER)
            name = f"kek-{keys.current().newest_kek + 1}"
            key_files.draw_key(folder, name)
            self.stdout.write(f"Drew {name}.")
        done = keks.rewrap_all(self.stdout.write)
        proof = prove(database)
        if done.damaged:
            raise CommandError(
                f"NOT PROVED: {done.damaged} keys do not open with any KEK. The older KEK stays."
            )
        if forget and proof.holds:
            self.stdout.write(f"Removed {', '.join(keks.forget_old_keks()) or 'no file'}.")
        return proof

    def _new_case_keys(self, database: psycopg.Connection, grace: float) -> Proof:
        mark = Path(settings.DATA_DIR) / BEGAN
        made_before = _began(mark)
        for _ in range(ROUNDS):
            done = case_keys.rotate_all(database, made_before=made_before, say=self.stdout.write)
            self.stdout.write(f"Waiting {grace:g} s for the pages that began before.")
            time.sleep(grace)
            proof = prove(database)
            if not (proof.old or done.busy):
                break
            case_keys.take_up_again(list(proof.old))
        unsafe = [*proof.old, *proof.damaged, *done.damaged, *done.busy]
        forgotten = case_keys.forget_retired(but=unsafe)
        self.stdout.write(f"Destroyed {forgotten} old versions of keys.")
        if done.busy:
            raise CommandError(
                f"NOT PROVED: {len(done.busy)} keys were being written with all the time. "
                "Their old versions are kept; run it again."
            )
        if proof.holds:
            mark.unlink(missing_ok=True)
        return proof


def _began(mark: Path) -> dt.datetime:
    """When the rotation began: now, or, where one was interrupted, then."""
    if not mark.exists():
        with connections[keystore.ALIAS].cursor() as cursor:
            cursor.execute("SELECT now()")  # by the clock that dates the keys
            mark.write_text(cursor.fetchone()[0].isoformat())
    return dt.datetime.fromisoformat(mark.read_text())
