"""Tasks of casework.md, end to end: each person in a browser of their own, steps and time counted.

Signing in is no step; neither is moving between fields. Everybody typed in here is invented.
"""

from __future__ import annotations

import pytest

from tests.browser import casework
from tests.browser.casework import (
    Clicks,
    answers,
    fill_in,
    fits,
    new_child,
    open_first_operation,
    register,
)
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
