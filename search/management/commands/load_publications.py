"""Bulk import of publications; it lives here because importing ends with indexing.

    manage.py load_publications FILE.jsonl [--strict]

One publication a line, as a JSON object: `key` and `title`; optional `summary`, `body` (plain
text), `kind`, `date`, `language`, `topics`, `region` and `file` (a path beside the import file).
They are published and indexed when the command returns. A key seen before is updated. A bad line
is reported by its number and skipped; with --strict one bad line refuses all.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from portal.publications.loading.lines import Problem
from portal.publications.loading.load import Report, load, problems_of
from portal.publications.loading.pages import NowhereToLoad

PROBLEMS_SHOWN = 200
SECONDS_BETWEEN_REPORTS = 2.0


class Command(BaseCommand):
    help = (
        "Publish and index the publications of a JSONL file: one JSON object a line with key and "
        "title, optional summary, body, kind, date, language, topics, region, file."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", type=Path, metavar="FILE.jsonl")
        parser.add_argument(
            "--strict", action="store_true", help="load nothing where any line is bad"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if not path.is_file():
            raise CommandError(f"There is no file {path}.")
        if options["strict"]:
            self._refuse_if_bad(path)
        started = time.monotonic()
        report = Report()
        try:
            changed = self._load(path, report)
        except NowhereToLoad as error:
            raise CommandError(str(error)) from error
        self._tell(report.problems)
        self.stdout.write(
            f"{report.loaded:,} publications loaded ({report.created:,} new, "
            f"{report.updated:,} updated), {changed:,} index entries changed, "
            f"{report.skipped:,} lines skipped, in {time.monotonic() - started:.1f} s."
        )

    def _refuse_if_bad(self, path: Path) -> None:
        problems = list(problems_of(path))
        if problems:
            self._tell(problems)
            raise CommandError(
                f"Nothing was loaded: {len(problems):,} problems, listed above. Mend the lines, or "
                "run without --strict to load the good ones."
            )

    def _load(self, path: Path, report: Report) -> int:
        from search.services import index_projections

        progress = _Progress(self, path.stat().st_size)
        return index_projections(load(path, report=report, progress=progress))

    def _tell(self, problems: Sequence[Problem]) -> None:
        for problem in problems[:PROBLEMS_SHOWN]:
            self.stderr.write(str(problem))
        if len(problems) > PROBLEMS_SHOWN:
            self.stderr.write(f"… and {len(problems) - PROBLEMS_SHOWN:,} more problems.")


class _Progress:
    """A line now and then, so that nobody thinks it has stopped."""

    def __init__(self, command: BaseCommand, size: int) -> None:
        self.command = command
        self.size = max(size, 1)
        self.told_at = time.monotonic()

    def __call__(self, report: Report) -> None:
        if time.monotonic() - self.told_at < SECONDS_BETWEEN_REPORTS:
            return
        self.told_at = time.monotonic()
        share = report.read_bytes / self.size
        self.command.stderr.write(f"{share:4.0%}  {report.loaded:,} publications")
        self.command.stderr.flush()
