"""From an address to its page in two queries, however deep the page lies.

Wagtail walks down the tree, two queries a level, after asking which site it is and which page its
root. There is one site here and one home page, so the whole address can be looked up at once. What
is not found this way (an address that a page answers below itself, a missing page) goes Wagtail's
own way, with the same outcome.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.http import HttpRequest, HttpResponse
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from portal.content.trail import HOME_DEPTH, path_below_root
from portal.core.questions import Question


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
    depth = HOME_DEPTH + len(parts)
    pages = PAGES.ask(depth=depth, slug=parts[-1]) if parts else HOME.ask()
    for pk, type_id, url_path in pages:
        if path_below_root(url_path) == address:
            return _page(pk, type_id)
    return None


def _page(pk: int, type_id: int) -> Page | None:
    """The page as its own type; None for a type that was removed, or a page gone since."""
    model = ContentType.objects.get_for_id(type_id).model_class()
    found = _of_type(model).ask(pk=pk) if model else []
    return found[0] if found else None


@cache
def _of_type(model: Any) -> Question:
    return Question(model.objects.filter, "pk")


def _live(**wanted: Any) -> Any:
    return Page.objects.live().filter(**wanted).values_list("pk", "content_type_id", "url_path")


PAGES = Question(_live, "depth", "slug")  # by the slug's index
HOME = Question(lambda: _live(depth=HOME_DEPTH, sites_rooted_here__is_default_site=True))
