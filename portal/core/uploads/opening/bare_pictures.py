"""Pictures without what is said about them, every point as it was.

Drawing them afresh would do as well, but each drawing costs a JPEG some of its points, and the
pictures of a PDF are to look as they did.
"""

from __future__ import annotations

import re

from portal.core.uploads.opening.boxes import blank, boxes

# The letters are those of the JPEG standard (ITU-T T.81, table B.1).
MARKER = re.compile(rb"\xff+([\x01-\xfe])")
BEHIND_POINTS = re.compile(rb"\xff+[\x01-\xcf\xd8-\xfe]")  # neither FF itself nor a restart
START, END, SCAN = 0xD8, 0xD9, 0xDA
ALONE = {0x01, *range(0xD0, 0xD9)}  # without a length
DECODING = range(0xC0, 0xE0)  # tables, frames and scans


def bare_jpeg(picture: bytes, *, with_profile: bool = False) -> bytes:
    """The tables and points of the first picture; nothing where there is none.

    Nothing behind its end stays: telephones put a second picture there, with its own place.

    Args:
        with_profile: keep the profile of its colours; a PDF names these in its dictionary instead.
    """
    at = picture.find(b"\xff\xd8\xff")
    if at < 0:
        return b""
    kept = [b"\xff\xd8"]
    while (found := MARKER.search(picture, at)) and found[1][0] != END:
        at, marker = found.end(), found[1][0]
        if marker in ALONE:
            continue
        size = int.from_bytes(picture[at : at + 2], "big")
        content, at = picture[at + 2 : at + size], at + size
        is_profile = with_profile and marker == 0xE2 and content.startswith(b"ICC_PROFILE\0")
        kept.append(_segment(marker, content) if is_profile else _needed(marker, content))
        if marker == SCAN:
            behind = BEHIND_POINTS.search(picture, at)
            kept.append(picture[at : behind.start() if behind else None])
            at += len(kept[-1])
    return b"".join([*kept, b"\xff\xd9"])


def _needed(marker: int, content: bytes) -> bytes:
    """A segment, as far as decoding needs it: the colours follow from what JFIF and Adobe say."""
    if marker == 0xE0 and content.startswith(b"JFIF\0"):
        content = content[:12] + b"\0\0"  # without its small picture
    elif marker == 0xEE and content.startswith(b"Adobe"):
        content = content[:12]
    elif marker not in DECODING:
        return b""
    return _segment(marker, content)


def _segment(marker: int, content: bytes) -> bytes:
    return bytes([0xFF, marker]) + (len(content) + 2).to_bytes(2, "big") + content


JPX_START = b"\0\0\0\x0cjP  "
CODESTREAM_START = b"\xff\x4f\xff\x51"
JPX_PARENTS = {b"jp2h", b"jpch", b"jplh", b"res ", b"cgrp"}
JPX_NEEDED = JPX_PARENTS | {
    b"jP  ", b"ftyp", b"rreq", b"jp2c", b"ihdr", b"bpcc", b"colr", b"pclr", b"cmap", b"cdef",
    b"resc", b"resd", b"opct", b"creg",
}  # fmt: skip


def bare_jpx(picture: bytes) -> bytes:
    """A JPEG 2000 picture, with what is said about it blanked in place.

    Raises:
        ValueError: its parts reach outside it.
    """
    kept = bytearray(picture)
    if picture.startswith(CODESTREAM_START):
        _blank_comments(kept, 0, len(kept))
    elif picture.startswith(JPX_START):
        _blank_boxes(kept, 0, len(kept))
    else:
        return b""
    return bytes(kept)


def _blank_boxes(kept: bytearray, at: int, end: int) -> None:
    for box in list(boxes(kept, at, end)):
        if box.name == b"jp2c":
            _blank_comments(kept, box.inside, box.end)
        elif box.name in JPX_PARENTS:
            _blank_boxes(kept, box.inside, box.end)
        elif box.name not in JPX_NEEDED:
            blank(kept, box)


def _blank_comments(kept: bytearray, at: int, end: int) -> None:
    """Empty the comments in the heads of a picture and of its tiles, and what is behind it."""
    at, tile_end = at + 2, end
    while at < end and (marker := kept[at : at + 2]) != b"\xff\xd9":
        size = int.from_bytes(kept[at + 2 : at + 4], "big")
        if marker == b"\xff\x90":  # the head of a tile says how far its points reach
            length = int.from_bytes(kept[at + 6 : at + 10], "big")
            tile_end = at + length if length else end
        elif marker == b"\xff\x64":
            kept[at + 6 : at + 2 + size] = bytes(size - 4)
        elif marker == b"\xff\x93":  # its points
            size = tile_end - at - 2
        if size < 2 or at + 2 + size > end:
            raise ValueError("a part of the picture reaches outside")
        at += 2 + size
    kept[at + 2 : end] = bytes(max(0, end - at - 2))
