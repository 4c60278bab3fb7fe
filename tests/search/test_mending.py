"""An editor sees a poor search, tries a cure without saving it, and keeps it right."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse

from search import poor_searches
from search.contract import SearchRequest
from search.models import ExpectedResult, PoorSearch, RecommendedResult, SynonymSet
from search.services import index_projections, search
from tests.factories.accounts import sign_in_fully
from tests.factories.editors import member
from tests.search.collections import projection

pytestmark = pytest.mark.django_db
MEND = "/cms/searches/mend/"


@pytest.fixture(autouse=True)
def library():
    poor_searches.forget()
    index_projections(
        [
            projection("girls", "Girls who carry the market", url="/publications/girls/"),
            projection("boats", "Boats and nets", url="/publications/boats/"),
            projection("porters", "Kayaye in Accra", url="/publications/porters/"),
        ]
    )


@pytest.fixture
def keeper(client):
    """Signed in as somebody who keeps the words of search."""
    client.user = member("Site editors")
    return sign_in_fully(client, client.user)


def keys(typed):
    return [hit.key for hit in search(SearchRequest(text=typed)).hits]


def test_the_report_shows_what_was_found_then_and_now_and_leads_to_mending(keeper):
    today = dt.datetime.now(dt.UTC).date()
    PoorSearch.objects.create(
        day=today, words=["market", "nets"], unknown_words=1, found_some=True, readers=7
    )

    page = keeper.get("/cms/searches/").content.decode()

    assert "market nets and 1 word that no page has" in page
    assert f'href="{MEND}?search=market%20nets"' in page
    assert "only some of the words" in page


def test_a_preview_shows_before_and_after_and_saves_nothing(keeper):
    given = {"search": "carrying girl", "means": "kayaye"}

    page = keeper.post(MEND, given).content.decode()

    assert "before and after" in page
    assert "Kayaye in Accra</a> <strong>new</strong>" in page
    assert not SynonymSet.objects.exists()
    assert keys("carrying girl") == ["girls"]


def test_saving_puts_the_synonym_to_work_at_once_and_keeps_its_history(keeper):
    given = {"search": "carrying girl", "means": "kayaye", "save": "1"}

    answer = keeper.post(MEND, given)

    assert answer.status_code == 302
    assert "porters" in keys("carrying girl")
    assert SynonymSet.objects.get().revisions.get().user == keeper.user


@pytest.mark.parametrize(
    "named", ["boats", "/publications/boats/", "https://example.org/publications/boats/",
              "boats and NETS"],
)  # fmt: skip
def test_a_page_is_recommended_by_key_address_or_title(keeper, named):
    given = {"search": "market nets", "recommend": named, "save": "1", "keep_right": "on"}

    keeper.post(MEND, given)

    assert keys("nets market")[0] == "boats"
    assert RecommendedResult.objects.get().key == "boats"
    assert ExpectedResult.objects.get().key == "boats"


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"search": "x"}, "Say what else it means"),
        ({"search": "", "means": "y"}, "This field is required"),
        ({"search": "market", "recommend": "/no/such/page/"}, "Copy its address"),
        ({"search": "market", "means": "one two three four five six"}, "one to four words"),
    ],
)
def test_a_refusal_says_why_keeps_the_form_and_saves_nothing(keeper, given, says):
    answer = keeper.post(MEND, {**given, "save": "1"})

    assert answer.status_code == 400
    assert says in answer.content.decode()
    assert given["search"] in answer.content.decode()
    assert not SynonymSet.objects.exists()
    assert not RecommendedResult.objects.exists()


def test_a_search_that_would_get_worse_is_named_before_it_happens(keeper):
    ExpectedResult.objects.create(search="kayaye accra", key="porters", within=1)
    given = {"search": "kayaye accra", "recommend": "boats"}

    page = keeper.post(MEND, given).content.decode()

    assert "1 of them would no longer be right" in page


def test_the_report_says_which_searches_are_no_longer_right(keeper):
    ExpectedResult.objects.create(search="market", key="boats", within=3)
    ExpectedResult.objects.create(search="nets", key="boats", within=3)

    page = keeper.get("/cms/searches/").content.decode()

    assert "not among the first ten" in page
    assert "place 1" in page


def test_the_form_of_a_kept_synonym_shows_the_search_without_it_and_with_it(keeper):
    kept = SynonymSet.objects.create(words="carrying girl\nkayaye", is_active=False)
    address = reverse("wagtailsnippets_search_synonymset:edit", args=[kept.pk])

    page = keeper.get(address).content.decode()

    assert "Kayaye in Accra</a> <strong>new</strong>" in page
    assert keys("carrying girl") == ["girls"]


@pytest.mark.parametrize("address", ["/cms/searches/", MEND])
def test_who_does_not_keep_the_words_of_search_is_turned_away(client, address):
    sign_in_fully(client, member("SOP editors"))

    answer = client.post(address, {"search": "market", "means": "kayaye", "save": "1"})

    assert answer.status_code in {302, 403, 405}
    assert not SynonymSet.objects.exists()


def test_a_word_that_editors_explained_is_not_taken_for_a_slip():
    SynonymSet.objects.create(words="markets\nmarkat girls")

    assert search(SearchRequest(text="markat girls")).searched_for == ""
    assert search(SearchRequest(text="markot girls")).searched_for == "market girls"
