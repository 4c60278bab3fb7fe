"""`manage.py load_publications`: found by a reader's search when the command returns."""

import io
import json

import pytest
from django.core.management import CommandError, call_command

from portal.publications.models import PublicationPage
from search.contract import SearchRequest
from search.services import search
from tests.factories.publications import publication_index
from tests.factories.uploads import pdf

pytestmark = pytest.mark.django_db


@pytest.fixture
def load(tmp_path):
    publication_index()

    def run(*lines, **options):
        path = tmp_path / "import.jsonl"
        path.write_text("\n".join(x if isinstance(x, str) else json.dumps(x) for x in lines))
        out, err = io.StringIO(), io.StringIO()
        call_command("load_publications", str(path), stdout=out, stderr=err, **options)
        return out.getvalue(), err.getvalue()

    return run


def found(text, **filters):
    return [hit.key for hit in search(SearchRequest(text=text, filters=filters)).hits]


def test_what_is_loaded_is_found_at_once_by_its_words_region_and_year(load):
    out, _ = load(
        {"key": "/a/b", "title": "Canoes", "body": "Nets and hooks.", "region": "volta"},
        {"key": "2", "title": "Cocoa", "date": "2023-01-01", "body": "Pods and hooks."},
    )

    assert "2 publications loaded (2 new, 0 updated)" in out
    assert set(found("hooks")) == {"/a/b", "2"}
    assert found("hooks", region=("volta",)) == ["/a/b"]
    assert found("hooks", year=("2023",)) == ["2"]


def test_what_is_loaded_again_is_found_by_its_new_words_only(load):
    load({"key": "1", "title": "Canoes"})

    out, _ = load({"key": "1", "title": "Cocoa"})

    assert "0 new, 1 updated" in out
    assert (found("canoes"), found("cocoa")) == ([], ["1"])


def test_the_words_of_a_loaded_file_are_found_with_their_page(load, tmp_path):
    (tmp_path / "a.pdf").write_bytes(pdf("Nothing here", "The rescued fishermen"))
    load({"key": "1", "title": "Canoes", "file": "a.pdf"})

    (hit,) = search(SearchRequest(text="fishermen")).hits

    assert hit.passages[0].page == 2
    assert hit.passages[0].url.endswith("#page=2")


def test_bad_lines_are_told_by_number_and_strict_refuses_all(load):
    _, err = load({"key": "1", "title": "Good"}, "bad", {"key": "3"})
    assert "line 2: It is not JSON." in err
    assert "line 3: It has no title." in err

    with pytest.raises(CommandError, match="Nothing was loaded"):
        load({"key": "new", "title": "Good"}, "bad", strict=True)

    assert list(PublicationPage.objects.values_list("key", flat=True)) == ["1"]


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(CommandError, match="There is no file"):
        call_command("load_publications", str(tmp_path / "missing.jsonl"))
