"""How words become terms: one analysis for documents and queries, whichever engine searches.

A *surface* is a word as written, folded to lower case without accents; a *term* is its English
stem. Surfaces serve phrases, spelling and highlights; terms are what is indexed and scored.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import Stemmer

LONGEST_WORD = 40  # longer runs are cut: they are addresses, hashes or another script's sentences
MOST_CACHED_WORDS = 200_000

# Function words of English: they carry no subject. Written for questions as people type them.
_FUNCTION_WORDS = """
    a about above after again all also although am an and any are as at be became because been
    before being below between both but by can cannot could did do does doing done down during
    each either else ever every few for from further get got had has have having he hence her here
    hers him his how however i if in into is it its itself just let like many may me might more
    most much must my nor not of off on once one only onto or other our ours out over own per
    quite rather same shall she should since so some such than that the their theirs them then
    there these they this those through thus to too under until up upon us very was we were what
    when where whether which while who whom whose why will with within without would yet you your
    yours
"""
STOP_WORDS = frozenset(_FUNCTION_WORDS.split())

_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*")
_OWN = re.compile(r"['’ʼ]s$")
_APOSTROPHES = re.compile(r"['’ʼ]")
# Letters that no decomposition turns into their plain neighbour; first those of Ghana's languages.
_PLAIN = str.maketrans(
    {"ɛ": "e", "ɔ": "o", "ŋ": "n", "ɖ": "d", "ƒ": "f", "ɣ": "g", "ʋ": "v", "ɩ": "i", "ʊ": "u",
     "ɲ": "n", "ə": "e", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i"}
)  # fmt: skip
# American spellings are found under the British ones, and plurals that the stemmer misses.
_AMERICAN = re.compile(r"(?<=\w\w\w)yz(?=e|ing)|(?<=\w\w)iz(?=(?:e[drs]?|ers|es|ing|ations?)$)")
_SAME_WORDS = {
    "behavior": "behaviour", "center": "centre", "children": "child", "color": "colour",
    "counseling": "counselling", "counselor": "counsellor", "defense": "defence",
    "enrollment": "enrolment", "favor": "favour", "fulfill": "fulfil", "harbor": "harbour",
    "honor": "honour", "judgment": "judgement", "labor": "labour", "license": "licence",
    "men": "man", "neighbor": "neighbour", "offense": "offence", "practise": "practice",
    "program": "programme", "rumor": "rumour", "wives": "wife", "women": "woman",
}  # fmt: skip
_stemmer = Stemmer.Stemmer("english", 0)  # our own cache is faster than the stemmer's
_same = {_stemmer.stemWord(one): _stemmer.stemWord(other) for one, other in _SAME_WORDS.items()}
_surfaces: dict[str, str] = {}
_terms: dict[str, str] = {}


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: where it stands (`start`, `end` in that text) and what it becomes.

    `term` is empty for a function word, which is never searched for.
    """

    start: int
    end: int
    surface: str
    term: str


def normalise(text: str) -> str:
    """The text with letters and their accents as single characters, so that words stay whole."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def fold(text: str) -> str:
    """Lower case, without accents: `Ɔdɔ` becomes `odo`, `Élève` becomes `eleve`."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_PLAIN)
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def surface_of(word: str) -> str:
    """A single word as it is compared in phrases and offered as a spelling; may be empty."""
    known = _surfaces.get(word)
    if known is None:
        folded = _APOSTROPHES.sub("", _OWN.sub("", fold(word)))[:LONGEST_WORD]
        known = _remember(_surfaces, word, folded)
    return known


def term_of(word: str) -> str:
    """The stem a single word is indexed under; empty for a function word.

    A function word written in capitals is an acronym (WHO, IT, US) and is kept.
    """
    known = _terms.get(word)
    if known is None:
        surface = surface_of(word)
        is_function_word = surface in STOP_WORDS and not is_acronym(word)
        known = _remember(_terms, word, "" if is_function_word else _stem(surface))
    return known


def is_acronym(word: str) -> bool:
    """Whether a word is written as an acronym or identifier: never a spelling mistake."""
    if word.isalpha():
        return len(word) > 1 and word.isupper()
    return any(letter.isdigit() for letter in word)


def words_in(text: str) -> list[str]:
    """The words of a normalised text as written."""
    return _WORD.findall(text)


def terms_in(text: str) -> list[str]:
    """The terms of a text in order, function words left out."""
    return terms_of(_WORD.findall(normalise(text)))


def terms_of(words: Iterable[str]) -> list[str]:
    """The terms of words in order, function words left out."""
    return [term for term in map(term_of, words) if term]


def surfaces_in(text: str) -> list[str]:
    """Every word of a text in order, folded but not stemmed, function words included."""
    return [surface for surface in map(surface_of, _WORD.findall(normalise(text))) if surface]


def phrase_text(text: str) -> str:
    """A text in the form in which phrases are looked for: surfaces between single spaces."""
    return phrase_of(_WORD.findall(normalise(text)))


def phrase_of(words: Iterable[str]) -> str:
    """The same of its words."""
    return f" {' '.join(filter(None, map(surface_of, words)))} "


def placed_words(text: str) -> Iterator[Word]:
    """Each word of a normalised text with its place, for highlighting."""
    for match in _WORD.finditer(text):
        word = match.group()
        yield Word(match.start(), match.end(), surface_of(word), term_of(word))


def _stem(surface: str) -> str:
    stem = str(_stemmer.stemWord(_AMERICAN.sub(_with_s, surface)))
    return _same.get(stem, stem)


def _with_s(match: re.Match[str]) -> str:
    return match.group().replace("z", "s")


def _remember(cache: dict[str, str], word: str, answer: str) -> str:
    if len(cache) >= MOST_CACHED_WORDS:
        cache.clear()  # words of Zipf's tail; the common ones are back after one document
    cache[word] = answer
    return answer
