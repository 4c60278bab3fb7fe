"""Which postings to read: all where they are few, the best where they are many.

# Note [Bounded reading]
A search reads at most `MOST_READ` postings, whatever the collection's size:

- *nothing*: where no entry holds any of the words;
- *complete*: every posting of every word, when none is in more than `EXACT_TOTAL` entries;
- *driven*: every entry of the rarest thing that must hold (a filter, a phrase's word, with "all
  words" the rarest word), and the other words only within those: complete as well;
- *sampled*: the best postings of each word by impact. Totals and facet counts are then estimates
  and say so; ranks are computed over the best `RANKED` candidates with every word looked up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from search.analysis import EVERY_ENTRY, facet_term
from search.contract import EXACT_TOTAL, Order
from search.engines.base import Lookup
from search.engines.postgres import rows
from search.question import Clause

MOST_READ = 40_000
MOST_SAMPLED = 8_000  # over all words of a question
SAMPLE = 3_000  # of one word
NEWEST_WALKED = 4_000
RANKED = 600


@dataclass(frozen=True)
class Term:
    id: int
    documents: int


@dataclass(frozen=True)
class Vocabulary:
    """What the index knows of a lookup's terms, and of the whole collection."""

    terms: Mapping[str, Term]
    documents: int
    average_length: float

    def held_by(self, term: str) -> int:
        found = self.terms.get(term)
        return found.documents if found else 0


@dataclass
class Gathered:
    """Postings read for one lookup.

    Attributes:
        codes: term to entry to code; within `profile_of` only, where that is a base.
        profile_of, day_of: of every entry read; days only where dates matter.
        share: the part of all that could match which was read; 1.0 when complete.
        complete: totals and counts taken from these are exact.
        within: the entries that a base allowed; None when every entry of `codes` counts.
    """

    codes: dict[str, dict[int, int]] = field(default_factory=dict)
    profile_of: dict[int, int] = field(default_factory=dict)
    day_of: dict[int, int] = field(default_factory=dict)
    share: float = 1.0
    complete: bool = True
    within: set[int] | None = None


@dataclass(frozen=True)
class _Base:
    """Terms of which every match must hold one."""

    terms: tuple[str, ...]
    documents: int
    facet: str = ""


def vocabulary(lookup: Lookup) -> Vocabulary:
    """Look up every term that this lookup may read, in one statement."""
    question = lookup.question
    facets = [facet_term(name, v) for name, values in lookup.filters.items() for v in values]
    excluded = [term for phrase in question.excluded_phrases for term in phrase.terms]
    names = {*question.terms, *question.excluded_terms, *excluded, *facets, *_years(lookup)}
    names.add(EVERY_ENTRY)
    found = rows.fetch(rows.TERMS, [list(names)])
    documents, length = found[0][3:5] if found else (0, 0)
    return Vocabulary(
        terms={row[0]: Term(row[1], row[2]) for row in found if row[0] is not None},
        documents=documents,
        average_length=length / documents if documents else 1.0,
    )


def gather(lookup: Lookup, known: Vocabulary) -> Gathered:
    """Read what answers the lookup; see Note [Bounded reading]."""
    clauses = possible(lookup.question.clauses, known)
    words = _covering_terms(clauses)
    if lookup.question.asks_for_words and not words:
        return Gathered()
    counts = [known.held_by(term) for term in words]
    if words and max(counts) <= EXACT_TOTAL and sum(counts) <= MOST_READ:
        return _complete(lookup, known, words)
    everything = _Base((EVERY_ENTRY,), known.documents)
    all_bases = [*_bases(lookup, known, clauses), everything]
    bases = [base for base in all_bases if base.documents <= EXACT_TOTAL]
    if bases:
        return _driven(lookup, known, words, min(bases, key=lambda base: base.documents))
    if lookup.order != Order.RELEVANCE or not words:
        return _walked(lookup, known, words)
    return _sampled(lookup, known, words)


def possible(clauses: Iterable[Clause], known: Vocabulary) -> list[Clause]:
    """The clauses whose every term some entry holds."""
    return [c for c in clauses if all(term in known.terms for term in c.terms)]


def look_up(terms: Iterable[str], doc_ids: Iterable[int], known: Vocabulary) -> dict[str, dict]:
    """The codes of these terms within these entries."""
    names = {known.terms[term].id: term for term in terms if term in known.terms}
    docs = list(doc_ids)
    if not names or not docs:
        return {}
    found = rows.fetch(rows.HELD, [list(names), docs])
    return {names[row[0]]: dict(zip(row[1], row[2], strict=True)) for row in found}


def _complete(lookup: Lookup, known: Vocabulary, words: Sequence[str]) -> Gathered:
    gathered = Gathered()
    _read(gathered, lookup, known, {term: known.held_by(term) for term in words})
    return gathered


def _driven(lookup: Lookup, known: Vocabulary, words: Sequence[str], base: _Base) -> Gathered:
    gathered = Gathered()
    _read(gathered, lookup, known, {term: known.held_by(term) for term in base.terms})
    gathered.within = set(gathered.profile_of)
    _read_within(gathered, lookup, known, words)
    return gathered


def _walked(lookup: Lookup, known: Vocabulary, words: Sequence[str]) -> Gathered:
    """The newest (or oldest) entries that could match, with their words looked up."""
    choices = [base for base in _bases(lookup, known, []) if base.facet]
    everything = _Base((EVERY_ENTRY,), known.documents)
    base = min([*choices, everything], key=lambda base: base.documents)
    gathered = Gathered(complete=False)
    oldest = lookup.order == Order.OLDEST
    statement = rows.OLDEST if oldest else rows.BEST_DATED
    _read(gathered, lookup, known, dict.fromkeys(base.terms, NEWEST_WALKED), statement)
    gathered.within = set(gathered.profile_of)
    gathered.share = min(len(gathered.within) / max(base.documents, 1), 1.0)
    _read_within(gathered, lookup, known, words)
    return gathered


def _sampled(lookup: Lookup, known: Vocabulary, words: Sequence[str]) -> Gathered:
    gathered = Gathered(complete=False)
    must = [base for base in _bases(lookup, known, lookup.question.clauses) if not base.facet]
    read = min(must, key=lambda base: base.documents).terms if must else words
    most = max(min(SAMPLE, MOST_SAMPLED // len(read)), 250)
    _read(gathered, lookup, known, {t: min(known.held_by(t), most) for t in read})
    gathered.share = min(len(gathered.profile_of) / max(_expected(read, known), 1), 1.0)
    if must:
        gathered.within = set(gathered.profile_of)
        _read_within(gathered, lookup, known, words)
    return gathered


def _expected(words: Iterable[str], known: Vocabulary) -> float:
    """How many entries hold any of the words, were words independent of each other."""
    without = 1.0
    for term in words:
        without *= 1 - known.held_by(term) / max(known.documents, 1)
    return known.documents * (1 - without)


def _covering_terms(clauses: Iterable[Clause]) -> list[str]:
    return list(dict.fromkeys(term for c in clauses if c.covers for term in c.terms))


def _bases(lookup: Lookup, known: Vocabulary, clauses: Sequence[Clause]) -> list[_Base]:
    """Everything of which a match must hold one, with how many entries do."""
    facets = [
        (name, tuple(facet_term(name, value) for value in values))
        for name, values in lookup.filters.items()
    ]
    facets += [("year", years)] if (years := _years(lookup)) else []
    bases = [_base(terms, known, facet) for facet, terms in facets]
    if lookup.all_words:
        for place in range(lookup.question.all_covered.bit_length()):
            terms = tuple(c.terms[0] for c in clauses if c.covers >> place & 1)
            bases.append(_base(terms, known))
    bases += [_base((term,), known) for term in phrase_terms(lookup)]
    return bases


def _base(terms: tuple[str, ...], known: Vocabulary, facet: str = "") -> _Base:
    return _Base(terms, sum(known.held_by(term) for term in terms), facet)


def needs_days(lookup: Lookup) -> bool:
    """Whether the entries' days are needed: for their order, or for a period."""
    by_date = lookup.order != Order.RELEVANCE or not lookup.question.asks_for_words
    return bool(by_date or lookup.date_from or lookup.date_until)


def phrase_terms(lookup: Lookup) -> list[str]:
    """The terms that an entry must hold to have every phrase."""
    return list(dict.fromkeys(term for p in lookup.question.phrases for term in p.terms))


def _years(lookup: Lookup) -> tuple[str, ...]:
    """The years of a period of at most thirty, as terms: they narrow what is read."""
    if not (lookup.date_from and lookup.date_until):
        return ()
    years = range(lookup.date_from.year, lookup.date_until.year + 1)
    return tuple(facet_term("year", str(year)) for year in years) if len(years) <= 30 else ()


def _read(
    gathered: Gathered,
    lookup: Lookup,
    known: Vocabulary,
    most: Mapping[str, int],
    statement: str = "",
) -> None:
    """Add each term's best postings, up to a number, to what is gathered."""
    wanted = {known.terms[t].id: t for t in most if t in known.terms}
    if not wanted:
        return
    dated = needs_days(lookup)
    statement = statement or (rows.BEST_DATED if dated else rows.BEST)
    limits = [most[term] for term in wanted.values()]
    for term_id, docs, codes, profiles, *days in rows.fetch(statement, [list(wanted), limits]):
        if docs is None:
            continue
        gathered.codes[wanted[term_id]] = dict(zip(docs, codes, strict=True))
        gathered.profile_of.update(zip(docs, profiles, strict=True))
        if days:
            gathered.day_of.update(zip(docs, days[0], strict=True))


def _read_within(
    gathered: Gathered, lookup: Lookup, known: Vocabulary, words: Sequence[str]
) -> None:
    """The codes of words within a base: short lists whole, long ones by looking entries up."""
    within = gathered.within or set()
    missing = [term for term in words if term not in gathered.codes]
    short = [t for t in missing if known.held_by(t) <= max(2 * len(within), 200)]
    apart = Gathered()
    _read(apart, lookup, known, {term: known.held_by(term) for term in short})
    for term, codes in apart.codes.items():
        gathered.codes[term] = {doc: codes[doc] for doc in codes.keys() & within}
    gathered.codes |= look_up([t for t in missing if t not in short], within, known)
