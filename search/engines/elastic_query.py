"""A question put in Elasticsearch's words: the same weights and order as in PostgreSQL.

Every function here returns an unrun query; nothing in this file talks to a server. A document's
terms come analysed, each as often as its doubled field weight says, so one plain BM25 field with
K1 doubled as well *is* BM25F, and the score of a term is the one that `search.codes` computes.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from elasticsearch.dsl import Search
from elasticsearch.dsl.aggs import Filter
from elasticsearch.dsl.query import (
    Bool,
    ConstantScore,
    FunctionScore,
    MatchPhrase,
    Query,
    Range,
    Term,
    Terms,
)

from search import codes, weights
from search.contract import EXACT_TOTAL, Order
from search.engines.base import Lookup
from search.question import Clause, Phrase, Question

MOST_FACET_VALUES = 500  # above what any vocabulary of the portal holds; regions and districts fit
K1 = weights.K1 * codes.SCALE
_MOST_PER_TERM = 32.0  # a term's score is at most its rarity (16 in ten million) times two
_LUCENE_FACTOR = K1 + 1.0  # Lucene multiplies every score by it; without it both engines agree


def search_for(lookup: Lookup, *, seconds: float) -> Search:
    """The whole search: hits in order, exact counts up to the limit, facets beside it.

    Args:
        seconds: after which the server itself should give up.
    """
    search = Search().query(_matching(lookup)).source(False)
    search = search.extra(track_total_hits=EXACT_TOTAL, timeout=f"{round(seconds * 1000)}ms")
    search = search.sort(*_order(lookup))[lookup.offset : lookup.offset + lookup.limit]
    if lookup.filters:
        # After the query, so that each facet can be counted without its own filter.
        search = search.post_filter(Bool(filter=_facet_filters(lookup.filters)))
    _count_facets(search, lookup)
    return search


def _count_facets(search: Search, lookup: Lookup) -> None:
    """Count each facet under all filters but its own; without filters, without a wrapper.

    A wrapper costs as much as the whole search (measured), so facets that share one stand in it.
    """
    everywhere = _facet_filters(lookup.filters)
    shared: Any = search.aggs
    if everywhere and not lookup.filters.keys() >= set(lookup.facets):
        shared = search.aggs.bucket("filtered", Filter(Bool(filter=everywhere)))
    for name in lookup.facets:
        place: Any = shared
        if name in lookup.filters:
            others = {other: v for other, v in lookup.filters.items() if other != name}
            place = search.aggs
            if others:
                own = Filter(Bool(filter=_facet_filters(others)))
                place = search.aggs.bucket(f"without {name}", own)
        place.bucket(name, "terms", field=f"facets.{name}", size=MOST_FACET_VALUES)


def _matching(lookup: Lookup) -> Query:
    question = lookup.question
    narrowed: dict[str, Any] = {
        "filter": [*_phrases(question.phrases), *_period(lookup)],
        "must_not": [
            *_phrases(question.excluded_phrases),
            *(_holds(term) for term in question.excluded_terms),
        ],
    }
    if not question.asks_for_words:
        return Bool(**narrowed)
    words = every_word(question)
    if lookup.all_words:
        narrowed["filter"].append(words)
    step = step_of(question)
    ladder = [ConstantScore(filter=words, boost=step)] if step else []
    return Bool(must=[_score(question)], should=ladder, **narrowed)


def step_of(question: Question) -> float:
    """What having every word adds: more than any score can, and little enough to keep it exact.

    A score has 24 bits in Lucene, so a bonus of a thousand would cost it its fourth decimal.
    """
    if not question.all_covered & (question.all_covered - 1):
        return 0.0  # one word is every word
    heaviest = sum(clause.weight * len(clause.terms) for clause in question.clauses)
    return 2.0 ** math.ceil(math.log2(max(heaviest * _MOST_PER_TERM, 1.0)))


def _score(question: Question) -> Query:
    """Any word of the reader's makes a hit; all that is known of it makes the score."""
    matching = any_of(_every_term(clause) for clause in question.clauses if clause.covers)
    scored = Bool(filter=[matching], should=[_clause_score(clause) for clause in question.clauses])
    weight: Any = {"field_value_factor": {"field": "static_weight"}}
    return FunctionScore(query=scored, functions=[weight], boost_mode="multiply")


def _clause_score(clause: Clause) -> Query:
    scores = [_term_score(term, clause.weight / _LUCENE_FACTOR) for term in clause.terms]
    return scores[0] if len(scores) == 1 else Bool(must=scores)


def _term_score(term: str, weight: float) -> Query:
    plain = Term("terms", {"value": term, "boost": weight})
    again = Term("terms", {"value": term, "boost": weight * weights.TITLE_BONUS})
    in_title = Bool(must=[again], filter=[Term("title_terms", {"value": term})])
    return Bool(must=[plain], should=[in_title])


def every_word(question: Question) -> Query:
    """Each word of the reader's stands there itself, or something that stands for it."""
    bits = (1 << place for place in range(question.all_covered.bit_length()))
    return Bool(
        filter=[
            any_of(_every_term(clause) for clause in question.clauses if clause.covers & bit)
            for bit in bits
        ]
    )


def any_of(queries: Iterable[Query]) -> Query:
    return Bool(should=list(queries), minimum_should_match=1)


def _every_term(clause: Clause) -> Query:
    held = [_holds(term) for term in clause.terms]
    return held[0] if len(held) == 1 else Bool(filter=held)


def _holds(term: str) -> Query:
    return Term("terms", {"value": term})


def _phrases(phrases: Iterable[Phrase]) -> list[Query]:
    return [MatchPhrase("words", {"query": phrase.surfaces}) for phrase in phrases]


def _period(lookup: Lookup) -> list[Query]:
    period: Any = {
        name: day.isoformat()
        for name, day in (("gte", lookup.date_from), ("lt", lookup.date_until))
        if day
    }
    return [Range("date", period)] if period else []


def _facet_filters(filters: Mapping[str, tuple[str, ...]]) -> list[Query]:
    return [Terms(f"facets.{name}", list(values)) for name, values in filters.items()]


def _order(lookup: Lookup) -> list[Any]:
    """Score first, or the day; what is undated comes last; equal ones by the smaller id."""
    by_age = lookup.order is Order.OLDEST
    day = {"date": {"order": "asc" if by_age else "desc", "missing": "_last"}}
    if lookup.order is Order.RELEVANCE and lookup.question.asks_for_words:
        return [{"_score": {"order": "desc"}}, {"id": {"order": "asc"}}]
    return [day, {"id": {"order": "asc"}}]


@cache
def mapping() -> dict[str, Any]:
    """The fields of the index. Strict: a document with any other field is refused."""
    analysed = {"type": "text", "analyzer": "analysed"}
    scored = {**analysed, "index_options": "freqs", "similarity": "weighted"}
    unscored = {**analysed, "norms": False}
    return {
        "dynamic": "strict",
        "properties": {
            "id": {"type": "integer"},
            "checksum": {"type": "keyword", "index": False},
            "terms": scored,
            "title_terms": {**unscored, "index_options": "docs"},
            "words": {**unscored, "index_options": "positions"},
            "facets": {"type": "flattened", "ignore_above": 200},
            "date": {"type": "date", "format": "strict_date"},
            "static_weight": {"type": "float"},
        },
    }


@cache
def index_settings() -> dict[str, Any]:
    """How the index is kept. The text arrives analysed, so its analyser only cuts at spaces."""
    return {
        "number_of_shards": 1,  # scores then know the whole collection
        "auto_expand_replicas": "0-1",
        "refresh_interval": "1s",
        "gc_deletes": "1h",  # a rebuild must not bring back what was deleted while it read
        "max_result_window": EXACT_TOTAL,
        "analysis": {"analyzer": {"analysed": {"type": "whitespace"}}},
        "similarity": {"weighted": {"type": "BM25", "k1": K1, "b": weights.B}},
    }
