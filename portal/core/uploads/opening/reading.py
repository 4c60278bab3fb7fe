"""The words of a file, page by page, for the search."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from portal.core.uploads.opening.tables import decoded
from portal.core.uploads.opening.verdicts import MEGABYTE, Finding

MAX_PAGES = 3_000
MAX_PAGE_CHARACTERS = 200_000
TABLE_ROWS = 51  # with the heading
TABLE_COLUMNS = 40
CELL_CHARACTERS = 200


def read_pdf(content: bytes) -> Iterator[Finding]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        yield {"problem": "encrypted" if "password" in str(error).lower() else "broken"}
        return
    yield {"pages": len(document)}
    for index in range(min(len(document), MAX_PAGES)):
        try:
            text = document[index].get_textpage().get_text_bounded()
        except pypdfium2.PdfiumError:
            yield {"number": index + 1, "text": "", "problem": "page"}
            continue
        yield {"number": index + 1, "text": text[:MAX_PAGE_CHARACTERS]}
    if len(document) > MAX_PAGES:
        yield {"problem": "long"}


WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_docx(content: bytes) -> Iterator[Finding]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))  # noqa: S314 -- limited
    lines = ("".join(t.text or "" for t in p.iter(WORD + "t")) for p in root.iter(WORD + "p"))
    yield {"number": 1, "text": "\n".join(line for line in lines if line)[: 10 * MEGABYTE]}


def read_xlsx(content: bytes) -> Iterator[Finding]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if "xl/sharedStrings.xml" not in archive.namelist():
            return
        shared = archive.read("xl/sharedStrings.xml")
    root = ElementTree.fromstring(shared)  # noqa: S314 -- limited
    cells = ("".join(t.text or "" for t in si.iter(SHEET + "t")) for si in root.iter(SHEET + "si"))
    yield {"number": 1, "text": "\n".join(cells)[: 10 * MEGABYTE]}


def read_csv(content: bytes) -> Iterator[Finding]:
    text = decoded(content)
    csv.field_size_limit(MEGABYTE)
    head = text[:65_536]
    try:
        dialect: Any = csv.Sniffer().sniff(head, delimiters=",;\t|")
    except csv.Error:
        dialect = csv.excel
    start: list[list[str]] = []
    rows = 0
    for row in csv.reader(io.StringIO(text, newline=""), dialect):
        rows += 1
        if len(start) < TABLE_ROWS:
            start.append([cell[:CELL_CHARACTERS] for cell in row[:TABLE_COLUMNS]])
    yield {"number": 1, "text": text[: 2 * MEGABYTE]}
    yield {"table": start, "rows": max(rows - 1, 0)}
