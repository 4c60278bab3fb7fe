"""What the public may know about a shelter. Every page, feed, API and index reads only this.

A new field of `ShelterPage` stays unseen until it is added here, by somebody who thought about it;
a test goes through every field and proves it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Choices

from shelter_directory import enums
from shelter_directory.freshness import Freshness, freshness

if TYPE_CHECKING:
    from shelter_directory.models import ShelterPage


@dataclass(frozen=True)
class Term:
    """A code of a vocabulary, with the words shown for it."""

    code: str
    label: str


@dataclass(frozen=True)
class PublicShelter:
    """One entry of the directory, named after HSDS 3 (service, service_at_location, phone).

    Attributes:
        url: path from the site's root.
        district: None where naming it would point to one hidden house (decision 2).
        address: None unless the operator signed off that visitors may come.
        phone: as it is read out.
        provider_name: who runs it, whether or not it is among the organisations.
        checked_by: an office, never a person.
    """

    key: str
    slug: str
    url: str
    name: str
    alternate_name: str
    summary: str
    description: str
    type: Term
    organisation: Term | None
    provider_name: str
    service_area: str
    region: Term
    serves_all_regions: bool
    district: Term | None
    accepts: tuple[Term, ...]
    sex: Term
    minimum_age: int | None
    maximum_age: int | None
    eligibility_description: str
    services: tuple[Term, ...]
    languages: tuple[Term, ...]
    intake_hours: Term
    intake_hours_description: str
    accepts_referral_from: tuple[Term, ...]
    referral_description: str
    accepting: Term
    phone: str
    phone_description: str
    other_phone: str
    sms: str
    address: str | None
    checked_on: dt.date | None
    checked_by: str
    is_verified: bool

    @property
    def ages(self) -> str:
        """The ages taken, in words; empty when there is no limit."""
        match self.minimum_age, self.maximum_age:
            case None, None:
                return ""
            case None, oldest:
                return f"up to {oldest} years"
            case youngest, None:
                return f"from {youngest} years"
            case youngest, oldest:
                return f"{youngest} to {oldest} years"

    @property
    def place(self) -> str:
        """District and region, as far as they may be named."""
        if self.district:
            return f"{self.district.label}, {self.region.label}"
        return f"{self.region.label} Region"


def project(page: ShelterPage, *, place_is_shown: bool, today: dt.date) -> PublicShelter:
    """The entry as everybody may see it.

    Args:
        place_is_shown: whether the district may be named; `ShelterQuerySet.for_public` knows.
    """
    owner = page.owner_organisation
    district = page.district if place_is_shown else None
    return PublicShelter(
        key=page.key,
        slug=page.slug,
        url=f"/shelters/{page.slug}/",  # design.md: an address that never changes
        name=page.title,
        alternate_name=page.alternate_name,
        summary=page.summary,
        description=page.description,
        type=_term(enums.ShelterType, page.shelter_type),
        organisation=Term(owner.code, owner.name) if owner else None,
        provider_name=page.provider_name or (owner.name if owner else ""),
        service_area=page.service_area,
        region=Term(page.region.code, page.region.name),
        serves_all_regions=page.serves_all_regions,
        district=Term(district.code, district.name) if district else None,
        accepts=_terms(enums.Accepts, page.accepts),
        sex=_term(enums.Sex, page.sex),
        minimum_age=page.minimum_age,
        maximum_age=page.maximum_age,
        eligibility_description=page.eligibility_description,
        services=_terms(enums.Service, page.services),
        languages=_terms(enums.Language, page.languages),
        intake_hours=_term(enums.IntakeHours, page.intake_hours),
        intake_hours_description=page.intake_hours_description,
        accepts_referral_from=_terms(enums.ReferralRoute, page.accepts_referral_from),
        referral_description=page.referral_description,
        accepting=_term(enums.Accepting, page.accepting),
        phone=page.phone,
        phone_description=page.phone_description,
        other_phone=page.other_phone,
        sms=page.sms,
        address=page.public_address if page.may_show_address() else None,
        checked_on=page.checked_on,
        checked_by=page.checked_by,
        is_verified=freshness(page.checked_on, today=today) is Freshness.CHECKED,
    )


def _term(vocabulary: type[Choices], code: str) -> Term:
    return Term(code, str(vocabulary(code).label))


def _terms(vocabulary: type[Choices], codes: Iterable[str]) -> tuple[Term, ...]:
    """In the vocabulary's order, whatever the order of ticking."""
    chosen = set(codes)
    return tuple(Term(code, str(label)) for code, label in vocabulary.choices if code in chosen)
