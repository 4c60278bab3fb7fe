"""Words of the first hits, added to a long question: what it is about, in the texts' own words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from search import codes, weights
from search.engines.base import FoundDoc
from search.models import SearchCollection, SearchDoc, SearchTerm
from search.question import Question


def wants_feedback(question: Question) -> bool:
    return question.all_covered.bit_count() >= weights.FEEDBACK_FROM_WORDS


def with_feedback(question: Question, hits: Sequence[FoundDoc]) -> Question:
    """The question with the terms that set its first hits apart; as it was without hits."""
    first = hits[: weights.FEEDBACK_DOCUMENTS]
    best = {hit.doc_id: hit.score % weights.ALL_WORDS_BONUS for hit in first}
    whole = sum(best.values())
    collection = SearchCollection.objects.first()
    if not whole or collection is None:
        return question
    gains = codes.gains(collection.total_length / max(collection.documents, 1))
    strength: defaultdict[int, float] = defaultdict(float)
    docs = SearchDoc.objects.filter(pk__in=best).values_list("pk", "term_ids", "term_codes")
    for doc_id, term_ids, term_codes in docs:
        for term, code in zip(term_ids, term_codes, strict=True):
            if code:  # 0 stands for facet values; a title says nothing more of the text
                strength[term] += best[doc_id] / whole * gains[code & ~codes.IN_TITLE]
    held_by = {
        id_: (term, documents)
        for id_, term, documents in SearchTerm.objects.filter(pk__in=strength).values_list(
            "pk", "term", "documents"
        )
    }
    weighed = sorted(
        (
            (gain * codes.rarity(collection.documents, held_by[term][1]), held_by[term][0])
            for term, gain in strength.items()
            if term in held_by
        ),
        reverse=True,
    )[: weights.FEEDBACK_TERMS]
    most = weighed[0][0] if weighed else 1.0
    return question.with_feedback(
        {term: weights.FEEDBACK_WEIGHT * weight / most for weight, term in weighed}
    )
