"""Search on PostgreSQL: BM25F over rows of postings, at a bounded cost (Note [Bounded reading])."""

from __future__ import annotations

import heapq
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from search.analysis import NO_DAY, day_number
from search.contract import DEEPEST_HIT, EXACT_TOTAL, Order
from search.engines.base import EngineStatus, Found, FoundDoc, Lookup
from search.engines.postgres import gather, rank, rows
from search.models import SearchDoc
from search.question import Clause, Phrase

MOST_READ_FOR_PHRASE = 1_000  # entries whose text is read to see whether a phrase stands in it
FEEDBACK_RANKED = 300  # candidates that the words of feedback may move
FEW_CLAUSES = 12
MOST_COUNTED_OF_A_SAMPLE = 1_500


class PostgresEngine:
    """The default engine. Its index is the rows that `search.services.write` keeps."""

    name = "postgres"

    def find(self, lookup: Lookup) -> Found:
        if lookup.question.is_unanswerable:
            return Found(hits=(), total=0, counts={name: {} for name in lookup.facets})
        return _Search(lookup).run()

    def apply(self, doc_ids: Sequence[int]) -> None:
        """Nothing to do: the rows are this engine's index."""

    def remove(self, doc_ids: Sequence[int]) -> None:
        """Nothing to do: the rows are this engine's index."""

    def rebuild(self) -> int:
        return SearchDoc.objects.count()

    def catch_up(self) -> int:
        return 0

    def reconcile(self) -> int:
        return 0

    def status(self) -> EngineStatus:
        return EngineStatus(self.name, SearchDoc.objects.count())


@dataclass(frozen=True)
class _Matches:
    """What holds, before filters by facet.

    Attributes:
        counted: entries to count; where not all was read, a sample of them.
        ranked: entries to put in order: all of `counted`, or the best of a sample.
        share: the part of all that could match which is in `counted`.
        kept_share: the part of `ranked` left after exclusions and phrases.
    """

    counted: list[int]
    ranked: list[int]
    scores: rank.Scores
    exact: bool
    share: float
    kept_share: float = 1.0

    @property
    def scale(self) -> float:
        """What a count of `counted` is multiplied by to be a count of all."""
        return 1.0 if self.exact else self.kept_share / max(self.share, 1e-9)


class _Search:
    """One lookup on its way through gathering, matching, counting and ordering."""

    def __init__(self, lookup: Lookup) -> None:
        self.lookup = lookup
        self.question = lookup.question
        self.known = gather.vocabulary(lookup)
        self.gathered = _read_before(lookup) or gather.gather(lookup, self.known)
        self.profile_of = self.gathered.profile_of

    def run(self) -> Found:
        matches = self._thinned(self._narrowed(self._matches()))
        tally = self._tally(matches.counted)
        total, exact = self._total(tally.total, matches)
        counted_is_ranked = matches.ranked is matches.counted
        kept = tally.passing if counted_is_ranked else self._passing(matches.ranked)
        return Found(
            hits=self._ordered(kept, matches.scores),
            total=total,
            total_is_exact=exact,
            counts=self._counts(tally, matches),
            known=self.known.terms.keys(),
            basis=self.gathered,
        )

    def _matches(self) -> _Matches:
        """Entries with any of the words, scored; all that was read where there are no words."""
        gathered = self.gathered
        if not self.question.asks_for_words:
            docs = self._within_dates(list(gathered.profile_of))
            none = rank.Scores(dict.fromkeys(docs, 0.0), dict.fromkeys(docs, 0))
            return _Matches(docs, docs, none, gathered.complete, gathered.share)
        clauses = gather.possible(self.question.clauses, self.known)
        scores = rank.score(clauses, gathered.codes, self.known)
        counted = ranked = self._within_dates(list(scores.covered))
        if not gathered.complete and gathered.within is None:
            ranked, scores = self._completed(clauses, counted, scores)
        elif added := [c for c in clauses if not c.covers and c.terms[0] not in gathered.codes]:
            best = heapq.nlargest(FEEDBACK_RANKED, counted, key=scores.score_of.__getitem__)
            held = gather.look_up(self._terms_of(added), best, self.known)
            rank.add(scores, added, held, self.known)
        return _Matches(counted, ranked, scores, gathered.complete, gathered.share)

    def _completed(
        self, clauses: Sequence[Clause], sampled: Sequence[int], scores: rank.Scores
    ) -> tuple[list[int], rank.Scores]:
        """The best of a sample, with every word of theirs looked up: some were read for one."""
        fit = self._passing(sampled) if self.lookup.filters else sampled
        most = gather.RANKED if len(clauses) <= FEW_CLAUSES else FEEDBACK_RANKED
        best = heapq.nlargest(most, fit, key=scores.score_of.__getitem__)
        codes = gather.look_up(self._terms_of(clauses), best, self.known)
        return best, rank.score(clauses, codes, self.known)

    def _narrowed(self, matches: _Matches) -> _Matches:
        """Without what lacks a word (where all are asked for), a phrase, or is excluded."""
        ranked = self._with_all_words(matches.ranked, matches.scores)
        ranked = self._without_excluded(ranked)
        exact = matches.exact
        for phrase in self.question.phrases:
            ranked, read_all = self._with_phrase(ranked, phrase, matches.scores)
            exact = exact and read_all
        for phrase in self.question.excluded_phrases:
            unwanted, _ = self._with_phrase(ranked, phrase, matches.scores)
            ranked = [doc for doc in ranked if doc not in set(unwanted)]
        if len(ranked) == len(matches.ranked):
            return matches
        if matches.ranked is matches.counted:
            return replace(matches, counted=ranked, ranked=ranked, exact=exact)
        share = len(ranked) / len(matches.ranked)
        return replace(matches, ranked=ranked, exact=False, kept_share=share)

    def _thinned(self, matches: _Matches) -> _Matches:
        """Estimates are counted on some of a sample: more would cost and tell no more."""
        step = len(matches.counted) // MOST_COUNTED_OF_A_SAMPLE
        if matches.exact or step < 2 or matches.counted is matches.ranked:
            return matches
        return replace(matches, counted=matches.counted[::step], share=matches.share / step)

    def _with_all_words(self, docs: list[int], scores: rank.Scores) -> list[int]:
        """Dated orders take what has every word, wherever anything has: see Lookup."""
        dated = self.lookup.order != Order.RELEVANCE
        if not self.question.asks_for_words or not (self.lookup.all_words or dated):
            return docs
        whole = self.question.all_covered
        every = [doc for doc in docs if scores.covered[doc] == whole]
        return every if every or self.lookup.all_words else docs

    def _within_dates(self, docs: list[int]) -> list[int]:
        since, until = self.lookup.date_from, self.lookup.date_until
        if not (since or until):
            return docs
        first = day_number(since) if since else NO_DAY + 1
        last = day_number(until) if until else -NO_DAY
        day_of = self.gathered.day_of
        return [doc for doc in docs if first <= day_of[doc] < last]

    def _without_excluded(self, docs: list[int]) -> list[int]:
        for term in self.question.excluded_terms:
            held = gather.look_up([term], docs, self.known).get(term, {})
            docs = [doc for doc in docs if doc not in held]
        return docs

    def _with_phrase(
        self, docs: list[int], phrase: Phrase, scores: rank.Scores
    ) -> tuple[list[int], bool]:
        """The entries in which the phrase stands, and whether all that could were read."""
        missing = [term for term in phrase.terms if term not in self.gathered.codes]
        held = self.gathered.codes | gather.look_up(missing, docs, self.known)
        holders = set(docs).intersection(*(held.get(term, {}).keys() for term in phrase.terms))
        best = heapq.nlargest(MOST_READ_FOR_PHRASE, holders, key=scores.score_of.__getitem__)
        found = rows.fetch(rows.WITH_PHRASE, [best, f" {phrase.surfaces} "]) if best else []
        standing = {doc for (doc,) in found}
        return [doc for doc in docs if doc in standing], len(best) == len(holders)

    def _tally(self, docs: Sequence[int]) -> rank.Tally:
        return rank.tally(docs, self.profile_of, self.lookup.filters, self.lookup.facets)

    def _passing(self, docs: Sequence[int]) -> Sequence[int]:
        return rank.tally(docs, self.profile_of, self.lookup.filters, ()).passing

    def _total(self, counted: int, matches: _Matches) -> tuple[int, bool]:
        if matches.exact and counted <= EXACT_TOTAL:
            return counted, True
        estimate = round(counted * matches.kept_share / max(matches.share, 1e-9))
        return max(min(estimate, self.known.documents), counted if matches.exact else 0), False

    def _counts(self, tally: rank.Tally, matches: _Matches) -> dict[str, dict[str, int]]:
        if not (matches.exact or self.question.asks_for_words or self._is_narrowed()):
            return {name: self._values_of(name) for name in self.lookup.facets}
        counts = {name: _scaled(values, matches.scale) for name, values in tally.counts.items()}
        if self.gathered.within is None and matches.kept_share == 1.0:
            return counts
        # The entries read all pass the filter that drove the reading, or the share that is kept
        # was seen on such: its own facet is counted on what holds without it.
        for name in self.lookup.filters.keys() & counts.keys():
            counts[name] = self._own_counts(name) | {
                value: counts[name][value]
                for value in self.lookup.filters[name]
                if value in counts[name]
            }
        return counts

    def _is_narrowed(self) -> bool:
        return bool(self.lookup.filters or self.lookup.date_from or self.lookup.date_until)

    @staticmethod
    def _values_of(name: str) -> dict[str, int]:
        """How common each value of a facet is in the whole collection."""
        found = rows.fetch(rows.FACET_VALUES, [f"{name}=", f"{name}>"])
        return {term.partition("=")[2]: documents for term, documents in found}

    def _own_counts(self, name: str) -> dict[str, int]:
        """A facet's counts without its own filter."""
        others = {n: values for n, values in self.lookup.filters.items() if n != name}
        dated = self.lookup.date_from or self.lookup.date_until
        if not (others or dated or self.question.asks_for_words):
            return self._values_of(name)
        rest = replace(self.lookup, filters=others, facets=(name,), limit=0)
        return dict(_Search(rest).run().counts[name])

    def _ordered(self, docs: Sequence[int], scores: rank.Scores) -> list[FoundDoc]:
        first, last = self.lookup.offset, self.lookup.offset + self.lookup.limit
        last = min(last, DEEPEST_HIT)
        if last <= first:
            return []
        if self.lookup.order != Order.RELEVANCE or not self.question.asks_for_words:
            newest = Order.OLDEST if self.lookup.order == Order.OLDEST else Order.NEWEST
            return rank.by_date(docs, self.gathered.day_of, newest, last)[first:]
        whole = self.question.all_covered
        best = rank.by_relevance(docs, scores, whole, self.profile_of, last)
        return best[first:]

    @staticmethod
    def _terms_of(clauses: Sequence[Clause]) -> list[str]:
        return list(dict.fromkeys(term for clause in clauses for term in clause.terms))


def _read_before(lookup: Lookup) -> gather.Gathered | None:
    """The postings that the same lookup read already: words of feedback ask for no others."""
    basis = lookup.before.basis if lookup.before else None
    return basis if isinstance(basis, gather.Gathered) else None


def _scaled(values: Mapping[str, int], scale: float) -> dict[str, int]:
    return dict(values) if scale == 1.0 else {v: round(n * scale) for v, n in values.items()}
