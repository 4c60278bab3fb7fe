"""Pages for requests that could not be answered: what happened, and what to do next.

A page of a fault carries an error number and nothing else; the log line of the same number says
where it happened, as file and line, without a value of any variable.
"""

from __future__ import annotations

import logging
import secrets
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template import TemplateDoesNotExist
from django.template.loader import render_to_string
from django.views.debug import SafeExceptionReporterFilter

logger = logging.getLogger(__name__)

TITLES = {
    400: "We could not read that address or form",
    403: "This page is not open to you",
    404: "There is no page at this address",
    405: "This address takes no request of that kind",
    409: "Somebody else changed this meanwhile",
    410: "This page has been taken back",
    413: "That was too big",
    429: "Too many requests",
    500: "Something went wrong on our side",
    503: "We will be back shortly",
}
FRAMES = 15  # enough to reach from a library into our own code
PROBLEM = "application/problem+json"
OUR_FOLDER = str(Path(settings.BASE_DIR)) + "/"
STANDALONE = frozenset({500, 503})  # no request, no context processor: the fault may be in them


def page(request: HttpRequest, status: int, **context: Any) -> HttpResponse:
    """The page of a status: the site's own where it has one, else the plain one of both sites."""
    if request.path_info.startswith("/api/"):
        return problem(status, **context)
    context = {"status": status, "heading": TITLES[status], **context}
    template = settings.ERROR_PAGES.get(context.pop("name", status), "core/error.html")
    used = None if status in STANDALONE else request
    try:
        body = render_to_string(template, context, request=used)
    except TemplateDoesNotExist:
        body = render_to_string("core/error.html", context)
    return HttpResponse(body, status=status)


def problem(status: int, **context: Any) -> HttpResponse:
    """The same for a program, after RFC 9457."""
    body = {"type": "about:blank", "title": TITLES[status], "status": status}
    if "error_id" in context:
        body["instance"] = f"urn:harbour:error:{context['error_id']}"
    return JsonResponse(body, status=status, content_type=PROBLEM)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return page(request, 413)
    return page(request, 400)


def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, 403)


def page_not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page(request, 404, request_path=request.path)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """`CSRF_FAILURE_VIEW`: nothing was done; load the form anew and send it again."""
    return page(request, 403, name="csrf")


def server_error(request: HttpRequest) -> HttpResponse:
    """A fault: 503 when the database does not answer, 500 for anything else."""
    kind, error, trace = sys.exc_info()
    error_id = secrets.token_hex(6)
    is_database = isinstance(error, OperationalError | InterfaceError)
    status = 503 if is_database else 500
    logger.error(
        "request failed",
        extra={
            "error_id": error_id,
            "status": status,
            "error": kind.__name__ if kind else "",
            "where": where(trace),
        },
    )
    response = page(request, status, error_id=error_id)
    if is_database:
        response.headers["Retry-After"] = "30"
    return response


def where(trace: TracebackType | None) -> list[str]:
    """`portal/core/views.py:41 form_valid` for each of the last frames, the place itself last."""
    frames = traceback.extract_tb(trace)[-FRAMES:]
    return [f"{_short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]


def _short(filename: str) -> str:
    return filename.rsplit("site-packages/", 1)[-1].removeprefix(OUR_FOLDER)


class ErrorPages:
    """Gives a bare status of a view, an empty 405 or 410, the page that belongs to it."""

    BARE = frozenset({405, 409, 410, 413, 429, 503})

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code in self.BARE and not response.streaming and not response.content:
            filled = page(request, response.status_code)
            response.content = filled.content
            # CommonMiddleware, nearer to the view, has said 0 already.
            response.headers["Content-Length"] = str(len(filled.content))
            response.headers["Content-Type"] = filled.headers["Content-Type"]
        return response


class NothingShown(SafeExceptionReporterFilter):
    """`DEFAULT_EXCEPTION_REPORTER_FILTER`: a report of Django's own would hold no value at all."""

    def get_safe_settings(self) -> dict[str, Any]:
        return {}

    def get_safe_request_meta(self, request: Any) -> dict[str, Any]:
        return {}

    def get_post_parameters(self, request: Any) -> dict[str, Any]:
        return {}

    def get_traceback_frame_variables(self, request: Any, tb_frame: Any) -> Any:
        return []
