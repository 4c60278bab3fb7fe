"""`manage.py demo_accounts`: the invented people of this demo and their passwords."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.core import services


class Command(BaseCommand):
    help = "Print `role`, `email` and `password` of each demo account, separated by tabs."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            accounts = services.demo_accounts()
        except services.NotOnDemo as error:
            raise CommandError(str(error)) from error
        for account in accounts:
            self.stdout.write(f"{account.role}\t{account.email}\t{account.password}")
