"""Settings of search that must be right before it starts."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, register


@register()
def index_prefix(**_: Any) -> list[CheckMessage]:
    """On a shared cluster, an index without a prefix is somebody else's index."""
    if settings.ELASTICSEARCH_URL and not settings.ELASTICSEARCH_INDEX_PREFIX:
        return [
            Error(
                "ELASTICSEARCH_URL is set but ELASTICSEARCH_INDEX_PREFIX is empty.",
                hint="Set a prefix that no other portal on that cluster uses, such as "
                "harbour-production.",
                id="search.E001",
            )
        ]
    return []
