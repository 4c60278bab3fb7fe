"""Pictures, drawn afresh: place, camera and whatever hid behind them stay out."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

from portal.core.uploads.opening.bare_pictures import bare_jpeg
from portal.core.uploads.opening.verdicts import Finding, Refused, not_a, refuse_second_file

MAX_PIXELS = 40_000_000
IMAGE_FORMATS = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "tiff": "TIFF"}


def inspect_image(content: bytes, extension: str, target: Path) -> Finding:
    """Draw the picture afresh: place, camera and whatever hid behind it stay out."""
    refuse_second_file(content, _end_of_image(content, extension))
    try:
        target.write_bytes(redrawn(content, extension))
    except Refused:
        raise
    except Exception:
        raise Refused(not_a(extension)) from None
    return {"fine": True}


def redrawn(content: bytes, extension: str) -> bytes:
    """The points of a picture and its colours, upright, and nothing else."""
    from PIL import Image, ImageOps

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    drawn = io.BytesIO()
    with Image.open(io.BytesIO(content), formats=[IMAGE_FORMATS[extension]]) as image:
        width, height = image.size
        if width * height > MAX_PIXELS:
            raise Refused("This picture has more than 40 million points. Make it smaller.")
        image.load()
        upright = ImageOps.exif_transpose(image)
    kept = {name: upright.info.get(name) for name in ("icc_profile", "transparency")}
    upright.info = {}
    options: dict[str, Any] = {"quality": 90} if extension != "png" else {"optimize": False}
    options |= {name: value for name, value in kept.items() if value is not None}
    upright.save(drawn, IMAGE_FORMATS[extension], **options)
    return drawn.getvalue()


def _end_of_image(content: bytes, extension: str) -> int:
    """The first byte behind the picture; 0 where the picture has no end."""
    if extension == "png":
        return content.rfind(b"IEND") + 8 if b"IEND" in content else 0
    if extension == "webp":
        return int.from_bytes(content[4:8], "little") + 8
    return content.rfind(b"\xff\xd9") + 2 if b"\xff\xd9" in content else 0


PICTURE_STARTS = {
    "jpg": re.compile(rb"\xff\xd8\xff"),
    "png": re.compile(rb"\x89PNG"),
    "webp": re.compile(rb"RIFF....WEBP", re.DOTALL),
    "tiff": re.compile(rb"II\*\0|MM\0\*"),
}
# What a picture may say of itself; anything else is drawn away.
SAYS_NOTHING = {
    "dpi", "gamma", "transparency", "interlace", "aspect", "icc_profile", "chromaticity", "srgb",
    "jfif", "jfif_version", "jfif_unit", "jfif_density", "adobe", "adobe_transform",
    "progressive", "progression", "loop", "background", "timestamp", "duration", "default_image",
}  # fmt: skip
TIFF_SAYS = {270, 271, 272, 700, 33723, 34377, 34665, 34853}  # words, camera, XMP, IPTC, place


def without_place(part: bytes) -> bytes:
    """A part of an office file; a picture that says where and with what it was taken is redrawn.

    A JPEG that says nothing in its own head may hide a second picture, which is taken out."""
    kind = next((kind for kind, start in PICTURE_STARTS.items() if start.match(part)), None)
    if kind is None:
        return part
    try:
        if not _says_something(part, kind):
            return bare_jpeg(part, with_profile=True) if kind == "jpg" else part
        if kind != "tiff":
            return redrawn(part, kind)
    except Refused:
        raise
    except Exception:
        raise Refused("A picture in this file is damaged. Put it in afresh.") from None
    raise Refused(
        "A TIFF picture in this file says where or with what it was taken. Change it to JPG or PNG."
    )


def _says_something(picture: bytes, kind: str) -> bool:
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    with Image.open(io.BytesIO(picture), formats=[IMAGE_FORMATS[kind]]) as image:
        if kind == "tiff":
            return bool(set(image.getexif()) & TIFF_SAYS)
        image.load()  # what a PNG says may stand behind its points
        return bool(set(image.info) - SAYS_NOTHING)
