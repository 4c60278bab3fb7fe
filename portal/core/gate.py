"""The gate before everything that needs a person: password and second factor, or nothing.

Note [A password alone is nobody]: `request.user` is a person only once both factors were given.
Until then it is an `AnonymousUser`, whatever view, template or library asks. The half signed-in
account is in `request.account`, which the sign-in pages alone read.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import Resolver404, resolve, reverse
from django.utils.cache import add_never_cache_headers
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode

from portal.core.sessions import VERIFIED_AT

FACTOR = "otp_factor"


class GateMiddleware:
    """Sends whoever has not given both factors to the sign-in; closed where anything is missing."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        account = request.user
        request.account = account  # type: ignore[attr-defined]
        nobody_yet = SimpleLazyObject(partial(_person, request, account))
        request.user = nobody_yet  # type: ignore[assignment]
        if not needs_a_person(request.path_info):
            return self.get_response(request)
        if not request.user.is_authenticated:
            return _refusal(request, account)
        if _view_name(request.path_info) not in settings.GATE_POLLING_NAMES:
            request.session.touch()  # type: ignore[attr-defined]
        response = self.get_response(request)
        add_never_cache_headers(response)
        return response


def needs_a_person(path: str) -> bool:
    """Everything under `GATE_PREFIXES`, but for the few views named in `GATE_OPEN_NAMES`."""
    if not path.startswith(settings.GATE_PREFIXES):
        return False
    return _view_name(path) not in settings.GATE_OPEN_NAMES


def is_fully_signed_in(request: HttpRequest, account: Any) -> bool:
    """Both factors were given in this session; False too where the second cannot be asked for."""
    is_verified = getattr(account, "is_verified", None)
    return bool(
        account.is_authenticated
        and is_verified is not None
        and is_verified()
        and request.session.get(VERIFIED_AT)
    )


def _person(request: HttpRequest, account: Any) -> Any:
    if is_fully_signed_in(request, account):
        return account
    nobody = AnonymousUser()
    nobody.otp_device = None  # type: ignore[attr-defined]
    nobody.is_verified = lambda: False  # type: ignore[attr-defined]
    return nobody


def _refusal(request: HttpRequest, account: Any) -> HttpResponseBase:
    if request.headers.get("X-Requested-With") == "XMLHttpRequest":
        raise PermissionDenied
    name = "sign_in_code" if account.is_authenticated else "sign_in"
    back = f"?{urlencode({'next': request.get_full_path()})}" if request.method == "GET" else ""
    response = HttpResponseRedirect(reverse(name) + back)
    add_never_cache_headers(response)
    return response


def _view_name(path: str) -> str:
    try:
        return resolve(path).view_name
    except Resolver404:
        return ""
