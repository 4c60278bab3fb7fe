"""Tasks 1 and 2 of portal.md: a procedure revised, reviewed by others, found by the public.

Each person has a browser of their own. Signing in is no step; neither is moving between fields.
"""

from __future__ import annotations

import datetime as dt
import json
import re
import time

import pytest

from tests.browser.site import Journey, fetch, open_page, sign_in

TITLE, PROCEDURE = "Case conference", "/sops/case-conference/"
SUMMARY = "Tortoise papers are checked twice before the meeting."  # a word that nothing else holds


@pytest.fixture
def person(site, chromium, request):
    """Opens a browser for one role; every journey is reported and closed at the end."""
    journeys = []

    def begin(role):
        page = open_page(chromium, 1280)
        sign_in(page, site, role)
        journeys.append(Journey(f"{request.node.name}, {role}", page, site))
        return journeys[-1]

    yield begin
    for journey in journeys:
        journey.report()
        journey.page.context.close()


def search(site, words):
    query = words.replace(" ", "+")
    return json.loads(fetch(f"{site.url}/api/public/v1/search?q={query}")[2])


def until(condition, seconds):
    """How long it took to come true."""
    started = time.monotonic()
    while not condition():
        assert time.monotonic() - started < seconds, "it did not come true in time"
        time.sleep(0.05)
    return time.monotonic() - started


def revise(editor, site):
    """The newest edition copied, its change described, and handed in."""
    page = editor.page
    page.goto(site.url + edit_address(page, site))
    editor.click("button", "New edition")
    page.wait_for_selector("[name=change_summary]")
    today = dt.datetime.now(dt.UTC).date()
    values = {
        "change_summary": SUMMARY,
        "in_force_from": f"{today - dt.timedelta(days=1)} 08:00",
        "approved_on": f"{today - dt.timedelta(days=2)}",
        "review_due_on": f"{today + dt.timedelta(days=365)}",
    }
    for name, value in values.items():
        editor._count(f"type {name}")
        page.locator(f"[name={name}]").fill(value)
        page.keyboard.press("Tab")  # closes the calendar
    editor._count("choose the kind of change")
    page.locator("select[name=change_type]").select_option("substantive")
    page.locator("[name=change_summary]").click()
    editor.click("button", "More actions")
    page.get_by_role("button", name=re.compile("Submit to")).click()
    editor.steps += 1
    page.get_by_text("submitted for moderation").wait_for()


def edit_address(page, site):
    """Where the editors' own search leads for the edition in force."""
    page.goto(f"{site.url}/cms/pages/search/?q={TITLE.replace(' ', '+')}")
    link = page.get_by_role("link", name=f"{TITLE} (edition 1)").first
    return link.get_attribute("href")


def approve(reviewer):
    """The difference is read, the checklist ticked, the approval given: one screen."""
    page = reviewer.page
    reviewer.open("/cms/")
    reviewer.click("link", f"Review: {TITLE}")
    page.locator("[name=checklist]").first.wait_for()
    assert SUMMARY in page.locator("main").inner_text()
    for box in page.locator("[name=checklist]").all():
        reviewer._count("tick")
        box.check()
    reviewer.click("button", "Approve")
    page.wait_for_load_state()


def test_tasks_1_and_2_a_procedure_is_revised_and_three_others_approve_it(site, person):
    editor = person("sop editor")
    revise(editor, site)
    assert editor.steps <= 9

    editor.open("/cms/")
    assert editor.page.get_by_role("link", name=re.compile(f"^Review: {TITLE}")).count() == 0
    assert SUMMARY not in fetch(site.url + PROCEDURE)[2].decode()
    assert search(site, "tortoise")["total"] == 0

    for role in ("reviewer", "legal reviewer", "publisher"):
        assert SUMMARY not in fetch(site.url + PROCEDURE)[2].decode()
        approve(person(role))

    until(lambda: SUMMARY in fetch(site.url + PROCEDURE)[2].decode(), seconds=3)
    seconds = until(lambda: search(site, "tortoise papers")["total"] > 0, seconds=3)
    print(f"\nfound by search {seconds:.2f} s after the page showed it")
    status, _, old = fetch(f"{site.url}{PROCEDURE}v1/")
    assert status == 200
    assert b"noindex" in old
