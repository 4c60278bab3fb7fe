"""`manage.py load_demo`: the invented content of a demonstration."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.demo.load import NotADemonstration, load


class Command(BaseCommand):
    help = "Load the invented content; what is there stays. Refuses where demo mode is off."

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            load(lambda line: self.stdout.write(line))
        except NotADemonstration as error:
            raise CommandError(str(error)) from error
