"""Typing with a connection that breaks, in a real browser: no text is lost, none stays behind."""

from __future__ import annotations

import pytest

from tests.browser.site import WIDTHS, open_page
from tests.casebase.served import served

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("served casework")]
CUT_MS = 2000
STORES = """async () => [
    localStorage.length, sessionStorage.length, (await indexedDB.databases()).length,
    (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length,
]"""


@pytest.fixture(scope="module")
def site():
    with served() as site:
        site.start()
        yield site


@pytest.fixture(scope="module")
def session(site):
    return site.members("caseworker")["caseworker"]["session"]


@pytest.fixture(params=sorted(WIDTHS), ids=sorted(WIDTHS))
def page(chromium, site, session, request):
    page = open_page(chromium, WIDTHS[request.param])
    page.context.add_cookies([{"name": "cb_session", "value": session, "url": site.url}])
    yield page
    page.context.close()


def kept(page):
    page.locator("[data-kept]", has_text="Kept at").wait_for()


def throw_away(page):
    page.get_by_role("button", name="Throw it away").click()
    # Chromium hangs where a window is closed while its form is on its way.
    page.get_by_text("Your text of").wait_for(state="hidden")


def test_two_seconds_without_a_connection_lose_no_typed_text(page, site):
    page.goto(f"{site.url}/cases/new/")
    page.get_by_label("Name as heard").fill("Kwaku before the cut (invented)")
    page.context.set_offline(True)
    page.get_by_label("Mother's name").fill("Typed in the dark (invented)")
    page.get_by_role("button", name="Register this child").click()
    page.get_by_text("Not sent: there is no connection.").wait_for()
    page.wait_for_timeout(CUT_MS)  # tries to keep it fail meanwhile
    page.get_by_text("Not sent: there is no connection.").wait_for()
    page.context.set_offline(False)
    kept(page)
    page.get_by_text("but not sent yet").wait_for()
    page.goto(f"{site.url}/cases/new/")

    assert page.get_by_label("Name as heard").input_value() == "Kwaku before the cut (invented)"
    assert page.get_by_label("Mother's name").input_value() == "Typed in the dark (invented)"
    assert page.evaluate(STORES) == [0, 0, 0, 0, 0]
    throw_away(page)
    assert page.get_by_label("Name as heard").input_value() == ""


def test_enter_does_not_throw_away_what_came_back(page, site):
    page.goto(f"{site.url}/cases/new/")
    page.get_by_label("Name as heard").fill("Before the Go key (invented)")
    kept(page)
    page.goto(f"{site.url}/cases/new/")
    page.get_by_text("You began it for Before the Go key (invented).").wait_for()
    with page.expect_navigation():
        page.get_by_label("Mother's name").press("Enter")

    page.get_by_text("There is a problem").wait_for()  # sent, and refused: the rest is missing
    assert page.get_by_label("Name as heard").input_value() == "Before the Go key (invented)"
    page.goto(f"{site.url}/cases/new/")
    page.get_by_label("Mother's name").fill("Not kept on the way out (invented)")
    throw_away(page)
    assert page.get_by_label("Name as heard").input_value() == ""


def test_a_page_that_is_closed_at_once_has_kept_what_was_typed(page, site):
    page.goto(f"{site.url}/cases/new/")
    page.get_by_label("Name as heard").fill("Closed at once (invented)")
    page.goto(f"{site.url}/cases/")  # pagehide keeps it
    page.wait_for_timeout(500)
    page.goto(f"{site.url}/cases/new/")

    assert page.get_by_label("Name as heard").input_value() == "Closed at once (invented)"
    throw_away(page)


def test_the_script_is_allowed_by_the_pages_own_policy(page, site):
    complaints = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{site.url}/cases/new/")
    page.get_by_label("Home town or village").fill("Ekumpoano")
    kept(page)

    assert not complaints
    page.get_by_role("button", name="Keep for later").click()
    throw_away(page)


def test_an_ended_session_is_no_lost_connection_and_signing_in_elsewhere_mends_it(
    page, site, session
):
    page.goto(f"{site.url}/reports-received/new/")
    told = page.get_by_label("What were we told?")
    told.fill("Told before the session ended (invented)")
    kept(page)
    page.context.clear_cookies()
    told.press_sequentially(" and after")
    page.get_by_text("you were signed out").wait_for()
    with page.expect_response("**/drafts/tip-off/"):  # tried once more, and not dropped
        page.get_by_role("button", name="Record this tip-off").click()
    page.wait_for_timeout(500)
    page.get_by_text("you were signed out").wait_for()
    page.context.add_cookies([{"name": "cb_session", "value": session, "url": site.url}])
    page.evaluate("window.dispatchEvent(new Event('focus'))")
    page.get_by_text("but not sent yet").wait_for()
    page.goto(f"{site.url}/reports-received/new/")

    assert told.input_value() == "Told before the session ended (invented) and after"
    throw_away(page)


@pytest.mark.parametrize("status", [409, 500])
def test_after_a_refusal_nothing_is_sent_until_the_next_key(page, site, status):
    tries = []
    page.goto(f"{site.url}/reports-received/new/")
    page.route("**/drafts/tip-off/", lambda route: (tries.append(1), route.fulfill(status=status)))
    told = page.get_by_label("What were we told?")
    told.fill("Refused (invented)")
    page.locator("[data-kept]", has_text="Not kept").wait_for()
    page.wait_for_timeout(6000)
    left_alone = len(tries)
    told.press_sequentially("!")
    page.wait_for_timeout(2500)

    assert (left_alone, len(tries)) == (1, 2)
    page.unroute("**/drafts/tip-off/")


def registered(page, site):
    page.goto(f"{site.url}/cases/new/")
    page.get_by_label("Name as heard").fill("Ɖzifa Ŋutɔ (invented)")
    page.get_by_label("Girl", exact=True).check()
    page.get_by_label("Age, or date of birth").fill("7")
    page.get_by_label("Region where").select_option("Volta")
    page.get_by_role("button", name="Register this child").click()
    page.wait_for_load_state()
    if page.get_by_role("button", name="None of these").count():
        page.get_by_role("button", name="None of these").click()
    page.get_by_text("The child is registered as case").wait_for()
    return page.url.split("?")[0]


def test_a_change_sent_without_a_connection_stays_on_the_page_and_is_sent_again(page, site):
    case = registered(page, site)
    page.goto(f"{case}edit/child/")
    page.get_by_label("Language the child speaks best").select_option("Ewe")
    page.context.set_offline(True)
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Not sent: there is no connection.").wait_for()
    page.context.set_offline(False)

    assert page.get_by_label("Language the child speaks best").input_value() == "ewe"
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Speaks Ewe").wait_for()
