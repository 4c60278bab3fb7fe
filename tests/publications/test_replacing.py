"""An editor replaces a file: same address, a note for readers, and a second person before them."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.models import Revision

from tests.factories.publications import document, publication
from tests.factories.uploads import pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def page():
    return publication(documents=(document("with a mistake", title="Yearly report"),))


@pytest.fixture
def address(page):
    return reverse("publications:replace_file", args=[page.pk, page.files.get().document_id])


def upload(content, name="corrected.pdf"):
    return SimpleUploadedFile(name, content)


def test_the_edit_screen_shows_what_is_known_of_the_file_and_leads_to_replacing(
    editor_client, page, address
):
    shown = editor_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()

    assert address in shown
    assert "not tagged" in shown


def test_a_replacement_waits_for_approval_as_a_revision_by_its_author(
    editor_client, page, address, editor
):
    kept = page.files.get().document

    answer = editor_client.post(
        address, {"file": upload(pdf("corrected")), "correction_note": "Page 1 was wrong."}
    )

    newest = kept.versions.latest("number")
    kept.refresh_from_db()
    assert answer.status_code == 302
    assert (newest.number, newest.released_at, newest.uploaded_by) == (2, None, editor)
    assert kept.current.number == 1
    assert Revision.objects.filter(object_id=page.pk).latest("pk").user == editor


@pytest.mark.parametrize(
    ("name", "content", "status", "says"),
    [
        ("a.pdf", b"%PDF-1.7" + b"\0" * 20 * 1024 * 1024, 413, "at most 20"),
        ("a.csv", b"a,b\n1,2\n", 200, "a file of that type"),
        ("a.pdf", b"<html>", 200, "something else is in it"),
    ],
    ids=["too large", "another type", "not a pdf"],
)
def test_a_refused_replacement_says_why_and_keeps_the_note(
    editor_client, page, address, name, content, status, says
):
    answer = editor_client.post(
        address, {"file": upload(content, name), "correction_note": "A long explanation."}
    )

    assert answer.status_code == status
    assert says in answer.content.decode()
    assert "A long explanation." in answer.content.decode()
    assert page.files.get().document.versions.count() == 1


def test_a_replacement_without_a_note_is_refused_where_readers_had_the_file(
    editor_client, page, address
):
    answer = editor_client.post(address, {"file": upload(pdf("x")), "correction_note": ""})

    assert "Say what was corrected" in answer.content.decode()
    assert page.files.get().document.versions.count() == 1


def test_a_file_of_another_page_cannot_be_replaced_from_here(editor_client, page):
    other = document("another")

    answer = editor_client.get(reverse("publications:replace_file", args=[page.pk, other.pk]))

    assert answer.status_code == 404


def test_nobody_replaces_a_file_without_the_right_to_edit_its_page(client, page, address):
    assert client.get(address).status_code in {302, 404}


def test_an_upload_over_20_megabytes_is_413_and_the_form_comes_back_filled(editor_client):
    answer = editor_client.post(
        reverse("wagtaildocs:add"),
        {
            "title": "A title that took thought",
            "file": upload(b"%PDF-1.7" + b"\0" * 21 * 1024 * 1024, "a.pdf"),
            "language": "en",
            "collection": 1,
        },
    )

    assert answer.status_code == 413
    assert "A title that took thought" in answer.content.decode()
    assert "too big" in answer.content.decode()


def test_a_file_uploaded_on_wagtails_own_screen_is_examined_as_well(editor_client):
    from portal.content.files.models import PortalDocument

    refused = editor_client.post(
        reverse("wagtaildocs:add"),
        {"title": "x", "file": upload(b"<html>", "a.pdf"), "language": "en", "collection": 1},
    )
    taken = editor_client.post(
        reverse("wagtaildocs:add"),
        {"title": "Yes", "file": upload(pdf("x"), "a.pdf"), "language": "en", "collection": 1},
    )

    assert "something else is in it" in refused.content.decode()
    assert taken.status_code == 302
    assert PortalDocument.objects.get().current.number == 1


def test_a_file_that_readers_had_cannot_be_deleted_even_by_a_superuser(editor_client, page):
    kept = page.files.get().document
    never = document("never public")
    name, storage = never.current.name, never.file.storage

    page.unpublish()
    page.delete()
    refused = editor_client.post(reverse("wagtaildocs:delete", args=[kept.pk]))
    editor_client.post(reverse("wagtaildocs:delete", args=[never.pk]))

    assert refused.status_code == 302
    assert type(kept).objects.filter(pk=kept.pk).exists()
    assert not type(kept).objects.filter(pk=never.pk).exists()
    assert storage.exists(name)  # its bytes go when this transaction is committed


def test_the_same_file_twice_is_pointed_out(editor_client, page):
    same = pdf("the same")
    from portal.content.files.versions import add_document

    first = add_document(
        title="First of its kind", content=same, filename="a.pdf", uploaded_by=None
    )
    second = add_document(title="Second", content=same, filename="b.pdf", uploaded_by=None)
    both = publication(title="Both", documents=(second,))

    shown = editor_client.get(reverse("wagtailadmin_pages:edit", args=[both.pk])).content.decode()

    assert "First of its kind" in shown
    assert reverse("wagtaildocs:edit", args=[first.pk]) in shown


def test_an_editor_opens_a_private_file_and_nobody_keeps_a_copy_on_the_way(editor_client):
    answer = editor_client.get(document("draft").url)

    assert answer.status_code == 200
    assert b"".join(answer.streaming_content).startswith(b"%PDF")
    assert answer["Cache-Control"] == "private, no-store"
    assert "ETag" not in answer.headers
