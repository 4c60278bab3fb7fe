"""Reading the invented content from its files. Formats: portal/demo/README.md."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

CONTENT = Path(__file__).parent / "content"
Entry = dict[str, Any]
NOTICE = "Demonstration content. This text is invented and describes no real case, person or place."


class NotMarkedAsInvented(Exception):
    """A content file does not say that it is for demonstration."""


def read(path: Path) -> Entry:
    """One content file.

    Raises:
        NotMarkedAsInvented: the file lacks `demonstration: true`.
    """
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    entry: Entry = yaml.load(path.read_text("utf-8"), Loader=loader)  # noqa: S506 -- a safe loader
    if entry.get("demonstration") is not True:
        raise NotMarkedAsInvented(f"{path.name} must say `demonstration: true`.")
    return entry


def folder(name: str) -> Iterator[Entry]:
    """The files of one folder of `content`, in order of their names."""
    for path in sorted((CONTENT / name).glob("*.yaml")):
        yield read(path)


def procedures() -> list[Entry]:
    return list(folder("sops"))


def services() -> list[Entry]:
    """Every directory entry, with the name of its region under `region`."""
    return [
        {"region": file["region"], **entry}
        for file in folder("shelters")
        for entry in file["shelters"]
    ]


def publications() -> list[Entry]:
    return [entry for file in folder("publications") for entry in file["publications"]]


def pages() -> list[Entry]:
    return [entry for file in folder("pages") for entry in file["pages"]]


def attachments() -> dict[str, Entry]:
    """PDFs given page by page, by key."""
    return {entry["key"]: entry for entry in folder("attachments")}


def vocabulary() -> Entry:
    return read(CONTENT / "vocabulary.yaml")


def blocks_of(procedure: Entry, edition: int) -> list[Entry]:
    """The blocks that stand in one edition of a procedure, in order."""
    return [
        block
        for block in procedure["body"]
        if block.get("since", 1) <= edition <= block.get("until", edition)
    ]


def bank() -> dict[str, Entry]:
    """Themes of paragraphs for long publications, by name."""
    themes: dict[str, Entry] = read(CONTENT / "bank" / "paragraphs.yaml")["themes"]
    return themes


def table_file(name: str) -> bytes:
    """The CSV file of a dataset."""
    return (CONTENT / "tables" / f"{name}.csv").read_bytes()
