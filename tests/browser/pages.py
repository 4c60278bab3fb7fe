"""One address of every page type, found from the site's own sitemap and fixed addresses.

A page type that is added tomorrow is found in the sitemap and is covered that day.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from tests.browser.site import Site, fetch

# Addresses that are no Wagtail page, one for each view that answers a reader.
FIXED = (
    "/search/?q=child",
    "/search/?q=referal+form+child",
    "/search/?q=zzzzqqq",
    "/search/",
    "/feeds/",
    "/sops/referral-of-a-child/v1/",
    "/sops/referral-of-a-child/compare/?from=2&to=3",
    "/sops/paper-register-of-rescued-persons/",  # withdrawn
    "/statistics/method/",
    "/statistics/calendar/",
    "/shelters/?region=ahafo&who=men",  # nothing there: what to do instead
    "/sign-in/",
    "/api/public/v1/",
    "/this-page-does-not-exist/",
)


def sitemap_paths(site: Site) -> list[str]:
    """Every page address that the sitemap lists, from all of its parts."""
    parts = locations(fetch(f"{site.url}/sitemap.xml")[2])
    found = []
    for part in parts:
        inner = locations(fetch(part)[2]) if part.endswith(".xml") else [part]
        found += [urlsplit(address).path for address in inner]
    return [path for path in dict.fromkeys(found) if not path.startswith("/files/")]


def locations(xml: bytes) -> list[str]:
    return re.findall(r"<loc>\s*([^<]+?)\s*</loc>", xml.decode())


def one_of_each_type(site: Site) -> list[str]:
    """The first address under each pattern of path, and the fixed ones."""
    patterns: dict[str, str] = {}
    for path in sitemap_paths(site):
        pieces = path.strip("/").split("/")
        pattern = "/".join([pieces[0], *("*" for _ in pieces[1:])])
        patterns.setdefault(pattern, path)
    return [*patterns.values(), *FIXED]
