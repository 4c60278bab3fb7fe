"""What a reader gets besides the hits: synonyms, recommendations, spelling, passages."""

from __future__ import annotations

import pytest

from portal.content.providers import Passage
from search import highlight, spelling, text
from search.contract import SearchRequest
from search.models import RecommendedResult, SynonymSet
from search.services import index_projections, search
from tests.search.collections import projection

pytestmark = pytest.mark.django_db


def test_an_editors_synonym_is_found_and_named():
    index_projections([projection("nrm", "The national referral mechanism")])
    SynonymSet.objects.create(words="NRM\nnational referral mechanism")

    answer = search(SearchRequest(text="NRM"))

    assert [hit.key for hit in answer.hits] == ["nrm"]
    assert answer.synonyms == ("national referral mechanism",)


def test_a_recommended_result_comes_first_labelled_and_once():
    index_projections([projection("a", "Child labour"), projection("b", "Labour of a child again")])
    RecommendedResult.objects.create(searches="child labour\n", key="b")

    hits = search(SearchRequest(text="Labours of CHILDREN? child")).hits

    assert [hit.key for hit in hits].count("b") == 1
    assert hits[0].key == "b"
    assert hits[0].recommended


def test_american_spelling_finds_british():
    index_projections([projection("a", "Child labour organisations")])

    assert search(SearchRequest(text="labor organization")).total == 1


def test_a_hit_shows_at_most_three_passages_with_their_pages():
    pages = tuple(
        Passage(n, "", f"Page about {'kayayei' if n % 2 else 'nothing'}", f"/f.pdf#page={n}")
        for n in range(1, 10)
    )
    index_projections([projection("pdf", "A report", passages=pages)])

    hit = search(SearchRequest(text="kayayei")).hits[0]

    assert [passage.page for passage in hit.passages] == [1, 3, 5]
    assert hit.passages[0].url == "/f.pdf#page=1"
    assert "<mark>kayayei</mark>" in hit.passages[0].html


def test_acronyms_and_identifiers_are_never_corrected():
    index_projections([projection("a", "Domestic violence unit DOVVSU and the docket")])

    assert spelling.corrections(["DOVSU", "HTS-12", "docke"]) == {"docke": ["docket"]}


@pytest.mark.parametrize("typed", ["trafficing", "traficking", "traffikcing", "rtafficking"])
def test_a_slip_of_one_letter_is_corrected(typed):
    index_projections([projection("a", "Trafficking in persons")])

    answer = search(SearchRequest(text=typed))

    assert answer.searched_for == "trafficking"
    assert answer.total == 1


def test_a_reader_can_insist_on_what_was_typed():
    index_projections([projection("a", "Trafficking in persons")])

    answer = search(SearchRequest(text="trafficing", correct=False))

    assert (answer.total, answer.suggestion, answer.searched_for) == (0, "trafficking", "")


def test_the_json_has_the_promised_fields():
    index_projections([projection("a", "Child labour", facets={"region": ("volta",)})])

    answer = search(SearchRequest(text="child")).to_json()

    promised = {"query", "total", "engine", "took_ms", "suggestion", "hits", "facets"}
    assert promised <= answer.keys()
    hit_fields = {"key", "kind", "title", "url", "snippet", "score", "passages"}
    assert hit_fields <= answer["hits"][0].keys()
    kind = answer["facets"]["kind"][0]
    assert kind == {
        "value": "publication", "label": "Publication", "count": 1, "selected": False
    }  # fmt: skip


def test_highlights_escape_what_they_show():
    shown = highlight.excerpt('<b>child</b> & "labour"', {text.term_of("child")})

    assert shown.html == "&lt;b&gt;<mark>child</mark>&lt;/b&gt; &amp; &quot;labour&quot;"


def test_an_excerpt_is_never_longer_than_promised():
    long = "word " * 2_000 + "needle " + "word " * 2_000

    shown = highlight.excerpt(long[8_000:], {"needl"})

    assert len(shown.plain) <= highlight.SNIPPET
    assert "needle" in shown.plain


def test_an_entry_of_a_megabyte_is_indexed_and_found():
    index_projections([projection("big", "Big", body="lorem ipsum " * 90_000 + "needle")])

    assert search(SearchRequest(text="needle")).total == 1


def test_any_text_can_be_indexed():
    index_projections([projection("odd", "\x00 odd \ud800 title", body="\x00" * 50 + "boats")])

    assert [hit.key for hit in search(SearchRequest(text="boats")).hits] == ["odd"]
