"""Casework as its people meet it: the same demo's other site."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from urllib.parse import urlsplit

from tests.browser.site import Site

SETTINGS = "--settings=portal.settings.casework"


@dataclass(frozen=True)
class CaseworkSite(Site):
    """The casework site of a running demo; its commands are casework's."""

    def manage(self, *arguments: str) -> str:
        return super().manage(*arguments, SETTINGS)


def of(site: Site) -> CaseworkSite:
    """The casework site beside a portal: one port further, as in every demo."""
    port = (urlsplit(site.url).port or 80) + 1
    fields = {field.name: getattr(site, field.name) for field in dataclasses.fields(Site)}
    return CaseworkSite(**{**fields, "url": f"http://127.0.0.1:{port}", "known": {}})
