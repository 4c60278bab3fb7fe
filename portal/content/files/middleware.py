"""The right status for a form that came back because its file is too large."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

PREFIXES = ("/cms/documents/", "/cms/images/")


class TooLargeIs413:
    """Wagtail's upload forms come back, filled and with a message, but as 200: say 413.

    Uploads by its scripts keep 200: they read the message from the JSON of an answer that worked.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == 200 and _is_upload_form(request) and _is_too_large(request):
            response.status_code = 413
        return response


def _is_upload_form(request: HttpRequest) -> bool:
    by_script = request.headers.get("X-Requested-With") == "XMLHttpRequest"
    return request.method == "POST" and request.path.startswith(PREFIXES) and not by_script


def _is_too_large(request: HttpRequest) -> bool:
    limit = settings.WAGTAILDOCS_MAX_UPLOAD_SIZE
    return any((getattr(upload, "size", 0) or 0) > limit for upload in request.FILES.values())
