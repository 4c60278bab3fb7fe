"""Control 40: who looks at too much is stopped, and somebody looks at why."""

from __future__ import annotations

import pytest
from django.test import Client

from casebase.access import harvest
from casebase.access.enums import Role
from casebase.access.models import Usage, UsageAlert
from tests.casebase import people
from tests.casebase.access.test_people_of_casework import with_proof
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture
def caseworker():
    return people.member(Role.CASEWORKER)


@pytest.fixture
def address(caseworker):
    return f"/cases/{registered(people.bound(caseworker)).reference}/"


def test_the_201st_case_of_a_day_is_not_opened_and_an_alert_is_kept(caseworker, address):
    client = people.sign_in(Client(), caseworker)

    answers = [client.get(address).status_code for _turn in range(201)]

    assert answers == [200] * 200 + [429]
    alert = UsageAlert.objects.get()
    assert (alert.user_id, alert.budget) == (caseworker.pk, "opening")


def test_it_stays_closed_the_next_day_until_a_supervisor_has_looked(caseworker, address):
    harvest.alarm(caseworker, harvest.OPENING)
    client = people.sign_in(Client(), caseworker)
    supervisor = people.member(Role.SUPERVISOR, caseworker.user.membership.desk)
    theirs = people.sign_in(Client(), supervisor)
    with_proof(theirs, "people.open", caseworker.pk)

    before = client.get(address).status_code
    listed = theirs.get("/access-review/alerts/").content.decode()
    theirs.post("/access-review/alerts/", {"alert": str(UsageAlert.objects.get().pk)})

    assert before == 429
    assert caseworker.user.name in listed
    assert client.get(address).status_code == 200
    assert UsageAlert.objects.get().handled_by_id == supervisor.pk


def test_nobody_opens_their_own_budget_again():
    supervisor = people.member(Role.SUPERVISOR)
    harvest.alarm(people.bound(supervisor), harvest.OPENING)
    client = people.sign_in(Client(), supervisor)
    with_proof(client, "people.open", supervisor.pk)

    refused = client.post("/access-review/alerts/", {"alert": str(UsageAlert.objects.get().pk)})

    assert refused.status_code == 404
    assert UsageAlert.objects.get().handled_at is None


@pytest.mark.parametrize("budget", [harvest.REVEALING, harvest.SEARCHING, harvest.OPENING])
def test_each_budget_has_its_own_count(caseworker, budget):
    people.bound(caseworker)
    for _turn in range(budget.limit):
        harvest.spend(caseworker, budget)

    with pytest.raises(harvest.OverBudget):
        harvest.spend(caseworker, budget)
    others = [one for one in harvest.BUDGETS.values() if one != budget]
    for other in others:
        harvest.spend(caseworker, other)
    assert Usage.objects.filter(user_id=caseworker.pk).count() == 3


def test_the_papers_limits():
    assert (harvest.OPENING.limit, harvest.REVEALING.limit, harvest.SEARCHING.limit) == (
        200, 60, 30,
    )  # fmt: skip
