"""`/health/live` and `/health/ready`: for the machine itself, so nobody outside sees them."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from django.db import DatabaseError, connection
from django.db.transaction import non_atomic_requests
from django.http import Http404, HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

# What else the machine should know, for instance whether the worker runs; a late sign is told and
# does not take the site out of service.
_signs: dict[str, Callable[[], str]] = {}
LOOPBACK = frozenset({"127.0.0.1", "::1"})
View = Callable[[HttpRequest], JsonResponse]


def register_sign(name: str, read: Callable[[], str]) -> None:
    """Show a word under this name in `/health/ready`; call it from an app's `ready`."""
    _signs[name] = read


def _only_from_this_machine(view: View) -> View:
    @wraps(view)
    def answer(request: HttpRequest) -> JsonResponse:
        # Behind a proxy every address is loopback, but then the proxy names the real one.
        if request.META.get("REMOTE_ADDR") not in LOOPBACK or request.headers.get(
            "X-Forwarded-For"
        ):
            raise Http404
        return view(request)

    return answer


@non_atomic_requests
@never_cache
@require_safe
@_only_from_this_machine
def live(request: HttpRequest) -> JsonResponse:
    """The process answers; asks nothing of the database."""
    return JsonResponse({"status": "live"})


@non_atomic_requests
@never_cache
@require_safe
@_only_from_this_machine
def ready(request: HttpRequest) -> JsonResponse:
    """The process can do its work: 200, or 503 when its database does not answer."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        signs = {name: read() for name, read in _signs.items()}
    except DatabaseError:
        return JsonResponse({"status": "not ready", "database": "no answer"}, status=503)
    return JsonResponse({"status": "ready", **signs})
