"""Start-up refuses what would open a door: `manage.py check` names it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register
from django.urls import URLPattern, URLResolver, get_resolver

CORE = "portal.core."  # signing in, own account, health: behind the gate, about no case


@register("security")
def every_page_is_declared(**_options: Any) -> list[CheckMessage]:
    """casebase.E001: a view without `@page` asks for no role and leaves no trace."""
    if settings.SITE != "casework":
        return []
    return [
        Error(
            f"{pattern.name or pattern.pattern} has no @page",
            hint="Decorate the view with casebase.access.pages.page.",
            id="casebase.E001",
        )
        for pattern in patterns(get_resolver())
        if not is_declared(pattern)
    ]


def patterns(resolver: URLResolver) -> Iterator[URLPattern]:
    """Every address of the site."""
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from patterns(entry)
        else:
            yield entry


def is_declared(pattern: URLPattern) -> bool:
    view = pattern.callback
    return hasattr(view, "casework_page") or view.__module__.startswith(CORE)
