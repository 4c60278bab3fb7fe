"""How often a search asks the database: nothing twice, and nothing that cannot be found."""

from __future__ import annotations

import pytest
from django.db import transaction

from search import editorial, rows
from search.contract import Order, SearchRequest
from search.engines.postgres import rows as engine_rows
from search.services import index_projections, search
from tests.search.collections import projection

pytestmark = pytest.mark.django_db

WORDS = "lake fishing children rescue shelter transport"


@pytest.fixture
def library():
    index_projections(
        projection(f"p{n}", f"Report {n}", body=WORDS, facets={"region": ("volta",)})
        for n in range(12)
    )


def _asked(sent, request):
    """The statements of one search, those aside by which a process remembers small tables."""
    editorial.synonyms()
    with transaction.atomic():
        search(request)
        sent.clear()
        search(request)
        return [query for query, *_ in sent]


def _reads_postings(statement):
    return statement in (engine_rows.BEST, engine_rows.BEST_DATED, engine_rows.HELD)


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize("filters", [{}, {"region": ("volta",)}])
def test_no_posting_is_read_for_words_that_no_entry_holds(library, sent, order, filters):
    request = SearchRequest("unrecognisable gibberish", order=order, filters=filters)

    asked = _asked(sent, request)

    assert not any(map(_reads_postings, asked))
    assert len(asked) <= 5 + len(filters)  # one of them without the filter


def test_a_misspelt_word_is_found_with_one_more_look_and_one_correction(library, sent):
    asked = _asked(sent, SearchRequest("fishingg"))

    assert asked.count(rows.NEIGHBOURS) == 1
    assert sum(map(_reads_postings, asked)) == 1
    assert rows.KNOWN not in asked
    assert len(asked) <= 7


def test_a_question_of_many_words_reads_the_readers_words_once(library, sent):
    asked = _asked(sent, SearchRequest(WORDS))

    assert asked.count(engine_rows.BEST) == 1
    assert asked.count(rows.TERMS_OF) == asked.count(rows.TERMS_BY_ID) == 1
    assert len(asked) <= 10
