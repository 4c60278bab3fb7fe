"""PDF files: whether they may be kept; without author's name and their pictures' place."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from portal.core.uploads.opening.active_content import (
    every_object,
    refuse_active,
    refuse_active_words,
)
from portal.core.uploads.opening.pdf_metadata import take_out
from portal.core.uploads.opening.verdicts import Finding, Refused, refuse_second_file


def inspect_pdf(content: bytes, extension: str, target: Path) -> Finding:
    """Refuse active content; take out the author and what pictures say of their place; look for
    what a screen reader needs. A `signed` file stays as it is."""
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
        finding["signed"] = True
        finding["warnings"].append(
            "The PDF is signed, so its author's name and what its pictures say of their place "
            "were left in: taking them out would break the signature."
        )
        return finding
    try:
        take_out(objects)
        _write_without_author(reader, target)
    except Refused:
        raise
    except Exception:
        finding["warnings"].append(
            "The author's name and what its pictures say of their place could not be taken out "
            "of the PDF. Print it to a new PDF (“Save as PDF”) and replace it with that one."
        )
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
    written = io.BytesIO()  # whole or not at all
    writer.write(written)
    target.write_bytes(written.getvalue())
