"""Sound: the frames and nothing else, since a telephone writes its place into the file."""

from __future__ import annotations

from pathlib import Path

from portal.core.uploads.opening.boxes import Box, blank, boxes
from portal.core.uploads.opening.verdicts import MEGABYTE, Finding, Refused, not_a

MPEG_BITRATES = {  # kbit/s by the header's four bits; layer 3 of versions 1, and 2 with 2.5
    1: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
MPEG_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
MIN_FRAMES = 8


def inspect_mp3(content: bytes, extension: str, target: Path) -> Finding:
    """Keep the sound's frames; titles, pictures and places before and behind them stay out."""
    start = _behind_id3(content)
    end, frames = start, 0
    while size := _frame_size(content, end):
        end, frames = end + size, frames + 1
    end = min(end, len(content))
    rest = content[end:]
    if frames < MIN_FRAMES:
        raise Refused(not_a(extension))
    is_tag = rest[:3] == b"TAG" or rest[:8] in (b"APETAGEX", b"LYRICSBE") or not rest.strip(b"\0")
    if not is_tag or len(rest) > MEGABYTE or b"PK\x05\x06" in rest:
        raise Refused("There is something else behind the sound in this file. Save it afresh.")
    target.write_bytes(content[start:end])
    return {"fine": True}


def _behind_id3(content: bytes) -> int:
    start = 0
    while content[start : start + 3] == b"ID3" and len(content) >= start + 10:
        size = 0
        for byte in content[start + 6 : start + 10]:
            size = size << 7 | byte & 0x7F
        start += 10 + size
    return start


def _frame_size(content: bytes, at: int) -> int:
    """Bytes of the layer 3 frame that begins here; 0 where none does."""
    head = content[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE6 != 0xE2:
        return 0
    version, rate = head[1] >> 3 & 3, head[2] >> 2 & 3
    if version not in MPEG_RATES or rate == 3 or head[2] >> 4 in (0, 15):
        return 0
    bitrate = MPEG_BITRATES[1 if version == 3 else 2][head[2] >> 4] * 1000
    samples = 144 if version == 3 else 72
    return samples * bitrate // MPEG_RATES[version][rate] + (head[2] >> 1 & 1)


M4A_PARENTS = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"edts", b"dinf"}
M4A_PRIVATE = {b"udta", b"meta", b"uuid", b"loci", b"cprt", b"skip", b"free", b"xml "}
M4A_TOP = {b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"uuid", b"meta", b"udta", b"pdin"}


def inspect_m4a(content: bytes, extension: str, target: Path) -> Finding:
    """Blank what is said about the sound, in place, so that nothing moves; refuse pictures."""
    kept = bytearray(content)
    handlers: list[bytes] = []
    try:
        names = [box.name for box in _walk_boxes(kept, 0, len(kept), handlers, depth=0)]
    except ValueError:
        raise Refused(not_a(extension)) from None
    if names[:1] != [b"ftyp"] or not {b"moov", b"mdat"} <= set(names) or set(names) - M4A_TOP:
        raise Refused(not_a(extension))
    if not handlers or set(handlers) - {b"soun"}:
        raise Refused("There is more than sound in this file. Save the sound alone, as M4A.")
    target.write_bytes(kept)
    return {"fine": True}


def _walk_boxes(
    kept: bytearray, at: int, end: int, handlers: list[bytes], *, depth: int
) -> list[Box]:
    """Blank every private box, note the tracks' kinds; return the boxes of this depth."""
    if depth > 8:
        raise ValueError("too many boxes in each other")
    found = list(boxes(kept, at, end))
    for box in found:
        if box.name == b"hdlr" and depth == 3:
            handlers.append(bytes(kept[box.inside + 8 : box.inside + 12]))
            named = min(box.inside + 24, box.end)  # by its maker
            kept[named : box.end] = bytes(box.end - named)
        if box.name in M4A_PRIVATE:
            blank(kept, box)
        elif box.name in M4A_PARENTS:
            _walk_boxes(kept, box.inside, box.end, handlers, depth=depth + 1)
    return found
