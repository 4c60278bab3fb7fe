"""How publications are listed on the home page, topics, organisations and in feeds."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce

from portal.content.listed import Listed
from portal.publications.models import UNDATED, PublicationPage

NEWEST_FIRST = Coalesce("published_on", Value(UNDATED)).desc()  # the expression of the index


class PublicationLister:
    kind = "publication"
    heading = "Publications"

    def newest(self, *, topic: str = "", organisation: str = "") -> QuerySet[Any]:
        publications: QuerySet[PublicationPage] = PublicationPage.objects.live().defer("body")
        if topic:
            publications = publications.filter(topics__code=topic)
        if organisation:
            publications = publications.filter(organisations__code=organisation)
        return publications.order_by(NEWEST_FIRST, "-page_ptr")

    def listed(self, page: PublicationPage) -> Listed:
        return Listed(
            key=page.key,
            title=page.title,
            summary=page.summary,
            url=f"/publications/{page.slug}/",
            date=page.published_on,
            changed_at=page.last_published_at,
            meta=page.get_type_display(),
        )
