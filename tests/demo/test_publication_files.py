"""Invented publications are whole, and their PDF files are what their pages say they are."""

import csv
import io

import pytest
from pypdf import PdfReader

from portal.demo import compose, content_files, pdf, publications
from portal.publications.enums import PublicationType

ENTRIES = {entry["key"]: entry for entry in content_files.publications()}
WORDS = content_files.vocabulary()
TOPICS = {topic["code"] for topic in WORDS["topics"]}
PUBLIC_BODIES = {body["code"] for body in WORDS["organisations"] if body["kind"] == "government"}
TABLES = sorted((content_files.CONTENT / "tables").glob("*.csv"))
SHORT, LONG = "follow-up-visit-sheet", "hts-annual-report-2025"


def reader(content):
    return PdfReader(io.BytesIO(content))


def test_there_are_as_many_publications_of_every_type_as_promised():
    types = {entry["type"] for entry in ENTRIES.values()}

    assert len(ENTRIES) >= 40
    assert types >= {"report", "brief", "law", "form", "dataset", "guidance", "training"}
    assert types <= set(PublicationType.values)
    assert {entry["length"] for entry in ENTRIES.values()} >= {1, 30}


@pytest.mark.parametrize("key", ENTRIES)
def test_a_publication_is_whole(key):
    entry = ENTRIES[key]

    assert set(entry["topics"]) <= TOPICS
    assert set(entry["organisations"]) <= PUBLIC_BODIES  # no charity is quoted with our inventions
    assert 40 <= len(entry["summary"]) <= 300
    assert 2018 <= entry["published_on"].year <= 2026
    assert entry.get("earlier_edition", key) in ENTRIES


@pytest.mark.parametrize("key", ENTRIES)
def test_a_publication_has_as_many_pages_as_it_says(key):
    assert len(compose.sheets_of_publication(ENTRIES[key])) == ENTRIES[key]["length"] <= 30


@pytest.mark.parametrize("key", ENTRIES)
def test_every_table_says_whether_it_is_invented(key):
    tables = [sheet.table for sheet in compose.sheets_of_publication(ENTRIES[key]) if sheet.table]

    assert all(t.caption.endswith((compose.INVENTED, compose.PUBLISHED)) for t in tables)


@pytest.mark.parametrize("key", [SHORT, LONG])
def test_the_same_content_gives_the_same_bytes(key):
    assert publications.pdf_of(ENTRIES[key]) == publications.pdf_of(ENTRIES[key])


def test_a_pdf_carries_title_language_and_a_text_layer():
    read = reader(publications.pdf_of(ENTRIES[LONG]))

    assert read.metadata.title == ENTRIES[LONG]["title"]
    assert read.trailer["/Root"]["/Lang"] == "en-GB"
    assert len(read.pages) == 30
    assert all(pdf.FOOTER in page.extract_text() for page in read.pages)


def test_a_sheet_that_is_too_long_stays_on_its_page():
    sheet = compose.Sheet("Long", ("A sentence that is said again and again. " * 30,) * 9)

    assert len(reader(pdf.write(title="Long", publisher="", sheets=[sheet])).pages) == 1


def test_page_12_of_the_annexes_is_the_referral_form_of_a_child():
    annexes = content_files.attachments()["referral-of-a-child-annexes"]
    sheets = compose.sheets_of_attachment(annexes)
    read = reader(pdf.write(title=annexes["title"], publisher="", sheets=sheets, shape="form"))

    assert "Referral form: child" in read.pages[11].extract_text()


def test_no_two_pages_of_a_long_report_are_alike():
    sheets = compose.sheets_of_publication(ENTRIES[LONG])

    assert len({sheet.heading for sheet in sheets}) == len(sheets)
    assert len({sheet.paragraphs for sheet in sheets}) == len(sheets)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_every_line_of_a_table_says_what_it_is(path):
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))

    assert rows
    assert {row["status"] for row in rows} <= {"invented", "published", "to be checked locally"}


def test_the_prosecutions_of_2024_add_up_to_what_the_report_says():
    table = content_files.table_file("trafficking-prosecutions-2024").decode()
    rows = list(csv.DictReader(io.StringIO(table)))

    def total(column):
        return sum(int(row[column]) for row in rows)

    assert [total(c) for c in ("investigations", "accused_charged", "act_694")] == [102, 118, 64]
    assert [total(c) for c in ("with_verdict", "convicted", "prison")] == [52, 33, 25]
