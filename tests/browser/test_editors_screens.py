"""The editors' screens that we wrote break no rule of access, and fit a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import screens
from tests.browser.site import open_page, sign_in


@pytest.fixture
def administrator(site, chromium, width):
    page = open_page(chromium, width)
    sign_in(page, site, "administrator")
    yield page
    page.context.close()


def broken_rules(page, within):
    report = Axe().run(page, context=within)
    return report.generate_report() if report.violations_count else ""


def test_our_screens_behind_the_sign_in_break_no_rule_of_access(site, administrator):
    broken, too_wide, failed = {}, {}, {}
    for path in (*screens.OURS, *screens.reviews(administrator, site)):
        answer = administrator.goto(site.url + path)
        if answer.status >= 400:
            failed[path] = answer.status
        # Wagtail's frame around our screens is Wagtail's; what stands in it is ours.
        if rules := broken_rules(administrator, "main"):
            broken[path] = rules
        width = administrator.evaluate("document.documentElement.scrollWidth")
        if width > administrator.viewport_size["width"]:
            too_wide[path] = width

    assert failed == {}
    assert broken == {}
    assert too_wide == {}


def test_the_way_in_breaks_no_rule_of_access(site, reader):
    email, password = site.account("viewer")
    reader.goto(f"{site.url}/sign-in/")
    broken = {"sign-in": broken_rules(reader, "body")}
    reader.locator("main button[type=submit]").click()
    broken["sign-in, empty"] = broken_rules(reader, "body")
    reader.locator("input[name=email]").fill(email)
    reader.locator("input[name=password]").fill(password)
    reader.locator("main button[type=submit]").click()
    reader.wait_for_url("**/sign-in/code/**")
    broken["code"] = broken_rules(reader, "body")
    reader.locator("input[name=code]").fill("000000")
    reader.locator("main button[type=submit]").click()
    broken["code, wrong"] = broken_rules(reader, "body")
    reader.goto(f"{site.url}/invitation/no-such-invitation/")
    broken["invitation that is gone"] = broken_rules(reader, "body")

    assert {name: rules for name, rules in broken.items() if rules} == {}
