"""What stands in the head of a page for search engines, readers' tools and shared links."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.safestring import SafeString
from wagtail.models import Page

from portal.content.trail import Crumb, path_of, trail_to
from portal.findability import citations
from portal.findability.addresses import absolute
from portal.findability.citations import Work, work_of
from portal.findability.described import describe
from portal.findability.schema_org import breadcrumb_list, script_text
from portal.publications.models import PublicationPage
from portal.site_pages.models import HelpPage
from sop_library.models import SopPage, SopVersionPage


@dataclass(frozen=True)
class PageHead:
    """One page's head.

    Attributes:
        canonical: whole, without a query; the one address under which it should be found.
        og_type: "website" for the home page, "article" for the rest.
        structured: JSON-LD, safe inside a script element.
    """

    title: str
    description: str
    canonical: str
    og_type: str
    structured: SafeString
    tags: tuple[tuple[str, str], ...] = ()
    work: Work | None = None


def shown_page(context: Mapping[str, Any]) -> Page | None:
    """The page that a context shows: of a procedure, the edition."""
    page = context.get("edition") or context.get("page")
    family = context.get("family")
    if isinstance(page, SopVersionPage) and isinstance(family, SopPage):
        page.family = family  # its view has it already
        page._trail = [*trail_to(family), Crumb(family.title, path_of(family))]
    return page if isinstance(page, Page) and page.pk else None


def head_of(page: Page, context: Mapping[str, Any]) -> PageHead:
    """Everything for the head; `context` is what the page's template reads."""
    standing = _where_it_stands(page)
    canonical = absolute(path_of(standing))
    name = page.neutral_title if isinstance(page, HelpPage) else page.seo_title or page.title
    work = work_of(page, context)
    trail = None if isinstance(page, HelpPage) else breadcrumb_list(standing, name)
    nodes = [*describe(page, name, canonical, context), *([trail] if trail else [])]
    return PageHead(
        title=name,
        description="" if isinstance(page, HelpPage) else _description(page),
        canonical=canonical,
        og_type="website" if page.depth == 2 else "article",
        structured=script_text(nodes),
        tags=tuple(citations.meta_tags(work)) if work and isinstance(page, PublicationPage) else (),
        work=work,
    )


def _where_it_stands(page: Page) -> Page:
    """The page whose address is canonical: of an edition in force, its procedure."""
    if isinstance(page, SopVersionPage) and page.is_in_force:
        return page.family
    return page


def _description(page: Page) -> str:
    return page.search_description or getattr(page, "summary", "")
