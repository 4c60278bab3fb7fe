"""How procedures are listed on topics, organisations and in feeds: the edition in force."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from portal.content.listed import Listed
from sop_library import queries
from sop_library.models import SopVersionPage


class ProcedureLister:
    kind = "sop"
    heading = "Procedures"

    def newest(self, *, topic: str = "", organisation: str = "") -> QuerySet[Any]:
        editions = queries.editions_in_force()
        if topic:
            editions = editions.filter(topics__code=topic)
        if organisation:
            editions = editions.filter(owner_organisation__code=organisation)
        return editions.order_by("-in_force_from", "-pk")

    def listed(self, page: SopVersionPage) -> Listed:
        return Listed(
            key=f"sop:{page.family.identifier}",
            title=page.title,
            summary=page.summary,
            url=f"/sops/{page.family.slug}/",
            date=page.in_force_from.date() if page.in_force_from else None,
            changed_at=page.in_force_from,
            version=f"v{page.number}",
            meta=f"{page.family.identifier}, edition {page.number}",
            text=page.change_summary,
        )
