"""Every screen of casework that a role can walk to from its first page, one of each kind.

A page that is added tomorrow and linked from somewhere is found that day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from tests.browser.casework import CaseworkSite
from tests.browser.site import open_page, sign_in

# Addresses that answer with a file, or that end the visit.
LEFT_OUT = ("/board/file/", "/sign-out/", "/sign-in/", "/static/")
# Screens that each role sees in its own way.
OF_EVERY_ROLE = ("/my-day/", "/cases/*/", "/")
# A number with its check sign, or whatever holds a digit: the rest of an address is words.
DIFFERS = r"(?:[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]|[^/]*\d[^/]*)"
MORE = ("/account/devices/", "/account/password/", "/account/recovery-codes/", "/account/passkeys/")
ABSENT = "/this-page-does-not-exist/"


def kind(path: str) -> str:
    """The address with `*` for what differs between two pages of one kind."""
    return re.sub(rf"/{DIFFERS}(?=/)", "/*", path)


def every_screen(browser: Browser, site: CaseworkSite, width: int) -> Iterator[tuple[Page, str]]:
    """The open page and its name, for each kind of screen that some role can walk to."""
    seen: set[str] = set()
    for role in site.accounts():
        page = open_page(browser, width)
        sign_in(page, site, role)
        for path in walk(page, site, role, seen):
            yield page, f"{role} {path}"
        page.context.close()


def walk(page: Page, site: CaseworkSite, role: str, seen: set[str]) -> Iterator[str]:
    """Kinds of path that the role reaches by links and that `seen` does not hold yet."""
    waiting, visited = ["/", *MORE, ABSENT], set()
    while waiting:
        path = waiting.pop(0)
        if kind(path) in visited or path.startswith(LEFT_OUT):
            continue
        visited.add(kind(path))  # a page that others have shown leads this role elsewhere
        page.goto(site.url + path)
        waiting += links(page, site)
        name = f"{role} {kind(path)}" if kind(path) in OF_EVERY_ROLE else kind(path)
        if name not in seen:
            seen.add(name)
            yield kind(path)


def links(page: Page, site: CaseworkSite) -> list[str]:
    """Addresses inside casework that the page links to, without what follows a question mark."""
    found = page.eval_on_selector_all("a[href]", "all => all.map(link => link.href)")
    return [urlsplit(address).path for address in found if address.startswith(f"{site.url}/")]
