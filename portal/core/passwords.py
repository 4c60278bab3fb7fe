"""Which passwords are taken. Long ones of any script; not those that somebody here would guess."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.core.exceptions import ValidationError

from portal.core.models import Agency, District, PlaceAlias, Region

LONGEST = 256
SHORTEST_WORD = 5  # shorter names ("Ho", "Wa", "Keta") stand inside too many honest words
OUR_WORDS = (
    "harbour", "harbor", "secretariat", "traffick", "ghana", "police", "immigration", "welfare",
    "shelter", "password", "caseworker", "hotline",
)  # fmt: skip
# Parts of names that are ordinary words.
PLAIN_WORDS = frozenset(
    {"central", "eastern", "western", "northern", "southern", "north", "south", "upper", "lower"}
    | {"greater", "lake", "office", "service", "services", "social", "human", "department", "unit"}
    | {"child", "children", "women", "national", "international", "organisation", "ministry"}
    | {"foundation", "centre", "court", "board", "commission", "authority"}
)
ROWS = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiopasdfghjklzxcvbnm", "azertyuiop")
RUN = 4  # so many neighbours in a row count as one sign


def folded(text: str) -> str:
    """Letters and digits only, without accents and case, common stand-ins read as letters."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(sign for sign in plain if sign.isalnum())
    return kept.translate(str.maketrans("013457", "oieast"))


class LongestPassword:
    """A limit against abuse only."""

    def validate(self, password: str, user: Any = None) -> None:
        if len(password) > LONGEST:
            raise ValidationError(
                f"This password has more than {LONGEST} characters. Choose a shorter one.",
                code="password_too_long",
            )

    def get_help_text(self) -> str:
        return f"At most {LONGEST} characters; any letters, signs and spaces."


class ContextWords:
    """Refuses words that anybody who knows this work would try first."""

    def validate(self, password: str, user: Any = None) -> None:
        text = folded(password)
        for word in _context_words(user):
            if folded(word) in text:
                raise ValidationError(
                    f"This password holds “{word}”, which people who know this work would try "
                    "first. Leave it out.",
                    code="password_has_context_word",
                )

    def get_help_text(self) -> str:
        return "No name of an agency, a region or a district, and no word of this work."


def _context_words(user: Any) -> Iterator[str]:
    yield from OUR_WORDS
    for model in (Agency, Region, District, PlaceAlias):
        yield from _telling_words(model._default_manager.values_list("name", flat=True))
    for model in (Region, District):
        yield from _telling_words(model._default_manager.values_list("capital", flat=True))
    yield from _telling_words(Agency.objects.values_list("code", flat=True))
    if user is not None:
        yield from _telling_words([user.name, user.email.split("@")[0]])


def _telling_words(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        for word in re.split(r"[\W_]+", name):
            if len(word) >= SHORTEST_WORD and word.casefold() not in PLAIN_WORDS:
                yield word


class Predictable:
    """Refuses what is long but says little: repetitions, runs of keys, a dressed-up common one."""

    LEAST = 8  # different pieces that a long password must still have

    def __init__(self) -> None:
        self._common = CommonPasswordValidator()

    def validate(self, password: str, user: Any = None) -> None:
        if len(_without_runs(password.casefold())) < self.LEAST or _is_a_repetition(password):
            raise ValidationError(
                "This password repeats itself or follows the keys in a row. Choose several words "
                "that have nothing to do with each other.",
                code="password_predictable",
            )
        self._common.validate(re.sub(r"[\W\d_]+$|^[\W\d_]+", "", password) or password)

    def get_help_text(self) -> str:
        return "No repetition, no row of keys, no common password with digits added."


def _without_runs(text: str) -> str:
    """Each run of equal or neighbouring keys shortened to its first sign."""
    kept, at = [], 0
    while at < len(text):
        end = at + 1
        while end < len(text) and _are_neighbours(text[end - 1], text[end]):
            end += 1
        kept.append(text[at] if end - at >= RUN else text[at:end])
        at = end
    return "".join(kept)


def _are_neighbours(left: str, right: str) -> bool:
    pair = left + right
    return left == right or any(pair in row or pair[::-1] in row for row in ROWS)


def _is_a_repetition(password: str) -> bool:
    """`umbrellaumbrella`: some part, said at least twice, makes the whole."""
    return (password + password).find(password, 1) < len(password)
