"""The commands of the child: what a file is, and what it says."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from portal.core.uploads.opening.office import inspect_office
from portal.core.uploads.opening.pdf import inspect_pdf
from portal.core.uploads.opening.pictures import inspect_image
from portal.core.uploads.opening.reading import read_csv, read_docx, read_pdf, read_xlsx
from portal.core.uploads.opening.sound import inspect_m4a, inspect_mp3
from portal.core.uploads.opening.tables import inspect_csv
from portal.core.uploads.opening.verdicts import Finding

INSPECTORS = {
    "mp3": inspect_mp3,
    "m4a": inspect_m4a,
    "pdf": inspect_pdf,
    "docx": inspect_office,
    "xlsx": inspect_office,
    "csv": inspect_csv,
    "jpg": inspect_image,
    "png": inspect_image,
    "webp": inspect_image,
}

READERS = {"pdf": read_pdf, "docx": read_docx, "xlsx": read_xlsx, "csv": read_csv}


def inspect(content: bytes, extension: str, target: Path) -> Iterator[Finding]:
    """One finding: `pages`, `warnings`, `problem`; OUTPUT is written where the file was cleaned."""
    yield INSPECTORS[extension](content, extension, target)


def read(content: bytes, extension: str, target: Path) -> Iterator[Finding]:
    """Findings with `number` and `text` for each page; a `problem`, `table` and `rows` may come."""
    reader = READERS.get(extension)
    if reader:
        yield from reader(content)


COMMANDS = {"inspect": inspect, "read": read}
