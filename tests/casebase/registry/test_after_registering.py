"""What a worker with nine children reads after each of them, and which child the page speaks of."""

from __future__ import annotations

import datetime as dt

import pytest

from casebase.registry.models import Draft
from casebase.registry.services.plan_operation import open_operation
from portal.core.models import Region
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import registered
from tests.casebase.registry.test_pages import child

pytestmark = pytest.mark.django_db(databases="__all__")

NEW = "/cases/new/"
KEEP = "/drafts/registration/"
# The child of `registered()`, as another worker of the desk hears the names.
KNOWN = {"name": "Kofi (invented) Mensah", "mother_name": "Abena", "age": "9"}


@pytest.fixture
def operation(worker):
    return open_operation(
        viewer=people.bound(worker), starts_on=dt.date(2026, 11, 1), today=dt.date(2026, 11, 2),
        landing_site="Stage 2", expected_children=9, region=Region.objects.get(code="oti"),
    )  # fmt: skip


def drafts():
    with as_owner():
        return Draft.objects.count()


def test_a_new_case_says_that_it_is_saved_and_leads_to_the_next_child(site, operation):
    add = f"/operations/{operation.reference}/children/new/"

    answer = site.post(add, child(), follow=True)
    page = answer.content.decode()

    number = answer.redirect_chain[-1][0].split("/")[2]
    assert f"The child is registered as case {number}" in page
    assert f'href="{add}"' in page  # no way back through the operation for the next of nine
    assert "Add the next child" in page


def test_outside_an_operation_another_child_is_registered_from_there(site):
    page = site.post(NEW, child(), follow=True).content.decode()

    assert "The child is registered as case" in page
    assert f'href="{NEW}">Register another child' in page


def test_a_case_that_is_only_opened_says_nothing_of_the_kind(site, case):
    page = site.get(f"/cases/{case.reference}/").content.decode()

    assert "The child is registered" not in page
    assert "Register another child" not in page


def test_the_words_beside_the_children_who_are_known_are_those_just_typed(site, case):
    page = site.post(NEW, child(**KNOWN)).content.decode()

    typed = page.split("You typed:")[1].split("</p>")[0]
    assert "Is it one of these children?" in page
    assert all(word in typed for word in ("Kofi (invented) Mensah", "Boy; 9; mother Abena"))


def test_of_a_child_who_is_known_nothing_waits_in_the_form_of_the_next(site, case):
    """Otherwise the mother of this child stands in the form of the one who comes after."""
    form = child(**KNOWN)
    site.post(KEEP, form, headers={"X-Draft": "1"})
    shown = site.post(NEW, form).content.decode()

    answer = site.post(KEEP, {**form, "known": case.reference}, follow=True)

    assert f'formaction="{KEEP}" name="known" value="{case.reference}"' in shown
    assert answer.redirect_chain[-1][0].startswith(f"/cases/{case.reference}/")
    assert "What you typed was not added to it" in answer.content.decode()
    assert drafts() == 0
    assert "Kofi" not in site.get(NEW).content.decode()


def test_a_case_that_nobody_here_may_see_takes_no_draft_along(site):
    elsewhere = registered(people.bound(people.member()))
    form = child()
    site.post(KEEP, form, headers={"X-Draft": "1"})

    answer = site.post(KEEP, {**form, "known": elsewhere.reference})

    assert answer.status_code == 404
    assert drafts() == 1


def test_an_operation_whose_children_others_registered_does_not_say_there_are_none(
    site, worker, operation
):
    page = site.get(f"/operations/{operation.reference}/").content.decode()

    assert "None registered yet" not in page
    assert "None that you may see" in page


def test_a_desk_that_was_asked_keeps_nobody_from_registering_the_child(client, site):
    """The answer may take a day; the child is there now."""
    registered(people.bound(people.member()))
    form = child(**KNOWN, community="Ekumpoano")
    found = site.post(NEW, form).content.decode()
    desk = found.split('name="ask" value="')[1].split('"')[0]

    asked = site.post(NEW, {**form, "ask": desk, "purpose": "matching"}).content.decode()

    assert "Register this child meanwhile" in asked
    assert "Register this child meanwhile" not in found
