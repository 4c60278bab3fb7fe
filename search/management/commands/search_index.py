"""`manage.py search_index rebuild|reconcile|status [--engine …]`."""

from __future__ import annotations

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.engines import choice
from search.engines.base import Engine, EngineUnavailable
from search.services import changes


class Command(BaseCommand):
    help = "Rebuild the search index while searches go on, repair it, or show its state."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("action", choices=["rebuild", "reconcile", "status"])
        parser.add_argument("--engine", choices=sorted(choice.ENGINES), default="")

    def handle(self, *args: Any, action: str, engine: str, **_: Any) -> None:
        engines = [choice.engine(engine)] if engine else choice.in_use()
        try:
            getattr(self, f"_{action}")(engines)
        except EngineUnavailable as error:
            raise CommandError(
                f"The search engine does not answer ({error}). Nothing is lost: pages are found "
                "through PostgreSQL meanwhile. Start the engine, then run this again."
            ) from error

    def _rebuild(self, engines: list[Engine]) -> None:
        rows = changes.reconcile(force=any(engine.name == "postgres" for engine in engines))
        self.stdout.write(f"rows\twritten {rows.written}\tremoved {rows.removed}")
        for engine in engines:
            self.stdout.write(f"{engine.name}\trebuilt with {engine.rebuild()} entries")

    def _reconcile(self, engines: list[Engine]) -> None:
        rows = changes.reconcile()
        self.stdout.write(
            f"rows\twritten {rows.written}\tremoved {rows.removed}"
            f"\trepaired in engines {rows.repaired_in_engines}"
        )

    def _status(self, engines: list[Engine]) -> None:
        self.stdout.write(f"serving\t{choice.chosen_name()}")
        self.stdout.write(f"waiting\t{changes.waiting()}")
        for engine in engines:
            state = engine.status()
            self.stdout.write("\t".join([state.name, f"{state.entries} entries", *state.notes]))
