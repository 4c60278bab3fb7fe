"""Whoever goes to another desk takes nothing along: no closed case, no tip-off, no suspect."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from casebase.access.enums import Purpose, Role
from casebase.access.models import USER, Membership, principal_of
from casebase.access.services import people as service
from casebase.access.viewer import Trail
from casebase.registry.codes.words import CloseReason, ReopenReason, Stage
from casebase.registry.models import Case
from casebase.registry.rls_left_behind import TIDIED, WITH_A_LIST
from casebase.registry.services import close_case, hand_over, identities
from tests.casebase import one_of_everything, people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")
TODAY = dt.date(2026, 11, 20)


def rows(statement: str, *values: object) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchall()


def closed(viewer, case: Case) -> Case:
    close_case.close_case(
        case=case, viewer=viewer, today=TODAY, closed_on=TODAY, reason=CloseReason.values[0],
        details="Done",
    )  # fmt: skip
    return case


def moved(viewer, to, *, role: Role | None = None):
    """The viewer at their new place: asked for by one administrator, agreed to by another."""
    today = timezone.localdate()
    one, other = (people.member(Role.SYSTEM_ADMINISTRATOR) for _ in range(2))
    place = service.Place(role or Role(viewer.role), to.agency, to, None)
    member = Membership.objects.get(user=viewer.user)
    asked = service.change_place(viewer=people.bound(one), member=member, place=place, today=today)
    service.decide(viewer=people.bound(other), asked=asked, agrees=True, today=today)
    return people.bound(viewer)


@pytest.fixture
def worker():
    return people.member()


@pytest.fixture
def case(worker):
    people.bound(worker)
    return closed(worker, registered(worker))


def test_every_list_of_access_is_known_here():
    with_one = rows(
        "SELECT table_name::text FROM information_schema.columns"
        " WHERE table_schema = 'public' AND column_name = 'acl'"
    )
    assert {name for (name,) in with_one} == set(WITH_A_LIST)


@pytest.mark.parametrize("is_other_agency", [True, False])
def test_a_closed_case_stays_at_the_desk_that_closed_it(worker, case, is_other_agency):
    colleague = people.member(at=people.Desk.objects.get(pk=worker.desk_id))
    theirs = people.desk(None if is_other_agency else worker.user.agency)

    gone = moved(worker, theirs)

    assert not Case.objects.filter(pk=case.pk).exists()
    opened = identities.reveal(case_ids=[case.pk], purpose=Purpose.CARE, trail=Trail())
    assert not opened
    assert people.sign_in(Client(), gone).get(f"/cases/{case.reference}/").status_code == 404
    people.bound(colleague)
    assert Case.objects.filter(pk=case.pk).exists()


@pytest.mark.parametrize("table", WITH_A_LIST)
def test_nothing_with_a_list_of_access_goes_along(table):
    world = one_of_everything.made()
    who = world.members["police_investigator" if table == "registry_suspect" else "caseworker"]
    with as_owner():  # closed cases stay in their owner's name
        Case.objects.filter(owner=who.user).update(closed_on=TODAY, stage=Stage.CLOSED)
    people.bound(who)
    before = rows(f"SELECT count(*) FROM {table}")

    moved(who, people.desk())

    assert before > [(0,)]
    assert rows(f"SELECT count(*) FROM {table}") == [(0,)]


@pytest.mark.parametrize("role", [Role.ME_VIEWER, Role.DATA_MANAGER])
def test_a_role_that_sees_no_case_of_a_desk_sees_none_of_before(worker, case, role):
    moved(worker, people.Desk.objects.get(pk=worker.desk_id), role=role)

    assert Case.objects.filter(pk=case.pk).exists() == (role == Role.DATA_MANAGER)


def test_another_role_at_the_same_desk_takes_nobody_off(worker, case):
    moved(worker, people.Desk.objects.get(pk=worker.desk_id), role=Role.PROSECUTOR)

    assert Case.objects.get(pk=case.pk).acl[0] == principal_of(USER, worker.pk)


def test_a_last_day_alone_changes_no_list(worker, case):
    with as_owner():
        Membership.objects.filter(user=worker.user).update(ends_on=timezone.localdate())
    people.bound(worker)

    assert Case.objects.filter(pk=case.pk).exists()


def test_whoever_goes_on_with_a_case_of_somebody_who_left_owns_it(worker, case):
    colleague = people.member(at=people.Desk.objects.get(pk=worker.desk_id))
    moved(worker, people.desk())
    people.bound(colleague)

    close_case.reopen_case(
        case=case, viewer=colleague, reason=ReopenReason.values[0], details="Again",
        stage=Stage.MONITORING, today=TODAY,
    )  # fmt: skip

    case.refresh_from_db()
    assert (case.owner_id, case.acl[0]) == (colleague.pk, principal_of(USER, colleague.pk))


def test_cases_of_somebody_on_no_list_can_be_handed_over(worker):
    people.bound(worker)
    case = registered(worker)
    desk = people.Desk.objects.get(pk=worker.desk_id)
    receiver, head = people.member(Role.PROSECUTOR, desk), people.member(Role.SUPERVISOR, desk)
    number = principal_of(USER, worker.pk)
    with as_owner():
        Case.objects.filter(pk=case.pk).update(acl=[one for one in case.acl if one != number])
    leaver, taker = (Membership.objects.get(user=one.user) for one in (worker, receiver))

    hand_over.hand_over(viewer=people.bound(head), leaver=leaver, receiver=taker)

    people.bound(receiver)  # sees what they own and nothing else
    assert Case.objects.get(pk=case.pk).owner_id == receiver.pk


def test_those_who_moved_before_are_taken_off_too(worker, case):
    with as_owner(), connection.cursor() as cursor:
        elsewhere = people.desk()
        cursor.execute("SET LOCAL session_replication_role = replica")  # no trigger
        Membership.objects.filter(user=worker.user).update(desk=elsewhere, agency=elsewhere.agency)
        cursor.execute("SET LOCAL session_replication_role = origin")
        cursor.execute("SET LOCAL ROLE casebase_owner")
        cursor.execute(TIDIED)

    with as_owner():
        acl = Case.objects.get(pk=case.pk).acl
    assert acl == [one for one in case.acl if one != principal_of(USER, worker.pk)]
