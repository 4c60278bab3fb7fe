"""Answering a reader's search: the one way from a request to a response, whichever engine serves.

Nothing typed is stored or logged here or anywhere below.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from django.conf import settings

from search import editorial, feedback, highlight, labels, rows, spelling, weights
from search.contract import (
    FACETS,
    FacetValue,
    Hit,
    Met,
    Order,
    PassageHit,
    SearchRequest,
    SearchResponse,
    WithoutFilter,
)
from search.engines import choice
from search.engines.base import FoundDoc, Lookup
from search.engines.choice import Answer
from search.models import SearchDoc
from search.question import Question, parse

FEW = 2  # hits; with no more, another spelling may be what was meant
MOST_PASSAGES = 3
MOST_FACET_VALUES = 50
COUNTED = tuple(name for name in FACETS if name not in ("district", "language"))


def search(request: SearchRequest, *, engine: str = "") -> SearchResponse:
    """Answer one search.

    Args:
        engine: only this engine, for measuring; raises EngineUnavailable when it is down.
    """
    started = time.perf_counter()
    rows.keep_to_indexes()
    until = None if engine else time.monotonic() + settings.ELASTICSEARCH_PATIENCE
    asked = _Asked(request, _understood(request.text), engine, until)
    answer = asked.find()
    suggestion, searched_for = _suggestion(asked, answer), ""
    met = asked.met_by(answer)
    if suggestion and request.correct:
        corrected = replace(asked, question=_understood(suggestion))
        better = corrected.find()
        if better.found.total:
            asked, answer, searched_for = corrected, better, suggestion
    shown = _with_recommended(asked, _hits(answer.found.hits, asked.question))
    return SearchResponse(
        request=request,
        total=answer.found.total,
        total_is_exact=answer.found.total_is_exact,
        engine=answer.engine,
        degraded=answer.degraded,
        hits=tuple(shown),
        facets=_facets(answer.found.counts, asked.filters),
        suggestion=suggestion,
        searched_for=searched_for,
        synonyms=asked.question.synonyms,
        met=Met.WHOLLY if any(hit.recommended for hit in shown) else met,
        without=tuple(_without(asked)) if not answer.found.total else (),
        took_ms=round((time.perf_counter() - started) * 1000),
    )


def _understood(typed: str) -> Question:
    return parse(typed, editorial.synonyms())


@dataclass(frozen=True)
class _Asked:
    """A request with its question understood."""

    request: SearchRequest
    question: Question
    engine: str
    until: float | None  # all its questions to a distant engine share one deadline

    @property
    def filters(self) -> Mapping[str, tuple[str, ...]]:
        """The filters of the form and those typed as `type:sop`."""
        typed = self.question.filters
        names = dict.fromkeys([*self.request.filters, *typed])
        return {n: (*self.request.filters.get(n, ()), *typed.get(n, ())) for n in names}

    def met_by(self, answer: Answer) -> Met:
        """How well the first page of the best answers has the words."""
        words, request = self.question.all_covered, self.request
        if not request.text.strip() or request.page > 1 or not request.size:
            return Met.WHOLLY
        if not answer.found.hits:
            return Met.NOT
        if request.order != Order.RELEVANCE or not words & (words - 1):
            return Met.WHOLLY
        has_all = answer.found.hits[0].score >= weights.ALL_WORDS_BONUS
        return Met.WHOLLY if has_all else Met.PARTLY

    def lookup(self) -> Lookup:
        request = self.request
        return Lookup(
            question=self.question,
            filters=self.filters,
            facets=COUNTED,
            date_from=request.date_from,
            date_until=request.date_until,
            order=request.order,
            all_words=request.all_words,
            offset=request.offset,
            limit=request.size,
            until=self.until,
        )

    def find(self) -> Answer:
        lookup = self.lookup()
        by_score = self.request.order == Order.RELEVANCE
        if not (by_score and feedback.wants_feedback(self.question)):
            return choice.find(lookup, engine_name=self.engine)
        first = replace(lookup, facets=(), offset=0, limit=weights.FEEDBACK_DOCUMENTS)
        found = choice.find(first, engine_name=self.engine).found
        question = feedback.with_feedback(self.question, found.hits)
        again = replace(lookup, question=question, before=found)
        return choice.find(again, engine_name=self.engine)


def _suggestion(asked: _Asked, answer: Answer) -> str:
    """Another spelling: for words no entry holds; for rare ones where hardly anything is found.

    A word that editors gave a meaning is no slip.
    """
    typed, own = asked.request.text, editorial.not_explained(asked.question.words)
    words = spelling.unknown(own, known=answer.found.known)
    if not words and answer.found.total <= FEW:
        words = own
    if words:
        return spelling.corrected(typed, words)
    return spelling.with_slips_mended(typed, own)


def _hits(found: Sequence[FoundDoc], question: Question) -> list[Hit]:
    """The found entries with what is shown of them; those gone since are left out."""
    ids = [hit.doc_id for hit in found]
    docs = {row[0]: _Shown(*row) for row in rows.fetch(rows.SHOWN, [ids])} if ids else {}
    passages = _passages(list(docs), question)
    terms = set(question.terms_shown)
    return [
        _hit(docs[hit.doc_id], hit.score, terms, passages.get(hit.doc_id, []))
        for hit in found
        if hit.doc_id in docs
    ]


class _Shown(NamedTuple):
    """What is read of an entry to show it."""

    pk: int
    key: str
    kind: str
    title: str
    summary: str
    start: str
    url: str
    date: dt.date | None
    language: str
    in_force: bool


def _hit(row: _Shown, score: float, terms: set[str], passages: Sequence[PassageHit]) -> Hit:
    summary = highlight.excerpt(row.summary, terms)
    best = summary
    if summary.words < len(terms):  # the body may show more of the words
        body = highlight.excerpt(row.start, terms)
        best = body if body.words > summary.words or not summary.plain else summary
    return Hit(
        key=row.key,
        kind=row.kind,
        kind_label=labels.label("kind", row.kind),
        title=row.title,
        title_html=highlight.mark(row.title, terms),
        url=row.url,
        snippet=best.plain,
        snippet_html=best.html,
        score=score,
        date=row.date,
        language=row.language,
        in_force=row.in_force,
        passages=tuple(passages),
    )


def _passages(doc_ids: Sequence[int], question: Question) -> dict[int, list[PassageHit]]:
    terms = set(question.terms_shown)
    if not doc_ids or not terms:
        return {}
    found: dict[int, list[PassageHit]] = {}
    for doc_id, page, url, written in rows.fetch(
        rows.PASSAGES, [list(terms), list(doc_ids), MOST_PASSAGES]
    ):
        shown = highlight.excerpt(written, terms)
        hit = PassageHit(page=page, url=url, text=shown.plain, html=shown.html)
        found.setdefault(doc_id, []).append(hit)
    return found


def _with_recommended(asked: _Asked, hits: list[Hit]) -> list[Hit]:
    """The editors' recommendations first, on the first page of an unfiltered search only."""
    if asked.filters or asked.request.page > 1 or not asked.request.size:
        return hits
    keys = editorial.recommended_for(asked.request.text)
    if not keys:
        return hits
    ids = dict(SearchDoc.objects.filter(key__in=keys).values_list("key", "pk"))
    found = [FoundDoc(ids[key], 0.0) for key in keys if key in ids]
    first = [replace(hit, recommended=True) for hit in _hits(found, asked.question)]
    return [*first, *(hit for hit in hits if hit.key not in ids)]


def _facets(
    counts: Mapping[str, Mapping[str, int]], filters: Mapping[str, Sequence[str]]
) -> dict[str, tuple[FacetValue, ...]]:
    """Each facet's values with labels: the selected, then the commonest; years newest first."""
    facets = {}
    for name, values in counts.items():
        selected = dict.fromkeys(filters.get(name, ()))
        known = {**dict.fromkeys(selected, 0), **values}
        made = [
            FacetValue(value, labels.label(name, value), count, value in selected)
            for value, count in known.items()
            if count or value in selected
        ]
        if name == "year":
            made.sort(key=lambda v: v.value, reverse=True)
        else:
            made.sort(key=lambda v: (not v.selected, -v.count, v.label))
        if made:
            facets[name] = tuple(made[:MOST_FACET_VALUES])
    return facets


def _without(asked: _Asked) -> list[WithoutFilter]:
    """How many would be found without each filter that is set."""
    left = []
    for name, values in asked.filters.items():
        others = {n: v for n, v in asked.filters.items() if n != name}
        lookup = replace(asked.lookup(), filters=others, facets=(), limit=0)
        count = choice.find(lookup, engine_name=asked.engine).found.total
        if count:
            words = ", ".join(labels.label(name, value) for value in values)
            left.append(WithoutFilter(name, values[0], words, count))
    return left
