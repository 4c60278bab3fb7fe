"""What search engines are told to visit: lists by type, only of what may be found."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from django.contrib.contenttypes.models import ContentType
from django.db.models import Count, F, Max, OuterRef, QuerySet, Subquery
from wagtail.models import Page, Site

from portal.content.models import PortalDocument
from portal.content.providers import Provider, providers
from portal.content.trail import path_below_root
from portal.findability.addresses import absolute
from sop_library.models import SopVersionPage

PAGES_A_LIST = 10_000
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


@dataclass(frozen=True)
class Entry:
    address: str
    changed_at: dt.datetime | None


class Section:
    """One type's pages, in lists of at most PAGES_A_LIST."""

    def __init__(self, name: str, pages: QuerySet[Page]) -> None:
        self.name = name
        self.pages = pages

    def summary(self) -> tuple[int, dt.datetime | None]:
        """How many entries there are, and when the newest of them changed."""
        found = self.pages.aggregate(entries=Count("pk"), newest=Max("changed_at"))
        return found["entries"], found["newest"]

    def entries(self, number: int) -> Iterator[Entry]:
        """The entries of list `number`, from 1."""
        start = (number - 1) * PAGES_A_LIST
        rows = self.pages.order_by("pk").values_list("url_path", "changed_at")
        for url_path, changed_at in rows[start : start + PAGES_A_LIST]:
            yield Entry(absolute(path_below_root(url_path)), changed_at)


class FileSection(Section):
    """PDF files that a live page refers to."""

    def entries(self, number: int) -> Iterator[Entry]:
        start = (number - 1) * PAGES_A_LIST
        for document in self.pages.order_by("pk")[start : start + PAGES_A_LIST]:
            yield Entry(absolute(document.url), document.changed_at)


def sections() -> dict[str, Section]:
    """Every section by the name in its address."""
    # By type, not by kind: several page types may share one kind.
    found = {_name(each): Section(_name(each), _pages(each)) for each in providers()}
    found["site"] = Section("site", _other_pages())
    files = PortalDocument.objects.public().filter(extension="pdf")
    found["file"] = FileSection("file", files.annotate(changed_at=F("current__released_at")))
    return found


def _name(provider: Provider) -> str:
    return provider.model._meta.model_name.removesuffix("page")


def _pages(provider: Provider) -> QuerySet[Page]:
    pages = provider.public_queryset().filter(alias_of=None)
    if provider.kind == "sop":  # what readers see there is the edition, which changes on its own
        return pages.annotate(changed_at=Subquery(_edition_changed_at()))
    return pages.annotate(changed_at=F("last_published_at"))


def _edition_changed_at() -> QuerySet:
    editions = SopVersionPage.objects.in_force().filter(family=OuterRef("pk"))
    return editions.values("last_published_at")[:1]


def _other_pages() -> QuerySet[Page]:
    """Lists and other pages that search does not hold, but a reader may start from."""
    listed = [provider.model for provider in providers()] + [SopVersionPage]
    types = [ContentType.objects.get_for_model(model).pk for model in listed]
    site = Site.objects.select_related("root_page").filter(is_default_site=True).first()
    if site is None:
        return Page.objects.none().annotate(changed_at=F("last_published_at"))
    pages = Page.objects.live().public().descendant_of(site.root_page, inclusive=True)
    return (
        pages.filter(alias_of=None)
        .exclude(content_type__in=types)
        .annotate(changed_at=F("last_published_at"))
    )


def index_xml() -> Iterator[str]:
    """The index of all lists, in pieces."""
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="{NAMESPACE}">\n'
    for section in sections().values():
        entries, newest = section.summary()
        for number in range(1, -(-entries // PAGES_A_LIST) + 1):
            address = absolute(f"/sitemaps/{section.name}-{number}.xml")
            yield f"<sitemap><loc>{address}</loc>{_lastmod(newest)}</sitemap>\n"
    yield "</sitemapindex>\n"


def list_xml(section: Section, number: int) -> Iterator[str]:
    """One list, in pieces; empty when there is no such list."""
    entries = list(section.entries(number))
    if not entries:
        return
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{NAMESPACE}">\n'
    for entry in entries:
        yield f"<url><loc>{escape(entry.address)}</loc>{_lastmod(entry.changed_at)}</url>\n"
    yield "</urlset>\n"


def _lastmod(moment: dt.datetime | None) -> str:
    if moment is None:
        return ""
    return f"<lastmod>{moment.astimezone(dt.UTC).isoformat(timespec='seconds')}</lastmod>"
