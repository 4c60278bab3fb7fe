"""Answers to requests that cannot be answered: `application/problem+json`, after RFC 9457.

A problem names the parameter that was not understood and says what to send instead. It never
repeats what was sent: people type names into search boxes.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import ValidationError

CONTENT_TYPE = "application/problem+json"
TITLES = {
    400: "A parameter was not understood",
    404: "There is nothing at this address",
    405: "This address can only be read",
    413: "The request is too big",
    429: "Too many requests",
}


class BadParameter(Exception):
    """A parameter has a value that cannot be answered; the message says what to send instead."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(reason)
        self.name = name


def problem(
    status: int, detail: str, *, errors: Iterable[tuple[str, str]] = ()
) -> HttpResponse:  # fmt: skip
    """A problem with its details.

    Args:
        errors: name of a parameter, and what is wrong with it.
    """
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": TITLES[status],
        "status": status,
        "detail": detail,
    }
    if named := [{"parameter": name, "reason": reason} for name, reason in errors]:
        body["errors"] = named
    return HttpResponse(json.dumps(body), status=status, content_type=CONTENT_TYPE)


def register(api: NinjaAPI) -> None:
    """Answer every refusal of this API with a problem; a fault goes to the site's own handler."""

    @api.exception_handler(ValidationError)
    def unreadable(request: HttpRequest, error: ValidationError) -> HttpResponse:
        errors = [(str(entry["loc"][-1]), str(entry["msg"])) for entry in error.errors]
        return problem(400, "See `errors` for what to send instead.", errors=errors)

    @api.exception_handler(BadParameter)
    def bad_parameter(request: HttpRequest, error: BadParameter) -> HttpResponse:
        return problem(400, str(error), errors=[(error.name, str(error))])

    @api.exception_handler(Http404)
    def nothing_here(request: HttpRequest, error: Http404) -> HttpResponse:
        return problem(404, "Look it up in the list, or search for it.")
