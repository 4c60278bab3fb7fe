"""What a PDF says of its makers and of where its pictures were taken, out; not a point is changed.

No library that we have does it: pypdf draws a picture afresh, or leaves it as it is.
"""

from __future__ import annotations

import base64
import io
import re
import zlib
from collections.abc import Callable
from typing import Any

from portal.core.uploads.opening.active_content import dictionaries_in
from portal.core.uploads.opening.bare_pictures import bare_jpeg, bare_jpx

BARE: dict[str, Callable[[bytes], bytes]] = {"/DCTDecode": bare_jpeg, "/JPXDecode": bare_jpx}
PACKED = {
    "/A85": "/ASCII85Decode",
    "/AHx": "/ASCIIHexDecode",
    "/Fl": "/FlateDecode",
    "/LZW": "/LZWDecode",
    "/RL": "/RunLengthDecode",
}
SHORT = PACKED | {"/DCT": "/DCTDecode"}
# A picture in the text of a page: BI, what it is, ID, its bytes, EI.
INLINE = re.compile(
    rb"(?<![\w/])BI(?=[\s/])(?P<about>[^()]{1,1000}?)(?<=[\s\]>])ID\s(?P<picture>.*?)"
    rb"(?:\s|(?<=>)|(?<=\xff\xd9))EI(?!\S)",
    re.DOTALL,
)
JPEG_END = re.compile(rb"\xff\xd9[\0\s]*$")


def take_out(objects: list[Any]) -> None:
    """Change a reader's objects in place; nothing refers to what is taken out, so a copy lacks it.

    Raises:
        Exception: of pypdf's or a ValueError, where a picture cannot be understood.
    """
    from pypdf.generic import StreamObject

    for thing in objects:
        for dictionary in dictionaries_in(thing):
            for key in [key for key in ("/Metadata", "/PieceInfo") if _is_private(dictionary, key)]:
                del dictionary[key]
        if isinstance(thing, StreamObject) and not _clean_picture(thing):
            _clean_inline(thing)


def _is_private(dictionary: Any, key: str) -> bool:
    """Not everything of that name: somebody may call a font or a chapter “Metadata”."""
    from pypdf.generic import StreamObject

    value = _value(dictionary, key)
    if key == "/Metadata" and isinstance(value, StreamObject):
        return _value(value, "/Subtype") not in {"/Image", "/Form"}
    return key == "/PieceInfo" and isinstance(value, dict) and not isinstance(value, StreamObject)


def _clean_picture(stream: Any) -> bool:
    """Whether a stream is a JPEG or JPEG 2000 picture, which is then left bare and unpacked."""
    from pypdf.filters import decode_stream_data
    from pypdf.generic import ArrayObject, NameObject, NullObject

    filters = _filters(stream)
    if not filters or filters[-1] not in BARE:
        return False
    said = _value(stream, "/DecodeParms")
    parameters = [*(said if isinstance(said, list) else [said]), *[None] * len(filters)]
    parameters = [one or NullObject() for one in parameters[: len(filters)]]  # one for each filter
    stream[NameObject("/Filter")] = ArrayObject(NameObject(name) for name in filters)
    stream[NameObject("/DecodeParms")] = ArrayObject(parameters)
    stream._data = BARE[filters[-1]](decode_stream_data(stream))
    _say_filter(stream, filters[-1], parameters[-1].get_object())
    return True


def _clean_inline(stream: Any) -> None:
    """The pictures that stand in the text of a page or of a drawing."""
    from pypdf.errors import LimitReachedError
    from pypdf.filters import decode_stream_data

    filters = _filters(stream)
    if _value(stream, "/Subtype") == "/Image" or set(filters) - set(PACKED.values()):
        return
    try:
        text = decode_stream_data(stream) if filters else stream._data
    except LimitReachedError:
        raise
    except Exception:  # broken: nobody else can unpack it either
        return
    cleaned = INLINE.sub(_bare_inline, text) if b"/DCT" in text else text
    if cleaned != text:
        stream._data = zlib.compress(cleaned)
        _say_filter(stream, "/FlateDecode", None)


def _bare_inline(found: re.Match[bytes]) -> bytes:
    """The same picture in the text, bare and in ASCII, so that its end cannot be mistaken."""
    from pypdf.generic import ArrayObject, EncodedStreamObject, NameObject, NullObject, read_object

    if b"/DCT" not in found["about"]:
        return found[0]
    about: Any = read_object(io.BytesIO(b"<<" + found["about"] + b">>"), None)
    picture = EncodedStreamObject()
    picture._data = found["picture"]
    for short, long in (("/F", "/Filter"), ("/DP", "/DecodeParms")):
        for key in [key for key in (short, long) if key in about]:
            picture[NameObject(long)] = about.pop(key)
    if _filters(picture) == ["/DCTDecode"] and not JPEG_END.search(found["picture"]):
        raise ValueError("EI stands within the picture")
    if not _clean_picture(picture):
        return found[0]
    for key in ("/L", "/Length"):
        about.pop(key, None)
    about[NameObject("/F")] = ArrayObject([NameObject("/A85"), NameObject("/DCT")])
    if "/DecodeParms" in picture:
        about[NameObject("/DP")] = ArrayObject([NullObject(), picture["/DecodeParms"]])
    written = io.BytesIO()
    about.write_to_stream(written)
    text = base64.a85encode(picture._data, wrapcol=76) + b"~>"
    return b"BI" + written.getvalue()[2:-2] + b"\nID\n" + text + b"\nEI"


def _value(dictionary: Any, key: str) -> Any:
    """What a key says or refers to; None where it says nothing."""
    value = dict.get(dictionary, key)
    return None if value is None else value.get_object()


def _filters(stream: Any) -> list[str]:
    """The names in full, in the order in which they are undone."""
    said = _value(stream, "/Filter")
    names = said if isinstance(said, list) else [said] if said else []
    return [SHORT.get(str(name.get_object()), str(name.get_object())) for name in names]


def _say_filter(stream: Any, name: str, parameters: Any) -> None:
    from pypdf.generic import NameObject

    stream[NameObject("/Filter")] = NameObject(name)
    stream.pop("/DecodeParms", None)
    if isinstance(parameters, dict):
        stream[NameObject("/DecodeParms")] = parameters
