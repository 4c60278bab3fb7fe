"""What every answer of both sites tells the browser, static files and error pages included."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from csp.constants import HEADER
from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

from portal.core import errors

# Every feature a page could ask a device for, asked for by no page of ours. Only names that
# browsers know: they complain on the console of others.
FEATURES = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture",
    "encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection",
    "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "screen-wake-lock",
    "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
HEADERS = {
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in FEATURES),
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})
OWN_REQUESTS = frozenset({"same-origin", "none"})


class SecurityHeaders:
    """Adds the headers Django has no setting for, and refuses what another site's page sent."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self._refusal(request) or self.get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if settings.CSRF_COOKIE_NAME in response.cookies:  # set with every page that has a form
            # Under `no-referrer` a browser sends such a form with `Origin: null`, which the check
            # of Django must refuse. Other sites still learn nothing.
            response.headers.setdefault("Referrer-Policy", "same-origin")
        return response

    def _refusal(self, request: HttpRequest) -> HttpResponse | None:
        """A browser says itself whose page sends a form; an absent header is left to the token."""
        sent_by = request.headers.get("Sec-Fetch-Site", "none")
        if request.method in SAFE_METHODS or sent_by in OWN_REQUESTS:
            return None
        return errors.csrf_failure(request)


class ContentSecurityPolicy(CSPMiddleware):
    """The site's policy, and a second one for the CMS, whose own pages need a little more."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> Any:
        """In one fixed order: django-csp's own changes with every start of the process."""
        response = super().process_response(request, response)
        if policy := response.headers.get(HEADER):
            response.headers[HEADER] = "; ".join(sorted(policy.split("; ")))
        return response

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        cms = getattr(settings, "CMS_CONTENT_SECURITY_POLICY", None)
        if cms and not report_only and request.path_info.startswith("/cms/"):
            parts.config = parts.config or cms
        return parts
