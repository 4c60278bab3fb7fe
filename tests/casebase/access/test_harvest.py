"""Control 40: who looks at too much is stopped, and somebody looks at why."""

from __future__ import annotations

import uuid

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from casebase.access import harvest
from casebase.access.enums import Role
from casebase.access.models import Usage, UsageAlert
from tests.casebase import people
from tests.casebase.access.test_people_of_casework import with_proof
from tests.casebase.people import used
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")


@pytest.fixture
def caseworker():
    return people.member(Role.CASEWORKER)


@pytest.fixture
def address(caseworker):
    return f"/cases/{registered(people.bound(caseworker)).reference}/"


def test_the_201st_case_of_a_day_is_not_opened_and_an_alert_is_kept(caseworker, address):
    another = f"/cases/{registered(people.bound(caseworker)).reference}/"
    client = people.sign_in(Client(), caseworker)
    for _other_case in range(199):
        harvest.spend(caseworker, harvest.OPENING, uuid.uuid4())

    answers = [client.get(address) for address in (address, another)]

    assert [answer.status_code for answer in answers] == [200, 429]
    alert = UsageAlert.objects.get()
    assert (alert.user_id, alert.budget) == (caseworker.pk, "opening")
    assert "opened more than 200 cases today" in answers[1].content.decode()


def test_a_case_counts_once_a_day_however_often_it_is_looked_at(caseworker, address):
    client = people.sign_in(Client(), caseworker)

    answers = {client.get(address).status_code for _turn in range(5)}

    assert (answers, used(caseworker, harvest.OPENING)) == ({200}, 1)


def test_a_refused_page_counts_all_the_same(caseworker, address):
    """Its transaction is undone; what stood on it was seen."""
    client = people.sign_in(Client(), caseworker)

    answer = client.post(f"{address}notes/", {"text": ""})

    assert answer.status_code == 422
    assert used(caseworker, harvest.OPENING) == 1


def test_a_case_written_down_as_seen_has_cost_something(caseworker):
    people.bound(caseworker)
    harvest.spend(caseworker, harvest.REVEALING, uuid.uuid4())

    with pytest.raises(IntegrityError), transaction.atomic():
        Usage.objects.update(used=2, seen=[uuid.uuid4() for _ in range(60)])


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


@pytest.mark.parametrize("budget", harvest.BUDGETS.values())
def test_each_budget_has_its_own_count(caseworker, budget):
    people.bound(caseworker)
    for _turn in range(budget.limit):
        harvest.spend(caseworker, budget)

    with pytest.raises(harvest.OverBudget):
        harvest.spend(caseworker, budget)
    others = [one for one in harvest.BUDGETS.values() if one != budget]
    for other in others:
        harvest.spend(caseworker, other)
    assert Usage.objects.filter(user_id=caseworker.pk).count() == len(harvest.BUDGETS)


def test_the_papers_limits():
    assert (harvest.OPENING.limit, harvest.REVEALING.limit, harvest.SEARCHING.limit) == (
        200, 60, 30,
    )  # fmt: skip
