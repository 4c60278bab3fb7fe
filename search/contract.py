"""What is asked of search and what it answers, whichever engine serves.

The JSON names are promised in the project's design; fields may be added, never taken away.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Self
from urllib.parse import urlencode

from django.utils.safestring import SafeString

LARGEST_PAGE = 50
DEEPEST_HIT = 1_000  # no page reaches past this hit: refine the search instead
EXACT_TOTAL = 10_000  # totals up to here are exact; above they are marked approximate
LONGEST_QUERY = 1_000  # characters read of a query; the rest is dropped, never refused

FACETS = ("kind", "topic", "region", "district", "type", "organisation", "year", "service",
          "accepts", "accepts_referral_from", "language", "status")  # fmt: skip


class Order(StrEnum):
    RELEVANCE = "relevance"
    NEWEST = "newest"
    OLDEST = "oldest"


class Met(StrEnum):
    """How well an index holds what was typed."""

    WHOLLY = "wholly"  # some entry has every word, or editors recommend one, or nobody asked
    PARTLY = "partly"
    NOT = "not"


@dataclass(frozen=True)
class SearchRequest:
    """One search.

    Attributes:
        filters: facet name to the values wanted; any of them will do, and every facet must hold.
        date_from, date_until: the period of the entry's date, end excluded.
        page: from 1. size: 0 (only count) to 50.
        all_words: only entries with every word, not merely some.
        correct: whether a misspelt word may be replaced where hardly anything was found.
    """

    text: str = ""
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    date_from: dt.date | None = None
    date_until: dt.date | None = None
    order: Order = Order.RELEVANCE
    page: int = 1
    size: int = 10
    all_words: bool = False
    correct: bool = True

    @classmethod
    def from_query(cls, query: Mapping[str, Any], *, size: int = 10) -> Self:
        """Read the parameters of an address; what cannot be understood is left out.

        Args:
            query: a QueryDict; `q`, each facet's name (repeatable), `from`, `until`, `order`,
                `page`, `size`, `words=all`, `exact=1`.
        """
        read = _list_reader(query)
        filters = {
            name: values
            for name in FACETS
            if (
                values := tuple(
                    dict.fromkeys(v for raw in read(name) if (v := _printable(raw[:120])))
                )[:50]
            )
        }
        order = _first(read("order"))
        return cls(
            text=_printable(_first(read("q")))[:LONGEST_QUERY],
            filters=filters,
            date_from=_date(_first(read("from"))),
            date_until=_date(_first(read("until"))),
            order=Order(order) if order in set(Order) else Order.RELEVANCE,
            page=_number(_first(read("page")), least=1, most=1_000_000, default=1),
            size=_number(_first(read("size")), least=1, most=LARGEST_PAGE, default=size),
            all_words=_first(read("words")) == "all",
            correct=_first(read("exact")) != "1",
        )

    def to_query(self, *, page: int | None = None) -> str:
        """The address's query string that gives this search again, in a fixed order."""
        pairs: list[tuple[str, str]] = [("q", self.text)] if self.text else []
        pairs += [(name, v) for name in FACETS for v in self.filters.get(name, ())]
        pairs += [("from", self.date_from.isoformat())] if self.date_from else []
        pairs += [("until", self.date_until.isoformat())] if self.date_until else []
        pairs += [("order", str(self.order))] if self.order != Order.RELEVANCE else []
        pairs += [("words", "all")] if self.all_words else []
        pairs += [] if self.correct else [("exact", "1")]
        pairs += [("page", str(page))] if page and page > 1 else []
        return urlencode(pairs)

    def with_filter(self, name: str, value: str) -> Self:
        values = dict.fromkeys((*self.filters.get(name, ()), value))
        return replace(self, filters={**self.filters, name: tuple(values)}, page=1)

    def without_filter(self, name: str, value: str | None = None) -> Self:
        """The same search without one value of a facet, or without the facet."""
        left = tuple(v for v in self.filters.get(name, ()) if value is not None and v != value)
        others = {n: values for n, values in self.filters.items() if n != name}
        return replace(self, filters={**others, name: left} if left else others, page=1)

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.size


@dataclass(frozen=True)
class PassageHit:
    """A part of a hit that matched. `html` is escaped, with `<mark>` around the words found."""

    page: int | None
    url: str
    text: str
    html: SafeString


@dataclass(frozen=True)
class Hit:
    """One entry of the results. The `…_html` texts are escaped, with `<mark>` inside."""

    key: str
    kind: str
    kind_label: str
    title: str
    title_html: SafeString
    url: str
    snippet: str
    snippet_html: SafeString
    score: float
    date: dt.date | None = None
    language: str = "en"
    in_force: bool = True
    recommended: bool = False
    passages: tuple[PassageHit, ...] = ()


@dataclass(frozen=True)
class FacetValue:
    value: str
    label: str
    count: int
    selected: bool = False


@dataclass(frozen=True)
class WithoutFilter:
    """How many would be found if one filter were dropped."""

    name: str
    value: str
    label: str
    count: int


@dataclass(frozen=True)
class SearchResponse:
    """The answer to one search.

    Attributes:
        total_is_exact: false where more matched than is counted one by one; facets likewise.
        suggestion: another spelling worth trying; empty when there is none.
        searched_for: the corrected text that was searched instead; empty when as typed.
        synonyms: the other words that were also searched for.
        met: how well the words were found as typed, before any correction.
        without: only when nothing was found, for each filter set.
        engine: who answered; degraded says that it stood in for the chosen one.
    """

    request: SearchRequest
    total: int
    engine: str
    took_ms: int
    hits: tuple[Hit, ...] = ()
    facets: Mapping[str, tuple[FacetValue, ...]] = field(default_factory=dict)
    total_is_exact: bool = True
    suggestion: str = ""
    searched_for: str = ""
    synonyms: tuple[str, ...] = ()
    met: Met = Met.WHOLLY
    without: tuple[WithoutFilter, ...] = ()
    degraded: bool = False

    def to_json(self) -> dict[str, Any]:
        """The promised JSON of a search."""
        return {
            "query": self.request.text,
            "total": self.total,
            "total_is_exact": self.total_is_exact,
            "engine": self.engine,
            "took_ms": self.took_ms,
            "suggestion": self.suggestion or None,
            "searched_for": self.searched_for or None,
            "synonyms": list(self.synonyms),
            "page": self.request.page,
            "size": self.request.size,
            "hits": [_hit_json(hit) for hit in self.hits],
            "facets": {
                name: [
                    {"value": v.value, "label": v.label, "count": v.count, "selected": v.selected}
                    for v in values
                ]
                for name, values in self.facets.items()
            },
        }


def _hit_json(hit: Hit) -> dict[str, Any]:
    return {
        "key": hit.key,
        "kind": hit.kind,
        "title": hit.title,
        "url": hit.url,
        "snippet": hit.snippet,
        "score": round(hit.score, 4),
        "date": hit.date.isoformat() if hit.date else None,
        "language": hit.language,
        "in_force": hit.in_force,
        "recommended": hit.recommended,
        "passages": [{"page": p.page, "text": p.text, "url": p.url} for p in hit.passages],
    }


def _list_reader(query: Mapping[str, Any]) -> Any:
    getlist = getattr(query, "getlist", None)
    return getlist or (lambda name: [query[name]] if name in query else [])


def _first(values: Iterable[str]) -> str:
    return next(iter(values), "")


def _printable(text: str) -> str:
    """Control characters would break the database's text; they separate words instead."""
    return " ".join("".join(c if c.isprintable() else " " for c in text[:60_000]).split())


def _number(text: str, *, least: int, most: int, default: int) -> int:
    # isdecimal, not isdigit: the latter lets through superscripts, which int() refuses
    if not (text.isdecimal() and len(text) < 10):
        return default
    return min(max(int(text), least), most)


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None
