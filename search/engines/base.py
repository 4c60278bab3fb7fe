"""What an engine does: it finds, scores and counts. Words, highlights and labels are not its work.

The rows of `SearchDoc` are the truth for both engines; an engine answers with their ids, and
whatever has no row any more is not shown.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Protocol

from search.contract import Order
from search.question import Question


class EngineUnavailable(Exception):
    """The engine did not answer in time or answered nonsense; another one must."""


@dataclass(frozen=True)
class Lookup:
    """One question put to an engine.

    Attributes:
        filters: facet to accepted values: any inside one, every facet together.
        facets: the facets to count; each is counted without its own filter.
        all_words: only entries holding every group of the question. Dated orders use it wherever
            any entry holds them all.
        limit: 0 only counts.
        before: what was found for the same lookup before words of feedback joined the question,
            which add to the scores only; an engine may build on its `basis`.
        until: on the monotonic clock, when another engine must take over; None: no hurry.
    """

    question: Question
    filters: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    facets: tuple[str, ...] = ()
    date_from: dt.date | None = None
    date_until: dt.date | None = None
    order: Order = Order.RELEVANCE
    all_words: bool = False
    offset: int = 0
    limit: int = 10
    until: float | None = None
    before: Found | None = None


@dataclass(frozen=True)
class FoundDoc:
    doc_id: int
    score: float


@dataclass(frozen=True)
class Found:
    """What an engine found.

    Hits are in order: every word before some words, then score, then the smaller id; a question
    without words gives the newest first. `counts` holds facet → value → entries.

    Attributes:
        known: the terms of the question that some entry holds; None: the engine does not tell.
        basis: what the same engine may build on, see `Lookup.before`; nobody else looks at it.
    """

    hits: Sequence[FoundDoc]
    total: int
    total_is_exact: bool = True
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    known: Set[str] | None = None
    basis: object = field(default=None, repr=False, compare=False)


@dataclass(frozen=True)
class EngineStatus:
    """State for operators: entries held, and anything that needs their hand, in words."""

    name: str
    entries: int
    notes: tuple[str, ...] = ()


class Engine(Protocol):
    """A search engine. `apply` and `remove` are idempotent and may be repeated after a crash."""

    name: str

    def find(self, lookup: Lookup) -> Found:
        """Raises EngineUnavailable, and nothing else, when it cannot answer."""
        ...

    def apply(self, doc_ids: Sequence[int]) -> None:
        """Bring these entries to the state of their `SearchDoc` rows."""
        ...

    def remove(self, doc_ids: Sequence[int]) -> None:
        """Forget these entries."""
        ...

    def rebuild(self) -> int:
        """Build the whole index anew from the rows while searches go on; the entries written."""
        ...

    def catch_up(self) -> int:
        """Send what could not be sent before; the number of changes."""
        ...

    def reconcile(self) -> int:
        """Compare with the rows, repair what differs; the number repaired."""
        ...

    def status(self) -> EngineStatus: ...
