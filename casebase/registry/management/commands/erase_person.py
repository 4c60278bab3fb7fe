"""`manage.py erase_person REFERENCE --reason CODE`: destroy a person's keys, files and tokens."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

import psycopg
from django.core.management.base import BaseCommand, CommandError

from casebase.registry.services.erase_person import NobodyToErase, erase_person
from casebase.vault.enums import ErasureReason
from portal.settings import environment


class Command(BaseCommand):
    """For the operator, on the decision of two people; the trail keeps the code, never a name."""

    help = "Erase the person of a case for good, in all their cases. It cannot be undone."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("reference", help="the number of one of their cases")
        parser.add_argument("--reason", required=True, choices=list(ErasureReason))
        parser.add_argument(
            "--again", required=True, help="the same number once more, so that no slip erases"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["again"] != options["reference"]:
            raise CommandError("The two numbers differ. Nothing was erased.")
        with psycopg.connect(environment.read("KEY_ROTATOR_URL"), autocommit=True) as database:
            try:
                done = erase_person(
                    database=database,
                    reference=options["reference"],
                    reason=ErasureReason(options["reason"]),
                    session="command",
                )
            except NobodyToErase as error:
                raise CommandError(str(error)) from None
        self.stdout.write(
            f"Erased: {done.cases} cases, {done.keys} keys, {done.files} files, "
            f"{done.tokens} tokens. Now run `manage.py rotate_keys --forget-old-kek`, and keep "
            "no backup of the keystore longer than 14 days."
        )
