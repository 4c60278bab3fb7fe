"""Tip-offs: taken down, decided, seen by their agency alone."""

from __future__ import annotations

import uuid

import pytest

from casebase.access.enums import Role
from casebase.registry.models import Case, Operation, Report
from portal.core.models import Region
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import registered
from tests.casebase.registry.test_pages import child

pytestmark = pytest.mark.django_db(databases="__all__")


def told(**changes):
    fields = {
        "submission": str(uuid.uuid4()),
        "channel": "hotline",
        "received_on": "2026-11-02",
        "told": "Two boys on a red boat (invented)",
        "place": "Stage 12",
        "informant": "A teacher (invented)",
        "children": "2",
        "is_urgent": "on",
    }
    return {**fields, **changes}


def taken_down(site, **changes):
    return site.post("/reports-received/new/", told(**changes)).url.split("?")[0]


def the_report():
    with as_owner():
        return Report.objects.get()


def test_a_tip_off_is_taken_down_and_read_by_its_desk(site):
    page = site.get(taken_down(site)).content.decode()

    assert "Two boys on a red boat (invented)" in page
    assert "Stage 12" in page
    assert the_report().reference in site.get("/reports-received/").content.decode()


def test_the_same_form_sent_twice_makes_one_tip_off(site):
    form = told()
    first = site.post("/reports-received/new/", form)
    second = site.post("/reports-received/new/", form)

    assert first.url == second.url
    assert the_report()


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"told": ""}, b"Write down what was told."),
        ({"channel": "dream"}, b"Choose one of those listed."),
        ({"received_on": "2199-01-01"}, b"lies in the future"),
        ({"children": "-1"}, b"0 or more"),
    ],
)
def test_bad_input_says_why_and_keeps_nothing(site, changes, message):
    answer = site.post("/reports-received/new/", told(**changes))

    assert answer.status_code == 422
    assert message in answer.content
    with as_owner():
        assert not Report.objects.exists()


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.SUPERVISOR, Role.POLICE_INVESTIGATOR])
def test_another_agency_sees_no_tip_off_and_no_trace_of_it(client, worker, role):
    people.sign_in(client, worker)
    address = taken_down(client)
    people.sign_in(client, people.member(role))

    assert client.get(address).status_code == 404
    assert the_report().reference not in client.get("/reports-received/?all=1").content.decode()


@pytest.mark.parametrize("role", [Role.DIRECTOR, Role.SHELTER_STAFF, Role.AUDITOR])
def test_a_role_that_takes_nothing_down_opens_no_tip_off(client, role):
    people.sign_in(client, people.member(role))

    assert client.get("/reports-received/").status_code == 403


def test_a_tip_off_becomes_the_operation_that_was_opened_from_it(site):
    reference = taken_down(site).split("/")[-2]
    site.post(
        f"/operations/new/?report={reference}",
        {"starts_on": "2026-11-03", "region": Region.objects.get(code="oti").pk,
         "landing_site": "Stage 12", "submission": str(uuid.uuid4())},
    )  # fmt: skip

    with as_owner():
        assert the_report().operation == Operation.objects.get()
    assert the_report().state == "operation"


def test_a_tip_off_becomes_the_case_that_was_registered_from_it(site):
    reference = taken_down(site).split("/")[-2]
    form = child()
    site.post(f"/cases/new/?report={reference}", form)
    site.post(f"/cases/new/?report={reference}", form)

    with as_owner():
        assert the_report().case == Case.objects.get()
    assert the_report().state == "case"


def test_a_tip_off_is_closed_with_a_reason_and_decided_once(site, worker):
    address = taken_down(site)
    without = site.post(f"{address}triage/", {"outcome": "close"})
    closed = site.post(f"{address}triage/", {"outcome": "close", "reason": "untrue"})
    case = registered(people.bound(worker))
    again = site.post(f"{address}triage/", {"outcome": "case", "number": case.reference})

    assert b"Choose why the tip-off is closed." in without.content
    assert (without.status_code, closed.status_code, again.status_code) == (422, 302, 422)
    assert b"Somebody decided on this tip-off before you." in again.content
    assert (the_report().state, the_report().closed_because) == ("closed", "untrue")


def test_a_tip_off_is_not_given_to_a_case_of_another_agency(client, worker):
    foreign = registered(people.bound(people.member()))
    people.sign_in(client, worker)
    address = taken_down(client)
    answer = client.post(f"{address}triage/", {"outcome": "case", "number": foreign.reference})

    assert answer.status_code == 422
    assert b"You see nothing under this number." in answer.content
    assert the_report().state == "waiting"
