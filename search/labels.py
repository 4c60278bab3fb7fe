"""What readers see for a facet and its values."""

from __future__ import annotations

import time
from collections.abc import Mapping

from django.db.models import TextChoices

from portal.content.models import Organisation, Topic
from portal.core.models import District, Region
from portal.publications.enums import PublicationType
from shelter_directory.enums import Accepts, Language, ReferralRoute, Service, ShelterType

FACET_LABELS = {
    "kind": "Kind", "topic": "Topic", "region": "Region", "district": "District",
    "type": "Type", "organisation": "Organisation", "year": "Year",
    "service": "Service", "accepts": "Accepts", "accepts_referral_from": "Takes people sent by",
    "language": "Language", "status": "Status",
}  # fmt: skip
KINDS = {
    "sop": "Procedure", "publication": "Publication", "shelter": "Shelter or service",
    "statistics": "Statistics",    "organisation": "Organisation", "topic": "Topic", "page": "Page",
}  # fmt: skip
LANGUAGES = {"en": "English", "tw": "Twi", "ak": "Akan", "ee": "Ewe", "gaa": "Ga",
             "dag": "Dagbani", "ha": "Hausa", "fr": "French"}  # fmt: skip
REMEMBERED_FOR = 60.0  # seconds; vocabularies change a few times a year
_from_rows: tuple[float, Mapping[str, Mapping[str, str]]] = (0.0, {})


def label(facet: str, value: str) -> str:
    """The words for a value; the value itself, made readable, where no vocabulary has it."""
    known = _vocabularies().get(facet, {}).get(value)
    return known or (value if facet == "year" else value.replace("-", " ").replace("_", " "))


def _vocabularies() -> Mapping[str, Mapping[str, str]]:
    global _from_rows
    read_at, known = _from_rows
    if not known or time.monotonic() - read_at > REMEMBERED_FOR:
        known = {
            "kind": KINDS,
            "language": {**_choices(Language), **LANGUAGES},
            "type": {**_choices(PublicationType), **_choices(ShelterType)},
            "service": _choices(Service),
            "accepts": _choices(Accepts),
            "accepts_referral_from": _choices(ReferralRoute),
            "topic": dict(Topic.objects.values_list("code", "label")),
            "organisation": dict(Organisation.objects.values_list("code", "name")),
            "region": dict(Region.objects.values_list("code", "name")),
            "district": dict(District.objects.values_list("code", "name")),
        }
        _from_rows = (time.monotonic(), known)
    return known


def _choices(choices: type[TextChoices]) -> dict[str, str]:
    return {str(value): str(words) for value, words in choices.choices}
