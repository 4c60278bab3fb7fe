"""Files of a case: examined, scanned, sealed; opened with a reason and on record (50 to 56)."""

from __future__ import annotations

import io
import re
import uuid
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import ProgrammingError, connection, transaction
from django.urls import reverse
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from casebase.access.enums import Purpose, Role
from casebase.access.viewer import Trail
from casebase.audit.services import ALIAS as AUDIT
from casebase.registry.models import Attachment
from casebase.registry.services import attachments
from casebase.registry.services.attachments import CannotOpen, Upload
from casebase.vault import files
from casebase.vault.services import RecordDamaged
from portal.core import step_up
from portal.core.uploads.refusals import RefusedFile
from tests.casebase import database
from tests.casebase.people import bound, desk, member, sign_in
from tests.casebase.registry.cases import registered
from tests.casebase.scanner import EICAR, running
from tests.factories import telling_pdfs
from tests.factories.telling_pdfs import signed, telling_pdf, with_a_damaged_picture
from tests.factories.uploads import image, m4a, mp3, office, pdf

pytestmark = pytest.mark.django_db(databases="__all__")
committed = pytest.mark.django_db(transaction=True, databases="__all__")
SECRET = "Kofi Invented 5.55N"


@pytest.fixture(scope="module")
def socket_of_scanner():
    with running("stand-in") as path:
        yield path


@pytest.fixture
def scanner(socket_of_scanner, settings, tmp_path):
    settings.CLAMD_SOCKET = socket_of_scanner
    settings.CASE_FILES = tmp_path / "case-files"


@pytest.fixture
def away(settings, tmp_path):
    settings.CLAMD_SOCKET = tmp_path / "nobody.ctl"
    settings.CASE_FILES = tmp_path / "case-files"


def photo(**options):
    place = Image.Exif()
    place[0x8825] = {1: "N", 2: (5.0, 33.0, 0.0)}
    place[0x013B] = SECRET
    return image("JPEG", exif=place, **options)


def upload(content=None, filename="a.jpg", kind="photo", **more):
    sent = photo() if content is None else content
    return Upload(uuid.uuid4(), filename, sent, kind, **more)


def arranged(**more):
    """A member, their case, and a file of it."""
    with transaction.atomic():
        viewer = bound(member())
        case = registered(viewer)
        kept = attachments.add_file(viewer=viewer, case=case, upload=upload(**more))
    return viewer, case, kept


def open_as(viewer, kept, purpose=Purpose.CARE):
    with transaction.atomic():
        bound(viewer)
        return attachments.open_file(attachment=kept, purpose=purpose, trail=Trail())


GOOD = {
    "photo": (photo(), "me.JPEG", "photo", "image/jpeg"),
    "png": (image("PNG"), "a.png", "marks", "image/png"),
    "webp": (image("WEBP"), "a.webp", "photo", "image/webp"),
    "pdf": (pdf("text", author=SECRET), "a.pdf", "document", "application/pdf"),
    "docx": (office(), "a.docx", "document", attachments.MEDIA_TYPES["docx"]),
    "mp3": (mp3(about=SECRET.encode()), "a.mp3", "recording", "audio/mpeg"),
    "m4a": (m4a(about=SECRET.encode()), "a.m4a", "recording", "audio/mp4"),
}


@pytest.mark.parametrize("name", GOOD)
def test_each_type_is_kept_without_what_was_hidden_in_it_and_opens_again(scanner, name):
    content, filename, kind, media_type = GOOD[name]

    viewer, case, kept = arranged(content=content, filename=filename, kind=kind)

    opened = open_as(viewer, kept)
    assert SECRET.encode() not in opened.content
    assert opened.media_type == media_type
    assert opened.filename == f"CASE-{case.reference}-1.{kept.extension}"
    assert kept.state == Attachment.State.CLEAN
    on_disk = files.path_of(kept.object_name).read_bytes()
    assert content[:4] not in on_disk[:64]
    assert SECRET.encode() not in on_disk


def test_a_picture_served_has_no_exif(scanner):
    viewer, _, kept = arranged()

    with Image.open(io.BytesIO(open_as(viewer, kept).content)) as picture:
        assert not dict(picture.getexif())


def test_a_picture_in_a_word_file_says_no_place_and_one_that_says_nothing_stays(scanner):
    plain = image("JPEG", size=(64, 48))
    parts = {"word__media__image1_dot_jpeg": photo(), "word__media__image2_dot_jpg": plain,
             "word__media__image3_dot_png": noted_png()}  # fmt: skip
    viewer, _, kept = arranged(content=office(**parts), filename="a.docx", kind="document")

    opened = open_as(viewer, kept).content
    with zipfile.ZipFile(io.BytesIO(opened)) as archive:
        media = {name: archive.read(name) for name in archive.namelist() if "/media/" in name}
    assert SECRET.encode() not in b"".join(media.values())
    assert media["word/media/image2.jpg"] == plain
    for name in ("word/media/image1.jpeg", "word/media/image3.png"):
        with Image.open(io.BytesIO(media[name])) as picture:
            picture.load()
            assert not dict(picture.getexif())
            assert not {"exif", "Comment"} & set(picture.info)


def noted_png():
    note = PngInfo()
    note.add_text("Comment", SECRET)
    return image("PNG", pnginfo=note)


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (photo()[:-400], "damaged"),
        (image("TIFF", tiffinfo={272: "Camera"}), "TIFF"),
    ],
    ids=["cut off", "tiff"],
)
def test_a_picture_in_a_word_file_that_cannot_be_cleaned_is_refused(scanner, picture, said):
    content = office(word__media__image1_dot_jpg=picture)

    with pytest.raises(RefusedFile, match=said):
        arranged(content=content, filename="a.docx", kind="document")
    assert not list(files.names_on_disk())


def test_a_picture_in_a_pdf_says_no_place_and_one_that_is_signed_stays_as_it_is(scanner):
    sent = telling_pdf()
    signed_one = telling_pdf(and_then=signed)

    viewer, _, kept = arranged(content=sent, filename="a.pdf", kind="document")
    assert telling_pdfs.SECRET in sent
    assert telling_pdfs.SECRET not in open_as(viewer, kept).content

    viewer, _, kept = arranged(content=signed_one, filename="a.pdf", kind="document")
    assert open_as(viewer, kept).content == signed_one


def test_a_pdf_whose_pictures_cannot_be_cleaned_is_refused_and_nothing_of_it_is_kept(scanner):
    with pytest.raises(RefusedFile, match="the place of its pictures could not be taken out"):
        arranged(content=with_a_damaged_picture(), filename="a.pdf", kind="document")
    assert not list(files.names_on_disk())


def test_evidence_keeps_the_original_as_well_and_sealed(scanner):
    sent = photo()

    _, _, kept = arranged(content=sent, is_evidence=True)

    assert kept.original_name
    sealed = files.path_of(kept.original_name).read_bytes()
    assert SECRET.encode() not in sealed
    assert len(sealed) == len(sent) + 16


def test_malware_is_refused_and_nothing_of_it_is_kept(scanner, settings):
    infected = mp3() + b"TAG" + EICAR.ljust(125, b"\0")

    with pytest.raises(RefusedFile, match="Malware was found"):
        arranged(content=infected, filename="a.mp3", kind="recording")

    assert not list(files.names_on_disk())


def test_while_the_scanner_is_away_a_file_waits_and_cannot_be_opened(away):
    viewer, case, kept = arranged()
    assert kept.state == Attachment.State.WAITING

    with pytest.raises(CannotOpen, match="not checked yet"):
        open_as(viewer, kept)
    with transaction.atomic():
        bound(viewer)
        assert attachments.check_again(case=case) == [kept]


def test_a_file_that_waited_is_opened_once_the_scanner_is_back(away, settings, socket_of_scanner):
    viewer, case, kept = arranged(is_evidence=True)
    settings.CLAMD_SOCKET = socket_of_scanner

    with transaction.atomic():
        bound(viewer)
        assert attachments.check_again(case=case) == []

    with transaction.atomic():
        bound(viewer)
        kept = Attachment.objects.select_related("case").get(pk=kept.pk)
    assert kept.state == Attachment.State.CLEAN
    assert open_as(viewer, kept).content


@committed
def test_malware_that_waited_is_removed(away, settings, socket_of_scanner):
    infected = mp3() + b"TAG" + EICAR.ljust(125, b"\0")
    viewer, case, kept = arranged(
        content=infected, filename="a.mp3", kind="recording", is_evidence=True
    )
    settings.CLAMD_SOCKET = socket_of_scanner

    with transaction.atomic():
        bound(viewer)
        attachments.check_again(case=case)

    with transaction.atomic():
        bound(viewer)
        assert Attachment.objects.get(pk=kept.pk).state == Attachment.State.REFUSED
    assert not list(files.names_on_disk())


def test_a_form_sent_twice_keeps_one_file(scanner):
    with transaction.atomic():
        viewer = bound(member())
        case = registered(viewer)
        sent = upload()
        first = attachments.add_file(viewer=viewer, case=case, upload=sent)

        assert attachments.add_file(viewer=viewer, case=case, upload=sent) == first
    assert len(list(files.names_on_disk())) == 1


def test_files_are_numbered_within_their_case(scanner):
    with transaction.atomic():
        viewer = bound(member())
        case, other = registered(viewer), registered(viewer)
        numbers = [
            attachments.add_file(viewer=viewer, case=c, upload=upload()).number
            for c in (case, case, other)
        ]

    assert numbers == [1, 2, 1]


def test_a_damaged_file_is_named_as_such(scanner):
    viewer, _, kept = arranged()
    path = files.path_of(kept.object_name)
    path.write_bytes(path.read_bytes()[:-1] + b"\0")

    with pytest.raises(RecordDamaged):
        open_as(viewer, kept)


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT file_key FROM registry_attachment",
        "SELECT original_key FROM registry_attachment",
        "UPDATE registry_attachment SET object_name = 'x'",
        "DELETE FROM registry_attachment",
    ],
)
def test_the_site_s_role_cannot_read_what_opens_a_file_around_the_door(scanner, statement):
    viewer, _, _ = arranged()

    with transaction.atomic():
        bound(viewer)
        with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
            connection.cursor().execute(statement)


@committed
def test_the_door_opens_for_nobody_without_a_purpose_a_role_and_the_case(scanner):
    viewer, _, kept = arranged()

    def asked(by, purpose="care"):
        with transaction.atomic(), connection.cursor() as cursor:
            if by:
                bound(by)
            cursor.execute("SELECT * FROM registry_open_file(%s, %s)", [kept.pk, purpose])
            return len(cursor.fetchall())

    colleague = desk(viewer.user.agency)
    assert asked(viewer) == 1
    assert asked(None) == 0
    assert asked(member()) == 0
    assert asked(member(Role.DIRECTOR)) == 0
    assert asked(member(Role.CASEWORKER, colleague)) == 0
    assert asked(member(Role.SUPERVISOR, colleague)) == 1
    assert asked(member(Role.AUDITOR, colleague)) == 0
    with pytest.raises(ProgrammingError, match="purpose"):
        asked(viewer, "")


# The pages ---------------------------------------------------------------------------------------


@pytest.fixture
def stepped_up(monkeypatch):
    monkeypatch.setattr(step_up, "is_fresh", lambda *_: True)


def post_file(client, case, content=None, name="a.jpg", **more):
    data = {
        "submission": str(uuid.uuid4()),
        "kind": "photo",
        "description": SECRET,
        "file": SimpleUploadedFile(name, photo() if content is None else content),
        **more,
    }
    return client.post(reverse("add_file", args=[case.reference]), data)


def with_case(client, role=Role.CASEWORKER):
    with transaction.atomic():
        viewer = bound(member(role))
        case = registered(viewer)
    sign_in(client, viewer)
    return viewer, case


def trail():
    with database.as_owner(AUDIT), database.connections[AUDIT].cursor() as cursor:
        cursor.execute("SELECT action, purpose, fields, result FROM audit_entry ORDER BY id")
        return cursor.fetchall()


def test_a_photograph_is_added_listed_unseen_and_shown_with_a_reason(client, scanner, stepped_up):
    _, case = with_case(client)

    assert post_file(client, case).status_code == 302
    listed = client.get(reverse("files", args=[case.reference]))
    page = client.post(reverse("file", args=[case.reference, 1]), {"purpose": "care"})
    source = re.search(r'src="(/cases/[^"]+/picture/[^"]+)"', page.content.decode())[1]
    shown = client.get(source)

    assert b"<img" not in listed.content
    assert SECRET in listed.content.decode()
    assert shown["Content-Type"] == "image/jpeg"
    assert ("file.show", "care", ["file_1"], 200) in trail()
    assert client.get(source + "x").status_code == 404
    other = sign_in(type(client)(), member())
    assert other.get(source).status_code == 404


def test_a_picture_s_address_opens_in_its_own_session_and_for_a_minute_only(
    client, scanner, stepped_up, monkeypatch
):
    viewer, case = with_case(client)
    post_file(client, case)
    page = client.post(reverse("file", args=[case.reference, 1]), {"purpose": "care"})
    source = re.search(r'src="(/cases/[^"]+/picture/[^"]+)"', page.content.decode())[1]
    elsewhere = sign_in(type(client)(), viewer)

    assert elsewhere.get(source).status_code == 404
    monkeypatch.setattr("casebase.registry.views.attachments.PICTURE_SECONDS", -1)
    assert client.get(source).status_code == 404


def test_a_document_comes_as_a_download_that_tells_nothing(client, scanner, stepped_up):
    _, case = with_case(client)
    post_file(client, case, pdf("text"), f"{SECRET}.pdf", kind="document")
    address = reverse("file", args=[case.reference, 1])

    answer = client.post(address, {"purpose": "care"}, headers={"If-None-Match": '"x"'})

    assert answer.content.startswith(b"%PDF")
    assert answer["Content-Disposition"] == f'attachment; filename="CASE-{case.reference}-1.pdf"'
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in answer["Cache-Control"]
    assert "ETag" not in answer
    assert "Last-Modified" not in answer
    again = client.post(address, {"purpose": "care"}, headers={"Range": "bytes=0-3"})
    assert (again.status_code, len(again.content)) == (200, len(answer.content))


def test_no_file_opens_without_a_reason_or_without_a_fresh_factor(client, scanner):
    _, case = with_case(client)
    post_file(client, case)
    address = reverse("file", args=[case.reference, 1])

    assert client.post(address, {"purpose": ""}).status_code in {200, 422}
    asked = client.post(address, {"purpose": "care"})

    assert b"<img" not in asked.content
    assert not asked["Content-Type"].startswith("image/")


@pytest.mark.parametrize("name", ["../../etc/x.pdf", "\u202efdp.exe.pdf"])
def test_a_strange_name_reaches_no_header_and_no_disk(client, scanner, stepped_up, name):
    _, case = with_case(client)

    post_file(client, case, pdf("text"), name, kind="document")

    answer = client.post(reverse("file", args=[case.reference, 1]), {"purpose": "care"})
    assert answer["Content-Disposition"] == f'attachment; filename="CASE-{case.reference}-1.pdf"'
    assert all(len(name) == 32 for name in files.names_on_disk())


def test_a_name_that_forges_a_header_stays_sealed(scanner):
    viewer, case, kept = arranged(
        content=pdf("text"), filename="a\r\nSet-Cookie: b.pdf", kind="document"
    )

    assert open_as(viewer, kept).filename == f"CASE-{case.reference}-1.pdf"


def test_a_refused_file_says_why_beside_the_field_and_keeps_what_was_typed(client, scanner):
    _, case = with_case(client)

    answer = post_file(client, case, b"<html>", "a.jpg")

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "something else is in it" in page
    assert SECRET in page
    assert not list(files.names_on_disk())


def test_a_file_that_is_too_large_is_refused_with_the_limit(client, scanner):
    _, case = with_case(client)

    answer = post_file(client, case, b"\0" * (21 * 1024 * 1024), "a.pdf", kind="document")

    assert answer.status_code == 422
    assert "20 MB" in answer.content.decode()


def test_a_waiting_file_is_said_to_wait_and_has_no_link(client, away):
    _, case = with_case(client)
    post_file(client, case)

    page = client.get(reverse("files", args=[case.reference])).content.decode()
    again = client.post(reverse("check_files", args=[case.reference])).content.decode()

    assert "Not yet checked for malware" in page
    assert "cannot be opened yet" in page
    assert reverse("file", args=[case.reference, 1]) not in page
    assert "does not answer" in again


def test_nothing_under_media_is_served(client):
    with_case(client)

    assert client.get("/media/x").status_code == 404
    assert client.get("/case-files/x").status_code == 404
