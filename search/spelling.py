"""Corrections of misspelt words, found through words with one letter left out.

Two words within one slip (a letter more, less, wrong, or two swapped) share a form with one
letter left out. The forms are indexed, so a correction costs by the word's length, not by the
size of the vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set

from django.db import connection, transaction

from search import rows, text

SHORTEST_CORRECTED = 5  # shorter ones are as often somebody's acronym
LONGEST_WITH_TWO_SLIPS = 14
MOST_REMEMBERED = 300_000
_remembered: set[str] = set()  # words known to be stored; saves asking for each of them again


def shortened(word: str) -> list[str]:
    """The word and its forms with one letter left out."""
    return list(dict.fromkeys([word, *(word[:i] + word[i + 1 :] for i in range(len(word)))]))


def remember(words: Mapping[str, str]) -> None:
    """Keep words (with their term) as possible corrections. Words are never taken away: one whose
    term no entry holds any more is not offered."""
    unknown = sorted(words.keys() - _remembered)
    if not unknown:
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO search_searchword (word, term, shortened)"
            " SELECT word, term, ARRAY(SELECT DISTINCT CASE WHEN i = 0 THEN word"
            "  ELSE left(word, i - 1) || substr(word, i + 1) END"
            "  FROM generate_series(0, length(word)) AS i)"
            " FROM unnest(%s::varchar[], %s::varchar[]) AS v(word, term) ON CONFLICT DO NOTHING",
            [unknown, [words[word] for word in unknown]],
        )
    transaction.on_commit(lambda: _note(unknown))


def _note(stored: Sequence[str]) -> None:
    if len(_remembered) > MOST_REMEMBERED:
        _remembered.clear()
    _remembered.update(stored)


def unknown(words: Iterable[str], *, known: Set[str] | None = None) -> list[str]:
    """Which of these words, as written, no entry holds. Function words are never unknown.

    Args:
        known: all their terms that some entry holds; None: look.
    """
    terms = {term: word for word in words if (term := text.term_of(word))}
    if known is None:
        known = {term for (term,) in rows.fetch(rows.KNOWN, [list(terms)])} if terms else set()
    return [word for term, word in terms.items() if term not in known]


def corrected(typed: str, words: Iterable[str]) -> str:
    """What was typed with these words corrected; empty when nothing better is known."""
    better = typed
    for word, candidates in corrections(words).items():
        if candidates[0] != text.surface_of(word):
            better = _put(better, word, candidates[0])
    return better if better != typed else ""


def with_slips_mended(typed: str, words: Iterable[str]) -> str:
    """What was typed with words mended that nobody writes so, though their stem is known.

    "referal" has the stem of "refer", so it finds something, but not the referral that was meant.
    A plural that no entry holds is no slip: only a stored word of another stem, one slip away and
    with the same ending, is put in its place. Empty when there is none.
    """
    surfaces = {text.surface_of(word): word for word in words if not text.is_acronym(word)}
    long = [surface for surface in surfaces if len(surface) > SHORTEST_CORRECTED]
    seen = {word for (word,) in rows.fetch(rows.SEEN, [long])} if long else set()
    better = typed
    for surface in (surface for surface in long if surface not in seen):
        meant = [found for found in _neighbours(surface) if _is_a_slip_of(surface, found[0])]
        if meant:
            likeliest = max(meant, key=lambda found: (_likeness(surface, *found), found[0]))
            better = _put(better, surfaces[surface], likeliest[0])
    return better if better != typed else ""


def _is_a_slip_of(typed: str, candidate: str) -> bool:
    return (
        candidate[-2:] == typed[-2:]
        and text.term_of(candidate) != text.term_of(typed)
        and distance(typed, candidate) == 1
    )


def _put(typed: str, word: str, better: str) -> str:
    return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", better, typed)


def corrections(words: Iterable[str], *, most: int = 5) -> dict[str, list[str]]:
    """Likely spellings of words that no entry holds, the likeliest first.

    Acronyms, identifiers and short words are never corrected: they get no entry in the answer.
    """
    wanted = {
        surface: word
        for word in words
        if not text.is_acronym(word) and len(surface := text.surface_of(word)) >= SHORTEST_CORRECTED
    }
    answers = {}
    for surface, word in wanted.items():
        candidates = _neighbours(surface)
        if candidates:
            ranked = sorted(candidates, key=lambda c: (-_likeness(surface, *c), c[0]))
            answers[word] = [candidate for candidate, _ in ranked[:most]]
    return answers


def _neighbours(surface: str) -> list[tuple[str, int]]:
    """Stored words that share a shortened form, with the entries that hold them."""
    forms = shortened(surface)
    # Two slips are caught where one of them is a letter too many or too few.
    # In a long word they are left alone: its doubly shortened forms grow with its length squared.
    may_be_two = 6 <= len(surface) <= LONGEST_WITH_TWO_SLIPS
    twice = [two for one in forms[1:] for two in shortened(one)] if may_be_two else []
    return list(rows.fetch(rows.NEIGHBOURS, [list(dict.fromkeys(forms + twice))]))


def _likeness(typed: str, candidate: str, documents: int) -> float:
    """Higher is likelier: few slips, the same first letter, then how common the word is."""
    slips = distance(typed, candidate)
    common = min(documents, 10_000) ** 0.25
    return -6.0 * slips + (1.5 if typed[0] == candidate[0] else 0.0) + 0.4 * common


def distance(one: str, other: str) -> int:
    """Slips between two words: letters added, lost, changed, or neighbours swapped."""
    before: Sequence[int] = []
    row: list[int] = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, start=1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]
