"""PDF files whose pictures say where they were taken, in each of the places where they can."""

from __future__ import annotations

import base64
import io
import tempfile
import zlib

import pypdf
from PIL import Image, ImageCms
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    EncodedStreamObject,
    NameObject,
    NullObject,
    NumberObject,
)
from reportlab.pdfgen.canvas import Canvas

from tests.factories.uploads import box, changed_pdf

SECRET = b"Kofi Invented 5.55N 0.21W"


def photo(kind="JPEG", *, mode="RGB", **options):
    """A picture of many colours; a JPEG names its place in each way that a telephone knows."""
    place = Image.Exif()
    place[0x8825] = {1: "N", 2: (5.0, 33.0, 0.0), 3: "W", 4: (0.0, 12.0, 0.0)}
    place[0x013B] = SECRET.decode()
    target = io.BytesIO()
    colours = [Image.linear_gradient("L").rotate(turn).resize((64, 48)) for turn in (0, 90, 180)]
    picture = Image.merge("RGB", colours).convert(mode)
    if kind == "JPEG":
        options |= {"exif": place, "comment": SECRET, "xmp": b"<x>" + SECRET + b"</x>"}
        options = {"icc_profile": _profile(), "quality": 80} | options
    picture.save(target, kind, **options)
    return target.getvalue()


def _profile():
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes() + SECRET


def jpeg(*, ending=True, **options):
    """With a small picture in its head and a second one behind it, as some telephones write it."""
    sent = photo(**options)
    thumbnail = b"JFXX\0\x10" + photo(mode="L")[:2000]
    head = b"\xff\xe0" + (len(thumbnail) + 2).to_bytes(2, "big") + thumbnail
    maker = b"\xff\xff\xef" + (len(SECRET) + 2).to_bytes(2, "big") + SECRET
    return sent[:2] + head + maker + sent[2:] + (photo(mode="L") if ending else b"")


def jpx(**options):
    sent = photo("JPEG2000", comment=SECRET.decode(), **options)
    assert SECRET in sent
    at = sent.index(b"jp2c") - 4
    about = box(b"uuid", b"JpgTiffExif->JP2", SECRET) + box(b"xml ", SECRET)
    return sent[:at] + about + box(b"asoc", box(b"lbl ", SECRET)) + sent[at:]


def jpx_codestream():
    sent = jpx()
    return sent[sent.index(b"jp2c") + 4 :]


def stream(data, **entries):
    """A stream object; an entry is a name, a number, or made already."""
    made = EncodedStreamObject() if "Filter" in entries else DecodedStreamObject()
    made._data = data
    for key, value in entries.items():
        if type(value) is str:
            value = NameObject("/" + value)
        elif isinstance(value, int):
            value = NumberObject(value)
        made[NameObject("/" + key)] = value
    return made


def image(data, *filters, space="DeviceRGB", **more):
    names = ArrayObject([NameObject("/" + name) for name in filters])
    return stream(
        data, Type="XObject", Subtype="Image", Width=64, Height=48, BitsPerComponent=8,
        ColorSpace=space, Filter=names[0] if len(names) == 1 else names, **more,
    )  # fmt: skip


def form(writer, content, **resources):
    """A drawing that draws."""
    size = ArrayObject([NumberObject(number) for number in (0, 0, 64, 48)])
    made = stream(content, Type="XObject", Subtype="Form", BBox=size)
    made[NameObject("/Resources")] = _xobjects(writer, resources)
    return made


def _xobjects(writer, things):
    named = {NameObject("/" + name): writer._add_object(made) for name, made in things.items()}
    return DictionaryObject({NameObject("/XObject"): DictionaryObject(named)})


def page(writer, content, **resources):
    size = ArrayObject([NumberObject(number) for number in (0, 0, 64, 48)])
    made = writer.add_blank_page(64, 48)
    made[NameObject("/MediaBox")] = size
    made[NameObject("/Resources")] = _xobjects(writer, resources)
    made[NameObject("/Contents")] = writer._add_object(stream(content))
    return made


DRAW = b"q 64 0 0 48 0 0 cm /P Do Q"


def shown(picture):
    def change(writer):
        page(writer, DRAW, P=picture)

    return change


def in_a_form(writer):
    inner = form(writer, DRAW, P=image(jpeg(), "DCTDecode"))
    page(writer, b"/F Do", F=form(writer, b"/F Do", F=inner))


def as_a_soft_mask(writer):
    picture = image(jpeg(), "DCTDecode")
    mask = image(jpeg(mode="L"), "DCTDecode", space="DeviceGray")
    picture[NameObject("/SMask")] = writer._add_object(mask)
    page(writer, DRAW, P=picture)


def as_a_thumbnail(writer):
    made = page(writer, DRAW, P=image(jpeg(), "DCTDecode"))
    thumbnail = stream(jpeg(), Width=64, Height=48, BitsPerComponent=8, ColorSpace="DeviceRGB",
                       Filter="DCTDecode")  # fmt: skip
    made[NameObject("/Thumb")] = writer._add_object(thumbnail)


def inline(*filters, encode=lambda data: data, more=b""):
    names = b" ".join(b"/" + name for name in filters)
    about = b"/W 64 /H 48 /BPC 8 /CS /RGB /F " + (b"[" + names + b"]" if filters[1:] else names)
    picture = encode(jpeg(ending=bool(filters[1:])))  # as it is, it ends where it ends
    return b"q 64 0 0 48 0 0 cm\nBI " + about + more + b"\nID " + picture + b"\nEI Q\n(BI ID) pop"


def a85(data):
    return base64.a85encode(data, wrapcol=76) + b"~>"


def inline_on_the_page(content):
    def change(writer):
        page(writer, content)

    return change


def inline_in_a_packed_form(writer):
    packed = form(writer, zlib.compress(inline(b"A85", b"DCT", encode=a85)))
    packed[NameObject("/Filter")] = NameObject("/FlateDecode")
    page(writer, b"/F Do", F=packed)


def about(writer):
    """XMP."""
    return writer._add_object(stream(SECRET, Type="Metadata", Subtype="XML"))


def xmp_everywhere(writer):
    picture = image(jpeg(), "DCTDecode")
    drawn = form(writer, DRAW, P=picture)
    made = page(writer, b"/F Do", F=drawn)
    for thing in (picture, drawn, made, writer.root_object):
        thing[NameObject("/Metadata")] = about(writer)
    marks = DictionaryObject({NameObject("/Metadata"): about(writer)})
    made["/Resources"][NameObject("/Properties")] = DictionaryObject({NameObject("/M"): marks})


def page_piece_info(writer):
    drawn = form(writer, DRAW, P=image(jpeg(), "DCTDecode"))
    made = page(writer, b"/F Do", F=drawn)
    for thing in (drawn, made, writer.root_object):
        deep = DictionaryObject({NameObject("/Kept"): writer._add_object(stream(SECRET))})
        private = DictionaryObject({NameObject("/Private"): writer._add_object(deep)})
        program = DictionaryObject({NameObject("/Camera"): writer._add_object(private)})
        thing[NameObject("/PieceInfo")] = writer._add_object(program)


def packed_pictures(writer):
    """A filter before the picture's, with parameters of its own."""
    picture = image(zlib.compress(jpeg()), "FlateDecode", "DCTDecode")
    colours = DictionaryObject({NameObject("/ColorTransform"): NumberObject(1)})
    picture[NameObject("/DecodeParms")] = ArrayObject([NullObject(), colours])
    page(writer, DRAW, P=picture)


def packed_twice(writer):
    """With parameters for none of its filters, and said to be for one."""
    picture = image(a85(zlib.compress(jpeg())), "ASCII85Decode", "FlateDecode", "DCTDecode")
    picture[NameObject("/DecodeParms")] = NullObject()
    page(writer, DRAW, P=picture)


def with_reportlab():
    """As ReportLab draws a picture from a file: its bytes as they are, in ASCII."""
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=(64, 48), lang="en")
    with tempfile.NamedTemporaryFile(suffix=".jpg") as file:
        file.write(photo())
        file.flush()
        canvas.drawImage(file.name, 0, 0, 64, 48)
    canvas.save()
    return target.getvalue()


PLACES = {
    "a picture": shown(image(jpeg(), "DCTDecode")),
    "a progressive picture": shown(image(jpeg(progressive=True), "DCTDecode")),
    "a picture in four colours": shown(
        image(jpeg(mode="CMYK"), "DCTDecode", space="DeviceCMYK")
    ),
    "a picture by the short name of its filter": shown(image(jpeg(), "DCT")),
    "a packed picture": packed_pictures,
    "a picture packed twice": packed_twice,
    "a picture in a form": in_a_form,
    "a soft mask": as_a_soft_mask,
    "a thumbnail": as_a_thumbnail,
    "a JPEG 2000 picture": shown(image(jpx(), "JPXDecode")),
    "a JPEG 2000 picture without boxes": shown(image(jpx_codestream(), "JPXDecode")),
    "a picture in the page's text": inline_on_the_page(inline(b"DCT")),
    "one that says its length": inline_on_the_page(
        inline(b"DCT", more=b" /L %d" % len(jpeg(ending=False)))
    ),
    "one in ASCII": inline_on_the_page(inline(b"ASCII85Decode", b"DCTDecode", encode=a85)),
    "one packed": inline_on_the_page(inline(b"Fl", b"DCT", encode=zlib.compress)),
    "one in a packed form": inline_in_a_packed_form,
    "XMP of a picture, a form, a page, the file": xmp_everywhere,
    "what programs keep for themselves": page_piece_info,
}  # fmt: skip


def signed(writer):
    form = DictionaryObject({NameObject("/SigFlags"): NumberObject(3)})
    writer.root_object[NameObject("/AcroForm")] = form


def called_metadata(writer):
    """Other things of that name."""
    pictures = writer.pages[0]["/Resources"]["/XObject"]
    pictures[NameObject("/Metadata")] = pictures.raw_get("/P")
    chapter = ArrayObject([NameObject("/Fit")])
    writer.root_object[NameObject("/Dests")] = DictionaryObject({NameObject("/Metadata"): chapter})


def with_a_damaged_picture():
    cut_off = jpx()[:-100]
    return changed_pdf(shown(image(cut_off, "JPXDecode")))


def telling_pdf(place="a picture", *, and_then=lambda writer: None):
    writer = pypdf.PdfWriter()
    PLACES[place](writer)
    and_then(writer)
    writer.add_metadata({"/Title": "A visit", "/Author": SECRET.decode()})
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()
