"""CSV tables: no web pages, no formulas."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from portal.core.uploads.opening.verdicts import MEGABYTE, Finding, Refused, not_a

MARKUP = re.compile(r"\s*(<!doctype|<html|<script|<svg|<\?xml|<body|<\?php)", re.IGNORECASE)
FORMULA = re.compile(r"\s*([=@]|[+-].*[A-Za-z]\w*[(!|])")


def inspect_csv(content: bytes, extension: str, target: Path) -> Finding:
    """Refuse what is no table, and cells that a spreadsheet would run."""
    text = decoded(content)
    if MARKUP.match(text[:1024]):
        raise Refused("This is a web page, not a CSV file. Export the table as CSV.")
    try:
        csv.field_size_limit(MEGABYTE)
        for number, row in enumerate(csv.reader(io.StringIO(text, newline="")), 1):
            if any(FORMULA.match(cell) for cell in row if cell[:1] in "=@+- \t"):
                raise Refused(
                    f"Line {number} has a cell that starts like a formula. Spreadsheets would run "
                    "it; write it as plain text or as a number."
                )
    except csv.Error as error:
        raise Refused(f"This cannot be read as CSV ({error}). Export the table afresh.") from None
    return {"fine": True}


def decoded(content: bytes) -> str:
    """The text of a CSV: UTF-8, or else the encoding of western Windows."""
    if b"\0" in content:
        raise Refused(not_a("csv"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        strange = sum((ord(c) < 32 and c not in "\r\n\t") or c == "\ufffd" for c in text)
        if strange > len(text) / 100:
            raise Refused(not_a("csv")) from None
        return text
