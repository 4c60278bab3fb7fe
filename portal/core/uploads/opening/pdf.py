"""PDF files: whether they may be kept, and without their author's name."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from portal.core.uploads.opening.active_content import (
    every_object,
    refuse_active,
    refuse_active_words,
)
from portal.core.uploads.opening.verdicts import Finding, Refused, refuse_second_file


def inspect_pdf(content: bytes, extension: str, target: Path) -> Finding:
    """Refuse active content; take out the author; look for what a screen reader needs."""
    refuse_second_file(content, content.rfind(b"%%EOF") + 5 if b"%%EOF" in content else 0)
    import pypdf

    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            refuse_active_words(content)
            return {"problem": "encrypted"}
        objects = list(every_object(reader))
        pages = len(reader.pages)
    except Refused:
        raise
    except Exception:
        refuse_active_words(content)
        return {"problem": "broken"}
    for thing in objects:
        refuse_active(thing)
    finding: Finding = {"pages": pages, "warnings": _pdf_warnings(reader)}
    if _is_signed(reader):
        finding["warnings"].append(
            "The PDF is signed, so its author's name was left in: taking it out would break the "
            "signature."
        )
        return finding
    try:
        _write_without_author(reader, target)
    except Exception:
        finding["warnings"].append("The author's name could not be taken out of the PDF.")
    return finding


def _pdf_warnings(reader: Any) -> list[str]:
    root = reader.trailer["/Root"]
    title = (reader.metadata or {}).get("/Title", "")
    marks = root.get("/MarkInfo") or {}
    checks = (
        (
            str(title or "").strip(),
            "The PDF has no title: a screen reader announces its file name.",
        ),
        (root.get("/Lang"), "The PDF does not say its language: it may be read out wrongly."),
        (marks.get("/Marked"), "The PDF is not tagged: its headings and tables cannot be heard."),
    )
    return [warning for holds, warning in checks if not holds]


def _is_signed(reader: Any) -> bool:
    form = reader.trailer["/Root"].get("/AcroForm") or {}
    return bool(int(form.get("/SigFlags", 0) or 0) & 1)


def _write_without_author(reader: Any, target: Path) -> None:
    from pypdf import PdfWriter
    from pypdf.generic import NameObject

    writer = PdfWriter(clone_from=reader)
    title = (reader.metadata or {}).get("/Title")
    writer.metadata = {NameObject("/Title"): title} if title else None
    root = writer._root_object
    if "/Metadata" in root:
        del root["/Metadata"]  # the author's name stands there as well
    with target.open("wb") as file:
        writer.write(file)
