"""Suspects in their compartment: seen by police, prosecutors and supervisors, hinted to nobody."""

from __future__ import annotations

import datetime as dt
import uuid

import pytest

from casebase.access.enums import Action, Role
from casebase.access.roles import ROLES
from casebase.registry.models import Suspect, SuspectLink
from casebase.registry.rls_breadth import SUSPECT_ROLES
from casebase.registry.services.plan_operation import open_operation
from portal.core.models import Region
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import opened_for_reading, registered

pytestmark = pytest.mark.django_db(databases="__all__")

OTHERS = [role for role in Role if role not in SUSPECT_ROLES]


@pytest.fixture
def desk():
    return people.desk()


@pytest.fixture
def officer(desk):
    return people.member(Role.POLICE_INVESTIGATOR, desk)


@pytest.fixture
def case(officer):
    return registered(people.bound(officer))


def described(**changes):
    fields = {
        "submission": str(uuid.uuid4()),
        "names": "Boatman Zachariah (invented)",
        "sex": "Male",
        "age": "45",
        "place": "Stage 9",
        "role": "Exploiter",
        "relation": "employer",
        "details": "Owns the red boat",
    }
    return {**fields, **changes}


def record(client, viewer, case, **changes):
    people.sign_in(client, viewer)
    return client.post(f"/cases/{case.reference}/suspects/new/", described(**changes))


def test_the_policy_lets_in_the_roles_that_the_table_of_roles_names():
    named = {role.value for role, reach in ROLES.items() if Action.SEE_SUSPECTS in reach.actions}

    assert named == set(SUSPECT_ROLES)


def test_a_suspect_is_recorded_and_read_in_the_compartment(client, officer, case):
    answer = record(client, officer, case)
    page = client.get(answer.url).content.decode()

    assert "Boatman Zachariah (invented)" in page
    assert "Owns the red boat" in page
    assert "Suspect " in client.get(f"/cases/{case.reference}/").content.decode()


@pytest.mark.parametrize("role", OTHERS)
def test_no_other_role_of_the_same_desk_sees_anything_of_it(client, officer, desk, case, role):
    address = record(client, officer, case).url
    other = people.member(role, desk)
    people.bound(other)
    rows = (Suspect.objects.count(), SuspectLink.objects.count())
    people.sign_in(client, other)
    page = client.get(f"/cases/{case.reference}/").content.decode()

    assert rows == (0, 0)
    assert client.get(address).status_code == 403
    assert "uspect" not in page


@pytest.mark.parametrize("role", SUSPECT_ROLES)
def test_another_agency_sees_no_suspect(client, officer, case, role):
    address = record(client, officer, case).url
    stranger = people.bound(people.member(Role(role)))

    assert (Suspect.objects.count(), SuspectLink.objects.count()) == (0, 0)
    assert people.sign_in(client, stranger).get(address).status_code == 404


def test_a_prosecutor_with_the_case_sees_its_suspects(client, officer, case):
    address = record(client, officer, case).url
    prosecutor = people.member(Role.PROSECUTOR)
    opened_for_reading(case, prosecutor, by=officer)
    people.sign_in(client, prosecutor)

    assert b"Boatman Zachariah" in client.get(address).content


def joint_operation(officer, partner):
    return open_operation(
        viewer=people.bound(officer), starts_on=dt.date(2026, 11, 1), today=dt.date(2026, 11, 2),
        region=Region.objects.get(code="oti"),
        landing_site="Stage 9", partners=[partner.user.agency],
    )  # fmt: skip


@pytest.mark.parametrize(
    ("role", "seen"), [(Role.POLICE_INVESTIGATOR, 1), (Role.SUPERVISOR, 0), (Role.CASEWORKER, 0)]
)
def test_of_a_joint_operation_only_the_partners_police_see_suspects(client, officer, role, seen):
    partner = people.member(role)
    operation = joint_operation(officer, partner)
    people.sign_in(client, officer)
    client.post(f"/operations/{operation.reference}/suspects/new/", described())
    people.bound(partner)

    assert (Suspect.objects.count(), SuspectLink.objects.count()) == (seen, seen)


def test_a_partners_officer_records_a_suspect_of_a_joint_operation(client, officer):
    partner = people.member(Role.POLICE_INVESTIGATOR)
    operation = joint_operation(officer, partner)
    people.sign_in(client, partner)
    answer = client.post(f"/operations/{operation.reference}/suspects/new/", described())
    people.sign_in(client, officer)

    assert answer.status_code == 302
    assert b"Boatman Zachariah" in client.get(answer.url).content


def test_the_same_form_sent_twice_makes_one_suspect(client, officer, case):
    form = described()
    first = record(client, officer, case, **form)
    second = record(client, officer, case, **form)

    assert first.url == second.url
    with as_owner():
        assert (Suspect.objects.count(), SuspectLink.objects.count()) == (1, 1)


def test_a_known_suspect_is_linked_by_number_and_once_in_a_part(client, officer, case):
    number = record(client, officer, case).url.split("/")[-2]
    sibling = registered(people.bound(officer))
    known = {"number": number, "names": "", "role": "Transporter"}
    linked = record(client, officer, sibling, **known)
    again = record(client, officer, sibling, **known)

    assert (linked.status_code, again.status_code) == (302, 422)
    assert b"linked here in this part already" in again.content
    with as_owner():
        assert (Suspect.objects.count(), SuspectLink.objects.count()) == (1, 2)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"names": ""}, b"Give a name"),
        ({"age": "170"}, b"Nobody is older than 120 years."),
        ({"role": ""}, b"Choose what part they had."),
        ({"number": "K7QF-2M9X-B"}, b"You see no suspect under this number."),
        ({"registered_as": "K7QF-2M9X-B"}, b"You see no case under this number."),
    ],
)
def test_bad_input_says_why_and_records_nobody(client, officer, case, changes, message):
    answer = record(client, officer, case, **changes)

    assert answer.status_code == 422
    assert message in answer.content
    with as_owner():
        assert not Suspect.objects.exists()


def test_a_carer_who_is_a_suspect_is_warned_of_inside_the_compartment_only(
    client, officer, desk, case
):
    record(client, officer, case, is_carer="on", relation="guardian")
    address = f"/cases/{case.reference}/"
    people.sign_in(client, people.member(Role.CASEWORKER, desk))

    assert b"Do not place the child there" not in client.get(address).content
    people.sign_in(client, officer)
    assert b"Do not place the child there" in client.get(address).content


def test_a_mother_registered_as_a_person_and_as_a_suspect_is_warned_of(client, officer, case):
    mother = registered(people.bound(officer), sex="Female", age=34)
    record(client, officer, case, registered_as=mother.reference)
    link = {"number": mother.reference, "kind": "parent"}
    client.post(f"/cases/{case.reference}/family/", link)

    assert b"Do not place the child there" in client.get(f"/cases/{case.reference}/").content
