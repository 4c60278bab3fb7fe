"""`manage.py receive_releases [FILE.zip …]`: take releases that casework handed over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.statistics import services
from portal.statistics.receiving import inbox
from portal.statistics.receiving.refusals import BundleRefused


class Command(BaseCommand):
    help = (
        "Check bundles of casework and draft their pages; without files, all that wait in "
        "RELEASE_INBOX, in their order. Prints a line each; code 1 if one was refused."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE.zip")

    def handle(self, *args: Any, **options: Any) -> None:
        named = bool(options["files"])
        paths = options["files"] or inbox.waiting(Path(settings.RELEASE_INBOX))
        refused = [path.name for path in paths if not self._receive(path, named=named)]
        if refused:
            raise CommandError(f"Refused: {', '.join(refused)}. Nothing of it was kept.")
        if not paths:
            self.stdout.write("No release waits.")

    def _receive(self, path: Path, *, named: bool) -> bool:
        try:
            content = inbox.read(path)
            if not named and services.is_known(content):
                self.stdout.write(f"{path.name}: known")
                return True
            received = services.receive_release(content=content)
        except BundleRefused as refusal:
            self.stdout.write(f"{path.name}: refused. {refusal}")
            return False
        self.stdout.write(
            f"{path.name}: received as number {received.sequence}; its draft waits for review."
        )
        return True
