"""`manage.py load_demo_cases`: the invented agencies, accounts and cases of the demonstration.

A second run does nothing. Run as the owner of the tables, whose address `make demo` keeps.
"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from casebase.registry.synthetic.desks import ensure_people
from casebase.registry.synthetic.operator import as_the_owner
from casebase.registry.synthetic.settle import settle
from casebase.registry.synthetic.world import invented_world

SEED = 2027


class Command(BaseCommand):
    help = "Load 300 invented children in 40 operations of seven agencies, on a demo only."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_MODE:
            raise CommandError("This casebase is not a demonstration: nothing is invented here.")
        as_the_owner()
        owners = ensure_people()
        world = invented_world(SEED, until=timezone.localdate())
        made = settle(world, owners, self.stdout.write)
        self.stdout.write(f"  {made} invented cases made, {len(world.cases)} in all")
