"""Pictures in a PDF lose what they say of their place and camera, and not a point of theirs."""

from __future__ import annotations

import base64
import io
import re
import zlib

import pypdf
import pypdfium2
import pytest

from portal.core.uploads import sandbox
from tests.factories.telling_pdfs import (
    PLACES,
    SECRET,
    called_metadata,
    inline,
    inline_on_the_page,
    signed,
    telling_pdf,
    with_a_damaged_picture,
    with_reportlab,
)
from tests.factories.uploads import changed_pdf

PDFS = {name: telling_pdf(name) for name in PLACES}
PDFS["drawn by ReportLab"] = with_reportlab()
PDFS["opened without a password"] = telling_pdf(and_then=lambda writer: writer.encrypt("", "own"))
SAYING = (SECRET, b"Exif\0", b"Photoshop", b"ICC_PROFILE", b"JFXX", b"MPF\0")


def drawn(content):
    """The points of every page."""
    document = pypdfium2.PdfDocument(content)
    return [bytes(page.render(scale=4).buffer) for page in document]


def readable(content):
    """Every byte of a PDF that somebody could get at: unpacked, and its pictures as they are."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    parts = [content]
    for number in range(1, int(reader.trailer["/Size"])):
        thing = reader.get_object(number)
        parts.append(repr(thing).encode())
        if isinstance(thing, pypdf.generic.StreamObject):
            parts.append(thing._data if thing.get("/Filter") == "/DCT" else thing.get_data())
    return b"\n".join([*parts, *unpacked_inline(b"\n".join(parts))])


def unpacked_inline(text):
    for picture in re.findall(rb"\sID\s(.*?)\sEI\b", text, re.DOTALL):
        if picture.endswith(b"~>"):
            yield base64.a85decode(picture.removesuffix(b"~>"))
        elif picture[:1] == b"x":
            yield zlib.decompress(picture)


@pytest.mark.parametrize("name", PDFS)
def test_what_a_picture_in_a_pdf_says_is_taken_out_and_the_page_looks_the_same(name):
    sent = PDFS[name]
    assert SECRET in readable(sent)
    assert len(set(drawn(sent)[0])) > 20  # the picture is there

    outcome = sandbox.run("inspect", sent, "pdf")

    assert outcome.ended
    assert outcome.findings[0]["pages"] == 1
    said = readable(outcome.output)
    assert [word for word in SAYING if word in said] == []
    assert drawn(outcome.output) == drawn(sent)


def test_a_picture_in_the_pages_text_no_longer_says_a_length_that_it_has_lost():
    sent = PDFS["one that says its length"]
    assert b"/L " in readable(sent)

    assert b"/L " not in readable(sandbox.run("inspect", sent, "pdf").output)


def test_a_signed_pdf_is_left_as_it_is_and_says_so():
    outcome = sandbox.run("inspect", telling_pdf(and_then=signed), "pdf")

    assert outcome.output is None
    assert outcome.findings[0]["signed"]
    assert "place were left in" in " ".join(outcome.findings[0]["warnings"])


def test_a_picture_that_cannot_be_understood_leaves_the_pdf_as_it_is_and_says_so():
    outcome = sandbox.run("inspect", with_a_damaged_picture(), "pdf")

    assert outcome.output is None
    assert "could not be taken out" in " ".join(outcome.findings[0]["warnings"])


def test_a_picture_whose_end_cannot_be_told_leaves_the_pdf_as_it_is():
    between = inline(b"DCT").replace(SECRET, b"before EI and behind it !", 1)
    assert b" EI " in between

    outcome = sandbox.run("inspect", changed_pdf(inline_on_the_page(between)), "pdf")

    assert outcome.output is None
    assert "could not be taken out" in " ".join(outcome.findings[0]["warnings"])


def test_a_page_with_other_pictures_in_its_text_stays_as_it_is():
    other = b"BI /W 1 /H 1 /BPC 8 /CS /G /strange << ID \x80 EI\n(a word, /DCT) pop"

    kept = sandbox.run("inspect", changed_pdf(inline_on_the_page(other)), "pdf").output

    assert other in readable(kept)


def test_a_font_or_a_chapter_may_be_called_metadata():
    sent = telling_pdf(and_then=called_metadata)

    kept = sandbox.run("inspect", sent, "pdf").output

    root = pypdf.PdfReader(io.BytesIO(kept)).trailer["/Root"]
    assert root["/Dests"]["/Metadata"] == ["/Fit"]
    assert root["/Pages"]["/Kids"][0]["/Resources"]["/XObject"]["/Metadata"]["/Subtype"] == "/Image"
