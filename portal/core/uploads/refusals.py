"""What both sites refuse of an upload before anything opens it: type, size, first bytes."""

from __future__ import annotations

import re
from pathlib import PurePath

from django.template.defaultfilters import filesizeformat

SAME_EXTENSION = {"jpeg": "jpg"}
STARTS = {
    "pdf": re.compile(rb"%PDF-[12]\.\d"),
    "docx": re.compile(rb"PK\x03\x04"),
    "xlsx": re.compile(rb"PK\x03\x04"),
    "csv": re.compile(rb"(?!%PDF|PK\x03\x04|\xff\xd8\xff|\x89PNG|RIFF|MZ|\x7fELF|\{\\rtf)"),
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    "mp3": re.compile(rb"ID3[\x02-\x04]|\xff[\xe2-\xff]"),
    "m4a": re.compile(rb"....ftyp(M4A |M4B |mp42|mp41|isom|iso2)", re.DOTALL),
}


class RefusedFile(ValueError):
    """The file may not be kept; the message says why and what to do."""


class TooLarge(RefusedFile):
    """The file is larger than we take."""


def extension_of(filename: str, *, taken: tuple[str, ...]) -> str:
    """The name's extension, in the one spelling that we use.

    Raises:
        RefusedFile: it is none of those `taken`.
    """
    extension = PurePath(filename).suffix.lower().lstrip(".")
    extension = SAME_EXTENSION.get(extension, extension)
    if extension not in taken:
        raise RefusedFile(
            f"We take {', '.join(taken)} files. Save yours as one of them and upload that."
        )
    return extension


def refuse_by_size(content: bytes, *, limit: int) -> None:
    """Refuse what is empty or larger than `limit` bytes.

    Raises:
        TooLarge: it is larger.
        RefusedFile: it is empty.
    """
    if len(content) > limit:
        raise TooLarge(
            f"The file has {filesizeformat(len(content))}; we take at most "
            f"{filesizeformat(limit)}. Make its pictures smaller, or split it."
        )
    if not content:
        raise RefusedFile("The file is empty. Choose the finished one.")


def refuse_another_type(content: bytes, extension: str) -> None:
    """Refuse what does not begin as its name says.

    Raises:
        RefusedFile: it begins as something else.
    """
    if not STARTS[extension].match(content):
        raise RefusedFile(
            f"The file is called .{extension}, but something else is in it. Save it afresh in "
            "the program it comes from."
        )
