"""A leaver's cases go to somebody who finds them: in the list, with what is still to be done."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client

from casebase.access.enums import Role
from casebase.access.models import Desk, Membership
from casebase.registry.case_list import CaseFilter, case_page
from casebase.registry.models import Case, Task
from casebase.registry.my_day import my_day
from casebase.registry.services import hand_over as service
from casebase.registry.services import work
from portal.core.models import User
from tests.casebase import people
from tests.casebase.access.test_people_of_casework import place_of, signed_in
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")
TODAY = dt.date(2026, 11, 1)


@pytest.fixture
def desk():
    return people.desk()


@pytest.fixture
def supervisor(desk):
    """Sits at a desk of their own, as those who lead an agency do."""
    return people.member(Role.SUPERVISOR, people.desk(desk.agency))


@pytest.fixture
def leaver(desk):
    return people.member(at=desk)


@pytest.fixture
def elsewhere(desk):
    """A caseworker of the same agency at another desk."""
    return people.member(at=people.desk(desk.agency))


@pytest.fixture
def case(leaver):
    return registered(people.bound(leaver))


def task_of(viewer, case, text="Call the clinic"):
    return work.write_task(
        case=case, viewer=viewer, text=text, due_on=TODAY, priority=1, assignee_id=viewer.pk
    )


def handed(viewer, leaver, receiver):
    return signed_in(viewer, about=leaver.pk).post(
        f"/people/{leaver.pk}/hand-over/", {"receiver": place_of(receiver).pk}
    )


def listed(viewer, **query):
    chosen = CaseFilter.read(query, viewer=people.bound(viewer))
    return [row.pk for row in case_page(chosen, viewer=viewer).cases]


# --- who takes them over finds them


def test_a_colleague_of_another_desk_has_them_in_the_list(supervisor, leaver, elsewhere, case):
    assert handed(supervisor, leaver, elsewhere).status_code == 302

    assert listed(elsewhere) == [case.pk]
    assert listed(elsewhere, mine="1") == [case.pk]
    people.bound(leaver)
    assert not Case.objects.filter(pk=case.pk).exists()


def test_they_go_to_the_desk_of_whoever_takes_them(supervisor, leaver, elsewhere, case):
    handed(supervisor, leaver, elsewhere)

    people.bound(elsewhere)
    now = Case.objects.get(pk=case.pk)
    assert (now.owner_id, now.desk_id) == (elsewhere.pk, elsewhere.desk_id)
    assert set(now.acl) == {
        elsewhere.pk * 4 + 1, elsewhere.desk_id * 4 + 2, elsewhere.agency_id * 4 + 3, 4
    }  # fmt: skip


def test_at_the_same_desk_the_desk_stays(supervisor, desk, leaver, case):
    colleague = people.member(at=desk)

    handed(supervisor, leaver, colleague)

    assert listed(colleague, mine="1") == [case.pk]
    assert Case.objects.get(pk=case.pk).desk_id == desk.pk


def test_whoever_has_no_desk_takes_them_where_they_are(supervisor, desk, leaver, case):
    with as_owner():
        Membership.objects.filter(user_id=supervisor.pk).update(desk=None)
    head = people.member(Role.SUPERVISOR, people.desk(desk.agency))

    assert handed(head, leaver, supervisor).status_code == 302

    people.bound(head)
    assert Case.objects.get(pk=case.pk).desk_id == desk.pk


# --- and what is to be done


def test_the_open_tasks_go_with_the_cases(supervisor, leaver, elsewhere, case):
    task_of(leaver, case)
    done = task_of(leaver, case, "Done already")
    work.finish_task(task_id=done.pk, viewer=leaver, note="Done")

    handed(supervisor, leaver, elsewhere)

    day = my_day(viewer=people.bound(elsewhere), today=TODAY)
    assert [task.text for task in day.tasks.rows] == ["Call the clinic"]
    assert Task.objects.get(pk=done.pk).assignee_id == leaver.pk


def test_a_task_in_a_colleagues_case_goes_to_that_colleague(supervisor, desk, leaver, case):
    colleague, third = people.member(at=desk), people.member(at=desk)
    theirs = registered(people.bound(colleague))
    task_of(people.bound(leaver), theirs)

    handed(supervisor, leaver, third)

    people.bound(colleague)
    assert Task.objects.get().assignee_id == colleague.pk


def test_the_tasks_of_others_in_these_cases_stay_with_them(supervisor, desk, leaver, case):
    colleague, third = people.member(at=desk), people.member(at=desk)
    task_of(people.bound(colleague), case)

    handed(supervisor, leaver, third)

    people.bound(third)
    assert Task.objects.get().assignee_id == colleague.pk


def test_tasks_are_handed_over_for_chosen_cases_only(desk, leaver, case):
    colleague = people.member(at=desk)
    other = registered(people.bound(leaver))
    task_of(leaver, case)
    task_of(leaver, other)

    moved = work.hand_tasks_over([case.pk], colleague.pk)

    assert moved == 1
    found = dict(Task.objects.values_list("case_id", "assignee_id"))
    assert found == {case.pk: colleague.pk, other.pk: leaver.pk}


# --- the way there


def test_a_desk_officer_finds_the_page_and_hands_over(desk, leaver, case):
    officer, colleague = people.member(Role.DESK_OFFICER, desk), people.member(at=desk)
    client = signed_in(officer, about=leaver.pk)

    day = client.get("/my-day/").content.decode()
    found = client.get("/people/hand-over/").content.decode()
    done = handed(officer, leaver, colleague)

    assert "/people/hand-over/" in day
    assert leaver.user.name in found
    assert f"/people/{leaver.pk}/hand-over/" in found
    assert (done.status_code, done.url) == (302, "/people/hand-over/")
    assert listed(colleague, mine="1") == [case.pk]


def test_a_desk_officer_finds_nobody_of_another_desk(leaver, elsewhere, case):
    officer = people.member(Role.DESK_OFFICER, elsewhere.user.membership.desk)

    found = people.sign_in(Client(), officer).get("/people/hand-over/").content.decode()

    assert leaver.user.name not in found


def test_a_desk_officer_sends_no_case_to_another_desk(desk, leaver, elsewhere, case):
    officer = people.member(Role.DESK_OFFICER, desk)

    refused = handed(officer, leaver, elsewhere)

    assert refused.status_code == 400
    assert listed(officer) == [case.pk]


def test_who_cannot_sign_in_any_more_stands_first(supervisor, desk, leaver, case):
    registered(people.bound(people.member(at=desk)))
    User.objects.filter(pk=leaver.pk).update(is_active=False, name="Zainab Zebra (invented)")

    found = service.holders(people.bound(supervisor))

    assert [(one.member.user_id == leaver.pk, one.works, one.cases) for one in found] == [
        (True, False, 1), (False, True, 1),
    ]  # fmt: skip


def test_the_list_of_holders_asks_as_often_for_many_as_for_one(
    supervisor, desk, case, django_assert_num_queries
):
    for _turn in range(3):
        registered(people.bound(people.member(at=desk)))
    people.bound(supervisor)

    with django_assert_num_queries(2):
        assert len(service.holders(supervisor)) == 4


# --- a desk with open cases


def test_a_desk_that_holds_open_cases_is_not_closed(supervisor, desk, leaver, elsewhere, case):
    administrator = people.member(Role.SYSTEM_ADMINISTRATOR)
    User.objects.filter(pk=leaver.pk).update(is_active=False)
    client = people.sign_in(Client(), administrator)

    refused = client.post("/desks/", {"close": desk.pk})
    stayed_open = Desk.objects.get(pk=desk.pk).is_active
    handed(supervisor, leaver, elsewhere)
    closed = client.post("/desks/", {"close": desk.pk})

    words = refused.content.decode()
    assert (refused.status_code, stayed_open, closed.status_code) == (400, True, 302)
    assert "This desk still holds one open case" in words
    assert "Hand cases over" in words
    assert not Desk.objects.get(pk=desk.pk).is_active


def test_how_many_cases_a_desk_holds_is_for_those_who_look_after_people(leaver, case):
    from django.db import connection, transaction

    people.bound(leaver)
    refused = pytest.raises(Exception, match="Not for this role")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT access_open_cases_at(%s)", [leaver.desk_id])


# --- odd input


@pytest.mark.parametrize(
    "odd", ["²", "9" * 30, "9" * 5000, "-1", "", "abc"], ids=lambda odd: odd[:5] or "empty"
)
def test_an_odd_number_is_nobody_and_no_desk(supervisor, leaver, case, odd):
    by_supervisor = signed_in(supervisor, about=leaver.pk)
    by_administrator = people.sign_in(Client(), people.member(Role.SYSTEM_ADMINISTRATOR))

    handing = by_supervisor.post(f"/people/{leaver.pk}/hand-over/", {"receiver": odd})
    closing = by_administrator.post("/desks/", {"close": odd})
    looking = by_supervisor.get(f"/cases/{case.reference}/seen-by/", {"before": odd})

    assert (handing.status_code, closing.status_code) == (400, 404 if odd else 200)
    assert looking.status_code == 200
