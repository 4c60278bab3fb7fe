"""How releases are listed in feeds."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from portal.content.listed import Listed
from portal.statistics.models import ReleasePage


class ReleaseLister:
    kind = "statistics"
    heading = "Statistics"

    def newest(self, *, topic: str = "", organisation: str = "") -> QuerySet[Any]:
        """By number; a release belongs to no topic and no single organisation."""
        releases: QuerySet[ReleasePage] = ReleasePage.objects.live()
        if topic or organisation:
            releases = releases.none()
        return releases.order_by("-sequence")

    def listed(self, page: ReleasePage) -> Listed:
        findings = " ".join(finding["text"] for finding in page.report["findings"])
        return Listed(
            key=f"statistics:{page.release_id}",
            title=page.title,
            summary=page.summary,
            url=f"/statistics/{page.slug}/",
            date=page.first_published_at.date() if page.first_published_at else None,
            changed_at=page.last_published_at,
            meta=f"{page.get_kind_display()}, version {page.version}",
            text=f"{page.summary} {findings}",
        )
