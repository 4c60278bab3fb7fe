"""Where a page stands, and the way down to it from the home page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from wagtail.models import Page

HOME_DEPTH = 2  # the home page; above it is only the tree's own root


@dataclass(frozen=True)
class Crumb:
    """One step of the way; `url` is a path from the site's root."""

    title: str
    url: str


HOME = Crumb("Home", "/")


def trail_to(page: Page) -> list[Crumb]:
    """The steps above `page`, home first; empty for the home page.

    Asks the database once for a page, and not at all where only the home page is above it.
    """
    if not hasattr(page, "_trail"):
        page._trail = _steps(page)
    return cast("list[Crumb]", page._trail)


def _steps(page: Page) -> list[Crumb]:
    if page.depth <= HOME_DEPTH:
        return []
    if page.depth == HOME_DEPTH + 1:
        return [HOME]
    above = page.get_ancestors().filter(depth__gt=HOME_DEPTH).order_by("depth")
    rows = above.values_list("title", "url_path")
    return [HOME, *(Crumb(title, path_below_root(url_path)) for title, url_path in rows)]


def path_of(page: Page) -> str:
    """Where a page stands, from the site's root; empty outside every site."""
    return path_below_root(page.url_path)


def path_below_root(url_path: str) -> str:
    """The same from the `url_path` column alone: "/home/sops/x/" gives "/sops/x/"."""
    parts = url_path.split("/", 2)
    return f"/{parts[2]}" if len(parts) == 3 and parts[1] else ""
