"""`manage.py board_check [--repair]`: are the board's numbers those of the cases?

Run as the owner of the tables (`CASEBASE_DATABASE_URL`); people may go on working meanwhile.
"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from casebase.registry.synthetic.operator import as_the_owner
from casebase.reporting.services import board

SHOWN = 20


class Command(BaseCommand):
    help = "Compare every number of the board with the cases; exit 1 where one differs."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="add what is missing")

    def handle(self, *args: Any, **options: Any) -> None:
        as_the_owner()
        found = board.repair() if options["repair"] else board.numbers_apart()
        for one in found[:SHOWN]:
            self.stdout.write(f"  {one.unit} {one.cell}: {one.missing:+d}")
        if not found:
            self.stdout.write("Every number of the board is that of the cases.")
        elif options["repair"]:
            self.stdout.write(f"{len(found)} numbers were mended.")
        else:
            raise CommandError(
                f"{len(found)} numbers of the board differ from the cases. "
                "Run `manage.py board_check --repair`, and find out who wrote past the triggers."
            )
