"""What holds on every page: it reads on a phone, breaks no rule of access, betrays nobody."""

from __future__ import annotations

import gzip
import re
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import pages
from tests.browser.site import WIDTHS, fetch, open_page

BUDGET = 60_000  # bytes on the wire: page, style sheet and scripts of a first view


@pytest.fixture(scope="module")
def addresses(site):
    found = pages.one_of_each_type(site)
    assert len(found) >= 14, found
    return found


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_no_page_breaks_a_rule_of_access(site, chromium, addresses, width):
    page = open_page(chromium, width)
    broken = {}
    for path in addresses:
        page.goto(site.url + path)
        report = Axe().run(page)
        if report.violations_count:
            broken[path] = report.generate_report()
    page.context.close()

    assert broken == {}


def test_no_page_is_wider_than_a_phone(site, chromium, addresses):
    page = open_page(chromium, 360)
    too_wide = {}
    for path in addresses:
        page.goto(site.url + path)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 360:
            too_wide[path] = width
    page.context.close()

    assert too_wide == {}


def test_a_reader_gets_no_cookie_no_foreign_request_and_no_refused_script(
    site, chromium, addresses
):
    page = open_page(chromium, 1280)
    hosts, complaints = set(), []
    page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    for path in addresses:
        if not path.startswith("/sign-in/"):  # its form needs a cookie against forgery
            page.goto(site.url + path)
    cookies = page.context.cookies()
    stored = page.evaluate("localStorage.length + sessionStorage.length")
    page.context.close()

    assert hosts <= {urlsplit(site.url).netloc, ""}
    assert cookies == []
    assert stored == 0
    assert [text for text in complaints if "404" not in text and "410" not in text] == []


def test_every_first_view_fits_the_budget(site, addresses):
    heavy = {}
    for path in addresses:
        size = weight(site, path)
        if size > BUDGET:
            heavy[path] = size

    assert heavy == {}


def weight(site, path):
    """Bytes on the wire of the page and what it loads, as a browser that takes gzip gets them."""
    _, headers, body = fetch(site.url + path, **{"Accept-Encoding": "gzip"})
    total = len(body)
    text = (gzip.decompress(body) if headers.get("content-encoding") == "gzip" else body).decode()
    loaded = re.findall(r'(?:<script[^>]+src|<link[^>]+rel="stylesheet"[^>]+href)="([^"]+)"', text)
    loaded += re.findall(r'<img[^>]+src="(/[^"]+)"', text)
    for address in set(loaded):
        total += len(fetch(site.url + address, **{"Accept-Encoding": "gzip"})[2])
    return total


def test_every_page_reads_without_javascript(site, chromium, addresses):
    page = open_page(chromium, 360, javascript=False)
    silent = []
    for path in addresses:
        page.goto(site.url + path)
        if len(page.locator("main").inner_text().strip()) < 40:
            silent.append(path)
    page.context.close()

    assert silent == []


def test_no_link_inside_the_portal_is_broken(site, addresses):
    seen, broken = set(), []
    for path in pages.sitemap_paths(site):
        status, _, body = fetch(site.url + path)
        assert status == 200, path
        for link in re.findall(r'href="(/[^"#]*)', body.decode()):
            if link not in seen and not link.startswith("/cms/"):
                seen.add(link)
                status = fetch(site.url + link.replace("&amp;", "&"))[0]
                if status >= 400:
                    broken.append((path, link, status))

    assert broken == []
