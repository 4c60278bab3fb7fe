"""`manage.py generate_cases NUMBER`: very many invented cases, to measure with.

Run as the owner of the tables (`CASEBASE_DATABASE_URL`), never beside real records: it refuses a
casebase that is not a demonstration's or a test's.
"""

from __future__ import annotations

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection
from django.utils import timezone

from casebase.audit.services import record
from casebase.registry.models import Case
from casebase.registry.synthetic import bulk
from casebase.registry.synthetic.desks import ensure_people
from casebase.registry.synthetic.many import KEY_COLUMNS, Batch, Maker
from casebase.registry.synthetic.operator import as_the_owner

LARGEST = 1_000_000


class Command(BaseCommand):
    help = "Make 1,000 to 1,000,000 invented cases by COPY: sealed, with keys and access lists."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("number", type=int)
        parser.add_argument("--seed", default="1")
        parser.add_argument(
            "--findable", action="store_true", help="with the tokens other agencies find them by"
        )
        parser.add_argument("--batch", type=int, default=5_000, help="cases in one transaction")

    def handle(self, *args: Any, **options: Any) -> None:
        number, step = options["number"], options["batch"]
        if not settings.DEMO_MODE:
            raise CommandError("This casebase is not a demonstration: nothing is invented here.")
        if not 1 <= number <= LARGEST:
            raise CommandError(f"Ask for 1 to {LARGEST:,} cases.")
        as_the_owner()
        maker = Maker(
            options["seed"],
            list(ensure_people().values()),
            timezone.localdate(),
            taken=_taken(),
            findable=options["findable"],
        )
        started, made = time.monotonic(), 0
        while made < number:
            made += write(maker, maker.batch(min(step, number - made)))
            rate = made / (time.monotonic() - started)
            if made % (10 * step) == 0 or made == number:
                self.stdout.write(f"  {made:>9,} cases, {rate:>7,.0f} cases/s")
        with connection.cursor() as cursor:
            for table, _ in maker.tables.in_order(Batch()):
                cursor.execute(f"VACUUM ANALYZE {table.name}")


def _taken() -> list[str]:
    with bulk.lifted_policies(["registry_case"]):
        return list(Case.objects.values_list("reference", flat=True))


def write(maker: Maker, batch: Batch) -> int:
    """Keys first, then the rows, then one entry in the trail that names the cases."""
    bulk.copy("keystore", "case_key", KEY_COLUMNS, batch.keys)
    tables = list(maker.tables.in_order(batch))
    record(action="case.generated", user_id=None, session="", case_ids=batch.case_ids)
    with bulk.lifted_policies([table.name for table, _ in tables]):
        for table, rows in tables:
            bulk.copy("default", table.name, table.columns, rows)
    return len(batch.cases)
