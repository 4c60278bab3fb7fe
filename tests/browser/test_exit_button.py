"""Leaving quickly: at once, and with no way back, whoever presses Back afterwards."""

from __future__ import annotations

import pytest

from tests.browser.site import open_page

WEATHER = "https://www.meteo.gov.gh/"
ELSEWHERE = "<!doctype html><title>Weather</title><p>Sunny</p>"


@pytest.fixture
def visitor(chromium):
    """Somebody on a telephone; the weather answers from here, so that nothing leaves."""
    page = open_page(chromium, 360)
    page.route(
        f"{WEATHER}**", lambda route: route.fulfill(body=ELSEWHERE, content_type="text/html")
    )
    yield page
    page.context.close()


def test_the_button_leaves_and_back_shows_nothing_of_the_visit(visitor, site):
    visitor.goto(f"{site.url}/")
    visitor.goto(f"{site.url}/help/")

    visitor.get_by_role("button", name="Exit this page").click()
    visitor.wait_for_url(WEATHER)
    visitor.evaluate("history.back()")
    visitor.wait_for_timeout(1500)

    assert visitor.url == WEATHER
    assert visitor.title() == "Weather"


def test_shift_three_times_leaves_and_typing_capitals_does_not(visitor, site):
    visitor.goto(f"{site.url}/help/")

    for key in ("Shift+A", "Shift+B", "Shift+C"):
        visitor.keyboard.press(key)
    stayed_on = visitor.url
    for _ in range(3):
        visitor.keyboard.press("Shift")
    visitor.wait_for_url(WEATHER)

    assert stayed_on == f"{site.url}/help/"


def test_whoever_types_the_address_again_can_read_again(visitor, site):
    visitor.goto(f"{site.url}/help/")
    visitor.get_by_role("button", name="Exit this page").click()
    visitor.wait_for_url(WEATHER)

    visitor.goto(f"{site.url}/help/")
    visitor.wait_for_timeout(500)

    assert visitor.url == f"{site.url}/help/"


def test_the_button_is_in_sight_on_a_telephone_wherever_one_reads(visitor, site):
    visitor.goto(f"{site.url}/help/")

    visitor.evaluate("scrollTo(0, document.body.scrollHeight)")

    assert visitor.get_by_role("button", name="Exit this page").bounding_box()["y"] < 60
    assert visitor.get_by_role("link", name="Call 0800 800 800").first.bounding_box()["y"] < 60


def test_without_javascript_the_button_is_a_link_that_leaves(chromium, site):
    page = open_page(chromium, 360, javascript=False)
    page.route(
        f"{WEATHER}**", lambda route: route.fulfill(body=ELSEWHERE, content_type="text/html")
    )
    page.goto(f"{site.url}/help/")

    page.get_by_role("button", name="Exit this page").click()

    assert page.title() == "Weather"
    page.context.close()
