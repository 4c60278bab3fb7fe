"""Stepping up: a fresh second factor for one action on one object, just before it is done.

A view calls `require_step_up(request, action=…, object_id=…)` first. Without a proof at most five
minutes old for exactly this action and object, the person sees a page that asks for the code or a
passkey; it sends the same form again to the same address, with everything that was typed, and the
view goes on. Only forms are stepped up: a page that merely shows something needs no such proof.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, cast

from django.conf import settings
from django.core import signing
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from portal.core import passkeys, sealing, services
from portal.core.models import User

PROOFS = "step_up"  # the session entry: digest of action and object to the time of the proof
FRESH_SECONDS = 300
FOR, CODE, PASSKEY = "step_up_for", "step_up_code", "step_up_passkey"
OURS = frozenset({FOR, CODE, PASSKEY, "csrfmiddlewaretoken"})


class StepUpNeeded(PermissionDenied):
    """The person must give a second factor for this action first; the middleware asks for it."""

    def __init__(self, action: str, object_id: str, what: str) -> None:
        super().__init__("A fresh second factor is needed.")
        self.action, self.object_id, self.what = action, object_id, what


def require_step_up(request: HttpRequest, action: str, object_id: str, *, what: str = "") -> None:
    """Go on only with a fresh second factor for exactly this.

    Args:
        action: a fixed word, such as `case.reveal`.
        object_id: what it is done to; a proof for one object opens no other.
        what: ends the sentence "To …, show once more that it is you." Never a name.

    Raises:
        StepUpNeeded: there is no such proof, or it is older than five minutes.
    """
    if not is_fresh(request, action, object_id):
        raise StepUpNeeded(action, object_id, what)


def is_fresh(request: HttpRequest, action: str, object_id: str) -> bool:
    given_at = request.session.get(PROOFS, {}).get(_digest(action, object_id), 0)
    return bool(timezone.now().timestamp() - given_at <= FRESH_SECONDS)


def _digest(action: str, object_id: str) -> str:
    return sealing.digest("step up", f"{action}|{object_id}")


class StepUpMiddleware:
    """Takes the factor before the view and its transaction begin: a wrong code stays counted."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        if request.method != "POST" or not request.user.is_authenticated or FOR not in request.POST:
            return None
        needed = _needed(request)
        if needed is None:
            return None  # the view will ask again
        try:
            _take(request, needed)
        except services.TooManyAttempts as error:
            return ask(request, needed, problem=str(error), status=429)
        except (services.WrongCode, passkeys.PasskeyRefused) as error:
            return ask(request, needed, problem=str(error), status=403)
        return None

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return ask(request, exception) if isinstance(exception, StepUpNeeded) else None


def _needed(request: HttpRequest) -> StepUpNeeded | None:
    """What the form was stepped up for; None where another person's page sent it."""
    try:
        person, action, object_id, what = signing.loads(request.POST[FOR], salt="step up")
    except (signing.BadSignature, ValueError):
        return None
    return StepUpNeeded(action, object_id, what) if person == request.user.pk else None


def _take(request: HttpRequest, needed: StepUpNeeded) -> None:
    user = cast("User", request.user)
    answer = request.POST.get(PASSKEY, "")
    if answer:
        with transaction.atomic():
            passkeys.check(request=request, user=user, answer=answer, purpose=passkeys.STEP_UP)
    else:
        services.check_code(user=user, code=request.POST.get(CODE, ""))
    now = timezone.now().timestamp()
    proofs = request.session.get(PROOFS, {})
    alive = {key: at for key, at in proofs.items() if now - at <= FRESH_SECONDS}
    request.session[PROOFS] = {**alive, _digest(needed.action, needed.object_id): now}


@dataclass(frozen=True)
class KeptField:
    """One value of the form that waits."""

    name: str
    value: str


def ask(
    request: HttpRequest, needed: StepUpNeeded, *, problem: str = "", status: int = 403
) -> HttpResponse:
    """The page that asks for the factor, with the waiting form inside."""
    user = cast("User", request.user)
    kept = [
        KeptField(name, str(value))
        for name, values in request.POST.lists()
        if name not in OURS
        for value in values
    ]
    context = {
        "layout": settings.ACCOUNT_LAYOUT,
        "what": needed.what or "go on",
        "problem": problem,
        "kept": kept,
        "for": signing.dumps(
            [user.pk, needed.action, needed.object_id, needed.what], salt="step up"
        ),
        "passkey": passkeys.authentication_options(request, user, passkeys.STEP_UP),
    }
    response = render(request, "core/step_up.html", context, status=status)
    add_never_cache_headers(response)
    return response
