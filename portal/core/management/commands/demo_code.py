"""`manage.py demo_code EMAIL`: a one-time code of a demo account that has not been used yet."""

from __future__ import annotations

import time
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from portal.core import services
from portal.core.models import TotpDevice
from portal.core.models.factors import STEP_SECONDS, current_step


class Command(BaseCommand):
    help = "Print a one-time code that will be accepted now; waits for the next one where it must."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("email")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            device = services.demo_device(options["email"])
        except services.NotOnDemo as error:
            raise CommandError(str(error)) from error
        _wait_until_open(device)
        self.stdout.write(device.code_at(current_step()))


def _wait_until_open(device: TotpDevice) -> None:
    until = device.locked_until()
    if until is not None:
        time.sleep((until - timezone.now()).total_seconds())
    while device.last_step >= current_step():
        time.sleep(STEP_SECONDS - time.time() % STEP_SECONDS + 0.05)
