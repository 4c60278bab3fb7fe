"""`manage.py load_demo_figures`: the demonstration's frozen quarters, signed by invented people.

A second run does nothing. Run as the owner of the tables, whose address `make demo` keeps.
"""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from casebase.registry.synthetic.operator import as_the_owner
from casebase.reporting.services.invent_figures import NotADemonstration, invent_history


class Command(BaseCommand):
    help = "Freeze and sign invented quarters, up to the last but one that is closed; demo only."

    def handle(self, *args: Any, **options: Any) -> None:
        as_the_owner()
        try:
            made = invent_history(timezone.localdate())
        except NotADemonstration as error:
            raise CommandError(str(error)) from None
        self.stdout.write(f"  {made} periods frozen and signed by invented people")
