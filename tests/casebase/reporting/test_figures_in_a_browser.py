"""The pages of figures in a real browser: read on a phone, by a screen reader, and on paper."""

from __future__ import annotations

import io
import itertools
import re
import unicodedata

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.db import transaction
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

from casebase.access.enums import Role
from casebase.reporting.periods import Period
from casebase.reporting.services import freeze
from tests.browser.look import keep_picture
from tests.browser.site import WIDTHS, launch, open_page
from tests.casebase import people
from tests.casebase.reporting.counted_by_hand import arrange
from tests.casebase.reporting.scene import desk_of

pytestmark = [pytest.mark.django_db(transaction=True, databases="__all__"), pytest.mark.slow]
MARK = "Exact figures. Not for publication."
PATHS = (
    "/reports/definitions/",
    "/reports/2026Q2/figures/",
    "/reports/2026Q3/figures/",
    "/reports/2026Q3/figures/5/",
    "/reports/2026Q3/figures/6/",
    "/reports/2026Q3/figures/12/",
    "/reports/2026Q3/figures/39/",
    "/reports/2026Q3/figures/40/",
    "/reports/2026Q3/figures/5/cases/",
)
READERS = {"director": Role.DIRECTOR, "supervisor": Role.SUPERVISOR, "monitoring": Role.ME_VIEWER}
# What differs for those who see one agency, and for those who see no case.
VISITS = {
    "director": PATHS,
    "supervisor": ("/reports/2026Q3/figures/", "/reports/2026Q3/figures/12/"),
    "monitoring": ("/reports/2026Q3/figures/6/", "/reports/2026Q3/figures/5/cases/"),
}


@pytest.fixture
def address(live_server):
    """The counted table, with its spring frozen and its summer live."""
    with transaction.atomic():
        made = arrange.world()
        arrange.before_the_first_freezing(made)
        freeze.freeze(viewer=made.as_counter(), period=Period(2026, 2))
    with transaction.atomic():
        arrange.after_the_first_freezing(made)
    return live_server.url


@pytest.fixture
def sessions(address):
    desks = {"supervisor": desk_of("police")}
    return {
        name: people.session_of(
            people.member(role, desks.get(name) or desk_of("secretariat"))
        ).session_key
        for name, role in READERS.items()
    }


def visited(browser, address, sessions, complaints):
    """Each page as its readers have it, at each width, opened one after the other."""
    for name, width in itertools.product(VISITS, WIDTHS.values()):
        page = open_page(browser, width)
        page.on("console", lambda line: complaints.append(line.text))
        page.context.add_cookies([{"name": "cb_session", "value": sessions[name], "url": address}])
        for path in VISITS[name]:
            answer = page.goto(address + path)
            assert answer is not None
            assert answer.status == 200, path
            yield _picture(name, path, width), page
        page.context.close()


def test_every_page_is_read_on_a_phone_by_a_screen_reader_and_on_paper(address, sessions):
    broken, too_wide, unmarked, complaints = {}, {}, [], []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for name, page in visited(browser, address, sessions, complaints):
            keep_picture(page, name)
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            report = Axe().run(page)
            if report.violations_count:
                broken[name] = report.generate_report()
            beyond = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            if page.evaluate(beyond) > 0:
                too_wide[name] = page.evaluate(beyond)
            if not all(MARK in sheet for sheet in sheets_of(page)):
                unmarked.append(name)
        browser.close()

    assert broken == {}
    assert too_wide == {}
    assert unmarked == []
    assert complaints == []


def sheets_of(page):
    """What stands on each sheet of paper; NFKC takes the printer's ligatures apart."""
    printed = PdfReader(io.BytesIO(page.pdf())).pages
    texts = [unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in printed]
    return [" ".join(text.split()) for text in texts]


def _picture(name, path, width):
    return f"figures-{name}-{re.sub(r'[^A-Za-z0-9]+', '-', path).strip('-')}-{width}"
