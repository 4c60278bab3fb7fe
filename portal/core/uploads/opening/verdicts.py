"""What is said of a file, whatever its kind."""

from __future__ import annotations

from typing import Any

MEGABYTE = 1024 * 1024

Finding = dict[str, Any]


class Refused(Exception):
    """The file may not be kept; the message is for the editor."""


KINDS = {
    "mp3": "an MP3 recording",
    "m4a": "an M4A recording",
    "pdf": "a PDF",
    "docx": "a Word document (.docx)",
    "xlsx": "an Excel workbook (.xlsx)",
    "csv": "a CSV table",
    "jpg": "a JPEG picture",
    "png": "a PNG picture",
    "webp": "a WebP picture",
}


def not_a(extension: str) -> str:
    return f"What is in the file is not {KINDS[extension]}, or it is damaged. Save it afresh."


def refuse_second_file(content: bytes, end: int) -> None:
    if not end:
        return  # it is cut off, and judged by those who read it
    if b"PK\x05\x06" in content[max(end, len(content) - 70_000) :] or len(content) - end > 4096:
        raise Refused("There is a second file hidden behind this one. Save it afresh.")
