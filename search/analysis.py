"""A projection turned into what the index holds of it. Pure: no database."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from portal.content.providers import Projection
from search import codes, text, weights

VERSION = 1  # raise it when the analysis changes: reconcile then writes every entry anew
EVERY_ENTRY = "="  # the term that every entry holds
NO_DAY = -32_768
_DAY_ZERO = dt.date(2000, 1, 1)
SHORTEST_SPELLING = 4


@dataclass(frozen=True)
class Analysed:
    """One entry as the index holds it.

    Attributes:
        terms: each term with its posting's code; facet terms (`region=volta`) with code 0.
        facets: facet to values, in a fixed order; `kind`, `language` and `year` included.
        length: doubled weighted number of words.
        spellings: words as written, with their term, that may be offered as a correction.
    """

    projection: Projection
    checksum: str
    facets: Mapping[str, tuple[str, ...]]
    static_weight: float
    profile_digest: str
    body: str
    phrase_text: str
    length: int
    day: int
    terms: Mapping[str, int]
    passage_terms: tuple[frozenset[str], ...]
    spellings: Mapping[str, str]


def analyse(projection: Projection) -> Analysed:
    """Everything the index needs of one entry, at a cost that grows with its text only."""
    facets = _facets(projection)
    static_weight = _static_weight(projection)
    body = _whole_body(projection)
    fields = {
        "title": projection.title,
        "keywords": " \n ".join(projection.keywords),
        "summary": projection.summary,
        "body": body,
    }
    words = {name: text.words_in(text.normalise(content)) for name, content in fields.items()}
    counts = {name: Counter(text.terms_of(found)) for name, found in words.items()}
    frequencies: Counter[str] = Counter()
    for name, found in counts.items():
        factor = round(codes.SCALE * weights.FIELD_WEIGHTS[name])
        for term, number in found.items():
            frequencies[term] += factor * number
    length = sum(frequencies.values())
    in_title = counts["title"].keys() | counts["keywords"].keys()
    terms = {
        term: codes.encode(frequency, length, in_title=term in in_title)
        for term, frequency in frequencies.items()
    }
    return Analysed(
        projection=projection,
        checksum=checksum(projection),
        facets=facets,
        static_weight=static_weight,
        profile_digest=_digest([facets, static_weight]),
        body=body,
        phrase_text="|".join(text.phrase_of(found) for found in words.values()),
        length=length,
        day=day_number(projection.date),
        terms={**terms, **dict.fromkeys(facet_terms(facets), 0)},
        passage_terms=tuple(frozenset(text.terms_in(p.text)) for p in projection.passages),
        spellings=_spellings(set().union(*words.values())),
    )


def checksum(projection: Projection) -> str:
    """Changes when anything of the projection, or the analysis itself, changes."""
    return _digest([VERSION, _plain(projection)])


def facet_terms(facets: Mapping[str, Iterable[str]]) -> list[str]:
    """The terms that stand for facet values, and the one every entry holds."""
    return [EVERY_ENTRY, *(facet_term(name, v) for name, values in facets.items() for v in values)]


def facet_term(name: str, value: str) -> str:
    return f"{name}={value}"[:200]


def day_number(date: dt.date | None) -> int:
    """Days since 2000 within 16 bits; `NO_DAY` when undated."""
    if date is None:
        return NO_DAY
    return min(max((date - _DAY_ZERO).days, NO_DAY + 1), -NO_DAY - 1)


def clean(written: str) -> str:
    """Text as PostgreSQL can hold it: no NUL, no half of a surrogate pair."""
    return written.replace("\x00", " ").encode("utf-8", "replace").decode()


def _facets(projection: Projection) -> dict[str, tuple[str, ...]]:
    own = {
        name: tuple(sorted({clean(value)[:120] for value in values if value}))
        for name, values in projection.facets.items()
    }
    year = (str(projection.date.year),) if projection.date else ()
    facets = {"year": year, "language": (projection.language,), **own, "kind": (projection.kind,)}
    return {name: facets[name] for name in sorted(facets) if facets[name]}


def _static_weight(projection: Projection) -> float:
    if not projection.in_force and projection.static_weight == 1.0:
        return weights.SUPERSEDED_WEIGHT
    return projection.static_weight


def _whole_body(projection: Projection) -> str:
    """The body, with the passages that it does not already hold."""
    body = projection.body
    apart = [p.text for p in projection.passages if p.text.strip()[:60] not in body]
    return "\n".join([body, *apart]) if apart else body


def _spellings(words: Iterable[str]) -> dict[str, str]:
    """Words of letters only, not acronyms: neither names of forms nor numbers are corrections."""
    return {
        surface: term
        for word in words
        if word.isalpha()
        and not word.isupper()
        and len(surface := text.surface_of(word)) >= SHORTEST_SPELLING
        and (term := text.term_of(word))
    }


def _plain(projection: Projection) -> list[object]:
    return [
        [projection.key, projection.kind, projection.title, projection.summary, projection.body],
        [projection.url, projection.language, list(projection.keywords), projection.in_force],
        {name: sorted(values) for name, values in sorted(projection.facets.items())},
        projection.date.isoformat() if projection.date else None,
        projection.static_weight,
        [[p.page, p.anchor, p.text, p.url] for p in projection.passages],
    ]


def _digest(content: object) -> str:
    written = json.dumps(content, sort_keys=True).encode()
    return hashlib.blake2b(written, digest_size=16).hexdigest()
