"""What a search promises, whichever engine answers it."""

from __future__ import annotations

import datetime as dt

import pytest

from search.contract import Order, SearchRequest
from search.engines import choice
from search.engines.base import Lookup
from search.question import parse
from search.services import index, search
from tests.search.collections import projection

pytestmark = pytest.mark.django_db


@pytest.fixture
def find(engine_name):
    """Search with the engine under test and nobody else."""

    def ask(text="", **wanted):
        return search(SearchRequest(text=text, **wanted), engine=engine_name)

    return ask


def keys(response):
    return [hit.key for hit in response.hits]


def test_every_word_comes_before_some_words_however_often_those_stand_there(find, publish):
    publish(
        projection("some", "Referral referral referral", body="referral " * 50),
        projection("every", "A long text", body="filler " * 300 + "referral of a child"),
    )

    assert keys(find("referral child")) == ["every", "some"]


def test_only_entries_with_every_word_are_found_where_that_is_asked(find, publish):
    publish(projection("some", "Referral"), projection("every", "Referral of a child"))

    assert keys(find("referral child", all_words=True)) == ["every"]


def test_a_word_is_found_in_any_of_its_forms_and_without_its_accents(find, publish):
    publish(projection("one", "Trafficking of children in Ɔdɔ"))

    assert keys(find("trafficked child odo")) == ["one"]


def test_a_word_of_the_title_weighs_more_than_one_of_the_body(find, publish):
    publish(
        projection("body", "Annual report", body="shelter standards"),
        projection("title", "Shelter standards", body="annual report"),
    )

    assert keys(find("shelter")) == ["title", "body"]


def test_equal_scores_show_the_older_entry_first(find, publish):
    publish(*(projection(f"same-{number}", "Lake patrol") for number in range(5)))

    assert keys(find("lake patrol")) == [f"same-{number}" for number in range(5)]


def test_a_superseded_edition_comes_after_the_one_in_force(find, publish):
    publish(
        projection("old", "Rescue procedure rescue", in_force=False),
        projection("new", "The procedure", body="how a rescue is made"),
    )

    assert keys(find("rescue")) == ["new", "old"]


def test_quotes_find_the_words_as_written_and_in_their_order(find, publish):
    publish(
        projection("exact", "Forms", body="the best interests of the child come first"),
        projection("other order", "Forms", body="a child of interests best served"),
        projection("other form", "Forms", body="the best interest of the children"),
    )

    assert keys(find('"best interests of the child"')) == ["exact"]


def test_a_phrase_does_not_reach_from_one_field_into_the_next(find, publish):
    publish(projection("apart", "Safe return", summary="home visits follow"))

    assert keys(find('"return home"')) == []


def test_a_minus_leaves_out_a_word_in_any_form_or_a_phrase(find, publish):
    publish(
        projection("kept", "Shelter rules"),
        projection("fishing", "Shelter rules", body="fishing communities"),
        projection("phrase", "Shelter rules", body="on the lake at night"),
    )

    assert keys(find('shelter -fished -"lake at night"')) == ["kept"]


def test_values_of_a_facet_widen_and_facets_narrow(find, publish):
    publish(*facetted())

    found = find("report", filters={"region": ("volta", "oti"), "topic": ("labour",)})

    assert keys(found) == ["a", "c"]


def test_a_facet_is_counted_without_its_own_filter_and_under_the_others(find, publish):
    publish(*facetted())

    found = find("report", filters={"region": ("volta",), "topic": ("labour",)})

    counts = {name: {v.value: v.count for v in found.facets[name]} for name in ("region", "topic")}
    assert counts == {
        "region": {"volta": 1, "oti": 1},
        "topic": {"labour": 1, "return": 1},
    }
    assert found.total == 1
    assert {v.value for v in found.facets["region"] if v.selected} == {"volta"}


def test_the_same_facets_are_counted_where_only_one_is_filtered(find, publish):
    publish(*facetted())

    found = find("report", filters={"region": ("volta",)})

    counts = {name: {v.value: v.count for v in found.facets[name]} for name in ("region", "kind")}
    assert counts == {"region": {"volta": 2, "oti": 1}, "kind": {"publication": 2}}


def facetted():
    return [
        projection("a", "Report", facets={"region": ("volta",), "topic": ("labour",)}),
        projection("b", "Report", facets={"region": ("volta",), "topic": ("return",)}),
        projection("c", "Report", facets={"region": ("oti",), "topic": ("labour",)}),
        projection("d", "Leaflet", facets={"region": ("oti",), "topic": ("labour",)}),
    ]


@pytest.mark.parametrize(
    ("order", "expected"),
    [(Order.NEWEST, ["new", "old", "undated"]), (Order.OLDEST, ["old", "new", "undated"])],
)
def test_by_date_the_undated_come_last(find, publish, order, expected):
    publish(
        projection("undated", "Bulletin"),
        projection("old", "Bulletin", date=dt.date(2019, 1, 1)),
        projection("new", "Bulletin", date=dt.date(2024, 1, 1)),
    )

    assert keys(find("bulletin", order=order)) == expected


def test_by_date_only_entries_with_every_word_are_shown_where_there_are_any(find, publish):
    publish(
        projection("some", "Bulletin", date=dt.date(2024, 1, 1)),
        projection("every", "Bulletin on fishing", date=dt.date(2019, 1, 1)),
    )

    assert keys(find("bulletin fishing", order=Order.NEWEST)) == ["every"]
    assert keys(find("bulletin kente", order=Order.NEWEST, correct=False)) == ["some", "every"]


def test_a_period_excludes_its_end(find, publish):
    publish(
        projection("first", "Bulletin", date=dt.date(2024, 1, 1)),
        projection("end", "Bulletin", date=dt.date(2025, 1, 1)),
        projection("undated", "Bulletin"),
    )

    found = find("bulletin", date_from=dt.date(2024, 1, 1), date_until=dt.date(2025, 1, 1))

    assert keys(found) == ["first"]


def test_without_words_the_newest_come_first(find, publish):
    publish(
        projection("old", "Bulletin", date=dt.date(2019, 1, 1)),
        projection("new", "Report", date=dt.date(2024, 1, 1)),
    )

    assert keys(find("")) == ["new", "old"]


def test_pages_follow_each_other_without_gap_or_repetition(find, publish):
    publish(*(projection(f"n-{number:02}", "Patrol log") for number in range(25)))

    found = [key for page in (1, 2, 3) for key in keys(find("patrol", page=page, size=10))]

    assert found == [f"n-{number:02}" for number in range(25)]
    assert find("patrol", size=10).total == 25


def test_words_of_nothing_but_function_words_find_nothing_and_harm_nothing(find, publish):
    publish(projection("one", "The of and"))

    assert find("the of and").total == 0


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        '""""',
        "-",
        "- - -",
        "a" * 5_000,
        "\x00\x07",
        "数据 ɛyɛ",
        "*:* AND {!}",
        "type:sop",
        "-child",
    ],
)
def test_whatever_is_typed_gets_an_answer(find, publish, typed):
    publish(projection("one", "Child protection"))

    assert find(typed).total >= 0


def test_an_entry_that_changes_is_found_by_its_new_words_only(find, publish):
    publish(projection("one", "Kente weaving"))
    publish(projection("one", "Cocoa farming"))

    assert keys(find("kente", correct=False)) == []
    assert keys(find("cocoa")) == ["one"]


def test_an_entry_that_goes_is_found_no_more(find, publish):
    publish(projection("one", "Kente weaving"), projection("two", "Kente cloth"))

    index.remove(["one"])
    publish()

    assert keys(find("kente")) == ["two"]
    assert find("kente").total == 1


def test_a_long_question_is_answered_with_the_words_of_its_first_hits(find, publish):
    publish(
        projection("hit", "Reunification of a rescued child with the family after assessment",
                   body="kinship carers and follow-up visits"),
        projection("related", "Kinship carers and the family"),
        projection("unrelated", "Boat licences and the family"),
    )  # fmt: skip

    found = keys(find("reunification of a rescued child with the family after an assessment"))

    assert found == ["hit", "related", "unrelated"]


def test_both_engines_give_the_same_scores(publish, engine_name):
    publish(
        projection("a", "Shelter standards", body="a child is received at night", summary="intake"),
        projection("b", "Night watch", body="shelter " * 4),
        projection("c", "Other", body="standards of night work " * 9),
    )
    lookup = Lookup(question=parse("shelter night standards"))

    mine = choice.engine(engine_name).find(lookup)
    reference = choice.engine("postgres").find(lookup)

    assert [hit.doc_id for hit in mine.hits] == [hit.doc_id for hit in reference.hits]
    scores = [hit.score for hit in mine.hits]
    assert scores == pytest.approx([hit.score for hit in reference.hits], rel=0.02)
