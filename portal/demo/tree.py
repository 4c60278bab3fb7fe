"""Putting invented pages into the tree and making them public, each once."""

from __future__ import annotations

import datetime as dt
import html
import re
from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from wagtail.models import Page, Site

from portal.content.models import Organisation, Topic
from portal.publications.models import PublicationIndexPage
from portal.site_pages.models import (
    GlossaryPage,
    HomePage,
    OrganisationIndexPage,
    TopicIndexPage,
)
from portal.statistics.models import (
    MethodPage,
    ReleaseCalendarPage,
    StatisticsIndexPage,
)
from shelter_directory.models import DirectoryPage
from sop_library.models import LibraryPage

PageOf = TypeVar("PageOf", bound=Page)
Say = Callable[[str], None]
SECTIONS: tuple[tuple[type[Page], str, str, str], ...] = (
    (LibraryPage, "sops", "Procedures", "What officers, social workers and shelter staff do, step "
     "by step, in the edition in force."),
    (DirectoryPage, "shelters", "Shelters and services", "Who takes a child, a woman, a man or a "
     "family, in which region, and whom to call."),
    (PublicationIndexPage, "publications", "Publications", "Reports, briefs, laws explained, "
     "forms, data, guidance and training material."),
    (StatisticsIndexPage, "statistics", "Statistics", "How many persons were identified as "
     "trafficked, where, and in what form: figures that protect everybody in them."),
    (TopicIndexPage, "topics", "Topics", "Everything on this site by subject."),
    (OrganisationIndexPage, "organisations", "Organisations", "The bodies that work against "
     "trafficking, and what each publishes or runs."),
    (GlossaryPage, "glossary", "Glossary", "Words and acronyms, each explained in a sentence."),
)  # fmt: skip
BELOW_STATISTICS: tuple[tuple[type[Page], str, str, str], ...] = (
    (MethodPage, "method", "How the figures are made", "What is counted, why counts are changed a "
     "little, what the margins mean, and what was corrected."),
    (ReleaseCalendarPage, "calendar", "Release calendar", "When each quarter and year closes, and "
     "the day on which its figures are published."),
)  # fmt: skip
_LINK = re.compile(r"\[([^\]]+)\]\((/[^)\s]*)\)")


def home() -> HomePage:
    """The front page of the default site, made where there is none."""
    if found := HomePage.objects.first():
        return found
    root = Page.get_first_root_node()
    for welcome in root.get_children().filter(slug="home"):
        welcome.delete()  # Wagtail's own, from its first migration
    root.refresh_from_db()
    page: HomePage = publish(
        root,
        HomePage(
            title="Harbour",
            slug="home",
            summary="Procedures, services and publications for the protection of people who were "
            "trafficked in Ghana. Demonstration: the content is invented.",
        ),
    )
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname, site.site_name, site.root_page = "localhost", "Harbour", page
    site.save()
    Site.clear_site_root_paths_cache()
    return page


def sections() -> None:
    """The top page of each section."""
    parent = home()
    for model, slug, title, summary in SECTIONS:
        if not model.objects.exists():
            publish(parent, model(title=title, slug=slug, summary=summary))
    statistics = StatisticsIndexPage.objects.get()
    for model, slug, title, summary in BELOW_STATISTICS:
        if not model.objects.exists():
            publish(statistics, model(title=title, slug=slug, summary=summary))


def publish(
    parent: Page, page: PageOf, *, on: dt.date | None = None, topics: Iterable[Topic] = ()
) -> PageOf:
    """Add a page and make it public at once; the caller holds a clearance.

    Args:
        on: the day that lists and feeds show as its first; today where it is None.
    """
    page.live = False
    if on is not None:
        page.first_published_at = at_eight(on)
    if topics:
        page.topics.set(topics)
    parent.add_child(instance=page)
    page.save_revision(clean=False).publish()
    fresh: PageOf = type(page).objects.get(pk=page.pk)
    return fresh


def at_eight(day: dt.date) -> dt.datetime:
    """Eight in the morning in Accra, which keeps UTC."""
    return dt.datetime.combine(day, dt.time(8), tzinfo=dt.UTC)


def topics_named(codes: Iterable[str]) -> list[Topic]:
    return list(Topic.objects.filter(code__in=list(codes)))


def organisation_named(code: str | None) -> Organisation | None:
    return Organisation.objects.get(code=code) if code else None


def paragraph(text: str) -> str:
    """One paragraph of rich text; `[label](/path/)` becomes a link."""
    return f"<p>{inline(text)}</p>"


def bullets(items: Iterable[str]) -> str:
    return "<ul>" + "".join(f"<li>{inline(item)}</li>" for item in items) + "</ul>"


def inline(text: str) -> str:
    return _LINK.sub(r'<a href="\2">\1</a>', html.escape(text, quote=False))


def facts(**given: Any) -> dict[str, Any]:
    """The arguments that were given, without the empty ones."""
    return {name: value for name, value in given.items() if value not in (None, "", [])}
