"""What every page of casework may read besides its own context."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest


def casework(request: HttpRequest) -> dict[str, object]:
    """`demo_mode`: whether the page says that everybody on it is invented."""
    return {"demo_mode": settings.DEMO_MODE}
