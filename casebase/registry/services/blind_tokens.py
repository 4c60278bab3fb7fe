"""What other agencies may be asked without telling them anything: keyed compound tokens.

A token joins several things, so that counting equal tokens reads none of them (control 46): a
telephone or identity number; or the sound of a name, a birth year and the sound of the mother's
name or of the community. A day name counts as a name only beside another name that is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.db import connection

from casebase.registry.matching.scoring import Prepared, Traits, digits, identifier
from casebase.registry.matching.sounds import Listener, Word
from casebase.registry.models import BlindToken, Case
from casebase.vault.enums import BlindPurpose
from casebase.vault.services import blind_indexes

Plain = tuple[BlindPurpose, tuple[str, ...]]
# One text however many there are, so PostgreSQL plans it once.
KEEP = """
INSERT INTO registry_blindtoken (id, case_id, person_id, agency_id, desk_id, purpose, token)
SELECT gen_random_uuid(), %s, %s, %s, %s, new.purpose, new.token
  FROM unnest(%s::varchar[], %s::bytea[]) AS new (purpose, token)"""
MOST_NAMES, MOST_OTHERS = 6, 5  # words; a sentence in a field of names is read no further
YEARS_EITHER_WAY = 2  # asked; a record is kept under one year


def forget_tokens(case: Case) -> None:
    stale = BlindToken.objects.filter(case_id=case.pk)
    stale._raw_delete(stale.db)  # the role may not read what a usual delete would fetch first


@dataclass(frozen=True)
class Tokens:
    """Of one record.

    Attributes:
        kept: those that others find it by.
        asked: those to compare with other agencies', a few birth years either way.
    """

    kept: list[tuple[BlindPurpose, bytes]]
    asked: list[bytes]


def tokens_of(traits: Traits) -> Tokens:
    """The tokens of what is known of a child."""
    said, years = Prepared(traits, Listener()), _middle_year(traits)
    either_way = range(-YEARS_EITHER_WAY, YEARS_EITHER_WAY + 1)
    near = [year + shift for year in years for shift in either_way]
    asked = list(_plain(said, near))
    tokens = dict(zip(asked, blind_indexes(asked), strict=True))
    kept = [(plain[0], tokens[plain]) for plain in _plain(said, years)]
    return Tokens(kept, list(tokens.values()))


def keep_tokens(*, case: Case, tokens: Tokens) -> None:
    """Write the tokens of a case that has none."""
    purposes: list[Any] = [purpose.value for purpose, _ in tokens.kept]
    kept: list[Any] = [token for _, token in tokens.kept]
    owned: list[Any] = [case.pk, case.person_id, case.agency_id, case.desk_id]
    with connection.cursor() as cursor:
        cursor.execute(KEEP, [*owned, purposes, kept])


def _middle_year(traits: Traits) -> list[int]:
    if traits.birth_date:
        return [traits.birth_date.year]
    if traits.birth_year_from is None or traits.birth_year_until is None:
        return []
    return [(traits.birth_year_from + traits.birth_year_until + 1) // 2]


def _plain(said: Prepared, years: Sequence[int]) -> Iterator[Plain]:
    if phone := digits(said.traits.phone):
        yield BlindPurpose.PHONE, (phone,)
    if card := identifier(said.traits.national_id):
        yield BlindPurpose.NATIONAL_ID, (card,)
    seen: set[tuple[str, ...]] = set()
    for purpose, others in (
        (BlindPurpose.NAME_BIRTH_YEAR_MOTHER, said.mother),
        (BlindPurpose.NAME_BIRTH_YEAR_PLACE, said.community),
    ):
        for name, year, other in product(said.names[:MOST_NAMES], years, others[:MOST_OTHERS]):
            parts = (_sound(name), str(year), _sound(other))
            if _says_enough(name, other, purpose) and (purpose, *parts) not in seen:
                seen.add((purpose, *parts))
                yield purpose, parts


def _says_enough(name: Word, other: Word, purpose: BlindPurpose) -> bool:
    if purpose is BlindPurpose.NAME_BIRTH_YEAR_PLACE:
        return not name.is_day
    return not (name.is_day and other.is_day)


def _sound(word: Word) -> str:
    return min(word.groups) if word.groups else word.key
