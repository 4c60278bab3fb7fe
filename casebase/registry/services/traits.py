"""From a record to what is compared: traits in clear, in memory, for one request."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING

from casebase.registry.codes.words import AgeBasis
from casebase.registry.matching.scoring import Traits
from casebase.registry.models import Person

if TYPE_CHECKING:
    from casebase.registry.services.register_child import Intake

KNOWN_BY = {AgeBasis.DOCUMENT: 0, AgeBasis.TOLD: 1, AgeBasis.MEDICAL: 1, AgeBasis.ESTIMATED: 1}
NOT_KNOWN = "NotKnown"


def traits_of(person: Person, texts: Mapping[str, str]) -> Traits:
    """The traits of a registered person.

    Args:
        texts: the opened identity; an absent field is not known.
    """
    district = person.origin_district
    return traits_from(
        texts,
        sex=person.sex,
        birth_year=person.birth_year,
        age_basis=person.age_basis,
        district=district.code if district else "",
    )


def traits_of_intake(intake: Intake) -> Traits:
    """The traits of a child about to be registered."""
    district = intake.origin_district
    return traits_from(
        intake.identity,
        sex=intake.sex,
        birth_year=intake.birth_year,
        age_basis=intake.age_basis,
        district=district.code if district else "",
    )


def traits_from(
    texts: Mapping[str, str],
    *,
    sex: str,
    birth_year: int | None,
    age_basis: str,
    district: str,
) -> Traits:
    """The traits of what a form or a record says.

    A birth year worked out from an age is this year or the one before it.
    """
    spare = KNOWN_BY.get(AgeBasis(age_basis), 1) if age_basis else 1
    return Traits(
        given_name=texts.get("given_name", ""),
        other_names=texts.get("other_names", ""),
        sex="" if sex == NOT_KNOWN else sex,
        birth_date=_date(texts.get("birth_date", "")),
        birth_year_from=None if birth_year is None else birth_year - spare,
        birth_year_until=birth_year,
        district=district,
        community=texts.get("community", ""),
        mother_name=texts.get("mother_name", ""),
        father_name=texts.get("father_name", ""),
        phone=texts.get("phone", ""),
        national_id=texts.get("national_id", ""),
        marks=texts.get("marks", ""),
    )


def _date(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError:
        return None
