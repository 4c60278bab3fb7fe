"""A whole invented site with at least one page of every type."""

from __future__ import annotations

from django.apps import apps
from wagtail.models import Page

from portal.content.models import BasePage, Organisation, Topic
from portal.publications.enums import PublicationType
from portal.site_pages import models as site_pages
from portal.site_pages.models import HomePage
from tests.factories import procedures, publications, site, statistics


def page_types() -> list[type[BasePage]]:
    """Every page type of the portal, from Django's own registry."""
    return [model for model in apps.get_models() if issubclass(model, BasePage)]


def build() -> dict[str, Page]:
    """The site; each page by its path from the root."""
    home = site.home()
    _texts(home)
    _lists()
    procedures.procedure(editions=2, title="Referral of a rescued child", slug="referral")
    procedures.procedure(title="Care in the first 24 hours", slug="first-day")
    site.shelter("House of the lagoon (invented)", slug="lagoon")
    statistics.releases("2026Q2", "2026Q3", "2026")
    for kind in PublicationType.values:
        publications.publication(
            title=f"An invented {kind}",
            slug=f"an-invented-{kind}",
            type=kind,
            summary=f"What an invented {kind} is about.",
            documents=(publications.document(title=f"File of the {kind}"),),
            key=f"key-{kind}",
        )
    return {_path(page): page.specific for page in Page.objects.live().filter(depth__gte=2)}


def _texts(home: HomePage) -> None:
    site.page(site_pages.StandardPage, parent=home, title="About", slug="about")
    for slug in ("privacy", "accessibility", "terms", "contact", "hide-your-visit"):
        title = slug.replace("-", " ").capitalize()
        site.page(site_pages.StandardPage, parent=home, title=title, slug=slug)
    site.page(
        site_pages.HelpPage,
        parent=home,
        title="Am I being trafficked?",
        slug="help",
        summary="Signs that somebody controls you.",
        neutral_title="Information",
    )
    site.page(site_pages.GlossaryPage, parent=home, title="Glossary", slug="glossary")


def _lists() -> None:
    topic = Topic.objects.get_or_create(code="child-labour", label="Child labour")[0]
    topics = site.page(site_pages.TopicIndexPage, title="Topics", slug="topics")
    site.page(
        site_pages.TopicPage, parent=topics, title="Child labour", slug="child-labour", topic=topic
    )
    body = Organisation.objects.get_or_create(
        code="invented-desk", defaults={"name": "Invented desk", "phone": "030 000 0101"}
    )[0]
    bodies = site.page(
        site_pages.OrganisationIndexPage, title="Organisations", slug="organisations"
    )
    site.page(
        site_pages.OrganisationPage,
        parent=bodies,
        title="Invented desk",
        slug="invented-desk",
        organisation=body,
    )


def _path(page: Page) -> str:
    return "/" + page.url_path.split("/", 2)[2]
