"""A file is private until a live page refers to it; its address lasts, its versions stay."""

import hashlib

import pytest
from django.db import DatabaseError, connection, transaction

from portal.content.files.models import DocumentFile, PortalDocument
from portal.content.files.versions import CannotReplaceFile, replace_file
from tests.factories.publications import document, publication
from tests.factories.uploads import pdf

pytestmark = pytest.mark.django_db


def fetch(client, url, **headers):
    """The answer with its body read, which closes the file."""
    answer = client.get(url, headers=headers)
    answer.body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return answer


def get(client, kept, **headers):
    return fetch(client, PortalDocument.objects.get(pk=kept.pk).url, **headers)


def bytes_of(kept):
    with kept.file.open("rb") as file:
        return file.read()


def test_a_file_of_a_draft_answers_as_if_it_were_not_there(client):
    kept = document()
    publication(documents=(kept,), live=False)

    answer = get(client, kept)
    missing = client.get("/files/00000000-0000-0000-0000-000000000000/a-report.pdf")

    assert answer.status_code == missing.status_code == 404
    assert {*answer.headers} == {*missing.headers}


def test_a_file_is_public_while_a_live_page_refers_to_it(client):
    kept = document("words")
    page = publication(documents=(kept,))
    assert get(client, kept).status_code == 200

    page.unpublish()
    assert get(client, kept).status_code == 404

    page.save_revision().publish()
    assert get(client, kept).status_code == 200


def test_a_file_taken_off_a_page_or_whose_page_is_deleted_is_private_again(client):
    taken_off, deleted, shared = document("1"), document("2"), document("3")
    page = publication(title="One", documents=(taken_off, shared))
    other = publication(title="Another", documents=(deleted, shared))

    page.files = [file for file in page.files.all() if file.document_id != taken_off.pk]
    page.save_revision().publish()
    other.delete()

    assert get(client, taken_off).status_code == 404
    assert get(client, deleted).status_code == 404
    assert get(client, shared).status_code == 200


def test_the_draft_of_a_live_page_does_not_make_its_new_file_public(client):
    page = publication()
    kept = document()
    page.files = [page.files.model(document=kept)]

    page.save_revision()

    assert get(client, kept).status_code == 404


def test_a_link_in_the_text_makes_a_file_public_too(client):
    kept = document()

    publication(body=f'<p><a linktype="document" id="{kept.pk}">the form</a></p>')

    assert get(client, kept).status_code == 200


def test_a_replaced_file_keeps_its_address_and_its_former_bytes(client):
    kept = document("before")
    page = publication(documents=(kept,))
    before = get(client, kept).body
    former_url = kept.versions.get().url
    replace_file(
        document=kept, content=pdf("after"), filename="b.pdf", note="Typo.", uploaded_by=None
    )
    assert get(client, kept).body == before  # until somebody else has approved the page

    page.save_revision().publish()

    assert get(client, kept).body != before
    assert fetch(client, former_url).body == before
    assert fetch(client, former_url)["X-Robots-Tag"] == "noindex"
    page.unpublish()
    assert fetch(client, former_url).status_code == 404


@pytest.mark.parametrize(
    ("filename", "content", "note"),
    [
        ("a.docx", None, "Typo."),
        ("same.pdf", None, "Typo."),
        ("a.pdf", pdf("other"), "  "),
    ],
)
def test_a_file_that_cannot_take_the_address_changes_nothing(filename, content, note):
    kept = document("before")
    publication(documents=(kept,))
    if content is None:
        content = bytes_of(kept)

    with pytest.raises(ValueError), transaction.atomic():
        replace_file(document=kept, content=content, filename=filename, note=note, uploaded_by=None)

    assert kept.versions.count() == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE content_documentfile SET sha256 = 'x'",
        "UPDATE content_documentfile SET released_at = NULL",
        "DELETE FROM content_filereading; DELETE FROM content_documentfile",
    ],
)
def test_the_database_refuses_to_change_a_version_that_readers_had(statement):
    publication(documents=(document(),))

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert DocumentFile.objects.get().released_at


def test_a_version_carries_the_digest_and_size_of_its_bytes():
    version = document("a", "b", "c").versions.get()

    content = bytes_of(version.document)
    assert version.sha256 == hashlib.sha256(content).hexdigest()
    assert version.size == len(content)
    assert version.pages == 3


def test_a_public_file_can_be_read_in_parts(client):
    kept = document("words")
    publication(documents=(kept,))
    whole = get(client, kept).body

    first = get(client, kept, range="bytes=0-9")
    last = get(client, kept, range="bytes=-5")
    rest = get(client, kept, range="bytes=10-")
    beyond = get(client, kept, range=f"bytes={len(whole)}-")

    assert (first.status_code, first.body) == (206, whole[:10])
    assert first["Content-Range"] == f"bytes 0-9/{len(whole)}"
    assert last.body == whole[-5:]
    assert rest.body == whole[10:]
    assert beyond.status_code == 416
    assert get(client, kept, range="bytes=5-2").body == whole


def test_a_private_file_does_not_tell_whether_a_guess_at_it_is_right(client):
    kept = document("secret")
    version = kept.versions.get()

    plain = get(client, kept)
    guessed = get(client, kept, if_none_match=f'"{version.sha256}"', range="bytes=0-1")

    assert plain.status_code == guessed.status_code == 404
    for answer in (plain, guessed):
        assert not {"ETag", "Last-Modified", "Accept-Ranges"} & {*answer.headers}


def test_a_public_file_is_served_so_that_it_can_do_nothing(client):
    kept = document()
    publication(documents=(kept,))

    answer = get(client, kept)

    assert answer["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in answer["Content-Security-Policy"]
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["Content-Type"] == "application/pdf"
    assert "Set-Cookie" not in answer.headers
    assert get(client, kept, if_none_match=answer["ETag"]).status_code == 304


def test_another_name_leads_to_the_lasting_one(client):
    kept = document()
    publication(documents=(kept,))

    answer = client.get(f"/files/{kept.uuid}/another-name.pdf")

    assert (answer.status_code, answer["Location"]) == (301, kept.url)


def test_wagtails_own_way_to_serve_documents_is_not_there(client):
    kept = document()
    publication(documents=(kept,))

    assert client.get(f"/documents/{kept.pk}/{kept.filename}").status_code == 404


def test_a_document_that_was_never_public_takes_a_new_file_at_once():
    kept = document("before")

    replace_file(document=kept, content=pdf("after"), filename="b.pdf", note="", uploaded_by=None)

    kept.refresh_from_db()
    assert kept.current.number == 2
    with pytest.raises(CannotReplaceFile):
        replace_file(document=kept, content=b"a,b", filename="b.csv", note="", uploaded_by=None)
