"""Signposts in the headers of pages, and 410 for addresses that were taken back."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from portal.core import errors
from portal.findability.links import links_of
from portal.findability.models import Tombstone
from portal.findability.tombstones import LONGEST_PATH
from portal.findability.views import gone

Next = Callable[[HttpRequest], HttpResponse]


class Findability:
    """Stands outside Wagtail's redirects: where one leads on, nothing is gone."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if "\0" in request.path:  # no page can have it, and no database can look for it
            return errors.page(request, 400)
        response = self.get_response(request)
        if response.status_code != 404 or request.method not in ("GET", "HEAD"):
            return response
        tombstone = Tombstone.objects.filter(path=request.path[:LONGEST_PATH]).first()
        return gone(request, tombstone) if tombstone else response

    def process_template_response(
        self, request: HttpRequest, response: TemplateResponse
    ) -> TemplateResponse:
        if response.status_code == 200 and not getattr(request, "is_preview", False):
            links = links_of(response.context_data or {})
            if links:
                before = [response["Link"]] if "Link" in response else []
                response["Link"] = ", ".join([*before, *links])
        return response
