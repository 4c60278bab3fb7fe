"""What the home page and the help pages show of the directory."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from portal.content.urgent import Notice, PlaceToCall
from portal.core.questions import Question
from shelter_directory import enums
from shelter_directory.models import ShelterAlert, ShelterPage

ENOUGH_PLACES = 200  # a help page lists them all at once; it must stay light


def notices(at: dt.datetime) -> Iterator[Notice]:
    """Emergency notices that stand now."""
    for title, slug, message, raised_at in SHOWING.ask(at=at):
        yield Notice(
            about=title or "All shelters",
            message=message,
            url=f"/shelters/{slug}/" if slug else "/shelters/",
            raised_at=raised_at,
        )


def _showing(at: Any) -> Any:
    alerts = ShelterAlert.objects.showing(at=at)
    return alerts.values_list("shelter__title", "shelter__slug", "message", "raised_at")


SHOWING = Question(_showing, "at")


def places_to_call(today: dt.date) -> Iterator[PlaceToCall]:
    """Services that a person may call or come to by herself."""
    shelters = ShelterPage.objects.for_public().filter(
        accepts_referral_from__contains=[enums.ReferralRoute.SELF]
    )
    for page in shelters.order_by("region__name", "title")[:ENOUGH_PLACES]:
        shelter = page.shown_to_public(today=today)
        yield PlaceToCall(
            name=shelter.name,
            region_code="" if shelter.serves_all_regions else shelter.region.code,
            takes=", ".join(term.label for term in shelter.accepts),
            phone=shelter.phone,
            hours=shelter.intake_hours.label,
            url=shelter.url,
        )
