"""Files of a case: examined, scanned, sealed, kept; opened with a purpose."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Max
from django.utils import timezone

from casebase.access.enums import Purpose
from casebase.access.viewer import Trail, Viewer
from casebase.registry.models import Attachment, Case
from casebase.registry.services.edit_case import locked, require_yours
from casebase.registry.services.scan_file import ScannerAway, is_clean
from casebase.vault import files
from casebase.vault.services import CaseKey, case_key, key_to_seal
from portal.core.services import DomainError
from portal.core.uploads import refusals, sandbox
from portal.core.uploads.refusals import RefusedFile
from portal.core.writings import insert

logger = logging.getLogger(__name__)

LIMIT = 20 * 1024 * 1024  # bytes
MEDIA_TYPES = {
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
}
PICTURES = {"jpg", "png", "webp"}
FACES = {Attachment.Kind.PHOTO, Attachment.Kind.MARKS}
SCAN = "scan"  # a purpose of the machine's, for a file that nobody may open yet
UNREADABLE = {
    "encrypted": "This file is locked with a password, so it cannot be checked. Save it without "
    "a password and add that one.",
    "broken": "This file is damaged, or something else is in it. Save it afresh and add that one.",
}
UNCLEANED = (
    "What this PDF says of its author and of the place of its pictures could not be taken out. "
    "Print it to a new PDF (“Save as PDF”) and add that one."
)
SLOW = "This file took too long to check. Save it afresh, or split it, and add that one."


class CannotOpen(DomainError):
    """The file is not open to this viewer, or it waits for its check."""


@dataclass(frozen=True)
class Upload:
    """What the page of a new file asks.

    Attributes:
        submission: drawn when the form was made; the same form sent twice keeps one file.
        is_evidence: keep the file as it came too, sealed, with what is hidden in it.
    """

    submission: UUID
    filename: str
    content: bytes
    kind: str
    description: str = ""
    is_evidence: bool = False


@dataclass(frozen=True)
class Opened:
    """A file in the clear, for the answer that is being made and nothing else."""

    content: bytes
    media_type: str
    filename: str  # our own, without a word of theirs


def add_file(*, viewer: Viewer, case: Case, upload: Upload) -> Attachment:
    """Examine, scan, seal and keep a file.

    Returns:
        The attachment; it waits for its check where the scanner is away. The one made before
        where this form was sent already.

    Raises:
        NotYours: the case was opened to the worker for reading, or was erased.
        RefusedFile: it is too large, of another type, harmful or cannot be checked; nothing of it
            is kept, and the message says what to do.
    """
    require_yours(case)  # before anything of it lies on the disk
    if sent := Attachment.objects.filter(submission=upload.submission).first():
        return sent
    extension, cleaned = examined(upload)
    state = _checked(upload.content)
    kept = files.keep(cleaned)
    original = files.keep(upload.content) if upload.is_evidence else None
    attachment = Attachment(
        case=case,
        kind=upload.kind,
        extension=extension,
        size=kept.size,
        state=state,
        checked_at=None if state == Attachment.State.WAITING else timezone.now(),
        object_name=kept.name,
        original_name=original.name if original else "",
        submission=upload.submission,
        added_by=viewer.user,
    )
    return _save(
        attachment,
        key_to_seal(case.pk),
        description=upload.description,
        filename=upload.filename,
        sha256=hashlib.sha256(upload.content).hexdigest(),
        file_key=kept.key.hex(),
        original_key=original.key.hex() if original else "",
    )


def examined(upload: Upload) -> tuple[str, bytes]:
    """The type of a file, and its bytes without what does not belong in it.

    Raises:
        RefusedFile: as `add_file`.
    """
    extension = refusals.extension_of(upload.filename, taken=tuple(MEDIA_TYPES))
    if upload.kind in FACES and extension not in PICTURES:
        raise RefusedFile("A photograph is a JPG, PNG or WebP file. Choose one of those.")
    refusals.refuse_by_size(upload.content, limit=LIMIT)
    refusals.refuse_another_type(upload.content, extension)
    outcome = sandbox.run("inspect", upload.content, extension, in_memory=True)
    found: dict[str, Any] = outcome.findings[0] if outcome.findings else {}
    if refusal := found.get("refusal"):
        raise RefusedFile(refusal)
    if not outcome.ended or not found:
        raise RefusedFile(SLOW)
    if problem := found.get("problem"):
        raise RefusedFile(UNREADABLE.get(problem, SLOW))
    if extension == "pdf" and outcome.output is None and not found.get("signed"):
        raise RefusedFile(UNCLEANED)
    return extension, outcome.output or upload.content


def _checked(content: bytes) -> Attachment.State:
    try:
        if is_clean(content):
            return Attachment.State.CLEAN
    except ScannerAway:
        return Attachment.State.WAITING
    raise RefusedFile(
        "Malware was found in this file, so it was not kept. Do not open it anywhere. Tell the "
        "person you have it from, and your system administrator."
    )


@transaction.atomic
def _save(attachment: Attachment, key: CaseKey, **texts: str) -> Attachment:
    """Number and insert; two files added at once get two numbers."""
    case = locked(attachment.case)
    last = case.attachments.aggregate(last=Max("number"))["last"]
    attachment.number = (last or 0) + 1
    attachment.seal(key, **texts)
    insert(attachment)
    return attachment


def open_file(*, attachment: Attachment, purpose: Purpose, trail: Trail) -> Opened:
    """The content of a file, for one answer.

    Raises:
        CannotOpen: the viewer may not see who the child is, or the file is not checked yet.
        RecordDamaged: what lies on the disk is not what was sealed.
    """
    trail.purpose = purpose
    trail.saw(attachment.case_id, fields=(f"file_{attachment.number}",))
    if not attachment.may_be_opened:
        raise CannotOpen("This file is not checked yet, so it cannot be opened.")
    file_key, _ = _keys_of(attachment, purpose)
    return Opened(
        content=files.opened(attachment.object_name, file_key),
        media_type=MEDIA_TYPES[attachment.extension],
        filename=f"CASE-{attachment.case.reference}-{attachment.number}.{attachment.extension}",
    )


def check_again(*, case: Case) -> list[Attachment]:
    """Show the scanner what waits; what it finds malware in is removed.

    Returns:
        What still waits, because the scanner is away.

    Raises:
        NotYours: the case was opened to the worker for reading, or was erased.
    """
    require_yours(case)
    waiting = case.attachments.filter(state=Attachment.State.WAITING)
    return [attachment for attachment in waiting.order_by("number") if not _check(attachment)]


def _check(attachment: Attachment) -> bool:
    try:
        file_key, original_key = _keys_of(attachment, SCAN)
        contents = [files.opened(attachment.object_name, file_key)]
        if original_key:
            contents.append(files.opened(attachment.original_name, original_key))
        found_clean = all(is_clean(content) for content in contents)
    except (ScannerAway, CannotOpen):
        return False
    if found_clean:
        attachment.mark_checked(Attachment.State.CLEAN, timezone.now())
        return True
    attachment.mark_checked(Attachment.State.REFUSED, timezone.now())
    transaction.on_commit(lambda: _remove(attachment))
    return True


def _remove(attachment: Attachment) -> None:
    for name in filter(None, (attachment.object_name, attachment.original_name)):
        files.remove(name)


def _keys_of(attachment: Attachment, purpose: str) -> tuple[bytes, bytes]:
    """What opens the file, and the original where it is kept; the database asks who wants it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM registry_open_file(%s, %s)", [attachment.pk, purpose])
        row = cursor.fetchone()
    if row is None:
        raise CannotOpen("This file is not open to you. Ask the case's desk for access.")
    attachment.file_key, attachment.original_key = map(bytes, row)
    keys = attachment.opened(case_key(attachment.case_id), "file_key", "original_key")
    return bytes.fromhex(keys["file_key"]), bytes.fromhex(keys["original_key"])
