"""What other agencies may be asked without telling them anything: keyed compound tokens.

A token joins several things, so that counting equal tokens reads none of them (control 46): a
telephone or identity number; or the sound of a name, a birth year and the sound of the mother's
name or of the community. A day name counts as a name only beside another name that is none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from casebase.registry.matching.scoring import Prepared, Traits, digits, identifier
from casebase.registry.matching.sounds import Listener, Word
from casebase.registry.models import BlindToken, Case
from casebase.vault.enums import BlindPurpose
from casebase.vault.services import blind_index

Plain = tuple[BlindPurpose, tuple[str, ...]]
YEARS_EITHER_WAY = 2  # asked; a record is kept under one year


def forget_tokens(case: Case) -> None:
    stale = BlindToken.objects.filter(case_id=case.pk)
    stale._raw_delete(stale.db)  # the role may not read what a usual delete would fetch first


def keep_tokens(*, case: Case, traits: Traits) -> None:
    """Write the tokens of a case that has none."""
    BlindToken.objects.bulk_create(
        BlindToken(
            case=case,
            person_id=case.person_id,
            agency_id=case.agency_id,
            desk_id=case.desk_id,
            purpose=purpose.value,
            token=blind_index(purpose, *parts),
        )
        for purpose, parts in _plain(traits, years=_middle_year(traits))
    )


def asked_tokens(traits: Traits) -> list[bytes]:
    """The tokens to compare with other agencies', a few birth years either way."""
    years = [
        year + shift
        for year in _middle_year(traits)
        for shift in range(-YEARS_EITHER_WAY, YEARS_EITHER_WAY + 1)
    ]
    return [blind_index(purpose, *parts) for purpose, parts in _plain(traits, years=years)]


def _middle_year(traits: Traits) -> list[int]:
    if traits.birth_date:
        return [traits.birth_date.year]
    if traits.birth_year_from is None or traits.birth_year_until is None:
        return []
    return [(traits.birth_year_from + traits.birth_year_until + 1) // 2]


def _plain(traits: Traits, *, years: Sequence[int]) -> Iterator[Plain]:
    if phone := digits(traits.phone):
        yield BlindPurpose.PHONE, (phone,)
    if card := identifier(traits.national_id):
        yield BlindPurpose.NATIONAL_ID, (card,)
    said = Prepared(traits, Listener())
    seen: set[tuple[str, ...]] = set()
    for purpose, others in (
        (BlindPurpose.NAME_BIRTH_YEAR_MOTHER, said.mother),
        (BlindPurpose.NAME_BIRTH_YEAR_PLACE, said.community),
    ):
        for name, year, other in product(said.names, years, others):
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
