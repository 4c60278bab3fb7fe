"""`python -m tests.browser.look`: pictures of every page type, to be looked at.

Writes `$HARBOUR_DATA/looks/<width>/<page>.png`; with `--cms`, the editors' screens as well, with
`--cms-only` nothing else; with `--casework`, the screens of casework and nothing else, each named
after the role that saw it. HARBOUR_TEST_SITE names a running demo to use instead of a fresh one.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys

from playwright.sync_api import sync_playwright

from portal.runtime import folders
from tests.browser import casework, casework_screens, pages, screens
from tests.browser.site import WIDTHS, Site, launch, open_page, outside_tests, served, sign_in

TALLEST = 4_000  # pixels; the CMS scrolls inside its window, so the window is made as tall


def main(arguments: list[str]) -> int:
    running = os.environ.get("HARBOUR_TEST_SITE")
    site_to_use = (
        contextlib.nullcontext(Site(running, folders.data_folder(), outside_tests()))
        if running
        else served()
    )
    with site_to_use as site, sync_playwright() as playwright:
        browser = launch(playwright)
        if "--casework" in arguments:
            inside(browser, casework.of(site))
            return 0
        addresses = [] if "--cms-only" in arguments else pages.one_of_each_type(site)
        for name, width in WIDTHS.items():
            page = open_page(browser, width)
            for path in addresses:
                picture(page, site.url + path, name, path)
            if "--cms" in arguments or "--cms-only" in arguments:
                sign_in(page, site, "administrator")
                for path in screens.every_screen(page, site):
                    picture(page, site.url + path, name, path, grow=True)
            page.context.close()
        browser.close()
    return 0


def inside(browser, site):
    for name, width in WIDTHS.items():
        for page, what in casework_screens.every_screen(browser, site, width):
            save(page, f"casework-{name}", what)


def keep_picture(page, name):
    """What the page shows now, as `$HARBOUR_DATA/looks/journeys/<name>.png`."""
    target = folders.data_folder() / "looks" / "journeys" / f"{name}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=target, full_page=True)


def picture(page, url, folder, path, *, grow=False):
    page.goto(url)
    save(page, folder, path, grow=grow)


def save(page, folder, path, *, grow=False):
    name = re.sub(r"[^a-z0-9]+", "-", path.lower()).strip("-") or "home"
    target = folders.data_folder() / "looks" / folder / f"{name}.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    before = page.viewport_size
    if grow:
        inside = (
            "Math.max(...[...document.querySelectorAll('main, body')].map(e => e.scrollHeight))"
        )
        height = min(TALLEST, max(before["height"], page.evaluate(inside)))
        page.set_viewport_size({"width": before["width"], "height": height})
    page.screenshot(path=target, full_page=not grow)
    page.set_viewport_size(before)
    print(target)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
