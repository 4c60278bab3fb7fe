"""Mistakes that a sweep must find: each a middleware that keeps what was typed somewhere."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpRequest, HttpResponse

logger = logging.getLogger(__name__)
Answer = Callable[[HttpRequest], HttpResponse]


def _typed(request: HttpRequest) -> str:
    return " ".join(value for name, value in request.POST.items() if "token" not in name)


def logs_it(get_response: Answer) -> Answer:
    def middleware(request: HttpRequest) -> HttpResponse:
        if typed := _typed(request):
            logger.info("form received: %s", typed)
        return get_response(request)

    return middleware


def keeps_it_in_the_session(get_response: Answer) -> Answer:
    def middleware(request: HttpRequest) -> HttpResponse:
        if typed := _typed(request):
            request.session["draft"] = request.session.get("draft", "") + typed
        return get_response(request)

    return middleware


def mails_it(get_response: Answer) -> Answer:
    def middleware(request: HttpRequest) -> HttpResponse:
        if typed := _typed(request):
            send_mail("A form was received", typed, "harbour@localhost", ["a@example.org"])
        return get_response(request)

    return middleware


def answers_with_it(get_response: Answer) -> Answer:
    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if typed := _typed(request):
            response.headers["X-Received"] = typed.encode("ascii", "replace").decode()[:200]
        return response

    return middleware


def keeps_it_in_a_file(get_response: Answer) -> Answer:
    def middleware(request: HttpRequest) -> HttpResponse:
        if typed := _typed(request):
            with tempfile.NamedTemporaryFile(
                "w", dir=Path(settings.DATA_DIR), delete=False
            ) as file:
                file.write(typed)
        return get_response(request)

    return middleware


# name of the mistake -> where it lets the words rest
LEAKS = {
    logs_it: "casework.log",
    keeps_it_in_the_session: "sessions",
    mails_it: "outbox",
    answers_with_it: "headers and addresses",
    keeps_it_in_a_file: "tmp",
}
