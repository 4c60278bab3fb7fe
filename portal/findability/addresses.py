"""Addresses as outsiders need them: whole, without a query, from the site's settings alone."""

from __future__ import annotations

from django.conf import settings


def absolute(path: str) -> str:
    """A path from the site's root as a whole address; a whole address stays as it is."""
    return path if "://" in path else f"{settings.BASE_URL}{path}"
