"""Finding a child by name: by sound, within the own reach, without a name on the page."""

from __future__ import annotations

import pytest
from django.test import Client

from casebase.access import harvest
from casebase.access.enums import Action, Role
from casebase.access.models import Usage
from casebase.access.roles import ROLES
from tests.casebase import people
from tests.casebase.registry.counting.children import ANOTHER, FIRST, child_of

pytestmark = pytest.mark.django_db(databases="__all__")
FIND = "/cases/find/"


def found_by(viewer, **typed) -> str:
    answer = people.sign_in(Client(), viewer).post(FIND, typed)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("name", ["Kodzo", "Agbessi Kojo", "cudjoe AGBESY", "Agbesi"])
def test_a_child_is_found_however_the_name_is_written(worker, name):
    case = child_of(worker, FIRST)
    other = child_of(worker, ANOTHER)

    page = found_by(worker, name=name)

    assert case.reference in page
    assert other.reference not in page


def test_what_else_is_known_puts_the_right_child_first(worker):
    cases = [child_of(worker, {**FIRST, "mother_name": name}) for name in ("Esi Owusu", "Afi Dza")]

    page = found_by(worker, name="Kojo Agbesi", sex="Male", age="9", mother_name="Afi")

    assert page.index(cases[1].reference) < page.index(cases[0].reference)


def test_no_name_is_on_the_page_but_the_one_that_was_typed(worker):
    child_of(worker, FIRST)

    page = found_by(worker, name="Kojo")

    for secret in ("Kodzo", "Agbesi", "Dzamesi", "Totope", "left knee"):
        assert secret not in page


def test_a_child_of_another_desk_is_not_found(worker):
    child_of(people.member(), FIRST)

    assert "Nobody like this" in found_by(worker, name="Kodzo Agbesi")


def test_each_search_counts_and_reveals_nobody(worker):
    child_of(worker, FIRST)
    found_by(worker, name="Kodzo")
    people.bound(worker)

    used = dict(Usage.objects.values_list("budget", "used"))

    assert used == {harvest.SEARCHING.name: 1, harvest.SEARCHING_ALL_DAY.name: 1}


def test_a_search_without_a_name_says_what_to_do_and_keeps_the_rest(worker):
    answer = people.sign_in(Client(), worker).post(FIND, {"name": " ", "mother_name": "Afi"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Type a name, or what people call the child." in page
    assert 'value="Afi"' in page


@pytest.mark.parametrize("role", Role)
def test_only_who_may_see_names_finds_by_name(role):
    answer = people.sign_in(Client(), people.member(role)).get(FIND)

    allowed = Action.REVEAL_IDENTITY in ROLES[role].actions
    assert answer.status_code == (200 if allowed else 403)
