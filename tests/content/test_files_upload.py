"""What may be kept and what is turned away, each with a reason, quickly and in little memory."""

import io
import subprocess
import sys
import time
import zipfile

import pypdf
import pytest
from PIL import Image

from portal.content.files.examine import examine
from portal.core.uploads import sandbox
from portal.core.uploads.refusals import RefusedFile, TooLarge
from tests.factories.telling_pdfs import SECRET, signed, telling_pdf, with_a_damaged_picture
from tests.factories.uploads import BAD_FILES, changed_pdf, image, office, pdf


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_turned_away_within_two_seconds_and_with_a_reason(name):
    filename, content = BAD_FILES[name]
    started = time.monotonic()

    with pytest.raises(RefusedFile) as refusal:
        examine(content, filename=filename)

    assert time.monotonic() - started < 2
    assert str(refusal.value).endswith(".")
    assert len(str(refusal.value)) > 30


HEAVY = ("an archive bomb", "a picture of 2,500 million points", "a pdf with a file in it")
MEASURED = """
import runpy, sys
sys.argv = sys.argv[1:]
try:
    runpy.run_path(sys.argv[0], run_name="__main__")
except SystemExit:
    pass
peak = [l for l in open("/proc/self/status") if l.startswith("VmHWM")][0]
print(peak.split()[1], file=sys.stderr)
"""


@pytest.mark.parametrize("name", HEAVY)
def test_a_bad_file_takes_less_than_300_megabytes(name, tmp_path):
    filename, content = BAD_FILES[name]
    (tmp_path / "source").write_bytes(content)
    arguments = ["inspect", tmp_path / "source", filename.split(".")[-1], tmp_path / "target"]

    run = subprocess.run(
        [sys.executable, "-I", "-c", MEASURED, sandbox.CHILD, *arguments],
        capture_output=True,
        check=True,
        text=True,
    )

    assert "refusal" in run.stdout
    assert int(run.stderr) < 300 * 1024  # kilobytes


def test_a_file_over_20_megabytes_is_too_large():
    with pytest.raises(TooLarge, match="at most 20"):
        examine(b"%PDF-1.7" + b"\0" * 20 * 1024 * 1024, filename="a.pdf")


def test_the_authors_name_is_taken_out_of_a_pdf_and_its_title_stays():
    kept = examine(pdf("text", title="On the lake", author="Kofi Invented"), filename="a.pdf")

    about = pypdf.PdfReader(io.BytesIO(kept.content)).metadata
    assert about.title == "On the lake"
    assert b"Kofi" not in kept.content
    assert not about.author


def test_the_authors_names_are_taken_out_of_a_word_file():
    kept = examine(office(), filename="a.docx")

    with zipfile.ZipFile(io.BytesIO(kept.content)) as archive:
        assert "Invented" not in archive.read("docProps/core.xml").decode()


@pytest.mark.parametrize(
    ("kind", "name"), [("JPEG", "a.jpeg"), ("PNG", "a.png"), ("WEBP", "a.webp")]
)
def test_the_place_is_taken_out_of_a_picture(kind, name):
    place = Image.Exif()
    place[0x8825] = {1: "N", 2: (5.0, 33.0, 0.0)}
    place[0x013B] = "Kofi Invented"
    sent = image(kind, exif=place)
    assert b"Kofi" in sent

    kept = examine(sent, filename=name)

    assert b"Kofi" not in kept.content
    with Image.open(io.BytesIO(kept.content)) as picture:
        assert not dict(picture.getexif())
        assert picture.size == (40, 30)


def test_an_ordinary_table_is_kept_as_it_is():
    table = "Region,Children,Change\nVolta,12,-3\nCentral,“7”,+1 (of 9)\n".encode()

    assert examine(table, filename="Table.CSV").content == table


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"%PDF-1.7\n" + b"nothing that a program understands\n" * 500, "broken"),
        (pdf("one", "two")[:900], "broken"),
    ],
)
def test_a_broken_pdf_is_kept_and_flagged(content, problem):
    kept = examine(content, filename="a.pdf")

    assert kept.problem == problem
    assert kept.content == content


def test_a_locked_pdf_is_kept_and_flagged():
    locked = changed_pdf(lambda writer: writer.encrypt("secret", algorithm="AES-256"))

    assert examine(locked, filename="a.pdf").problem == "encrypted"


def test_an_editor_learns_what_a_screen_reader_will_miss():
    bare = changed_pdf(lambda writer: setattr(writer, "metadata", None))

    warnings = " ".join(examine(bare, filename="a.pdf").warnings)

    assert "no title" in warnings
    assert "not tagged" in warnings


def test_an_editor_learns_that_a_pdf_still_says_where_its_pictures_were_taken():
    for content in (telling_pdf(and_then=signed), with_a_damaged_picture()):
        kept = examine(content, filename="a.pdf")

        assert kept.content == content
        assert "what its pictures say of their place" in " ".join(kept.warnings)


def test_pictures_in_a_pdf_that_readers_get_say_no_place():
    assert SECRET not in examine(telling_pdf(), filename="a.pdf").content
