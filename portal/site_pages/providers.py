"""What search may know about text, topic and organisation pages."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet

from portal.content.models import BasePage
from portal.content.providers import Projection
from portal.site_pages.blocks import plain_text
from portal.site_pages.models import HelpPage, OrganisationPage, StandardPage, TopicPage


class PageProvider:
    """A page of text; help pages are findable too, under their own words."""

    def __init__(self, model: type[BasePage], kind: str = "page", related: str = "") -> None:
        self.model = model
        self.kind = kind
        self.related = related

    def public_queryset(self) -> QuerySet[Any]:
        pages = self.model.objects.live().select_related("owner_organisation")
        return pages.select_related(self.related) if self.related else pages

    def project(self, page: Any) -> Projection:
        return Projection(
            key=self.key_of(page),
            kind=self.kind,
            title=page.title,
            summary=page.summary,
            body=plain_text(page.body) if hasattr(page, "body") else "",
            url=page.get_url_parts()[2],
            keywords=self._keywords(page),
            facets=self._facets(page),
            date=page.first_published_at.date() if page.first_published_at else None,
        )

    def key_of(self, page: Any) -> str:
        return f"{self.kind}:{page.pk}"

    def _keywords(self, page: Any) -> tuple[str, ...]:
        related = getattr(page, self.related) if self.related else None
        names = ("acronym", "name", "label", "role", "description")
        return tuple(filter(None, (getattr(related, name, "") for name in names)))

    def _facets(self, page: Any) -> dict[str, tuple[str, ...]]:
        topics = set(page.topics.values_list("code", flat=True))
        if self.related == "topic":
            topics.add(page.topic.code)
        owner = page.organisation if self.related == "organisation" else page.owner_organisation
        facets = {"topic": tuple(sorted(topics)), "organisation": (owner.code,) if owner else ()}
        return {name: codes for name, codes in facets.items() if codes}


PROVIDERS = (
    PageProvider(StandardPage),
    PageProvider(HelpPage),
    PageProvider(TopicPage, "topic", "topic"),
    PageProvider(OrganisationPage, "organisation", "organisation"),
)
