"""What editors add to search: words that mean the same, and results that come first."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from search import text
from search.models import RecommendedResult, SynonymSet, fingerprint

REMEMBERED_FOR = 1.0  # seconds: an editor's change is seen at once, a busy site asks rarely
MOST_RECOMMENDED = 3


@dataclass(frozen=True)
class Kept:
    """Everything editors keep; there are tens of these, not thousands.

    Attributes:
        synonyms: terms of a phrasing between single spaces, to the other phrasings as written.
        recommended: fingerprint of a search to the keys that come first.
    """

    read_at: float = -REMEMBERED_FOR
    synonyms: Mapping[str, list[str]] = field(default_factory=dict)
    recommended: Mapping[str, list[str]] = field(default_factory=dict)


_kept = Kept()
_supposed: ContextVar[Kept | None] = ContextVar("supposed", default=None)


def synonyms() -> Mapping[str, list[str]]:
    """See `Kept.synonyms`."""
    return _read().synonyms


def not_explained(words: Iterable[str]) -> list[str]:
    """The words that stand in no synonym of the editors."""
    explained = {term for phrasing in _read().synonyms for term in phrasing.split()}
    return [word for word in words if text.term_of(word) not in explained]


def recommended_for(typed: str) -> list[str]:
    """Keys of the entries that editors put first for this search."""
    print_ = fingerprint(typed)
    return _read().recommended.get(print_, [])[:MOST_RECOMMENDED] if print_ else []


def forget() -> None:
    """Read everything again at the next search."""
    global _kept
    _kept = Kept()


@contextlib.contextmanager
def supposing(
    *, synonyms: Sequence[SynonymSet] = (), recommended: Sequence[RecommendedResult] = ()
) -> Iterator[None]:
    """Search inside as if editors kept these as well, or in this form; nothing is saved.

    One that is stored already is taken in place of its stored form, also where it is not active.
    """
    kept = Kept(
        synonyms=_synonyms_of(_instead(SynonymSet, synonyms)),
        recommended=_recommended_of(_instead(RecommendedResult, recommended)),
    )
    token = _supposed.set(kept)
    try:
        yield
    finally:
        _supposed.reset(token)


def _instead(model: type[Any], supposed: Sequence[Any]) -> list[Any]:
    stored = model.objects.exclude(pk__in=[one.pk for one in supposed if one.pk])
    every = [*stored.filter(is_active=True).order_by("pk"), *supposed]
    return [one for one in every if one.is_active]


def _read() -> Kept:
    global _kept
    if (supposed := _supposed.get()) is not None:
        return supposed
    if time.monotonic() - _kept.read_at > REMEMBERED_FOR:
        _kept = Kept(
            time.monotonic(),
            _synonyms_of(_instead(SynonymSet, ())),
            _recommended_of(_instead(RecommendedResult, ())),
        )
    return _kept


def _synonyms_of(sets: Sequence[SynonymSet]) -> Mapping[str, list[str]]:
    read: dict[str, list[str]] = {}
    for kept in sets:
        phrasings = kept.phrasings()
        for phrasing in phrasings:
            others = [other for other in phrasings if other != phrasing]
            read.setdefault(" ".join(text.terms_in(phrasing)), []).extend(others)
    return read


def _recommended_of(results: Sequence[RecommendedResult]) -> Mapping[str, list[str]]:
    read: dict[str, list[str]] = {}
    for kept in results:
        for print_ in kept.fingerprints:
            keys = read.setdefault(print_, [])
            keys += [kept.key] if kept.key not in keys else []
    return read
