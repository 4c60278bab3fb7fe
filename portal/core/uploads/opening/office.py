"""Word and Excel files: no macros, no bombs, no author, no place in their pictures."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

from portal.core.uploads.opening.pictures import without_place
from portal.core.uploads.opening.verdicts import MEGABYTE, Finding, Refused, not_a

MAX_MEMBERS = 200  # of a zip-based file (security control 50)
MAX_UNPACKED = 100 * MEGABYTE

OFFICE_PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}
OFFICE_ACTIVE = re.compile(
    r"vbaproject|vbadata|/activex/|/embeddings/.*\.(bin|exe|vbs|js)$", re.IGNORECASE
)
PERSONAL = re.compile(rb"<(dc:creator|cp:lastModifiedBy|Manager|Company)>[^<]*</\1>", re.IGNORECASE)


def inspect_office(content: bytes, extension: str, target: Path) -> Finding:
    """Refuse macros, bombs and anything that is no Word or Excel file; take out the author, and
    what its pictures say of their place and camera."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        members = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        raise Refused(not_a(extension)) from None
    _refuse_members(members)
    names = {member.filename for member in members}
    if "[Content_Types].xml" not in names or OFFICE_PARTS[extension] not in names:
        raise Refused(not_a(extension))
    try:
        parts = {member.filename: _unpacked(archive, member) for member in members}
    except Refused:
        raise
    except Exception:
        raise Refused(not_a(extension)) from None
    if b"macroEnabled" in parts["[Content_Types].xml"]:
        raise Refused("This file has macros in it. Save it without macros and upload that one.")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as cleaned:
        for name, part in parts.items():
            is_about = name.startswith("docProps/")
            entry = zipfile.ZipInfo(name)  # dated 1980: the day of writing is nobody's business
            entry.compress_type = zipfile.ZIP_DEFLATED
            cleaned.writestr(
                entry, PERSONAL.sub(rb"<\1></\1>", part) if is_about else without_place(part)
            )
    return {"fine": True}


def _refuse_members(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise Refused(f"This file is packed from more than {MAX_MEMBERS} parts. Save it afresh.")
    if sum(member.file_size for member in members) > MAX_UNPACKED:
        raise Refused("This file unpacks to more than 100 MB. Save it with smaller pictures.")
    for member in members:
        name = member.filename
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise Refused("This file has parts that would be written outside it. Save it afresh.")
        if member.flag_bits & 1:
            raise Refused("This file is locked with a password. Save it without one.")
        if OFFICE_ACTIVE.search("/" + name):
            raise Refused("This file has macros or programs in it. Save it without them.")


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    with archive.open(member) as part:
        content = part.read(member.file_size + 1)  # never more than the heading admits
    if len(content) != member.file_size:
        raise Refused("This file says less than the truth about its size. Save it afresh.")
    if re.search(rb"<!(DOCTYPE|ENTITY)", content[:4096], re.IGNORECASE):
        raise Refused("This file defines entities of its own, as no office program does.")
    return content
