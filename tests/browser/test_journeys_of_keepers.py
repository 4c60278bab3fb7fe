"""Tasks of casework.md for those who keep the records and the accounts: T10 (doubles) and T12.

Each person in a browser of their own, steps and time counted. Everybody here is invented.
"""

from __future__ import annotations

import base64
import re
import secrets
import sys
import time

import pytest
from django_otp.oath import hotp

from casebase.access.enums import Action, Role
from casebase.access.roles import ROLES
from tests.browser import casework
from tests.browser.casework import fits, register, show_it_is_you
from tests.browser.site import Journey, open_page, sign_in

pytestmark = pytest.mark.slow
# One child a width, as two tired people of one desk write it.
PELICAN = {
    360: (
        {"name": "Kwaku Pelican", "age": "8", "home": "Apam", "mother": "Adwoa Nyarko"},
        {"name": "Kweku Pelikan", "age": "9", "home": "Apaam", "mother": "Adjoa Nyarko"},
    ),
    1280: (
        {"name": "Yaw Cormorant", "age": "13", "home": "Gomoa Fetteh", "mother": "Abena Tawiah"},
        {"name": "Yao Cormorant", "age": "12", "home": "Fete", "mother": "Abina Tawia"},
    ),
}
AGENCY = "Department of social welfare (invented)"
PASSWORD = "seven otters row at dusk"
PHONE_STEP = 30  # seconds of a one-time code


@pytest.fixture(scope="module")
def case_site(site):
    return casework.of(site)


@pytest.fixture
def person(case_site, chromium, width, request):
    """Opens a browser for one role, or for somebody without an account."""
    journeys, started = [], time.monotonic()

    def begin(role=""):
        page = open_page(chromium, width)
        if role:
            sign_in(page, case_site, role)
        name = f"{request.node.name}, {role or 'newcomer'}"
        journeys.append(Journey(name, page, case_site))
        return journeys[-1]

    yield begin
    for journey in journeys:
        journey.report()
        journey.page.context.close()
    seconds = time.monotonic() - started
    print(f"\n{request.node.name}: {seconds:.1f} s with all sign-ins", file=sys.__stderr__)


# --- T10: two records, one child


def test_t10_doubles_are_worked_through_counted_once_and_undone(person, width, case_site):
    written, again = PELICAN[width]
    worker = person("caseworker")
    numbers = [register(worker, **written), register(worker, **again)]

    manager = person("data manager")
    manager.open("/doubles/")
    manager.click("button", "Compare all records now")
    begun = manager.steps
    open_pair(manager, case_site, numbers)
    manager.click("button", "Later")
    open_pair(manager, case_site, numbers)
    manager.click("button", "The same: ask a second person")
    manager.page.get_by_role("heading", name="Possible doubles").wait_for()
    assert manager.steps - begun <= 6  # open, later, open, the same; a code asked twice at most

    supervisor = person("supervisor")
    supervisor.open("/merges/")
    assert fits(supervisor.page)
    waiting = supervisor.page.get_by_role("listitem").filter(has_text=numbers[0])
    waiting.get_by_role("link", name="Compare and decide").click()
    show_it_is_you(supervisor, case_site, "supervisor")
    assert all(number in supervisor.page.inner_text("main") for number in numbers)  # the preview
    assert fits(supervisor.page)
    supervisor.click("button", "Count them as one")
    supervisor.page.get_by_role("heading", name="Counted as one").wait_for()

    manager.open("/merges/")
    line = manager.page.get_by_role("listitem").filter(has_text=numbers[0])
    assert "Counted as one" in line.inner_text()
    line.get_by_role("button", name=re.compile("^Undo, possible until")).click()
    manager.page.wait_for_load_state()
    line = manager.page.get_by_role("listitem").filter(has_text=numbers[0])
    assert "Undone by" in line.inner_text()


def open_pair(manager: Journey, case_site, numbers) -> None:
    """The two records side by side, with the names that a fresh second factor shows."""
    page = manager.page
    pair = page.locator("main ol.casework-list a").filter(has_text=numbers[0])
    manager._count("open the pair")
    pair.filter(has_text=numbers[1]).first.click()
    show_it_is_you(manager, case_site, "data manager")
    page.get_by_role("heading", name="One child or two?").wait_for()
    assert fits(page)


# --- T12: somebody comes, is looked at again, leaves; and what was read is checked


def test_t12_a_person_comes_is_reviewed_leaves_and_the_trail_is_whole(person, width, case_site):
    tag = secrets.token_hex(3)  # a running demo may know an Ama Heron already
    email, name = f"heron.{tag}@example.org", f"Ama Heron {tag} (invented)"
    administrator = person("system administrator")
    link, code = invited(administrator, case_site, name, email)
    newcomer = person()
    enrol(newcomer, link, code, email)
    newcomer.page.get_by_role("heading", name="Somebody has to agree first").wait_for()
    assert fits(newcomer.page)
    supervisor = person("supervisor")
    agree(supervisor, name)
    newcomer.click("button", "Load again")
    newcomer.page.get_by_role("heading", name="Your promise").wait_for()
    newcomer.click("button", "I promise this")
    newcomer.page.wait_for_load_state()
    reference = register(newcomer, name="Kofi Ibis", age="7", home="Dago", mother="Akua Mensah")

    review(supervisor, name)
    ending = end_account(administrator, name)
    assert "still holds one open case" in ending
    hand_over(supervisor, name)
    assert "still holds" not in end_account(administrator, name)
    newcomer.open("/cases/")
    assert "/sign-in/" in newcomer.page.url  # signed out everywhere at once

    auditor = person("auditor")
    check_the_trail(auditor)
    auditor.open(f"/cases/{reference}/seen-by/")
    assert name in auditor.page.inner_text("main")
    assert "Ibis" not in auditor.page.content()
    assert fits(auditor.page)


LINES = """button => { const text = document.createRange();
    text.selectNodeContents(button.firstChild); return text.getClientRects().length; }"""


def test_closing_a_desk_is_a_button_of_one_line(person):
    administrator = person("system administrator")
    administrator.open("/desks/")

    buttons = administrator.page.get_by_role("button", name="Close this desk").all()

    assert buttons
    assert {button.evaluate(LINES) for button in buttons} == {1}
    assert fits(administrator.page)


def invited(administrator: Journey, case_site, name: str, email: str) -> tuple[str, str]:
    """The link and the spoken code, as the screen shows them once."""
    administrator.open("/people/")
    administrator.click("button", "Invite somebody")
    administrator.type("Name", name)
    administrator.type("E-mail address", email)
    administrator.choose("Role", "Caseworker")
    administrator.choose("Agency", AGENCY)
    administrator.choose("Desk", f"{AGENCY}: Central office")
    administrator.click("button", "Make the invitation")
    show_it_is_you(administrator, case_site, "system administrator")
    page = administrator.page
    page.get_by_role("heading", name="Hand the invitation over").wait_for()
    assert fits(page)
    assert administrator.steps <= 9
    return page.locator("[data-link]").text_content(), page.locator("[data-code]").text_content()


def agree(supervisor: Journey, name: str) -> None:
    """The agency's supervisor: nobody who was only invited sees a case."""
    begun = supervisor.steps
    supervisor.open("/people/requests/")
    assert fits(supervisor.page)
    asked = supervisor.page.locator(".harbour-panel").filter(has_text=name)
    supervisor._count("agree")
    asked.get_by_role("button", name="Agree").click()
    show_it_is_you(supervisor, supervisor.site, "supervisor")
    supervisor.page.get_by_role("heading", name="Requests to answer").wait_for()
    assert asked.count() == 0
    assert supervisor.steps - begun <= 2  # agree; a fresh code, which the click before sends on


def enrol(newcomer: Journey, link: str, code: str, email: str) -> None:
    """Three pages and a first sign-in, on their own phone."""
    page = newcomer.page
    page.goto(link)
    newcomer.type("The code you were told", code)
    newcomer.click("button", "Continue")
    newcomer.type("New password", PASSWORD)
    newcomer.click("button", "Continue")
    secret = page.locator("main strong").inner_text().replace(" ", "")
    newcomer.type("One-time code", code_of(secret))
    newcomer.click("button", "Finish")
    page.get_by_role("heading", name="Your recovery codes").wait_for()
    assert fits(page)
    newcomer.click("link", "I have kept them: sign in")
    newcomer.type("E-mail address", email)
    newcomer.type("Password", PASSWORD)
    page.locator("main button[type=submit]").click()
    newcomer.type("One-time code", code_of(secret, later=1))
    page.locator("main button[type=submit]").click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)


def code_of(secret: str, *, later: int = 0) -> str:
    """What the phone shows for this secret, so many codes from now; each is good once."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    return f"{hotp(key, int(time.time()) // PHONE_STEP + later):06d}"


def review(supervisor: Journey, name: str) -> None:
    supervisor.open("/access-review/")
    assert fits(supervisor.page)
    supervisor.click("link", name)
    supervisor.page.get_by_role("heading", name="Do they still need it?").wait_for()
    supervisor.click("button", "Keep as it is")
    supervisor.page.get_by_role("heading", name="Quarterly review of access").wait_for()


def end_account(administrator: Journey, name: str) -> str:
    """What the page says when the account is to be ended."""
    administrator.open("/people/")
    administrator.click("link", name)
    administrator.click("link", "End this account")
    administrator.click("button", "End this account")
    show_it_is_you(administrator, administrator.site, "system administrator")
    administrator.page.wait_for_load_state()
    alert = administrator.page.get_by_role("alert")
    return alert.first.inner_text() if alert.count() else ""


def hand_over(supervisor: Journey, name: str) -> None:
    supervisor.open("/people/")
    supervisor.click("link", name)
    supervisor.click("link", "Hand their cases over")
    supervisor.page.locator("input[name=receiver]").first.check()
    supervisor.click("button", "Hand them over")
    show_it_is_you(supervisor, supervisor.site, "supervisor")
    supervisor.page.wait_for_load_state()


def check_the_trail(auditor: Journey) -> None:
    auditor.open("/audit/")
    assert fits(auditor.page)
    auditor.click("button", "Check the whole trail")
    deadline = time.monotonic() + 60
    while not auditor.page.get_by_text("The trail is whole.").count():
        assert time.monotonic() < deadline, auditor.page.inner_text("main")[:400]
        auditor.page.wait_for_timeout(1000)
        auditor.open("/audit/")


# --- and nobody else

NEEDED = {
    "/doubles/": {Action.RESOLVE_DOUBLES},
    "/merges/": {Action.RESOLVE_DOUBLES, Action.APPROVE_MERGE},
    "/people/": {Action.SEE_PEOPLE},
    "/people/invite/": {Action.MANAGE_PEOPLE},
    "/people/requests/": {Action.APPROVE_PEOPLE},
    "/access-review/": {Action.REVIEW_ACCESS},
    "/audit/": {Action.SEE_TRAIL},
}


@pytest.mark.parametrize("role", Role, ids=str)
def test_t10_and_t12_are_refused_for_every_other_role(role, case_site, chromium):
    page = open_page(chromium, 1280)
    sign_in(page, case_site, role.value.replace("_", " "))

    found = {address: page.goto(case_site.url + address).status for address in NEEDED}

    page.context.close()
    actions = ROLES[role].actions
    assert found == {
        address: 200 if actions & needed else 403 for address, needed in NEEDED.items()
    }
