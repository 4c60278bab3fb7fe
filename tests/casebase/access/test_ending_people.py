"""Ending and opening again: at once, by one person, whatever the role; giving back needs two."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import DatabaseError, connection, transaction
from django.test import Client
from django.utils import timezone

from casebase.access.enums import Role
from casebase.access.models import Membership, PlaceRequest
from casebase.access.roles import BEYOND_ONE_AGENCY
from portal.core.models import Session, User
from tests.casebase import people
from tests.casebase.access.test_people_of_casework import answer, place_of, signed_in
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")
BEYOND = sorted(BEYOND_ONE_AGENCY)
YESTERDAY = dt.date.today() - dt.timedelta(days=1)


@pytest.fixture
def director():
    return people.member(Role.DIRECTOR)


def form_of(viewer, **changes):
    place = place_of(viewer)
    form = {"role": place.role, "agency": place.agency_id, "desk": place.desk_id, "ends_on": ""}
    return {**form, **changes}


def last_day(viewer, day):
    with as_owner():
        Membership.objects.filter(user_id=viewer.pk).update(ends_on=day)


# --- ending


@pytest.mark.parametrize("role", Role)
def test_the_administrator_ends_every_role_at_once_and_alone(administrator, role):
    leaver = people.member(role)
    theirs = people.sign_in(Client(), leaver)

    ended = signed_in(administrator, about=leaver.pk).post(f"/people/{leaver.pk}/end/")

    assert ended.status_code == 302
    assert place_of(leaver).ends_on == timezone.localdate()
    assert not User.objects.get(pk=leaver.pk).is_active
    assert not Session.objects.filter(user_id=leaver.pk).exists()
    assert theirs.get("/my-day/").status_code == 302


@pytest.mark.parametrize("role", BEYOND)
def test_a_director_stops_whoever_reaches_beyond_one_agency(director, role):
    leaver = people.member(Role(role))

    stopped = signed_in(director, about=leaver.pk).post(
        f"/access-review/{leaver.pk}/", {"answer": "stop"}
    )

    assert stopped.status_code == 302
    assert not User.objects.get(pk=leaver.pk).is_active


def test_who_has_lapsed_is_ended_without_giving_them_a_day_back(administrator, director):
    last_day(director, YESTERDAY)

    ended = signed_in(administrator, about=director.pk).post(f"/people/{director.pk}/end/")

    assert (ended.status_code, place_of(director).ends_on) == (302, YESTERDAY)


# --- changing what one may change alone, and what not


@pytest.mark.parametrize("role", BEYOND)
def test_another_desk_or_an_earlier_last_day_needs_nobody_else(administrator, role):
    colleague, desk = people.member(Role(role)), people.desk()
    form = form_of(colleague, agency=desk.agency_id, desk=desk.pk, ends_on="2027-03-31")

    moved = signed_in(administrator, about=colleague.pk).post(
        f"/people/{colleague.pk}/change/", form
    )

    place = place_of(colleague)
    assert moved.status_code == 302
    assert (place.desk, place.ends_on) == (desk, dt.date(2027, 3, 31))


def test_a_later_last_day_of_a_director_waits_for_a_second_person(administrator, director):
    last_day(director, dt.date(2027, 3, 31))

    asked = signed_in(administrator, about=director.pk).post(
        f"/people/{director.pk}/change/", form_of(director)
    )

    assert "A second person must agree" in asked.content.decode()
    assert PlaceRequest.objects.filter(user_id=director.pk).exists()
    assert place_of(director).ends_on == dt.date(2027, 3, 31)


def test_a_reviewer_gives_no_later_last_day_either(director):
    auditor = people.member(Role.AUDITOR)
    last_day(auditor, dt.date(2027, 3, 31))
    form = {**form_of(auditor), "answer": "change"}

    refused = signed_in(director, about=auditor.pk).post(f"/access-review/{auditor.pk}/", form)

    assert refused.status_code == 409
    assert "needs two people" in refused.content.decode()
    assert place_of(auditor).ends_on == dt.date(2027, 3, 31)


RAISED = [
    "UPDATE access_membership SET role = 'director' WHERE user_id = %(caseworker)s",
    "UPDATE access_membership SET ends_on = NULL WHERE user_id = %(lapsed)s",
    "UPDATE access_membership SET ends_on = date '2999-01-01' WHERE user_id = %(lapsed)s",
    "UPDATE access_membership SET role = 'auditor' WHERE user_id = %(lapsed)s",
    "UPDATE access_membership SET user_id = %(guest)s WHERE user_id = %(lapsed)s",
    "UPDATE access_membership SET ends_on = NULL WHERE user_id = %(me)s",
    "INSERT INTO access_membership (user_id, role, agency_id, starts_on)"
    " VALUES (%(guest)s, 'director', %(agency)s, current_date)",
]


def rows_changed(statement, values) -> int:
    """How many; none where row-level security refuses, and any other fault is the test's own."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, values)
            return cursor.rowcount
    except DatabaseError as error:
        if "row-level security" not in str(error):
            raise
        return 0


@pytest.mark.parametrize("statement", RAISED)
@pytest.mark.parametrize("role", [Role.SYSTEM_ADMINISTRATOR, Role.DIRECTOR])
def test_no_statement_of_one_person_gives_more_than_there_was(role, statement):
    me, caseworker, lapsed = people.member(role), people.member(), people.member(Role.DIRECTOR)
    last_day(lapsed, dt.date.today())
    guest = User.objects.create_user("guest@example.org", name="Guest (invented)")
    values = {
        "caseworker": caseworker.pk, "lapsed": lapsed.pk, "guest": guest.pk, "me": me.pk,
        "agency": lapsed.agency_id,
    }  # fmt: skip
    people.bound(me)
    before = list(Membership.objects.order_by("pk").values())

    changed = rows_changed(statement, values)

    assert changed == 0
    assert list(Membership.objects.order_by("pk").values()) == before


# --- opening again


def test_who_has_ended_is_not_opened_into_a_place_that_is_over(administrator):
    leaver = people.member()
    client = signed_in(administrator, about=leaver.pk)
    client.post(f"/people/{leaver.pk}/end/")

    refused = client.post(f"/people/{leaver.pk}/open/")

    assert refused.status_code == 409
    assert "Their last day is over" in refused.content.decode()
    assert not User.objects.get(pk=leaver.pk).is_active


def test_with_a_later_last_day_the_ended_are_opened_and_come_in(administrator, director):
    leaver = people.member()
    client = signed_in(administrator, about=leaver.pk)
    client.post(f"/people/{leaver.pk}/end/")
    offered = client.get(f"/people/{leaver.pk}/").content.decode()

    client.post(f"/people/{leaver.pk}/change/", form_of(leaver))
    answer(director)  # no supervisor works there
    opened = client.post(f"/people/{leaver.pk}/open/")

    assert "Change their place" in offered
    assert opened.status_code == 302
    assert people.sign_in(Client(), leaver).get("/my-day/").status_code == 200


# --- a place that leaves cases behind


def test_whoever_holds_cases_gets_no_role_that_opens_none(administrator):
    caseworker = people.member()
    registered(people.bound(caseworker))

    refused = signed_in(administrator, about=caseworker.pk).post(
        f"/people/{caseworker.pk}/change/", form_of(caseworker, role="me_viewer")
    )

    assert refused.status_code == 400
    assert "still holds one open case" in refused.content.decode()
    assert place_of(caseworker).role == "caseworker"


def test_agreeing_while_they_hold_cases_says_so_and_answers_nothing(administrator):
    caseworker, other_administrator = people.member(), people.member(Role.SYSTEM_ADMINISTRATOR)
    signed_in(administrator, about=caseworker.pk).post(
        f"/people/{caseworker.pk}/change/", form_of(caseworker, role="director")
    )
    registered(people.bound(caseworker))

    refused = answer(other_administrator)

    assert refused.status_code == 409
    assert "still holds one open case" in refused.content.decode()
    assert place_of(caseworker).role == "caseworker"
    people.bound(other_administrator)
    assert PlaceRequest.objects.get().decided_at is None
