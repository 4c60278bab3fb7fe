"""Files that must be turned away, and the makers of good ones."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import pypdf
from PIL import Image
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    TextStringObject,
)
from reportlab.pdfgen.canvas import Canvas


def pdf(*texts: str, title: str = "A report", author: str = "", language: str = "en") -> bytes:
    """A PDF with one page for each text."""
    target = io.BytesIO()
    canvas = Canvas(target, lang=language, initialFontSize=12)
    canvas.setTitle(title)
    canvas.setAuthor(author)
    for text in texts or ("A page of a report.",):
        for number, line in enumerate(text.splitlines() or [""]):
            canvas.drawString(72, 760 - 16 * number, line)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


HTML = b"<!doctype html><script>alert(1)</script>"
CORE = (
    '<cp:coreProperties xmlns:cp="x" xmlns:dc="y"><dc:creator>Kofi Invented</dc:creator>'
    "<cp:lastModifiedBy>Ama Invented</cp:lastModifiedBy></cp:coreProperties>"
)


def changed_pdf(change):
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(pdf("text"))))
    change(writer)
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def with_javascript(writer):
    script = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x")}
    )
    names = DictionaryObject({NameObject("/Names"): ArrayObject([TextStringObject("a"), script])})
    writer.root_object[NameObject("/Names")] = DictionaryObject({NameObject("/JavaScript"): names})


def with_attachment(writer):
    writer.add_attachment("tool.exe", b"MZ")


def with_launch(writer):
    action = DictionaryObject(
        {NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("cmd.exe")}
    )
    writer.root_object[NameObject("/OpenAction")] = action


def with_hidden_action_on_a_page(writer):
    action = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x")}
    )
    writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): action})


def with_xfa(writer):
    stream = DecodedStreamObject()
    stream.set_data(b"<xdp/>")
    form = DictionaryObject({NameObject("/XFA"): ArrayObject([writer._add_object(stream)])})
    writer.root_object[NameObject("/AcroForm")] = form


def with_submit(writer):
    action = DictionaryObject({NameObject("/S"): NameObject("/SubmitForm")})
    annotation = DictionaryObject({NameObject("/A"): action})
    writer.pages[0][NameObject("/Annots")] = ArrayObject([annotation])


def office(kind="docx", *, without=(), **more):
    main = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml"}[kind]
    parts = {"[Content_Types].xml": "<Types/>", main: "<w/>", "docProps/core.xml": CORE}
    parts |= {name.replace("__", "/").replace("_dot_", "."): text for name, text in more.items()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            if name not in without:
                archive.writestr(name, text)
    return target.getvalue()


def crowded():
    target = io.BytesIO(office())
    with zipfile.ZipFile(target, "a") as archive:
        for number in range(250):
            archive.writestr(f"word/{number}.xml", "")
    return target.getvalue()


def reaching_outside():
    target = io.BytesIO(office())
    with zipfile.ZipFile(target, "a") as archive:
        archive.writestr("../../etc/passwd", "x")
    return target.getvalue()


def image(kind, size=(40, 30), **options):
    target = io.BytesIO()
    Image.new("RGB", size, "teal").save(target, kind, **options)
    return target.getvalue()


def enormous_png():
    """A header that promises 50,000 by 50,000 points."""

    def chunk(name, content):
        return (
            struct.pack(">I", len(content))
            + name
            + content
            + struct.pack(">I", zlib.crc32(name + content))
        )

    head = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(b"\0" * 1000))
        + chunk(b"IEND", b"")
    )


BAD_FILES = {
    "a web page called jpg": ("a.jpg", HTML),
    "a web page called csv": ("a.csv", HTML),
    "a web page called pdf": ("a.pdf", HTML),
    "a drawing that can run": ("a.svg", b"<svg onload='alert(1)'/>"),
    "a program": ("a.exe", b"MZ" + b"\0" * 100),
    "a program called pdf": ("a.pdf", b"MZ" + b"\0" * 100),
    "a program called docx": ("a.docx", b"MZ" + b"\0" * 100),
    "two endings": ("report.pdf.html", pdf("x")),
    "no ending": ("report", pdf("x")),
    "nothing in it": ("a.pdf", b""),
    "a pdf behind a script": ("a.pdf", b"#!/bin/sh\n" + pdf("x")),
    "a pdf with an archive behind it": ("a.pdf", pdf("x") + office()),
    "a pdf with JavaScript": ("a.pdf", changed_pdf(with_javascript)),
    "a pdf with a file in it": ("a.pdf", changed_pdf(with_attachment)),
    "a pdf that starts a program": ("a.pdf", changed_pdf(with_launch)),
    "a pdf with a script on a page": ("a.pdf", changed_pdf(with_hidden_action_on_a_page)),
    "a pdf with a program in a form": ("a.pdf", changed_pdf(with_xfa)),
    "a pdf that sends what is typed": ("a.pdf", changed_pdf(with_submit)),
    "a broken pdf with a disguised script": (
        "a.pdf",
        b"%PDF-1.7\n1 0 obj <</S /Java#53cript /J#53 (x)>> endobj\ntrailer <<>>",
    ),
    "a word file with macros": ("a.docx", office(word__vbaProject_dot_bin="x")),
    "a macro file called docx": (
        "a.docx",
        office(**{"[Content_Types]_dot_xml": '<Types t="application/vnd.macroEnabled"/>'}),
    ),
    "a word file with a program": ("a.docx", office(word__embeddings__oleObject1_dot_bin="x")),
    "an archive called docx": ("a.docx", office(without=("word/document.xml",))),
    "a word file called xlsx": ("a.xlsx", office("docx")),
    "an archive bomb": ("a.xlsx", office("xlsx", xl__bomb="\0" * 120_000_000)),
    "an archive of too many parts": ("a.docx", crowded()),
    "an archive that reaches outside": ("a.docx", reaching_outside()),
    "an archive cut off": ("a.docx", office()[:-40]),
    "entities that grow": (
        "a.docx",
        office(word__styles_dot_xml="<!DOCTYPE l [<!ENTITY l 'lol'>]><l/>"),
    ),
    "a picture of 2,500 million points": ("a.png", enormous_png()),
    "a picture cut off": ("a.jpg", image("JPEG", (800, 800), quality=95)[:2000]),
    "a png called jpg": ("a.jpg", image("PNG")),
    "a picture with an archive behind it": ("a.png", image("PNG") + office()),
    "bytes called csv": ("a.csv", b"a,b\n\0\1\2\3"),
    "a csv that a spreadsheet would run": ("a.csv", b'name,total\n"=cmd|calc!A1",1\n'),
}


FRAME = b"\xff\xfb\x90\x00" + b"\x55" * 413  # MPEG 1, layer 3, 128 kbit/s, 44.1 kHz: 417 bytes


def mp3(*, about: bytes | None = None, only_sound: bool = False, frames: int = 20) -> bytes:
    sound = FRAME * frames
    if only_sound:
        return sound
    text = b"TXXX" + len(about or b"").to_bytes(4, "big") + b"\0\0" + (about or b"")
    size = bytes(len(text) >> shift & 0x7F for shift in (21, 14, 7, 0))
    return b"ID3\x04\0\0" + size + text + sound + b"TAG" + (about or b"").ljust(125, b"\0")


def box(name: bytes, *parts: bytes) -> bytes:
    content = b"".join(parts)
    return (len(content) + 8).to_bytes(4, "big") + name + content


def m4a(*, about: bytes | None = None, only_sound: bool = False, track: bytes = b"soun") -> bytes:
    sound = bytes(range(256)) * 8
    if only_sound:
        return sound
    handler = box(b"hdlr", bytes(8), track, bytes(12), (about or b"") + b"\0")
    private = box(b"udta", box(b"\xa9xyz", about or b""))
    moov = box(b"moov", box(b"mvhd", bytes(100)), box(b"trak", box(b"mdia", handler)), private)
    return box(b"ftyp", b"M4A \0\0\0\0isom") + moov + box(b"mdat", sound)


BAD_SOUND = {
    "a web page called mp3": ("a.mp3", HTML),
    "a web page called m4a": ("a.m4a", HTML),
    "a tag without any sound": ("a.mp3", mp3(frames=0)),
    "a recording with an archive behind it": ("a.mp3", mp3() + office()),
    "a film called m4a": ("a.m4a", m4a(track=b"vide")),
    "an m4a cut off": ("a.m4a", m4a()[:-900]),
    "an m4a whose boxes reach outside": ("a.m4a", m4a()[:-2052] + b"\x7f\xff\xff\xffmdat"),
    "an m4a of another kind of box": ("a.m4a", m4a() + box(b"evil", office())),
}
