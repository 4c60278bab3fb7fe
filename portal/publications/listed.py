"""How publications are listed on the home page, topics, organisations and in feeds."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet, Value
from django.db.models.functions import Coalesce

from portal.content.listed import Listed
from portal.publications.enums import PublicationType
from portal.publications.models import UNDATED, PublicationPage

SHOWN = ("key", "title", "summary", "slug", "published_on", "last_published_at", "type")
NEWEST_FIRST = Coalesce("published_on", Value(UNDATED)).desc()  # the expression of the index


class PublicationLister:
    kind = "publication"
    heading = "Publications"

    def newest(self, *, topic: str = "", organisation: str = "") -> QuerySet[Any]:
        publications: QuerySet[PublicationPage] = PublicationPage.objects.live()
        if topic:
            publications = publications.filter(topics__code=topic)
        if organisation:
            publications = publications.filter(organisations__code=organisation)
        return publications.order_by(NEWEST_FIRST, "-page_ptr").values_list(*SHOWN)

    def listed(self, page: tuple[Any, ...]) -> Listed:
        key, title, summary, slug, published_on, changed_at, type_ = page
        return Listed(
            key=key,
            title=title,
            summary=summary,
            url=f"/publications/{slug}/",
            date=published_on,
            changed_at=changed_at,
            meta=PublicationType(type_).label,
        )
