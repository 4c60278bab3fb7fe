"""`?format=json` on pages that the API also shows, and where it is said that they have it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import resolve, reverse
from wagtail import hooks
from wagtail.models import Page

from portal.api.answers import open_to_all
from portal.publications.models import PublicationIndexPage, PublicationPage
from shelter_directory.models import DirectoryPage, ShelterPage
from sop_library.models import LibraryPage, SopPage

Serve = Callable[[Page, HttpRequest, Any, Any], HttpResponse]


def api_address(page: Page) -> str | None:
    """Where the API shows the same as this page; None for pages it does not know."""
    match page:
        case LibraryPage():
            return reverse("public_v1:sops")
        case SopPage():
            return reverse("public_v1:sop", args=[page.identifier])
        case PublicationIndexPage():
            return reverse("public_v1:publications")
        case PublicationPage():
            return reverse("public_v1:publication", args=[page.slug])
        case DirectoryPage():
            return reverse("public_v1:shelters")
        case ShelterPage():
            return reverse("public_v1:shelter", args=[page.slug])
    return None


@hooks.register("on_serve_page")
def as_json(serve: Serve) -> Serve:
    def answer(page: Page, request: HttpRequest, args: Any, kwargs: Any) -> HttpResponse:
        address = None if args or kwargs else api_address(page)
        if address and request.GET.get("format") == "json":
            match = resolve(address)
            return open_to_all(match.func)(request, *match.args, **match.kwargs)
        response = serve(page, request, args, kwargs)
        if address and response.status_code == 200:
            _say_where(response, f"{settings.BASE_URL}{request.path}?format=json")
        return response

    return answer


def _say_where(response: HttpResponse, address: str) -> None:
    link = f'<{address}>; rel="alternate"; type="application/json"'
    before = response.get("Link")
    response["Link"] = f"{before}, {link}" if before else link
