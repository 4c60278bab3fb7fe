"""The pages of the periods in a real browser: they fit a phone, break no rule of access, print."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe

from portal.runtime import folders
from tests.browser.look import keep_picture
from tests.browser.site import WIDTHS, open_page
from tests.casebase.served import served

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("served casework")]
SUMMER, SPRING, WINTER = "/reports/2026Q3/", "/reports/2026Q2/", "/reports/2025Q4/"
# Who opens what, and what it is called on its picture.
LOOKS = {
    "list": ("director", "/reports/"),
    "list-of-an-agency": ("supervisor", "/reports/"),
    "to-freeze": ("officer", SUMMER),
    "to-confirm": ("supervisor", SUMMER),
    "to-confirm-by-the-data-manager": ("manager", SUMMER),
    "to-sign": ("director", SPRING),
    "frozen-for-an-agency": ("supervisor", SPRING),
    "signed": ("director", "/reports/2026Q1/"),
    "released": ("director", WINTER),
    "running": ("director", "/reports/2026Q4/"),
    "year": ("director", "/reports/2026/"),
    "corrections": ("officer", f"{WINTER}corrections/?n=5"),
}


@pytest.fixture(scope="module")
def site():
    with served() as site:
        site.start()
        yield site


@pytest.fixture(scope="module")
def sessions(site):
    command = [sys.executable, "-W", "ignore", "-m", "tests.casebase.reporting.served_periods"]
    above_all = {"CASEBASE_DATABASE_URL": site.superuser_url("casebase")}  # it stands in for many
    done = subprocess.run(
        command,
        cwd=folders.ROOT,
        env=site.environment() | above_all,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout)


def opened(chromium, site, session, width, *, javascript=False):
    page = open_page(chromium, width, javascript=javascript)
    page.context.add_cookies([{"name": "cb_session", "value": session, "url": site.url}])
    return page


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
@pytest.mark.parametrize("name", LOOKS)
def test_a_page_breaks_no_rule_of_access_and_is_no_wider_than_the_screen(
    chromium, site, sessions, name, width
):
    who, address = LOOKS[name]
    page = opened(chromium, site, sessions[who], width, javascript=True)
    answer = page.goto(site.url + address)
    report = Axe().run(page)
    keep_picture(page, f"periods-{name}-{width}")

    assert answer.status == 200
    assert report.violations_count == 0, report.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_what_is_refused_breaks_no_rule_either(chromium, site, sessions, width):
    page = opened(chromium, site, sessions["officer"], width, javascript=True)
    page.goto(site.url + SUMMER)
    page.get_by_role("button", name="Freeze 2026Q3").click()
    page.get_by_role("alert").first.wait_for()
    report = Axe().run(page)
    keep_picture(page, f"periods-refused-{width}")

    assert report.violations_count == 0, report.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_the_mark_stands_on_paper_too(chromium, site, sessions):
    page = opened(chromium, site, sessions["officer"], 1280)
    page.goto(site.url + SUMMER)
    page.emulate_media(media="print")
    mark = page.locator(".sheet-mark")  # on every sheet, beside the one at the head
    keep_picture(page, "periods-on-paper")

    assert mark.inner_text() == "Exact figures. Not for publication."
    assert page.locator(".exact-mark").is_visible()
    assert mark.evaluate("element => getComputedStyle(element).position") == "fixed"
    assert not page.get_by_role("button", name="Freeze 2026Q3").is_visible()
    page.context.close()


def press(page, name, *, times=60):
    """Tab until something of this name has the focus."""
    for _ in range(times):
        page.keyboard.press("Tab")
        focused = "document.activeElement.innerText || document.activeElement.id"
        if name in (page.evaluate(focused) or ""):
            return
    raise AssertionError(f"{name} is not reached by keyboard")


def test_confirmed_by_keyboard_without_a_script(chromium, site, sessions):
    page = opened(chromium, site, sessions["supervisor"], 360)
    page.goto(site.url + SUMMER)
    press(page, "Confirm our part")
    page.keyboard.press("Enter")
    page.get_by_role("alert").wait_for()
    keep_picture(page, "periods-confirmed-360")

    assert "Your agency says that its part is complete." in page.inner_text("main")
    page.context.close()


def test_frozen_by_keyboard_without_a_script(chromium, site, sessions):
    page = opened(chromium, site, sessions["officer"], 360)
    page.goto(site.url + SUMMER)
    press(page, "id_is_known")
    page.keyboard.press("Space")
    press(page, "Freeze 2026Q3")
    page.keyboard.press("Enter")
    page.get_by_role("alert").wait_for()
    keep_picture(page, "periods-frozen-360")

    assert "Frozen. These figures stay as they are now." in page.inner_text("main")
    page.context.close()
