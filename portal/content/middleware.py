"""Which answers are the same for every reader, said in `Cache-Control`."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware

Next = Callable[[HttpRequest], HttpResponse]
# Browsers ask again each time (a 304 is small); a cache in front keeps a page for five seconds, or
# as long as the portal is down: see portal/runtime/production/nginx.conf.
PUBLIC = "public, max-age=0, s-maxage=5, stale-if-error=86400"


class SameForEveryReader:
    """Mark an answer to an anonymous reader as public, unless its view said otherwise."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response
        self.compress = GZipMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if _is_the_same_for_everybody(request, response):
            response["Cache-Control"] = PUBLIC
        # Nothing secret stands beside what the reader typed on a page that is the same for all, so
        # its compressed length tells nobody anything. An editor's page is never compressed.
        if not request.COOKIES and not response.streaming and not response.cookies:
            return cast("HttpResponse", self.compress.process_response(request, response))
        return response


def _is_the_same_for_everybody(request: HttpRequest, response: HttpResponse) -> bool:
    return (
        request.method in ("GET", "HEAD")
        and response.status_code == 200
        and not request.COOKIES
        and not response.cookies
        and "Cache-Control" not in response
        and "cookie" not in response.get("Vary", "").lower()
    )
