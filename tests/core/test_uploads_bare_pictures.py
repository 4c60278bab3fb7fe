"""A bare picture has the points that it had, and nothing else."""

from __future__ import annotations

import io
import zipfile

import pytest
from PIL import Image, ImageFile

from portal.core.uploads import sandbox
from portal.core.uploads.opening.bare_pictures import bare_jpeg, bare_jpx
from tests.factories.telling_pdfs import SECRET, jpeg, jpx, jpx_codestream, photo
from tests.factories.uploads import image, office


def points(picture):
    with Image.open(io.BytesIO(picture)) as image:
        return image.mode, image.size, image.tobytes()


def with_colours_that_only_adobe_tells():
    """Red, green and blue numbered like brightness and two colours."""
    frame, scan = b"R\x11\0G\x11\0B\x11\0", b"\x03R\0G\0B\0"
    sent = jpeg(keep_rgb=True, ending=False)
    assert frame in sent
    assert scan in sent
    sent = sent.replace(frame, b"\1\x11\0\2\x11\0\3\x11\0")
    return sent.replace(scan, b"\x03\1\0\2\0\3\0")


JPEGS = {
    "as a telephone writes it": jpeg(),
    "progressive": jpeg(progressive=True),
    "with restarts": jpeg(restart_marker_blocks=2),
    "every colour of every point": jpeg(subsampling=0),
    "its colours as they are": jpeg(keep_rgb=True),
    "its colours as only Adobe tells": with_colours_that_only_adobe_tells(),
    "grey": jpeg(mode="L"),
    "four colours": jpeg(mode="CMYK"),
    "behind other bytes": b"\r\n" + jpeg(),
}


@pytest.mark.parametrize("name", JPEGS)
def test_a_bare_jpeg_has_the_same_points(name):
    sent = JPEGS[name]
    assert SECRET in sent

    bare = bare_jpeg(sent)

    assert points(bare) == points(sent.lstrip(b"\r\n"))
    assert SECRET not in bare
    with Image.open(io.BytesIO(bare)) as image:
        assert {name for name, _ in image.applist} <= {"APP0", "APP14"}
        assert not set(image.info) - {
            "jfif", "jfif_version", "jfif_unit", "jfif_density", "dpi", "adobe", "adobe_transform",
            "progressive", "progression",
        }  # fmt: skip
    assert bare_jpeg(bare) == bare


def test_a_profile_of_colours_stays_where_nothing_else_names_the_colours():
    sent = jpeg()

    bare = bare_jpeg(sent, with_profile=True)

    with Image.open(io.BytesIO(bare)) as kept, Image.open(io.BytesIO(sent)) as first:
        assert kept.info["icc_profile"] == first.info["icc_profile"]
    assert len(bare_jpeg(bare)) < len(bare)
    assert b"Exif" not in bare


def segment(marker, content):
    return marker + (len(content) + 2).to_bytes(2, "big") + content


@pytest.mark.parametrize(
    "hide",
    [
        lambda sent: sent + photo(),
        lambda sent: sent[:2] + segment(b"\xff\xe0", b"JFXX\0\x10" + photo()) + sent[2:],
        lambda sent: sent[:2] + segment(b"\xff\xef", SECRET) + sent[2:],
    ],
    ids=["behind it", "a small picture in it", "a maker's own words"],
)
def test_what_is_hidden_in_a_picture_of_a_word_file_is_taken_out(hide):
    plain = image("JPEG", (64, 48))
    sent = office(word__media__image1_dot_jpg=hide(plain))

    kept = sandbox.run("inspect", sent, "docx").output

    with zipfile.ZipFile(io.BytesIO(kept)) as archive:
        assert archive.read("word/media/image1.jpg") == plain


def test_a_jpeg_that_says_nothing_stays_byte_for_byte():
    sent = io.BytesIO()
    Image.new("RGB", (64, 48), "teal").save(sent, "JPEG")

    assert bare_jpeg(sent.getvalue()) == sent.getvalue()


def test_a_jpeg_that_is_cut_off_shows_what_there_is(monkeypatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    sent = jpeg(ending=False, quality=95)[:-300]

    bare = bare_jpeg(sent)

    assert points(bare) == points(sent)
    assert SECRET not in bare


@pytest.mark.parametrize(
    "sent",
    [b"", SECRET, b"\xff\xd8", b"\xff\xd8\xff\xe1\xff\xff" + SECRET, b"\xff\xd8\xff\xe1\0\0"],
)
def test_of_what_is_no_picture_nothing_stays(sent):
    assert bare_jpeg(sent) in {b"", b"\xff\xd8\xff\xd9"}


@pytest.mark.parametrize(
    "sent", [jpx(), jpx(tile_size=(32, 32)), jpx_codestream()], ids=["boxes", "tiles", "bare"]
)
def test_a_jpeg_2000_picture_is_blanked_in_place_and_has_the_same_points(sent):
    assert SECRET in sent

    bare = bare_jpx(sent)

    assert len(bare) == len(sent)
    assert points(bare) == points(sent)
    assert SECRET not in bare
    assert b"JpgTiffExif" not in bare


def test_a_jpeg_2000_picture_whose_parts_reach_outside_is_not_understood():
    with pytest.raises(ValueError, match="outside"):
        bare_jpx(jpx()[:-100])
    with pytest.raises(ValueError, match="outside"):
        bare_jpx(jpx_codestream()[:60])
    assert bare_jpx(SECRET) == b""


def test_what_is_put_behind_a_jpeg_2000_picture_is_blanked():
    assert SECRET not in bare_jpx(jpx_codestream() + SECRET)
    assert SECRET not in bare_jpx(photo("JPEG2000") + b"\0\0\0\0evil" + SECRET)
