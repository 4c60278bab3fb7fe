"""Suggestions while typing: titles and the editors' words, never what other people typed."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode

from search import editorial, rows, text

SHORTEST = 2
MOST = 8


@dataclass(frozen=True)
class Suggestion:
    text: str
    url: str


def suggestions(typed: str) -> list[Suggestion]:
    """At most eight; none for a single letter."""
    surfaces = text.surfaces_in(typed)[:8]
    if len("".join(surfaces)) < SHORTEST:
        return []
    found = [
        Suggestion(phrase, f"/search/?{urlencode({'q': phrase})}")
        for phrase in _curated()
        if text.phrase_text(phrase).startswith(f" {' '.join(surfaces)}")
    ]
    return (found + _titles(surfaces))[:MOST]


def _curated() -> list[str]:
    return sorted({other for others in editorial.synonyms().values() for other in others})


def _titles(surfaces: list[str]) -> list[Suggestion]:
    *whole, last = surfaces
    query = " & ".join([*whole, f"{last}:*"])
    rows.keep_to_indexes()
    found = rows.fetch(rows.TITLES, [query])
    begins = f" {' '.join(surfaces)}"
    found.sort(key=lambda row: (not text.phrase_text(row[0]).startswith(begins), len(row[0]), row))
    return [Suggestion(title, url) for title, url in found[:MOST]]
