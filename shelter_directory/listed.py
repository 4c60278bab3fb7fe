"""How shelters are listed on topics, organisations and in feeds: the public projection only."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from portal.content.listed import Listed
from shelter_directory.models import ShelterPage


class ShelterLister:
    kind = "shelter"
    heading = "Shelters and services"

    def newest(self, *, topic: str = "", organisation: str = "") -> QuerySet[Any]:
        shelters = ShelterPage.objects.for_public()
        if topic:
            shelters = shelters.filter(topics__code=topic)
        if organisation:
            shelters = shelters.filter(owner_organisation__code=organisation)
        return shelters.order_by("-last_published_at", "-pk")

    def listed(self, page: ShelterPage) -> Listed:
        shelter = page.shown_to_public(today=timezone.localdate())
        return Listed(
            key=shelter.key,
            title=shelter.name,
            summary=shelter.summary,
            url=shelter.url,
            date=shelter.checked_on,
            changed_at=page.last_published_at,
            meta=f"{shelter.place} · {shelter.phone}",
        )
