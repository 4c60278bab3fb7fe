"""Every address a URLconf knows, for tests that ask a promise of all of them."""

from __future__ import annotations

import uuid

from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter, PathConverter, SlugConverter, UUIDConverter

SAMPLES = {
    UUIDConverter: str(uuid.UUID(int=7)),
    IntConverter: "1",
    SlugConverter: "a",
    PathConverter: "a",
}


def addresses(patterns, prefix="/"):
    """Every address the URLconf knows, with a made-up value for each of its parts."""
    for entry in patterns:
        route = prefix + sample(entry.pattern)
        if isinstance(entry, URLResolver):
            yield from addresses(entry.url_patterns, route)
        elif isinstance(entry, URLPattern):
            yield route


def sample(pattern) -> str:
    text = str(pattern)
    if getattr(pattern, "converters", None):
        for name, converter in pattern.converters.items():
            value = SAMPLES.get(type(converter), "a")
            for form in (
                f"<{name}>",
                *(f"<{kind}:{name}>" for kind in ("int", "uuid", "slug", "path", "str")),
            ):
                text = text.replace(form, value)
    if text.startswith("^"):
        return ""
    return text


def every_address(urlconf: str | None = None) -> list[str]:
    """The addresses of a URLconf, the portal's where none is named, with made-up parts."""
    return sorted(set(addresses(get_resolver(urlconf).url_patterns)))
