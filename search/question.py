"""What a reader typed, understood: words, "phrases", -exclusions and type:filters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from itertools import pairwise, product
from operator import or_

from search import text, weights

MOST_WORDS = 32  # words searched for; a pasted page is answered by its first ones
MOST_CLAUSES = 64  # with synonyms, joined words and feedback
LONGEST_SYNONYM = 4  # words

_PART = re.compile(r'(?P<minus>(?<!\S)-)?"(?P<phrase>[^"]*)"?|(?P<plain>[^\s"]+)')
_FIELD = re.compile(r"^(type|kind|topic|region|year):([\w-]{1,60})$", re.IGNORECASE)
_CURLY = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "−": "-", "–": "-"})
_KINDS = {"sops": "sop", "procedure": "sop", "procedures": "sop", "publications": "publication",
          "report": "publication", "shelters": "shelter", "pages": "page"}  # fmt: skip


@dataclass(frozen=True)
class Clause:
    """Something to look for: one term, or several that must all be there (a longer synonym).

    Attributes:
        weight: multiplies the score of each of its terms.
        covers: which of the reader's words it stands for, one bit each. An entry is found when
            any bit is covered and has "all words" when every bit is. 0 only adds to the score.
    """

    terms: tuple[str, ...]
    weight: float
    covers: int = 0


@dataclass(frozen=True)
class Phrase:
    """Words in their order: `surfaces` between single spaces, and the terms among them."""

    surfaces: str
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Question:
    """A query ready for an engine.

    Attributes:
        all_covered: every bit that `Clause.covers` can set; what "all words" means.
        phrases: must stand so, unstemmed, in one field of the entry.
        words: the reader's words as written, for spelling and highlights.
    """

    text: str = ""
    clauses: tuple[Clause, ...] = ()
    all_covered: int = 0
    phrases: tuple[Phrase, ...] = ()
    excluded_terms: tuple[str, ...] = ()
    excluded_phrases: tuple[Phrase, ...] = ()
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    words: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()

    @property
    def asks_for_words(self) -> bool:
        """Whether there is anything to score; without, everything that passes the filters is."""
        return bool(self.clauses)

    @property
    def is_unanswerable(self) -> bool:
        """Something was typed, but no word in it can be looked for: nothing is found."""
        return bool(self.text.strip()) and not (self.clauses or self.filters)

    def with_feedback(self, extra: Mapping[str, float]) -> Question:
        """The question with more scored terms; those it has already gain the weight."""
        gains = dict(extra)
        kept = tuple(
            replace(c, weight=c.weight + gains.pop(c.terms[0], 0.0)) if len(c.terms) == 1 else c
            for c in self.clauses
        )
        new = tuple(Clause((term,), weight) for term, weight in gains.items())
        return replace(self, clauses=(kept + new)[:MOST_CLAUSES])

    @property
    def terms(self) -> tuple[str, ...]:
        """Every different term of the clauses."""
        return tuple(dict.fromkeys(term for clause in self.clauses for term in clause.terms))

    @property
    def terms_shown(self) -> tuple[str, ...]:
        """The terms worth marking for a reader: theirs and the synonyms', not the feedback's."""
        return tuple(dict.fromkeys(t for c in self.clauses if c.covers for t in c.terms))


def parse(typed: str, synonyms: Mapping[str, Sequence[str]] | None = None) -> Question:
    """Understand a query. Anything can be typed; nothing is an error.

    Args:
        synonyms: phrase of terms between single spaces to the other phrasings, as written.
    """
    parts = _Parts()
    for match in _PART.finditer(text.normalise(typed).translate(_CURLY)):
        parts.take(match)
        if len(parts.words) >= MOST_WORDS:
            break
    clauses, bits = _clauses(parts.words)
    extra, used = _expansions(parts.words, bits, synonyms or {})
    return Question(
        text=typed,
        clauses=tuple([*clauses, *extra][:MOST_CLAUSES]),
        all_covered=(1 << len(bits)) - 1,
        phrases=tuple(parts.phrases),
        excluded_terms=tuple(parts.excluded_terms),
        excluded_phrases=tuple(parts.excluded_phrases),
        filters={name: tuple(values) for name, values in parts.filters.items()},
        words=tuple(parts.words),
        synonyms=used,
    )


class _Parts:
    """Collects the parts of a query as they are read."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.phrases: list[Phrase] = []
        self.excluded_terms: list[str] = []
        self.excluded_phrases: list[Phrase] = []
        self.filters: dict[str, list[str]] = {}

    def take(self, match: re.Match[str]) -> None:
        if match["phrase"] is not None:
            self._phrase(match["phrase"], excluded=bool(match["minus"]))
        elif named := _FIELD.match(match["plain"]):
            self._filter(named[1].lower(), named[2].lower())
        elif match["plain"].startswith("-") and len(match["plain"]) > 1:
            self._exclude(match["plain"])
        else:
            self.words += text.words_in(match["plain"])[: MOST_WORDS - len(self.words)]

    def _phrase(self, phrase: str, *, excluded: bool) -> None:
        words = text.words_in(phrase)[: MOST_WORDS - len(self.words)]
        if excluded:
            self.excluded_phrases += _phrase_of(words)
        else:
            self.words += words
            self.phrases += _phrase_of(words)

    def _filter(self, name: str, value: str) -> None:
        facet = "kind" if name in ("type", "kind") else name
        self.filters.setdefault(facet, []).append(_KINDS.get(value, value))

    def _exclude(self, plain: str) -> None:
        words = text.words_in(plain)[:MOST_WORDS]
        if len(words) > 1:
            self.excluded_phrases += _phrase_of(words)
        else:
            self.excluded_terms += [term for word in words if (term := text.term_of(word))]


def _phrase_of(words: Sequence[str]) -> list[Phrase]:
    surfaces = " ".join(surface for word in words if (surface := text.surface_of(word)))
    terms = tuple(dict.fromkeys(term for word in words if (term := text.term_of(word))))
    return [Phrase(surfaces, terms)] if surfaces else []


def _clauses(words: Sequence[str]) -> tuple[list[Clause], dict[str, int]]:
    """A clause a different term, and each term's bit; a term typed twice weighs twice."""
    counts = Counter(term for word in words if (term := text.term_of(word)))
    bits = {term: 1 << place for place, term in enumerate(counts)}
    return [Clause((term,), float(n), bits[term]) for term, n in counts.items()], bits


def _expansions(
    words: Sequence[str], bits: Mapping[str, int], synonyms: Mapping[str, Sequence[str]]
) -> tuple[list[Clause], tuple[str, ...]]:
    """Joined neighbours ("child care": childcare) and the editors' synonyms."""
    extra: dict[tuple[str, ...], Clause] = {}
    for left, right in pairwise(words):
        covers = bits.get(text.term_of(left), 0) | bits.get(text.term_of(right), 0)
        joined = text.term_of(left + right)
        if joined not in bits and covers.bit_count() == 2:
            extra[(joined,)] = Clause((joined,), weights.JOINED_WEIGHT, covers)
    used: dict[str, None] = {}
    terms = [term for word in words if (term := text.term_of(word))]
    for start, length in product(range(len(terms)), range(1, LONGEST_SYNONYM + 1)):
        said = terms[start : start + length]
        for other in synonyms.get(" ".join(said), ()) if len(said) == length else ():
            meant = tuple(dict.fromkeys(text.terms_in(other)))[:LONGEST_SYNONYM]
            covers = reduce(or_, (bits[term] for term in said))
            if meant and not set(meant) <= set(bits):
                extra.setdefault(meant, Clause(meant, weights.SYNONYM_WEIGHT, covers))
                used[other] = None
    return list(extra.values()), tuple(used)
