"""From an address to its page in two queries, however deep the page lies.

Wagtail walks down the tree, two queries a level, after asking which site it is and which page its
root. There is one site here and one home page, so the whole address can be looked up at once. What
is not found this way (an address that a page answers below itself, a missing page) goes Wagtail's
own way, with the same outcome.
"""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from portal.content.trail import HOME_DEPTH, path_of


def serve(request: HttpRequest, path: str) -> HttpResponse:
    """Answer with the page at this path, through all of Wagtail's hooks."""
    page = find(path)
    if page is not None:
        # Where Wagtail keeps what it found; it looks no further.
        request._wagtail_route_for_request = RouteResult(page)  # type: ignore[attr-defined]
    return wagtail_serve(request, path)


def find(path: str) -> Page | None:
    """The live page at exactly this path; None when there is none."""
    parts = [part for part in path.split("/") if part]
    address = "/" + "".join(f"{part}/" for part in parts)
    pages = Page.objects.live().filter(depth=HOME_DEPTH + len(parts))
    if parts:
        pages = pages.filter(slug=parts[-1])  # by the slug's index
    else:
        pages = pages.filter(sites_rooted_here__is_default_site=True)
    for page in pages:
        if path_of(page) == address:
            found: Page = page.specific
            return found
    return None
