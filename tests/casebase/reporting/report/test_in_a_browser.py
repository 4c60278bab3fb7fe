"""The pages in a real browser: no rule of access broken, nothing wider than a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = pytest.mark.slow
PAGES = ("report.html", "codebook.html")
WIDTHS = (360, 1280)


@pytest.fixture(scope="module")
def folder(releases, tmp_path_factory):
    folder = tmp_path_factory.mktemp("releases")
    for name, (_, files) in releases.items():
        for page in PAGES:
            (folder / f"{name}-{page}").write_bytes(files[page])
    return folder


@pytest.mark.parametrize("width", WIDTHS)
def test_no_page_breaks_a_rule_of_access(chromium, folder, width):
    broken = {}
    for page, path in _each(chromium, folder, width):
        found = Axe().run(page)
        if found.violations_count:
            broken[path.name] = found.generate_report()

    assert broken == {}


def test_no_page_is_wider_than_a_phone(chromium, folder):
    wide = {
        path.name: width
        for page, path in _each(chromium, folder, 360)
        if (width := page.evaluate("document.documentElement.scrollWidth")) > 360
    }

    assert wide == {}


def test_what_scrolls_can_be_reached_with_the_keyboard(chromium, folder):
    unreachable = """() => [...document.querySelectorAll('*')]
        .filter(e => e.scrollWidth > e.clientWidth + 1 && getComputedStyle(e).overflowX == 'auto')
        .filter(e => e.tabIndex != 0).length"""

    for page, path in _each(chromium, folder, 360):
        assert page.evaluate(unreachable) == 0, path.name


def test_no_word_of_a_chart_is_cut_off(chromium, folder):
    outside = """() => [...document.querySelectorAll('svg text')].filter(t => {
        const box = t.getBoundingClientRect(), all = t.ownerSVGElement.getBoundingClientRect();
        return box.left < all.left - 1 || box.right > all.right + 1
            || box.top < all.top - 1 || box.bottom > all.bottom + 1;
    }).map(t => t.textContent)"""

    for page, path in _each(chromium, folder, 1280):
        assert page.evaluate(outside) == [], path.name


def _each(chromium, folder, width):
    page = chromium.new_page(viewport={"width": width, "height": 800})
    for path in sorted(folder.iterdir()):
        page.goto(path.as_uri())
        yield page, path
    page.close()
