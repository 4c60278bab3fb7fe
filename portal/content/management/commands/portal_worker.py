"""`manage.py portal_worker`: the portal's background work, once a minute and whenever asked."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector

from portal.content.workflow import schedule

JOBS_AT_ONCE = 2


class Command(BaseCommand):
    help = "Run the portal's worker until it is told to stop; --check only looks whether one runs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--check", action="store_true", help="exit 1 if no worker ran for ten minutes"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["check"]:
            self._check()
            return
        connector = cast(DjangoConnector, app.connector).get_worker_connector()
        with app.replace_connector(connector):
            asyncio.run(_work())

    def _check(self) -> None:
        if schedule.is_late(now=timezone.now()):
            raise CommandError(
                "The worker has not done its regular work for ten minutes: nothing planned goes "
                "live. Start `manage.py portal_worker`, or look into its log."
            )
        self.stdout.write("The worker did its regular work within the last ten minutes.")


async def _work() -> None:
    async with app.open_async():
        await app.run_worker_async(concurrency=JOBS_AT_ONCE, delete_jobs="successful")
