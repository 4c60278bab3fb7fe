"""Addresses that machines ask for, identifiers, exports, and the pages of what is not there."""

from __future__ import annotations

import datetime as dt

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.core import errors
from portal.findability import citations, identifiers, sitemaps
from portal.findability.addresses import absolute
from portal.findability.citations import work_of
from portal.findability.models import Tombstone
from portal.publications.models import PublicationPage
from portal.statistics.models import ReleasePage
from sop_library.enums import READABLE
from sop_library.models import SopVersionPage

ROBOTS = """\
User-agent: *
# Every address with a query is a filter or an order of a page that is listed without one.
Disallow: /*?
Disallow: /cms/
Disallow: /sign-in/
Disallow: /cite/
Disallow: /api/

Sitemap: {sitemap}
"""
SECURITY = """\
Contact: {contact}
Expires: {expires}
Preferred-Languages: en
Canonical: {canonical}
"""


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    text = ROBOTS.format(sitemap=absolute("/sitemap.xml"))
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
def security(request: HttpRequest) -> HttpResponse:
    """Where to report a weakness (RFC 9116); the date moves on by itself, a month at a time."""
    first_of_month = timezone.now().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    text = SECURITY.format(
        contact=absolute("/contact/"),
        expires=(first_of_month + dt.timedelta(days=180)).isoformat(),
        canonical=absolute("/.well-known/security.txt"),
    )
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    return HttpResponseRedirect(static("favicon.svg"))


@require_safe
def opensearch(request: HttpRequest) -> HttpResponse:
    """How a browser can search the portal from its own address bar."""
    context = {"root": absolute("/"), "icon": absolute(static("favicon.svg"))}
    return render(
        request,
        "findability/opensearch.xml",
        context,
        content_type="application/opensearchdescription+xml",
    )


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    return HttpResponse("".join(sitemaps.index_xml()), content_type="application/xml")


@require_safe
def sitemap(request: HttpRequest, name: str, number: int) -> HttpResponse:
    section = sitemaps.sections().get(name)
    text = "".join(sitemaps.list_xml(section, number)) if section and number else ""
    if not text:
        raise Http404
    return HttpResponse(text, content_type="application/xml")


@require_safe
def identifier(request: HttpRequest, identifier: str) -> HttpResponse:
    """Where an identifier leads today; not for ever, so the redirect is a temporary one."""
    path = identifiers.resolve(identifier)
    if not path:
        raise Http404
    return HttpResponseRedirect(path)


@require_safe
def cite_publication(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    return _citation(PublicationPage.objects.live().filter(slug=slug).first(), form)


@require_safe
def cite_release(request: HttpRequest, slug: str, form: str) -> HttpResponse:
    return _citation(ReleasePage.objects.live().filter(slug=slug).first(), form)


@require_safe
def cite_edition(request: HttpRequest, family: str, edition: str, form: str) -> HttpResponse:
    editions = SopVersionPage.objects.live().filter(status__in=READABLE, family__live=True)
    found = editions.filter(family__slug=family, slug=edition)
    return _citation(found.select_related("family", "owner_organisation").first(), form)


def _citation(
    page: PublicationPage | ReleasePage | SopVersionPage | None, form: str
) -> HttpResponse:
    work = work_of(page, {}) if page else None
    if work is None or form not in citations.FORMATS:
        raise Http404
    write, content_type = citations.FORMATS[form]
    return HttpResponse(
        write(work),
        content_type=content_type,
        headers={"Content-Disposition": f'attachment; filename="citation.{form}"'},
    )


def gone(request: HttpRequest, tombstone: Tombstone) -> HttpResponse:
    """An address that was taken back, in words."""
    return errors.page(request, 410, withdrawn_on=tombstone.withdrawn_on)
