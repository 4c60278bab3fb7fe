"""One served demo and one browser for all browser tests, in one worker."""

from __future__ import annotations

import os

import pytest
from playwright.sync_api import sync_playwright

from portal.runtime import folders
from tests.browser import site as sites


def pytest_collection_modifyitems(items):
    """Every test of this folder drives a browser, and they share one worker and one demo."""
    for item in items:
        if "tests/browser/" in item.nodeid.replace("\\", "/"):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def site():
    """A fresh demo, or the one that runs at HARBOUR_TEST_SITE (with its HARBOUR_DATA)."""
    running = os.environ.get("HARBOUR_TEST_SITE")
    if running:
        yield sites.Site(running, folders.data_folder(), sites.outside_tests())
        return
    with sites.served() as site:
        yield site


@pytest.fixture(scope="session")
def chromium():
    with sync_playwright() as playwright:
        browser = sites.launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(params=sorted(sites.WIDTHS), ids=sorted(sites.WIDTHS))
def width(request):
    return sites.WIDTHS[request.param]


@pytest.fixture
def reader(chromium, width):
    """A new reader's page at each width; closed afterwards."""
    page = sites.open_page(chromium, width)
    yield page
    page.context.close()
