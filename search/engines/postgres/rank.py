"""Scores, order and counts over gathered postings. Pure: no database."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from search import codes, weights
from search.analysis import NO_DAY, facet_term
from search.contract import Order
from search.engines.base import FoundDoc
from search.engines.postgres import profiles
from search.engines.postgres.gather import Vocabulary
from search.question import Clause


@dataclass(frozen=True)
class Scores:
    """Entry to BM25F score, and to the bits of the reader's words that it holds."""

    score_of: dict[int, float]
    covered: dict[int, int]


def score(
    clauses: Sequence[Clause],
    code_of: Mapping[str, Mapping[int, int]],
    known: Vocabulary,
) -> Scores:
    """BM25F over every entry that holds one of the reader's words."""
    scores = Scores({}, {})
    before = scores.score_of.get
    gains = codes.gains(known.average_length)
    for clause in (c for c in clauses if c.covers):
        holding = _holding(clause, code_of)
        for term, weight in _weighed(clause, known):
            held = code_of.get(term, {})
            for doc in holding:
                scores.score_of[doc] = before(doc, 0.0) + weight * gains[held[doc]]
        _cover(scores.covered, holding, clause.covers)
    add(scores, [c for c in clauses if not c.covers], code_of, known)
    return scores


def add(
    scores: Scores,
    clauses: Iterable[Clause],
    code_of: Mapping[str, Mapping[int, int]],
    known: Vocabulary,
) -> None:
    """Raise the scores of what is found already by clauses that find nothing of their own."""
    gains = codes.gains(known.average_length)
    for clause in clauses:
        holding = _holding(clause, code_of) & scores.score_of.keys()
        for term, weight in _weighed(clause, known):
            held = code_of.get(term, {})
            for doc in holding:
                scores.score_of[doc] += weight * gains[held[doc]]


def _weighed(clause: Clause, known: Vocabulary) -> list[tuple[str, float]]:
    """The clause's terms with what each is worth at most."""
    number = known.documents
    return [(t, clause.weight * codes.rarity(number, known.held_by(t))) for t in clause.terms]


def _holding(clause: Clause, code_of: Mapping[str, Mapping[int, int]]) -> set[int]:
    """The entries that hold every term of the clause."""
    held = [code_of.get(term, {}).keys() for term in clause.terms]
    return set(held[0]).intersection(*held[1:])


def _cover(covered: dict[int, int], holding: Iterable[int], bits: int) -> None:
    if covered:
        before = covered.get
        for doc in holding:
            covered[doc] = before(doc, 0) | bits
    else:
        covered.update(dict.fromkeys(holding, bits))


def by_relevance(
    docs: Sequence[int],
    scores: Scores,
    all_covered: int,
    profile_of: Mapping[int, int],
    most: int,
) -> list[FoundDoc]:
    """The best entries: every word before some words, then score, then the older entry."""
    score_of, covered = scores.score_of, scores.covered
    weight_of = profiles.static_weights()
    worth = [score_of[doc] * weight_of[profile_of[doc]] for doc in docs]
    if all_covered & (all_covered - 1):
        bonus = weights.ALL_WORDS_BONUS
        worth = [w + bonus * (covered[d] == all_covered) for w, d in zip(worth, docs, strict=True)]
    # Numbers are compared first and entries only among the best: there are thousands of them.
    least = min(heapq.nlargest(most, worth), default=0.0)
    best = [(-w, doc) for w, doc in zip(worth, docs, strict=True) if w >= least]
    return [FoundDoc(doc, -negative) for negative, doc in sorted(best)[:most]]


def by_date(
    docs: Iterable[int], day_of: Mapping[int, int], order: Order, most: int
) -> list[FoundDoc]:
    """The newest or oldest entries; the undated last in both."""
    if order == Order.OLDEST:
        keyed = ((day_of[d] if day_of[d] != NO_DAY else -NO_DAY, d) for d in docs)
    else:
        keyed = ((-day_of[d], d) for d in docs)
    return [FoundDoc(doc, 0.0) for _, doc in heapq.nsmallest(most, keyed)]


@dataclass(frozen=True)
class Tally:
    """Counts of entries: passing every filter, and by facet value without that facet's filter."""

    total: int
    counts: Mapping[str, Mapping[str, int]]
    passing: Sequence[int]  # the entries that pass every filter


def tally(
    docs: Sequence[int],
    profile_of: Mapping[int, int],
    filters: Mapping[str, Sequence[str]],
    facets: Sequence[str],
) -> Tally:
    """Count entries by facet value; each facet without its own filter."""
    profiles.learn(map(profile_of.__getitem__, docs))
    held = profiles.held()
    wanted = [
        (name, frozenset(profiles.number(facet_term(name, v)) for v in values))
        for name, values in filters.items()
    ]
    passing, nearly = _passing(docs, profile_of, wanted)
    counts: dict[str, dict[str, int]] = {name: {} for name in facets}
    if not facets:
        return Tally(len(passing), counts, passing)
    for number, count in _count(passing, profile_of, held).items():
        name, value = profiles.name(number)
        if name in counts:
            counts[name][value] = count
    for own, others in nearly.items():
        for number, count in _count(others, profile_of, held).items():
            name, value = profiles.name(number)
            if name == own and name in counts:
                counts[name][value] = counts[name].get(value, 0) + count
    return Tally(len(passing), counts, passing)


def _count(
    docs: Iterable[int], profile_of: Mapping[int, int], held: Mapping[int, tuple[int, ...]]
) -> Counter[int]:
    return Counter(chain.from_iterable(held[profile_of[doc]] for doc in docs))


def _passing(
    docs: Sequence[int],
    profile_of: Mapping[int, int],
    wanted: Sequence[tuple[str, frozenset[int]]],
) -> tuple[Sequence[int], dict[str, list[int]]]:
    """Entries that pass every filter; and by facet, those that fail only that facet's filter."""
    if not wanted:
        return docs, {}
    held = profiles.held()
    nearly: dict[str, list[int]] = {}
    for name, any_of in wanted:
        without = any_of.isdisjoint
        failing = {doc for doc in docs if without(held[profile_of[doc]])}
        nearly = {
            n: [d for d in others if not without(held[profile_of[d]])]
            for n, others in nearly.items()
        }
        nearly[name] = [doc for doc in docs if doc in failing]
        docs = [doc for doc in docs if doc not in failing]
    return docs, nearly
