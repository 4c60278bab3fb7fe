"""What is read from a file, kept by page, and told to search."""

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from portal.content.files.models import FilePage, FileReading
from portal.content.files.reading import read_version
from portal.content.files.tasks import read_file
from portal.content.files.versions import add_document
from portal.content.providers import provider_for
from portal.content.signals import page_changed
from tests.factories.publications import document, publication
from tests.factories.uploads import changed_pdf, office, pdf

pytestmark = pytest.mark.django_db


def kept(content, filename):
    return add_document(title="A file", content=content, filename=filename, uploaded_by=None)


def texts(version):
    return [page.text for page in FilePage.objects.filter(file=version).order_by("number")]


def test_each_page_of_a_pdf_is_kept_on_its_own():
    version = document("Fishing on the lake", "Cocoa farms").versions.get()

    reading = read_version(version)

    assert texts(version) == ["Fishing on the lake", "Cocoa farms"]
    assert reading.status == FileReading.Status.READ


def test_an_upload_asks_for_its_reading_in_its_own_transaction():
    version = document("text").versions.get()

    job = ProcrastinateJob.objects.get(task_name="files.read")

    assert job.args == {"version_id": version.pk}
    assert connection.in_atomic_block
    read_file(version_id=version.pk)
    assert texts(version) == ["text"]
    read_file(version_id=version.pk)  # a second worker may come to it again
    assert texts(version) == ["text"]


def test_search_is_told_when_the_words_of_a_public_file_are_known():
    file = document("Fishing on the lake")
    page = publication(documents=(file,))
    told = []

    def listen(sender, page, **kwargs):
        told.append(page.pk)

    page_changed.connect(listen)
    read_version(file.versions.get())
    page_changed.disconnect(listen)

    assert told == [page.pk]
    provider = provider_for(page)
    (passage,) = provider.project(provider.public_queryset().get(pk=page.pk)).passages
    assert (passage.page, passage.text) == (1, "Fishing on the lake")
    assert passage.url == f"{file.url}#page=1"


def test_the_words_of_a_draft_stay_out_of_search():
    file = document("Secret words")
    page = publication(documents=(file,), live=False)
    told = []

    def listen(sender, page, **kwargs):
        told.append(page.pk)

    page_changed.connect(listen)
    read_version(file.versions.get())
    page_changed.disconnect(listen)

    assert told == []
    assert page.pk not in {p.pk for p in provider_for(page).public_queryset()}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (changed_pdf(lambda w: w.encrypt("secret", algorithm="AES-256")), "encrypted"),
        (b"%PDF-1.7\nnothing", "damaged"),
    ],
)
def test_an_unreadable_pdf_is_flagged_and_its_page_works(client, content, problem):
    file = kept(content, "a.pdf")
    page = publication(documents=(file,), title="Found by its title")

    reading = read_version(file.versions.get())

    assert reading.status == FileReading.Status.FAILED
    assert problem in reading.problem
    assert client.get(page.url).status_code == 200


def test_a_scan_without_text_warns_the_editor():
    version = document("").versions.get()

    reading = read_version(version)

    assert reading.status == FileReading.Status.NO_TEXT
    assert "no text in it" in reading.warnings[0]


def test_word_and_excel_files_are_read_too():
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {space}><w:p><w:r><w:t>First</w:t></w:r></w:p><w:p/></w:document>"
    word = kept(office(word__document_dot_xml=body), "a.docx").versions.get()
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    shared = f"<sst {space}><si><t>Volta</t></si><si><t>Central</t></si></sst>"
    excel = kept(office("xlsx", xl__sharedStrings_dot_xml=shared), "a.xlsx").versions.get()

    read_version(word)
    read_version(excel)

    assert texts(word) == ["First"]
    assert texts(excel) == ["Volta\nCentral"]


def test_a_table_is_shown_on_its_page_with_a_caption_and_fifty_rows(client):
    rows = "".join(f"District {n},{n}\n" for n in range(80))
    file = kept(("District,Children\n" + rows).encode(), "children.csv")
    read_version(file.versions.get())
    page = publication(documents=(file,), type="dataset")

    shown = client.get(page.url).content.decode()

    assert "<caption" in shown
    assert "the first 50 of 80 rows" in shown
    assert "District 49" in shown
    assert "District 50" not in shown


def test_a_long_pdf_is_read_in_reasonable_time():
    version = kept(pdf(*(f"page {n}" for n in range(300))), "a.pdf").versions.get()

    read_version(version)

    assert FilePage.objects.filter(file=version).count() == 300
