"""The part of a text that shows why it was found, with `<mark>` around the words.

The text is escaped here, so that its answers are safe HTML whatever the text holds.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString

from search import text

SNIPPET = 240  # characters
MOST_READ = 6_000  # characters of a body looked through
_MOST_PLACES = 200
NOTHING = SafeString("")


@dataclass(frozen=True)
class Excerpt:
    """Plain and marked text; `words` is how many different words of the reader it shows."""

    plain: str = ""
    html: SafeString = NOTHING
    words: int = 0


@dataclass(frozen=True, slots=True)
class _Place:
    start: int
    end: int
    term: str


def mark(written: str, terms: Collection[str]) -> SafeString:
    """The whole text, escaped, with every word of these terms marked."""
    content = text.normalise(written)
    return _marked(content, _places(content, terms), 0, len(content))


def excerpt(written: str, terms: Collection[str], *, size: int = SNIPPET) -> Excerpt:
    """The window of at most `size` characters that shows most of the words."""
    content = " ".join(text.normalise(written[:MOST_READ]).split())
    places = _places(content, terms)
    start, words = _best_start(places, size)
    first, last = _window(content, start, size)
    before, after = "… " if first else "", " …" if last < len(content) else ""
    marked = _marked(content, places, first, last)
    return Excerpt(
        plain=f"{before}{content[first:last]}{after}",
        html=SafeString(f"{before}{marked}{after}"),
        words=words,
    )


def _places(content: str, terms: Collection[str]) -> list[_Place]:
    """Where the words of these terms stand, in order, not overlapping."""
    if not terms:
        return []
    found: list[_Place] = []
    for word in set(text.words_in(content)):
        if (term := text.term_of(word)) in terms:
            _find(content, word, term, found)
    found.sort(key=lambda place: (place.start, -place.end))
    apart: list[_Place] = []
    for place in found:
        if not apart or place.start >= apart[-1].end:
            apart.append(place)
    return apart


def _find(content: str, word: str, term: str, found: list[_Place]) -> None:
    at = content.find(word)
    while at >= 0 and len(found) < _MOST_PLACES:
        end = at + len(word)
        if not (at and content[at - 1].isalnum()) and not content[end : end + 1].isalnum():
            found.append(_Place(at, end, term))
        at = content.find(word, end)


def _best_start(places: Sequence[_Place], size: int) -> tuple[int, int]:
    """Where the window with most different words begins, and how many it shows."""
    best, shown = 0, 0
    for place in places:
        inside = {p.term for p in places if place.start <= p.start and p.end <= place.start + size}
        if len(inside) > shown:
            best, shown = place.start, len(inside)
    return best, shown


def _window(content: str, start: int, size: int) -> tuple[int, int]:
    """Bounds at word ends, with some text before the first marked word."""
    if len(content) <= size:
        return 0, len(content)
    room = size - 4  # for the dots
    first = max(0, min(start - room // 4, len(content) - room))
    if first:
        first = content.find(" ", first, first + 40) + 1 or first
    last = min(first + room, len(content))
    if last < len(content):
        last = max(content.rfind(" ", first + room // 2, last), first + room // 2)
    return first, last


def _marked(content: str, places: Sequence[_Place], first: int, last: int) -> SafeString:
    parts, at = [], first
    for place in places:
        if place.start < at or place.end > last:
            continue
        before, word = content[at : place.start], content[place.start : place.end]
        parts.append(f"{escape(before)}<mark>{escape(word)}</mark>")
        at = place.end
    return SafeString("".join(parts) + escape(content[at:last]))
