"""An XLSX read with the standard library: what stands in each sheet, and how it is put together."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as file:
        return {name: file.read(name) for name in file.namelist()}


def sheets_of(content: bytes) -> dict[str, list[list]]:
    """Rows of each sheet by its name, blank cells as None; whole numbers as int, texts as str."""
    parts = parts_of(content)
    shared = _shared(parts)
    book = ElementTree.fromstring(parts["xl/workbook.xml"])
    links = ElementTree.fromstring(parts["xl/_rels/workbook.xml.rels"])
    targets = {link.get("Id"): link.get("Target") for link in links}
    return {
        sheet.get("name"): _rows(parts[f"xl/{targets[sheet.get(_ID)]}"], shared)
        for sheet in book.iter(f"{_MAIN}sheet")
    }


def _shared(parts: dict[str, bytes]) -> list[str]:
    root = ElementTree.fromstring(parts["xl/sharedStrings.xml"])
    return ["".join(t.text or "" for t in one.iter(f"{_MAIN}t")) for one in root]


def _rows(content: bytes, shared: list[str]) -> list[list]:
    rows = []
    for row in ElementTree.fromstring(content).iter(f"{_MAIN}row"):
        values = []
        for cell in row:
            place = _place(cell.get("r"))
            values += [None] * (place - len(values)) + [_value(cell, shared)]
        while values and values[-1] is None:
            values.pop()
        rows.append(values)
    return rows


def _place(reference: str) -> int:
    letters = re.match(r"[A-Z]+", reference)[0]
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - 64
    return place - 1


def _value(cell, shared: list[str]):
    found = cell.find(f"{_MAIN}v")
    if found is None:
        return None
    if cell.get("t") == "s":
        return shared[int(found.text)]
    number = float(found.text)
    return int(number) if number.is_integer() else number
