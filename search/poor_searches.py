"""Searches that found too little, counted so that no reader's words are kept.

Note [What is kept of a search]: people type victims' names into search boxes. So:
- Nothing typed is written anywhere. What is counted is the *masked* search: its words that the
  index holds anyway, in alphabetical order; of all other words only how many there were.
- Only memory knows a masked search until five different readers have made it on one day, and
  only then is their number written (`PoorSearch`; a constraint refuses fewer).
- A reader is told from another by a digest of address and browser, with a salt that is drawn by
  each process for each day, kept in memory and thrown away at midnight. It is never written.
- A search found in full leaves nothing at all. Rows go after ninety days.
Each process counts for itself: a search may need up to nine readers to be seen by two processes.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import logging
import secrets
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import DatabaseError, connection, transaction
from django.http import HttpRequest
from django.utils import timezone

from portal.core.lockout import client_address
from search import rows, text
from search.contract import Met, SearchRequest, SearchResponse
from search.models import FEWEST_READERS, PoorSearch
from search.question import parse

logger = logging.getLogger(__name__)

MOST_WORDS = 6  # a longer text is nobody's search for a page; it is not counted
MOST_REMEMBERED = 5_000  # masked searches a day and process
KEPT_FOR = dt.timedelta(days=90)

ADD = """
INSERT INTO search_poorsearch (day, words, unknown_words, found_some, readers)
VALUES (%s, %s::varchar[], %s, %s, %s)
ON CONFLICT (day, words, unknown_words, found_some)
DO UPDATE SET readers = search_poorsearch.readers + EXCLUDED.readers
"""
ONE_MORE = """
UPDATE search_poorsearch SET readers = readers + 1
WHERE day = %s AND words = %s::varchar[] AND unknown_words = %s AND found_some = %s
"""


@dataclass(frozen=True)
class Masked:
    """What may be counted of a search: see Note [What is kept of a search]."""

    words: tuple[str, ...]
    unknown_words: int
    found_some: bool


def masked(typed: str, *, found_some: bool) -> Masked | None:
    """The countable part of a search; None where there is none, or too much."""
    written = {text.surface_of(word): term for word in parse(typed).words
               if (term := text.term_of(word))}  # fmt: skip
    if not written or len(written) > MOST_WORDS:
        return None
    seen = {word for (word,) in rows.fetch(rows.SEEN, [list(written)])}
    held = {term for (term,) in rows.fetch(rows.KNOWN, [list(written.values())])}
    # A form of a word that no page has is written as the stem that pages have.
    known = {word if word in seen else term for word, term in written.items() if term in held}
    unknown = sum(term not in held for term in written.values())
    return Masked(tuple(sorted(known)), unknown, found_some)


@dataclass
class _Day:
    """What one process remembers of one day; gone at midnight and with the process."""

    day: dt.date
    salt: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    readers: dict[Masked, set[bytes]] = field(default_factory=dict)

    def count(self, search: Masked, reader: str) -> int:
        """How many readers to add to what is written: none, the first five, or one more."""
        if search not in self.readers and len(self.readers) >= MOST_REMEMBERED:
            return 0
        known = self.readers.setdefault(search, set())
        digest = hashlib.blake2b(reader.encode(), key=self.salt, digest_size=8).digest()
        if digest in known:
            return 0
        known.add(digest)
        if len(known) < FEWEST_READERS:
            return 0
        return FEWEST_READERS if len(known) == FEWEST_READERS else 1


_lock = threading.Lock()
_today = _Day(dt.date.min)


def notice(request: HttpRequest, asked: SearchRequest, answer: SearchResponse) -> None:
    """Count a reader's search that found too little. An answer never fails by it.

    Whoever carries a session is an editor trying things out, and is not counted.
    """
    if answer.met is Met.WHOLLY or request.COOKIES:
        return
    search = masked(asked.text, found_some=answer.met is Met.PARTLY)
    if search is None:
        return
    reader = f"{client_address(request)} {request.headers.get('User-Agent', '')[:300]}"
    if number := _count(search, reader, on=timezone.localdate()):
        _write(search, number, on=timezone.localdate())


def _count(search: Masked, reader: str, *, on: dt.date) -> int:
    global _today
    with _lock:
        if _today.day != on:
            _today = _Day(on)
        return _today.count(search, reader)


def _write(search: Masked, readers: int, *, on: dt.date) -> None:
    row: list[Any] = [on, list(search.words), search.unknown_words, search.found_some]
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            if readers == 1:
                cursor.execute(ONE_MORE, row)
            else:
                cursor.execute(ADD, [*row, readers])
    except DatabaseError:
        logger.warning("a poor search could not be counted")


def forget() -> None:
    """Forget what this process remembers of today."""
    global _today
    with _lock:
        _today = _Day(dt.date.min)


def drop_old(*, on: dt.date) -> int:
    """Delete what is older than ninety days; how many rows."""
    return PoorSearch.objects.filter(day__lt=on - KEPT_FOR).delete()[0]


@dataclass(frozen=True)
class Line:
    """One masked search over some days, for the report."""

    words: str
    unknown_words: int
    found_some: bool
    readers: int
    last_on: dt.date


def lines(*, since: dt.date, most: int = 100) -> Sequence[Line]:
    """The masked searches most readers made since a day, and found too little."""
    found = PoorSearch.objects.filter(day__gte=since).order_by("day").iterator()
    kept: dict[tuple[str, int], Line] = {}
    for row in found:
        name = (" ".join(row.words), row.unknown_words)
        before = kept[name].readers if name in kept else 0
        kept[name] = Line(*name, row.found_some, before + row.readers, row.day)
    return sorted(kept.values(), key=lambda line: (-line.readers, line.words))[:most]
