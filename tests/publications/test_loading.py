"""The bulk import: published and whole when it returns, whatever stood in the file."""

import datetime as dt
import io
import json

import pytest
from django.core.management import call_command
from django.db import transaction
from wagtail.models import Page
from wagtail.search.index import insert_or_update_object
from wagtail.search.models import IndexEntry

from portal.content.models import Topic
from portal.publications.loading.lines import BadLine, LineReader
from portal.publications.loading.load import Report, load, problems_of
from portal.publications.models import PublicationPage
from portal.publications.providers import PublicationProvider
from tests.factories.publications import publication, publication_index
from tests.factories.uploads import pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def load_lines(tmp_path):
    """Loads lines (objects, or raw bytes); the report and the projections that came."""
    publication_index()

    def run(*lines):
        path = tmp_path / "import.jsonl"
        raw = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
        path.write_bytes(b"\n".join(raw))
        report = Report()
        projections = list(load(path, report=report))
        return report, projections

    return run


def provided():
    provider = PublicationProvider()
    return {page.key: provider.project(page) for page in provider.public_queryset()}


def test_a_line_is_published_when_the_import_returns(load_lines, client):
    Topic.objects.create(code="fishing", label="Fishing")

    report, _ = load_lines(
        {
            "key": "R-1",
            "title": "Children on the lake",
            "summary": "What we saw.",
            "body": "First <b>part</b>.\n\nSecond & last.",
            "kind": "brief",
            "date": "2024-05-06",
            "language": "en",
            "topics": ["fishing"],
            "region": "Volta Region",
        }
    )

    page = PublicationPage.objects.get(key="R-1")
    assert (report.created, report.updated, report.problems) == (1, 0, [])
    assert (page.type, page.published_on) == ("brief", dt.date(2024, 5, 6))
    assert [region.code for region in page.regions.all()] == ["volta"]
    shown = client.get("/publications/children-on-the-lake/").content.decode()
    assert "First &lt;b&gt;part&lt;/b&gt;." in shown
    assert "<p" in shown


def test_what_the_import_tells_search_is_what_the_page_would_tell(load_lines):
    Topic.objects.create(code="b", label="B")
    Topic.objects.create(code="a", label="A")
    lines = [
        {
            "key": "1",
            "title": "One",
            "body": "a\n\n  b <i>&amp;</i>\tc \u00a0d",
            "topics": ["b", "a"],
        },
        {"key": "2", "title": "Two  spaced", "date": "2021", "region": ["volta", "central"]},
        {"key": "3", "title": "x" * 300, "summary": "s" * 400},
    ]

    _, projections = load_lines(*lines)

    assert {p.key: p for p in projections} == provided()


def test_a_key_seen_before_is_updated_and_not_doubled(load_lines):
    load_lines({"key": "1", "title": "Before", "region": "volta"})
    address = PublicationPage.objects.get(key="1").url

    report, projections = load_lines({"key": "1", "title": "After", "body": "new"})

    page = PublicationPage.objects.get(key="1")
    assert (report.created, report.updated) == (0, 1)
    assert (page.title, page.draft_title, page.url) == ("After", "After", address)
    assert not page.regions.exists()
    assert {p.key: p for p in projections} == provided()


def test_the_last_line_of_a_key_wins(load_lines):
    report, _ = load_lines({"key": "1", "title": "First"}, {"key": "1", "title": "Last"})

    assert PublicationPage.objects.get().title == "Last"
    assert report.loaded == 1


BAD_LINES = [
    b"not json",
    b"[]",
    b'"text"',
    b"\xff\xfe",
    b'{"key": "1"}',
    b'{"title": "No key"}',
    b'{"key": "", "title": "Empty key"}',
    b'{"key": "1", "title": "  "}',
    b'{"key": "1", "title": 5}',
    b'{"key": "1", "title": "x", "date": "yesterday"}',
    b'{"key": "1", "title": "x", "date": "2024-02-31"}',
    b'{"key": "1", "title": "x", "body": ["a"]}',
    b'{"key": "1", "title": "x", "topics": [5]}',
    b'{"key": "sop:1", "title": "x"}',
    b'{"key": "a\\u0000b", "title": "x"}',
    b'{"key": "' + b"k" * 300 + b'", "title": "x"}',
    b'{"key": "1", "title": "x", "file": "../../etc/passwd"}',
    b'{"key": "1", "title": "x", "file": "missing.pdf"}',
    b"[" * 100_000,
]


@pytest.mark.parametrize("bad", BAD_LINES, ids=lambda line: line[:40].decode("latin1"))
def test_a_bad_line_is_reported_by_its_number_and_skipped(load_lines, bad):
    report, _ = load_lines({"key": "good", "title": "Good"}, bad, {"key": "too", "title": "Too"})

    assert [(p.number, p.is_fatal) for p in report.problems] == [(2, True)]
    assert {*PublicationPage.objects.values_list("key", flat=True)} == {"good", "too"}


def test_what_the_vocabulary_does_not_know_is_told_and_the_rest_is_loaded(load_lines):
    report, _ = load_lines(
        {"key": "1", "title": "x", "region": "Atlantis", "topics": ["?"], "kind": "poem"}
    )

    assert PublicationPage.objects.get().type == "other"
    assert not any(p.is_fatal for p in report.problems)
    assert len(report.problems) == 3


def test_a_body_may_be_empty_or_a_megabyte_long(load_lines, client):
    load_lines(
        {"key": "0", "title": "Empty"}, {"key": "1", "title": "Long", "body": "word " * 210_000}
    )

    assert len(PublicationPage.objects.get(key="1").body) > 1_000_000
    assert client.get("/publications/long/").status_code == 200
    assert client.get("/publications/empty/").status_code == 200


def test_titles_alike_get_addresses_of_their_own(load_lines):
    load_lines(*({"key": f"/k/{n}", "title": "The same"} for n in range(5)))
    load_lines({"key": "later", "title": "The same"}, {"key": "signs", "title": "???"})

    slugs = list(PublicationPage.objects.values_list("slug", flat=True))
    assert len(set(slugs)) == 7
    assert all(slugs)


def test_the_page_tree_is_healthy_afterwards(load_lines):
    publication(title="Made by an editor")
    load_lines(*({"key": str(n), "title": f"Report {n}"} for n in range(100)))
    publication(title="Made by an editor afterwards")
    load_lines(*({"key": f"b{n}", "title": f"Report {n}"} for n in range(10)))

    assert Page.find_problems() == ([], [], [], [], [])
    out = io.StringIO()
    call_command("fixtree", interactive=False, stdout=out)
    assert "No problems found" in out.getvalue()
    assert publication_index().get_children().count() == publication_index().numchild == 112


def test_an_editor_can_change_a_loaded_page_afterwards(load_lines):
    load_lines({"key": "1", "title": "Loaded"})
    page = PublicationPage.objects.get(key="1")

    page.title = "Edited"
    page.save_revision().publish()

    assert PublicationPage.objects.get(key="1").title == "Edited"
    load_lines({"key": "1", "title": "Loaded again"})
    again = PublicationPage.objects.get(key="1")
    assert again.get_latest_revision_as_object().title == "Loaded again"


def test_editors_find_loaded_pages_by_title(load_lines):
    load_lines({"key": "1", "title": "Cocoa farms"}, {"key": "2", "title": "Fishing"})

    assert [p.title for p in PublicationPage.objects.all().search("cocoa")] == ["Cocoa farms"]


def test_the_rows_for_the_editors_search_are_those_that_wagtail_writes(load_lines):
    load_lines({"key": "1", "title": "Cocoa farms", "summary": "What we saw there."})
    columns = ("title", "autocomplete", "body", "title_text", "body_text")
    ours = IndexEntry.objects.values(*columns).get(title_text="Cocoa farms")

    insert_or_update_object(PublicationPage.objects.get())

    assert IndexEntry.objects.values(*columns).get(title_text="Cocoa farms") == ours


def test_a_file_beside_the_import_is_kept_read_and_public(load_lines, tmp_path, client):
    (tmp_path / "a.pdf").write_bytes(pdf("Fishing on the lake", "Cocoa"))

    _, projections = load_lines({"key": "1", "title": "With a file", "file": "a.pdf"})

    document = PublicationPage.objects.get().files.get().document
    assert document.is_public
    assert [p.text for p in projections[0].passages] == ["Fishing on the lake", "Cocoa"]
    load_lines({"key": "1", "title": "With a file", "file": "a.pdf"})
    assert document.versions.count() == 1
    (tmp_path / "a.pdf").write_bytes(pdf("Other words"))
    _, third = load_lines({"key": "1", "title": "With a file", "file": "a.pdf"})
    assert document.versions.count() == 2
    assert [p.text for p in third[0].passages] == ["Other words"]
    assert PublicationPage.objects.get().files.count() == 1


def test_strict_finds_every_problem_and_writes_nothing(tmp_path):
    publication_index()
    path = tmp_path / "import.jsonl"
    path.write_text('{"key": "1", "title": "Good"}\nbad\n{"key": "2", "title": "x", "kind": "y"}\n')

    problems = list(problems_of(path))

    assert [problem.number for problem in problems] == [2, 3]
    assert not PublicationPage.objects.exists()


def test_an_endless_line_is_reported_and_not_held_in_memory(load_lines):
    endless = b'{"key": "1", "title": "' + b"x" * (17 * 1024 * 1024) + b'"}'

    report, _ = load_lines(endless, {"key": "2", "title": "Good"})

    assert [p.number for p in report.problems] == [1]
    assert PublicationPage.objects.get().key == "2"


def test_a_reader_of_lines_knows_districts_and_other_names(tmp_path):
    reader = LineReader(tmp_path)

    line = reader.read(1, b'{"key": 7, "title": "x", "region": ["Volta", "volta region"]}')

    assert line.key == "7"
    assert [region.code for region in line.regions] == ["volta"]
    with pytest.raises(BadLine):
        reader.read(2, b"{}")


def test_a_failed_batch_leaves_nothing_half_done(load_lines, monkeypatch):
    from portal.publications.loading import load as module

    def fail(ids):
        raise RuntimeError

    monkeypatch.setattr(module.editors_index, "write", fail)

    with pytest.raises(RuntimeError), transaction.atomic():
        load_lines({"key": "1", "title": "x"})

    assert not PublicationPage.objects.exists()
    assert publication_index().numchild == 0
