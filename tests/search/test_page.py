"""The search page as a reader without scripts sees it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from search.services import index_projections
from tests.search.collections import projection

pytestmark = pytest.mark.django_db


@pytest.fixture
def library():
    index_projections(
        [
            projection(
                "sop:HTS-SOP-012",
                "Referral form for a child",
                kind="sop",
                summary="Which form to fill in <within> an hour.",
                facets={"topic": ("referral",), "region": ("volta",)},
                date=dt.date(2024, 5, 1),
            ),
            projection(
                "report-1",
                "Children in fishing communities",
                body="Research on child labour on the lake. " * 20,
                facets={"topic": ("labour",), "region": ("volta", "oti")},
                date=dt.date(2023, 2, 1),
            ),
        ]
    )


def test_a_search_page_sets_no_cookie_and_is_not_for_search_engines(client: Client, library):
    response = client.get("/search/", {"q": "referral form"})

    assert response.status_code == 200
    assert not response.cookies
    assert response["X-Robots-Tag"] == "noindex, follow"
    assert 'content="noindex, follow"' in response.content.decode()


def test_a_hit_shows_its_words_marked_and_everything_else_escaped(client: Client, library):
    page = client.get("/search/", {"q": "form within"}).content.decode()

    assert "Referral <mark>form</mark> for a child" in page
    assert "&lt;within&gt;" in page
    assert "<within>" not in page


def test_a_misspelt_word_is_corrected_and_the_page_says_so(client: Client, library):
    page = client.get("/search/", {"q": "referal form child"}).content.decode()

    assert "Showing results for <strong>referral form child</strong>" in page
    assert "sop:HTS-SOP-012" in page


def test_every_chosen_filter_has_a_link_that_takes_it_off(client: Client, library):
    page = client.get("/search/", {"q": "child", "region": ["volta", "oti"]}).content.decode()

    assert 'href="/search/?q=child&amp;region=oti"' in page
    assert 'href="/search/?q=child&amp;region=volta"' in page
    assert "Clear all" in page


def test_finding_nothing_offers_what_one_filter_less_would_find(client: Client, library):
    page = client.get("/search/", {"q": "referral", "region": "oti"}).content.decode()

    assert "Nothing was found" in page
    assert "1 result without" in page
    assert "0800 800 800" in page


@pytest.mark.parametrize(
    "typed",
    ["", '"' * 3000, "a" * 50_000, "\x00\x01\x1f", "-", '-"', "日本語の本 テスト", "ɔdɔ", "type:",
     "'; DROP TABLE x; --", "\ud800", "word " * 10_000, "%00", "²", "😀" * 500],
)  # fmt: skip
def test_anything_can_be_typed(client: Client, library, typed):
    response = client.get("/search/", {"q": typed.encode("utf-8", "replace").decode()})

    assert response.status_code == 200


@pytest.mark.parametrize(
    "query",
    ["page=0", "page=-3", "page=²", "page=999999999999", "size=x", "order=odd", "from=2024-13-45",
     "region=%00", "year=" + "9" * 5000, "until=", "kind=nothing", "page=4000"],
)  # fmt: skip
def test_no_parameter_is_an_error(client: Client, library, query):
    assert client.get(f"/search/?q=child&{query}").status_code == 200


def test_suggestions_come_from_titles(client: Client, library):
    answer = client.get("/search/suggest", {"q": "refer"}).json()

    assert answer[1] == ["Referral form for a child"]


def test_where_nothing_was_found_only_what_narrowed_it_can_be_changed(client):
    plain = client.get("/search/?q=qqzzqq").content.decode()
    narrowed = client.get("/search/?q=qqzzqq&kind=sop").content.decode()

    assert 'id="filters"' not in plain
    assert "harbour-columns" not in plain  # or the text would stand in the filters' narrow column
    assert 'id="filters"' in narrowed
