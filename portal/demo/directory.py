"""Making the directory's entries from the content files: public fields only."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils import timezone

from portal.core.models import District, Region
from portal.core.places import plain
from portal.demo import content_files, tree
from portal.demo.content_files import Entry
from shelter_directory.enums import IntakeHours, Language
from shelter_directory.models import DirectoryPage, ShelterPage

LANGUAGES = {language.label: language.value for language in Language}


def load(say: tree.Say) -> None:
    """Every entry that is not there yet."""
    directory = DirectoryPage.objects.get()
    known = set(ShelterPage.objects.values_list("slug", flat=True))
    entries = [entry for entry in content_files.services() if entry["slug"] not in known]
    today = timezone.localdate()
    for entry in entries:
        page = ShelterPage(**_fields(entry, today=today))
        tree.publish(directory, page, topics=tree.topics_named(["shelter-care"]))
    say(f"  services: {len(entries)} made, {len(known)} there already")


def _fields(entry: Entry, *, today: dt.date) -> dict[str, Any]:
    region = Region.objects.get(name=entry["region"])
    checked_on = today - dt.timedelta(days=entry["checked_days_ago"])
    return {
        "title": entry["name"],
        "slug": entry["slug"],
        "summary": entry["summary"],
        "description": _description(entry),
        "shelter_type": entry["kind"],
        "service_area": entry["service_area"],
        "serves_all_regions": entry["service_area"].startswith("The whole country"),
        "region": region,
        "district": _district(region, entry.get("district")),
        "owner_organisation": tree.organisation_named(entry.get("provider")),
        "accepts": entry["accepts"],
        "sex": entry["sex"],
        "minimum_age": entry.get("age_from"),
        "maximum_age": entry["age_until"] - 1 if "age_until" in entry else None,
        "services": entry["services"],
        "languages": [LANGUAGES[name] for name in entry["languages"]],
        **_reaching(entry, checked_on),
        "accepting": entry["accepting"],
        "checked_on": checked_on,
        "checked_by": entry["checked_by"],
    }


def _reaching(entry: Entry, checked_on: dt.date) -> dict[str, Any]:
    is_always = entry.get("open_day_and_night", False)
    numbers = [entry.get("phone_other"), entry.get("sms") and f"text {entry['sms']}"]
    others = [number for number in numbers if number]
    has_address = "address" in entry
    return {
        "intake_hours": IntakeHours.ALWAYS if is_always else IntakeHours.SET_HOURS,
        "intake_hours_description": entry["intake_hours"],
        "accepts_referral_from": entry["referral_from"],
        "phone": entry["phone"],
        "phone_description": f"Also {' or '.join(others)}." if others else "",
        "public_address": entry.get("address", ""),
        "address_signed_off_by": entry["checked_by"] if has_address else "",
        "address_signed_off_on": checked_on if has_address else None,
    }


def _description(entry: Entry) -> str:
    parts = [
        f"Run by {entry['provider_name']}." if "provider_name" in entry else "",
        entry.get("note", ""),
        "" if entry["kind"] == "hotline" else content_files.NOTICE,
    ]
    return "\n\n".join(part for part in parts if part)


def _district(region: Region, name: str | None) -> District | None:
    """The district of that name in the region, however it is spelt."""
    if name is None:
        return None
    wanted = plain(name)
    for district in District.objects.filter(region=region):
        if plain(district.name) == wanted:
            return district
    raise LookupError(f"{region} has no district called {name}.")
