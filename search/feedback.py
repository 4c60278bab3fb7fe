"""Words of the first hits, added to a long question: what it is about, in the texts' own words."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Sequence

from search import codes, rows, weights
from search.engines.base import FoundDoc
from search.question import Question


def wants_feedback(question: Question) -> bool:
    return question.all_covered.bit_count() >= weights.FEEDBACK_FROM_WORDS


def with_feedback(question: Question, hits: Sequence[FoundDoc]) -> Question:
    """The question with the terms that set its first hits apart; as it was without hits."""
    first = hits[: weights.FEEDBACK_DOCUMENTS]
    best = {hit.doc_id: hit.score % weights.ALL_WORDS_BONUS for hit in first}
    whole = sum(best.values())
    docs = rows.fetch(rows.TERMS_OF, [list(best)]) if whole else []
    if not docs:
        return question
    documents, length = docs[0][3:]
    gains = codes.gains(length / max(documents, 1))
    strength: defaultdict[int, float] = defaultdict(float)
    for doc_id, term_ids, term_codes, *_ in docs:
        share = best[doc_id] / whole
        for term, code in zip(term_ids, term_codes, strict=True):
            if code:  # 0 stands for facet values; a title says nothing more of the text
                strength[term] += share * gains[code & ~codes.IN_TITLE]
    weighed = heapq.nlargest(
        weights.FEEDBACK_TERMS,
        (
            (strength[id_] * codes.rarity(documents, holding), term)
            for id_, term, holding in rows.fetch(rows.TERMS_BY_ID, [list(strength)])
        ),
    )
    most = weighed[0][0] if weighed else 1.0
    return question.with_feedback(
        {term: weights.FEEDBACK_WEIGHT * weight / most for weight, term in weighed}
    )
