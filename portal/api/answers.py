"""What every answer of the open interfaces carries, whatever it says."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from django.views.decorators.csrf import csrf_exempt

from portal.api.limits import budget
from portal.api.problems import problem

View = Callable[..., HttpResponse]
CACHE = "public, max-age=60"
READING = ("GET", "HEAD", "OPTIONS")


def open_to_all(view: View) -> View:
    """Readable by anybody from any site, cacheable, answered by 304 when nothing changed.

    Wraps a view of GET. Every other method is refused, in problem+json.
    """

    @functools.wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = _refusal(request) or _answered(view, request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        return response

    answer.is_open_to_all = True  # type: ignore[attr-defined]  # a test asks every route
    return csrf_exempt(answer)  # it changes nothing, so there is nothing to forge


def _refusal(request: HttpRequest) -> HttpResponse | None:
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers={"Allow": ", ".join(READING)})
    if request.method not in READING:
        refused = problem(405, "Send GET. Nothing can be changed here.")
        refused["Allow"] = ", ".join(READING)
        return refused
    if wait := budget.spend(request.META.get("REMOTE_ADDR", "")):
        refused = problem(429, f"Ask again in {wait} seconds, and more slowly.")
        refused["Retry-After"] = str(wait)
        return refused
    return None


def _answered(view: View, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
    asked_for_head = request.method == "HEAD"
    request.method = "GET"  # the same answer; the body is dropped below
    response = view(request, *args, **kwargs)
    if response.status_code == 200:
        response.headers.setdefault("Cache-Control", CACHE)
        response.headers.setdefault(
            "ETag", f'"{hashlib.sha256(response.content).hexdigest()[:24]}"'
        )
        etag = response["ETag"]
        response = get_conditional_response(request, etag=etag, response=response) or response
    if asked_for_head:
        response["Content-Length"] = str(len(response.content))
        response.content = b""
    return response
