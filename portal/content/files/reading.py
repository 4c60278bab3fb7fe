"""What a file says, page by page, kept so that it can be found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from portal.content.files.models import DocumentFile, FilePage, FileReading, PortalDocument
from portal.content.files.storage import private_files
from portal.content.files.visibility import tell_pages
from portal.core.uploads import sandbox

READABLE = {"pdf", "docx", "xlsx", "csv"}
NO_TEXT_LAYER = "The PDF has no text in it, only pictures: it cannot be searched or read out."
PROBLEMS = {
    "encrypted": "Text could not be read: encrypted.",
    "broken": "Text could not be read: the file is damaged.",
    "long": "Only the first 3,000 pages were read.",
    "page": "Some pages could not be read.",
    "stopped": "Reading took too long; the pages until then were kept.",
}
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"[ \t\xa0]+")


def read_version(version: DocumentFile) -> FileReading:
    """Read a version's text in a process of its own, keep it, and tell search.

    It may be done again: what was kept before is replaced.
    """
    extension = version.document.extension
    with private_files().open(version.name, "rb") as file:
        content = file.read()
    if extension not in READABLE:
        return _keep(version, FileReading.Status.NOT_TEXT, (), {})
    outcome = sandbox.run("read", content, extension)
    return keep_findings(version, outcome.findings, is_whole=outcome.ended)


def keep_findings(
    version: DocumentFile, findings: Iterable[dict[str, Any]], *, is_whole: bool = True
) -> FileReading:
    """Keep what was read, and tell search.

    Args:
        findings: as `child.read` yields them. Only for bytes that are read out of reach, as
            `read_version` does, or that the caller has made itself.
    """
    found = list(findings)
    pages = [_page(version, finding) for finding in found if "number" in finding]
    facts = {key: value for finding in found for key, value in finding.items()}
    if not is_whole:
        facts["problem"] = "stopped" if pages else "broken"
    return _keep(version, _status(pages, facts), pages, facts)


def _page(version: DocumentFile, finding: dict[str, Any]) -> FilePage:
    return FilePage(file=version, number=finding["number"], text=_clean(finding["text"]))


def _clean(text: str) -> str:
    lines = (_SPACES.sub(" ", line).strip() for line in text.replace("\r", "\n").split("\n"))
    return _CONTROLS.sub("", "\n".join(line for line in lines if line))


def _status(pages: Iterable[FilePage], facts: dict[str, Any]) -> FileReading.Status:
    if not any(page.text for page in pages):
        failed = facts.get("problem") in {"encrypted", "broken", "stopped"}
        return FileReading.Status.FAILED if failed else FileReading.Status.NO_TEXT
    return FileReading.Status.PARTLY if facts.get("problem") else FileReading.Status.READ


@transaction.atomic
def _keep(
    version: DocumentFile,
    status: FileReading.Status,
    pages: Iterable[FilePage],
    facts: dict[str, Any],
) -> FileReading:
    reading, _ = FileReading.objects.select_for_update().get_or_create(file=version)
    reading.status = status
    reading.problem = PROBLEMS.get(facts.get("problem", ""), "")
    reading.table = facts.get("table", [])
    reading.rows = facts.get("rows")
    reading.read_at = timezone.now()
    is_pdf = version.document.extension == "pdf"
    if status is FileReading.Status.NO_TEXT and is_pdf and NO_TEXT_LAYER not in reading.warnings:
        reading.warnings = [NO_TEXT_LAYER, *reading.warnings]
    reading.save()
    FilePage.objects.filter(file=version).delete()
    FilePage.objects.bulk_create(pages, batch_size=500)
    # Asked afresh: the document may have become public, or private, while we read.
    document = PortalDocument.objects.get(pk=version.document_id)
    if document.is_public and document.current_id == version.pk:
        tell_pages(document)
    return reading
