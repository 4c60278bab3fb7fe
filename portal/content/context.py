"""What every public template may read; no query, no session, no cookie."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def site(request: HttpRequest) -> dict[str, object]:
    """What the frame of every page needs.

    `demo_mode`: whether pages say that their content is invented. `canonical_url`: this page's
    one address, without the query. `exit_url`: where the exit button leads.
    """
    return {
        "demo_mode": settings.DEMO_MODE,
        "base_url": settings.BASE_URL,
        "canonical_url": f"{settings.BASE_URL}{request.path}",
        "exit_url": settings.EXIT_URL,
    }
