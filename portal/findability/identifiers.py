"""Identifiers for life, printed on pages and files, and where they lead today."""

from __future__ import annotations

import re
from functools import singledispatch

from wagtail.models import Page

from portal.content.trail import path_of
from portal.findability.addresses import absolute
from portal.publications.models import PublicationPage
from portal.statistics.models import ReleasePage
from sop_library.enums import READABLE
from sop_library.models import SopPage, SopVersionPage

EDITION = re.compile(r"(?P<family>.+)/v(?P<number>\d{1,4})")


@singledispatch
def identifier_of(page: Page) -> str:
    """The identifier of a page; empty for a page type that has none."""
    return ""


@identifier_of.register
def _(page: SopPage) -> str:
    return page.identifier


@identifier_of.register
def _(page: SopVersionPage) -> str:
    return page.identifier


@identifier_of.register
def _(page: PublicationPage) -> str:
    return page.key


@identifier_of.register
def _(page: ReleasePage) -> str:
    return page.release_id


def permanent_address(identifier: str) -> str:
    """The whole address that always leads to what the identifier names."""
    return absolute(f"/id/{identifier}/")


def resolve(identifier: str) -> str:
    """The path at which a public thing stands today; empty when no public thing has that name."""
    page = (
        _edition(identifier)
        or _family(identifier)
        or _release(identifier)
        or _publication(identifier)
    )
    return path_of(page) if page else ""


def _edition(identifier: str) -> Page | None:
    match = EDITION.fullmatch(identifier)
    if match is None:
        return None
    editions = SopVersionPage.objects.live().filter(status__in=READABLE, family__live=True)
    return editions.filter(
        family__identifier__iexact=match["family"], number=int(match["number"])
    ).first()


def _family(identifier: str) -> Page | None:
    return SopPage.objects.live().filter(identifier__iexact=identifier).first()


def _release(identifier: str) -> Page | None:
    return ReleasePage.objects.live().filter(release_id=identifier).first()


def _publication(identifier: str) -> Page | None:
    return PublicationPage.objects.live().filter(key=identifier).first()
