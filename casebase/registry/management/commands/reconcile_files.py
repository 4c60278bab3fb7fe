"""`manage.py reconcile_files`, every night: the folder of sealed files against the rows."""

from __future__ import annotations

from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError

from casebase.registry.services.reconcile_files import reconcile_files
from portal.settings import environment


class Command(BaseCommand):
    """Fails where a row points to nothing, so that whoever runs it notices."""

    help = "Remove sealed files that no row names, and report rows whose file is missing."

    def handle(self, *args: Any, **options: Any) -> None:
        with psycopg.connect(environment.read("KEY_ROTATOR_URL"), autocommit=True) as database:
            done = reconcile_files(database=database)
        self.stdout.write(f"{done.removed} files removed that no row names.")
        if done.missing:
            raise CommandError(f"{len(done.missing)} rows point to no file: see the log.")
