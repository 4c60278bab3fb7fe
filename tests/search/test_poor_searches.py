"""What editors learn of searches that found too little, and what nobody can learn."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from search import poor_searches
from search.models import PoorSearch, RecommendedResult, SynonymSet
from search.services import index_projections
from tests.search.collections import projection

pytestmark = pytest.mark.django_db
NAME = "Zanetor Quansahene"  # a name that a reader might type; nobody of ours is called so


@pytest.fixture(autouse=True)
def library():
    poor_searches.forget()
    index_projections(
        [projection("girls", "Girls who carry the market"), projection("boats", "Boats and nets")]
    )
    yield
    poor_searches.forget()


def ask(typed, *, readers, **more):
    for number in range(readers):
        client = Client(REMOTE_ADDR=f"192.0.2.{number}", **more)
        assert client.get("/search/", {"q": typed}).status_code == 200


def test_five_readers_with_the_same_known_words_are_counted():
    ask("market nets", readers=6)
    ask("NETS at the market", readers=1)  # the first of them again, in another order

    row = PoorSearch.objects.get()

    assert (row.words, row.unknown_words, row.found_some, row.readers) == (
        ["market", "nets"], 0, True, 6
    )  # fmt: skip


def test_four_readers_leave_no_trace_and_one_reader_counts_once():
    ask("market nets", readers=4)
    for _ in range(9):
        ask("market nets", readers=1)

    assert not PoorSearch.objects.exists()


def test_the_database_refuses_a_count_below_five():
    with pytest.raises(IntegrityError), transaction.atomic():
        PoorSearch.objects.create(
            day=dt.date(2026, 1, 1), words=["market"], unknown_words=0, found_some=False, readers=4
        )


def test_a_word_that_no_page_has_is_never_written_however_many_type_it():
    ask(f"market {NAME}", readers=9)

    row = PoorSearch.objects.get()
    assert (row.words, row.unknown_words) == (["market"], 2)
    assert everything_stored().count(NAME.split()[0].lower()) == 0


def everything_stored():
    """Every row of every table of ours, as text."""
    texts = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT t::text FROM "{table}" t')
            texts += [text for (text,) in cursor.fetchall()]
    return "\n".join(texts).lower()


@pytest.mark.parametrize(
    "typed", ["girls market", "market", "", "the", "a b c d e f g h i j k l m"]
)
def test_what_is_found_in_full_or_says_nothing_is_not_counted(typed):
    ask(typed, readers=9)

    assert not PoorSearch.objects.exists()


def test_nothing_found_is_told_from_some_words_found():
    ask('"nets boats"', readers=5)

    assert not PoorSearch.objects.get().found_some


def test_an_editor_who_tries_things_out_is_not_counted():
    for number in range(9):
        client = Client(REMOTE_ADDR=f"192.0.2.{number}")
        client.cookies["po_session"] = "some-session"
        client.get("/search/", {"q": "market nets"})

    assert not PoorSearch.objects.exists()


def test_a_recommended_result_or_a_synonym_mends_it():
    RecommendedResult.objects.create(searches="market nets", key="girls")
    SynonymSet.objects.create(words="nets carry\nboats nets")

    ask("market nets", readers=9)
    ask("nets carry", readers=9)

    assert not PoorSearch.objects.exists()


def test_the_salt_and_the_readers_are_another_day_by_day(monkeypatch):
    ask("market nets", readers=3)
    salt = poor_searches._today.salt
    monkeypatch.setattr(poor_searches.timezone, "localdate", lambda: dt.date(2031, 1, 1))

    ask("market nets", readers=4)

    assert poor_searches._today.salt != salt
    assert not PoorSearch.objects.exists()


def test_counts_go_after_ninety_days():
    for day in (dt.date(2026, 1, 1), dt.date(2026, 3, 1)):
        PoorSearch.objects.create(
            day=day, words=["market"], unknown_words=0, found_some=True, readers=5
        )

    assert poor_searches.drop_old(on=dt.date(2026, 4, 15)) == 1


def test_what_cannot_be_counted_fails_no_answer(monkeypatch):
    monkeypatch.setattr(poor_searches, "ADD", "INSERT INTO no_such_table VALUES (%s,%s,%s,%s,%s)")

    ask("market nets", readers=6)

    assert not PoorSearch.objects.exists()


def test_a_report_adds_up_the_days():
    for day, readers in ((1, 5), (2, 8)):
        PoorSearch.objects.create(
            day=dt.date(2026, 1, day), words=["nets"], unknown_words=1, found_some=True,
            readers=readers,
        )  # fmt: skip

    (line,) = poor_searches.lines(since=dt.date(2026, 1, 1))

    assert (line.words, line.unknown_words, line.readers) == ("nets", 1, 13)
