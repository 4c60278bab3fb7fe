"""`manage.py refresh_furniture ARCHIVE`: vendor another version of govuk-frontend."""

from __future__ import annotations

import re
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from portal.content import vendoring


class Command(BaseCommand):
    """For maintainers; needs no database and no network."""

    help = (
        "Vendor govuk-frontend from the archive that `npm pack govuk-frontend@VERSION` writes: "
        "trim its style sheet and script, and record version and checksums."
    )
    requires_system_checks = ()

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("archive", type=Path)

    def handle(self, *, archive: Path, **options: Any) -> None:
        try:
            stylesheet, script = vendoring.read_archive(archive)
        except (OSError, KeyError) as error:
            raise CommandError(
                f"{archive.name} could not be read as an archive of govuk-frontend ({error}). "
                "Make one with `npm pack govuk-frontend`, then give its path."
            ) from error
        files = {
            vendoring.STYLESHEET: vendoring.trim_stylesheet(stylesheet).encode(),
            vendoring.SCRIPT: vendoring.trim_script(script).encode(),
        }
        vendoring.FOLDER.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            (vendoring.FOLDER / name).write_bytes(content)
            self.stdout.write(f"{name}: {len(content):,} bytes")
        vendoring.RECORD.write_text(_record(archive, script, files))


def _record(archive: Path, script: str, files: dict[str, bytes]) -> str:
    version = re.search(r'version="([\d.]+)"', script)
    lines = [
        "# Written by `manage.py refresh_furniture`; do not edit by hand.",
        'package = "govuk-frontend"',
        f'version = "{version.group(1) if version else "unknown"}"',
        'licence = "MIT"',
        f'archive_sha256 = "{vendoring.sha256(archive.read_bytes())}"',
        "",
        "[files]",
        *(f'"{name}" = "{vendoring.sha256(content)}"' for name, content in files.items()),
    ]
    return "\n".join(lines) + "\n"
