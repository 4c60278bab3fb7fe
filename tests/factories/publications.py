"""Publications and files for tests; everything in them is invented."""

from __future__ import annotations

import datetime as dt
from typing import Any

from wagtail.models import Page, Site

from portal.content.files.models import PortalDocument
from portal.content.files.versions import add_document
from portal.publications.models import PublicationFile, PublicationIndexPage, PublicationPage
from portal.site_pages.models import HomePage
from tests.factories.uploads import pdf


def home() -> HomePage:
    """The front page of the default site, made where it is missing."""
    found = HomePage.objects.first()
    if found:
        return found
    page = Page.get_first_root_node().add_child(instance=HomePage(title="Harbour", slug="front"))
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    site.hostname, site.root_page = "localhost", page
    site.save()
    Site.clear_site_root_paths_cache()
    return page


def publication_index() -> PublicationIndexPage:
    found = PublicationIndexPage.objects.first()
    return found or home().add_child(
        instance=PublicationIndexPage(title="Publications", slug="publications")
    )


def publication(*, documents: tuple[PortalDocument, ...] = (), **fields: Any) -> PublicationPage:
    """A publication, published unless `live=False`, with its files."""
    live = fields.pop("live", True)
    fields.setdefault("title", "Children on the lake: a report")
    fields.setdefault("published_on", dt.date(2025, 3, 14))
    page = PublicationPage(live=False, **fields)
    page.files = [PublicationFile(document=document) for document in documents]
    publication_index().add_child(instance=page)
    if live:
        page.save_revision().publish()
    page.refresh_from_db()
    return page


def document(*texts: str, title: str = "A report", **fields: Any) -> PortalDocument:
    return add_document(
        title=title, content=pdf(*texts), filename="report.pdf", uploaded_by=None, **fields
    )
