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
    clauses: Iterable[Clause],
    code_of: Mapping[str, Mapping[int, int]],
    known: Vocabulary,
) -> Scores:
    """BM25F over every entry that holds one of the reader's words."""
    gains = codes.gains(known.average_length)
    score_of: dict[int, float] = {}
    covered: dict[int, int] = {}
    for clause in sorted(clauses, key=lambda c: not c.covers):
        holding = _holding(clause, code_of)
        for term in clause.terms:
            weight = clause.weight * codes.rarity(known.documents, known.held_by(term))
            held = code_of.get(term, {})
            before = score_of.get
            if clause.covers:
                for doc in holding:
                    score_of[doc] = before(doc, 0.0) + weight * gains[held[doc]]
            else:  # only adds to what is found already
                for doc in holding & score_of.keys():
                    score_of[doc] += weight * gains[held[doc]]
        if clause.covers:
            _cover(covered, holding, clause.covers)
    return Scores(score_of, covered)


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
    docs: Iterable[int],
    scores: Scores,
    all_covered: int,
    profile_of: Mapping[int, int],
    most: int,
) -> list[FoundDoc]:
    """The best entries: every word before some words, then score, then the older entry."""
    score_of, covered = scores.score_of, scores.covered
    weight_of = profiles.static_weights()
    bonus = weights.ALL_WORDS_BONUS if all_covered & (all_covered - 1) else 0.0
    keyed = (
        (-score_of[doc] * weight_of[profile_of[doc]] - bonus * (covered[doc] == all_covered), doc)
        for doc in docs
    )
    ranked = heapq.nsmallest(most, keyed)
    return [FoundDoc(doc, -negative) for negative, doc in ranked]


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
    passing: list[int] = []
    nearly: dict[str, list[int]] = {name: [] for name, _ in wanted}
    for doc in docs:
        values = held[profile_of[doc]]
        failing = [name for name, any_of in wanted if any_of.isdisjoint(values)]
        if not failing:
            passing.append(doc)
        elif len(failing) == 1:
            nearly[failing[0]].append(doc)
    return passing, nearly
