"""Tasks 8, 9 and 10 of portal.md, done by keyboard and finger in a real browser, steps counted."""

from __future__ import annotations

import json
import re

import pytest

from tests.browser.site import Journey, fetch, open_page


@pytest.fixture
def phone(site, chromium, request):
    """Somebody with a phone of 360 pixels; their steps are printed at the end."""
    page = open_page(chromium, 360)
    journey = Journey(request.node.name, page, site)
    yield journey
    journey.report()
    page.context.close()


def test_task_8_an_officer_finds_the_referral_form_on_a_phone(phone):
    answers = []
    phone.page.on("response", lambda answer: answers.append(answer))
    phone.open("/")
    phone.type("Search", "referal form child")
    phone.press("Enter")
    first = phone.page.locator("main article, main li").filter(has_text="Procedure").first
    assert "Referral of a child" in first.inner_text()
    assert "Page 12" in phone.page.locator("main").inner_text()

    phone.click("link", "Referral of a child")

    assert phone.page.locator("h1").inner_text().strip() == "Referral of a child"
    assert phone.page.locator("main a[href^='tel:']").count() > 0
    assert phone.steps <= 3
    assert sum(int(answer.header_value("content-length") or 0) for answer in answers) < 100_000


def test_task_8_by_the_other_way_from_region_to_a_place_that_takes_a_boy_of_nine(phone):
    phone.open("/shelters/")
    assert phone.page.locator("a[href^='tel:']").first.is_visible()
    phone.choose("Region", "volta")
    phone.type("Age", "9")
    phone.press("Enter")

    found = phone.page.locator("main").inner_text()
    assert "Call" in found
    assert re.search(r"Volta", found)
    assert phone.steps <= 3


def test_task_9_a_person_at_risk_finds_help_and_leaves_without_a_trace(phone):
    phone.open("/help/")
    page = phone.page
    assert not re.search("traffick|shelter|victim", page.title(), re.IGNORECASE)
    assert page.get_by_role("button", name="Exit this page").first.is_visible()
    assert page.locator("main a[href='tel:0800800800']").first.is_visible()

    phone._count("open Volta")
    page.locator("summary", has_text="Volta").click()
    text = page.locator("main").inner_text()
    assert "Dzidzor" in text
    address_before = page.url
    assert "?" not in address_before  # the choice is in no address

    target = page.get_by_role("button", name="Exit this page").first.get_attribute("href")
    page.route(re.escape(target) + ".*", lambda route: route.fulfill(body="<title>Weather</title>"))
    page.route(re.compile(re.escape(target.rstrip("/"))), lambda route: route.fulfill(body="ok"))
    phone.click("button", "Exit this page")
    page.wait_for_url(re.compile(re.escape(target.rstrip("/"))))
    page.go_back()

    assert "/help/" not in page.url or "no-store" in fetch(address_before)[1]["cache-control"]
    assert page.context.cookies() == []
    assert phone.steps <= 3


def test_task_10_a_researcher_finds_cites_downloads_and_follows(site, chromium, request):
    page = open_page(chromium, 1280)
    journey = Journey(request.node.name, page, site)
    journey.open("/")
    journey.type("Search", "prosecutions 2024")
    journey.press("Enter")
    journey._count("open Type")
    page.locator("summary", has_text=re.compile("^Type$")).click()
    journey._count("tick Report")
    page.locator("input[name=type][value=report]").check()
    journey.click("button", "Apply")
    assert "type=report" in page.url
    journey.click("link", "Trafficking prosecutions in 2024")

    text = page.locator("main").inner_text()
    for part in ("How to cite", "Licence", "Earlier edition", "CSV"):
        assert part in text
    csv = page.locator("main a[href$='.csv']").first.get_attribute("href")
    status, headers, body = fetch(site.url + csv)
    assert (status, body[:6]) == (200, b"region")
    assert headers["content-type"].startswith("text/csv")
    journey.report()
    page.context.close()
    assert journey.steps <= 6


def test_task_10_any_search_is_an_address_a_feed_and_json(site):
    query = "q=prosecutions+2024&type=report"
    page = fetch(f"{site.url}/search/?{query}")[2].decode()
    feed = re.search(r'href="(/feeds/search\.atom\?[^"]+)"', page).group(1).replace("&amp;", "&")

    assert b"<feed" in fetch(site.url + feed)[2]
    answer = json.loads(fetch(f"{site.url}/api/public/v1/search?{query}")[2])
    assert answer["hits"][0]["title"] == "Trafficking prosecutions in 2024"
    chosen = {value["value"]: value for value in answer["facets"]["type"]}
    assert chosen["report"]["selected"]
    assert len(chosen) > 1  # the other types keep their counts: choosing two is possible
