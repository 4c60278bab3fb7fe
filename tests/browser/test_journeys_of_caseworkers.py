"""Tasks of casework.md, end to end: each person in a browser of their own, steps and time counted.

Signing in is no step; neither is moving between fields. Everybody typed in here is invented.
"""

from __future__ import annotations

import sys
import time

import pytest

from tests.browser import casework
from tests.browser.site import Journey, open_page, sign_in

MAY_NOT_REGISTER = (
    "shelter staff",
    "prosecutor",
    "data manager",
    "me viewer",
    "director",
    "system administrator",
    "auditor",
)


@pytest.fixture(scope="module")
def case_site(site):
    return casework.of(site)


@pytest.fixture
def person(case_site, chromium, width, request):
    """Opens a browser for one role; every journey is reported and closed at the end."""
    journeys = []

    def begin(role):
        page = open_page(chromium, width)
        sign_in(page, case_site, role)
        journeys.append(Journey(f"{request.node.name}, {role}", page, case_site))
        return journeys[-1]

    yield begin
    for journey in journeys:
        journey.report()
        journey.page.context.close()


class Clicks:
    """Clicks and answered fields of one task, counted apart, and the seconds it took."""

    def __init__(self, journey: Journey) -> None:
        self.journey, self.clicks, self.fields = journey, 0, 0
        self.started = time.monotonic()

    def click(self, role: str, name: str) -> None:
        self.clicks += 1
        self.journey.click(role, name)

    def type(self, label: str, text: str) -> None:
        self.fields += 1
        self.journey.type(label, text, exact=True)

    def choose(self, label: str, option: str) -> None:
        self.fields += 1
        self.journey.choose(label, option)

    def tick(self, label: str) -> None:
        self.fields += 1
        self.journey._count(f"tick {label}")
        self.journey.page.get_by_label(label, exact=True).check()

    def report(self, task: str) -> None:
        seconds = time.monotonic() - self.started
        print(
            f"\n{task}: {self.clicks} clicks, {self.fields} fields, {seconds:.1f} s",
            file=sys.__stderr__,
        )


def open_first_operation(worker: Journey) -> str:
    """Where T1 begins: an operation page. Its address."""
    worker.open("/operations/")
    worker.page.locator("main .casework-list a").first.click()
    worker.page.get_by_role("heading", name="Operation").first.wait_for()
    return worker.page.url


def fits(page) -> bool:
    """Nothing has to be scrolled sideways."""
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_t1_a_rescued_child_is_registered_in_three_clicks_and_twelve_fields(person):
    worker = person("caseworker")
    open_first_operation(worker)
    task = Clicks(worker)

    task.click("link", "Add a child")
    assert fits(worker.page)
    fill_in(task, name="Kwabena Tortoise")
    task.click("button", "Register this child")
    new_child(task)

    task.report("T1")
    assert task.clicks <= 3
    assert task.fields <= 12
    assert fits(worker.page)
    assert "Tortoise" not in worker.page.content()  # a name is shown for a reason alone


def new_child(task: Clicks) -> str:
    """The case's number; where somebody like this child is known, one click says it is not them."""
    page = task.journey.page
    page.wait_for_load_state()
    if page.get_by_role("heading", name="Is it one of these children?").count():
        task.click("button", "None of these: register a new child")
    heading = page.get_by_role("heading", name="Case ").first
    heading.wait_for()
    return heading.inner_text().removeprefix("Case ")


def fill_in(
    task: Clicks, *, name: str, age: str = "about 9", home: str = "Ekumpoano",
    mother: str = "Maame Efua",
) -> None:  # fmt: skip
    """Every question of the page, as a worker on a landing site answers it."""
    task.type("Name as heard", name)
    task.tick("Boy")
    task.type("Age, or date of birth", age)
    task.choose("How do you know the age?", "Estimated by the worker")
    task.choose("Home district", "Ekumfi")
    task.type("Home town or village", home)
    task.type("Mother's name", mother)
    task.choose("Language the child speaks best", "Fante")
    task.type("Place where the child was found", "Landing stage four")
    task.tick("The child needs a doctor today")
    task.choose(
        "On what basis do you keep this record?", "The child agreed, no guardian could be asked"
    )


def test_t1_a_page_that_was_refused_keeps_what_was_typed(person):
    worker = person("caseworker")
    open_first_operation(worker)
    task = Clicks(worker)
    task.click("link", "Add a child")
    fill_in(task, name="Kwabena Tortoise")
    worker.type("Age, or date of birth", "140")

    task.click("button", "Register this child")

    worker.page.get_by_role("alert").first.wait_for()
    assert worker.page.get_by_label("Name as heard").input_value() == "Kwabena Tortoise"
    assert worker.page.get_by_label("Home town or village").input_value() == "Ekumpoano"


def test_t1_is_refused_for_every_role_that_does_not_register(case_site, chromium):
    assert answers("/cases/new/", MAY_NOT_REGISTER, case_site, chromium) == dict.fromkeys(
        MAY_NOT_REGISTER, 403
    )


# --- T2: a child whom another agency knows

# The same child as two agencies write it, one child for each width.
TWICE = {
    360: (
        {"name": "Kwabena Quansah", "age": "10", "home": "Narkwa", "mother": "Esi Otoo"},
        {"name": "Kobina Kwansah", "age": "11", "home": "Nakwa", "mother": "Essie Otu"},
    ),
    1280: (
        {"name": "Kwadwo Acquah", "age": "12", "home": "Mumford", "mother": "Araba Essien"},
        {"name": "Kojo Aquah", "age": "12", "home": "Mumfort", "mother": "Araba Esien"},
    ),
}


def test_t2_a_child_known_elsewhere_is_found_and_its_desk_asked(person, width):
    written, heard = TWICE[width]
    reference = register(person("caseworker"), **written)
    finder = person("caseworker of another agency")
    open_first_operation(finder)
    task = Clicks(finder)
    task.click("link", "Add a child")
    fill_in(task, **heard)
    task.click("button", "Register this child")

    page = finder.page
    page.get_by_role("heading", name="Possible matches elsewhere").wait_for()
    assert fits(page)
    shown = page.inner_text("main")
    assert "Department of social welfare" in shown
    assert reference not in shown
    assert not any(word in shown for word in (written["name"].split()[1], written["mother"]))
    task.click("button", "Ask Central office for access")
    page.get_by_text("The desk was asked").wait_for()
    task.report("T2, found and asked")


def register(worker: Journey, **child: str) -> str:
    """The number of a new case."""
    open_first_operation(worker)
    task = Clicks(worker)
    task.click("link", "Add a child")
    fill_in(task, **child)
    task.click("button", "Register this child")
    return new_child(task)


def answers(address: str, roles, case_site, chromium) -> dict[str, int]:
    """Role to the status that the address gives it."""
    found = {}
    for role in roles:
        page = open_page(chromium, 1280)
        sign_in(page, case_site, role)
        found[role] = page.goto(case_site.url + address).status
        page.context.close()
    return found
