"""`manage.py search_eval --queries Q.tsv --judgments J.tsv [--engine …]`."""

from __future__ import annotations

from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from search.contract import SearchRequest
from search.engines.base import EngineUnavailable
from search.engines.choice import ENGINES
from search.evaluation import evaluate, read_judgments, read_queries
from search.services import search

SIZE = 50


class Command(BaseCommand):
    help = "Measure the ranking on judged queries, through the code that answers readers."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--queries", type=Path, required=True, help="lines: id, tab, text")
        parser.add_argument(
            "--judgments", type=Path, required=True, help="id, tab, key, tab, grade"
        )
        parser.add_argument("--engine", choices=sorted(ENGINES), default="")

    def handle(self, *args: Any, queries: Path, judgments: Path, engine: str, **_: Any) -> None:
        try:
            asked, judged = read_queries(queries), read_judgments(judgments)
        except (OSError, ValueError) as error:
            raise CommandError(f"The judged queries cannot be read: {error}") from error
        try:
            quality = evaluate(asked, judged, partial(keys_for, engine=engine))
        except EngineUnavailable as error:
            raise CommandError(f"{engine} does not answer; nothing was measured.") from error
        self.stdout.write(f"queries\t{quality.queries}")
        self.stdout.write(f"nDCG@10\t{quality.ndcg_at_10:.4f}")
        self.stdout.write(f"MRR@10\t{quality.mrr_at_10:.4f}")
        self.stdout.write(f"recall@100\t{quality.recall_at_100:.4f}")


def keys_for(words: str, *, engine: str = "") -> list[str]:
    """The keys of the first hundred hits of a reader's search."""
    pages = [SearchRequest(text=words, page=page, size=SIZE) for page in (1, 2)]
    return [hit.key for page in pages for hit in search(page, engine=engine).hits]
