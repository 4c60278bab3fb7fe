"""What search may know about shelters: the public projection, nothing else."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from portal.content.providers import Projection
from shelter_directory.models import ShelterPage
from shelter_directory.public import PublicShelter, Term


class ShelterProvider:
    kind = "shelter"
    model = ShelterPage

    def public_queryset(self) -> QuerySet[Any]:
        return ShelterPage.objects.for_public()

    def project(self, page: ShelterPage) -> Projection:
        shelter = page.shown_to_public(today=timezone.localdate())
        return Projection(
            key=shelter.key,
            kind=self.kind,
            title=shelter.name,
            summary=shelter.summary,
            body=_body(shelter),
            url=shelter.url,
            keywords=tuple(filter(None, (shelter.alternate_name, shelter.place, shelter.phone))),
            facets=_facets(page, shelter),
            date=shelter.checked_on,
        )

    def key_of(self, page: ShelterPage) -> str:
        return page.key


def _facets(page: ShelterPage, shelter: PublicShelter) -> dict[str, tuple[str, ...]]:
    facets = {
        "region": (shelter.region.code,),
        "district": (shelter.district.code,) if shelter.district else (),
        "type": (shelter.type.code,),
        "service": _codes(shelter.services),
        "accepts": _codes(shelter.accepts),
        "accepts_referral_from": _codes(shelter.accepts_referral_from),
        "language": _codes(shelter.languages),
        "organisation": (shelter.organisation.code,) if shelter.organisation else (),
        "topic": tuple(page.topics.values_list("code", flat=True)),
    }
    return {name: codes for name, codes in facets.items() if codes}


def _codes(terms: tuple[Term, ...]) -> tuple[str, ...]:
    return tuple(term.code for term in terms)


def _body(shelter: PublicShelter) -> str:
    """What a searcher may type: whom it takes, what it gives, where, in which languages."""
    lists = (shelter.accepts, shelter.services, shelter.languages, shelter.accepts_referral_from)
    parts = [
        shelter.description,
        shelter.type.label,
        shelter.place,
        shelter.service_area,
        *(term.label for terms in lists for term in terms),
        shelter.ages,
        shelter.eligibility_description,
        shelter.intake_hours.label,
        shelter.intake_hours_description,
        shelter.referral_description,
        shelter.address or "",
    ]
    return "\n".join(part for part in parts if part)
