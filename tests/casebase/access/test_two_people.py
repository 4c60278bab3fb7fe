"""A role beyond one agency takes two people to the end: whoever asked never holds link and code."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from casebase.access.enums import Role
from casebase.access.models import Membership, PlaceEvent
from portal.core.models import Invitation, TotpDevice, User
from portal.core.models.factors import current_step
from tests.casebase import people
from tests.casebase.access.test_people_of_casework import (
    BEYOND,
    answer,
    invitation_form,
    shown,
    signed_in,
    the_request,
)
from tests.casebase.database import as_owner

pytestmark = pytest.mark.django_db(databases="__all__")
EMAIL = "newcomer@example.org"


def ask(administrator, desk, role):
    """The newcomer's request, as the administrator leaves it."""
    form = invitation_form(desk, role=role)
    signed_in(administrator, about=EMAIL).post("/people/invite/", form)
    return the_request()


def new_invitation(viewer, user):
    return signed_in(viewer, about=user.email).post(f"/people/{user.pk}/invite/")


def take_up(response) -> None:
    """The invited person's password and phone."""
    link, code = shown(response)
    client = Client()
    client.post(link, {"code": code})
    client.post(link, {"password": "violet ladder hums at noon"})
    device = TotpDevice.objects.get(user__email=EMAIL, confirmed=False)
    client.post(link, {"code": device.code_at(current_step())})


@pytest.mark.parametrize("role", BEYOND)
def test_whoever_asked_is_refused_the_invitation_and_reads_who_makes_it(
    administrator, other_administrator, desk, role
):
    asked = ask(administrator, desk, role)
    answer(other_administrator, asked=asked)

    refused = new_invitation(administrator, asked.user)

    words = refused.content.decode()
    assert refused.status_code == 409
    assert f"{other_administrator.user.name} agreed to this and makes the invitation" in words
    assert "data-code" not in words
    assert not Invitation.objects.filter(user=asked.user).exists()


def test_a_third_person_is_refused_it_too(administrator, other_administrator, desk):
    asked = ask(administrator, desk, "auditor")
    answer(other_administrator, asked=asked)

    refused = new_invitation(people.member(Role.SYSTEM_ADMINISTRATOR), asked.user)

    assert (refused.status_code, b"data-code" in refused.content) == (409, False)


@pytest.mark.parametrize("role", [Role.SYSTEM_ADMINISTRATOR, Role.DIRECTOR])
def test_whoever_agreed_makes_it_once_and_the_newcomer_comes_in(administrator, desk, role):
    second = people.member(role)
    asked = ask(administrator, desk, "auditor")
    answer(second, asked=asked)
    client = signed_in(second, about=asked.pk)
    waiting = client.get("/people/requests/").content.decode()

    made = client.post("/people/requests/", {"request": str(asked.pk), "answer": "invite"})
    again = client.post("/people/requests/", {"request": str(asked.pk), "answer": "invite"})
    take_up(made)

    assert "You agreed: invite them now" in waiting
    assert (made.status_code, again.status_code) == (200, 404)
    assert TotpDevice.objects.filter(user=asked.user, confirmed=True).exists()
    assert "You agreed" not in client.get("/people/requests/").content.decode()


def test_making_it_asks_for_the_factor_again(administrator, other_administrator, desk):
    asked = ask(administrator, desk, "auditor")
    answer(other_administrator, asked=asked)
    client = people.sign_in(Client(), other_administrator)

    refused = client.post("/people/requests/", {"request": str(asked.pk), "answer": "invite"})

    assert b"Show once more that it is you" in refused.content
    assert not Invitation.objects.filter(user=asked.user).exists()


def test_whoever_asked_cannot_make_it_through_the_requests_either(
    administrator, other_administrator, desk
):
    asked = ask(administrator, desk, "director")
    answer(other_administrator, asked=asked)

    assert answer(administrator, "invite", asked=asked).status_code == 404


def test_a_second_invitation_is_asked_for_anew(administrator, other_administrator, desk):
    asked = ask(administrator, desk, "director")
    answer(other_administrator, asked=asked)
    answer(other_administrator, "invite", asked=asked)

    again = new_invitation(other_administrator, asked.user)
    anew = the_request()
    answer(administrator, asked=anew)
    made = answer(administrator, "invite", anew)

    assert "A second person must agree" in again.content.decode()
    assert (anew.wanted, anew.requested_by_id) == ("invite", other_administrator.pk)
    assert b"data-code" in made.content
    assert Membership.objects.filter(user=asked.user).count() == 1


def test_a_directors_new_phone_is_not_handed_to_whoever_asked(administrator, other_administrator):
    director = people.member(Role.DIRECTOR)
    people.session_of(director)  # has a phone from here on
    new_invitation(administrator, director.user)
    asked = the_request()
    answer(other_administrator, asked=asked)

    refused = new_invitation(administrator, director.user)
    made = answer(other_administrator, "invite", asked=asked)

    assert (refused.status_code, b"data-code" in made.content) == (409, True)


def test_raising_somebody_ends_the_invitation_that_one_person_made(
    administrator, other_administrator, desk
):
    user = people.member(at=desk).user
    new_invitation(administrator, user)
    answer(other_administrator)
    new_invitation(administrator, user)
    form = {"role": "director", "agency": desk.agency_id, "desk": desk.pk, "ends_on": ""}
    signed_in(administrator, about=user.pk).post(f"/people/{user.pk}/change/", form)
    had_one = Invitation.objects.filter(user=user).exists()
    asked = the_request()
    answer(other_administrator, asked=asked)

    assert had_one
    assert not Invitation.objects.filter(user=user).exists()
    assert new_invitation(administrator, user).status_code == 409
    assert b"data-code" in answer(other_administrator, "invite", asked=asked).content


def test_agreeing_to_a_role_is_not_agreeing_to_another_phone(administrator, other_administrator):
    caseworker = people.member()
    people.session_of(caseworker)
    form = {"role": "auditor", "agency": caseworker.agency_id, "desk": "", "ends_on": ""}
    signed_in(administrator, about=caseworker.pk).post(f"/people/{caseworker.pk}/change/", form)
    asked = the_request()
    answer(other_administrator, asked=asked)

    assert "You agreed" not in (
        people.sign_in(Client(), other_administrator).get("/people/requests/").content.decode()
    )
    assert answer(other_administrator, "invite", asked=asked).status_code == 404


def test_a_closed_account_gets_no_invitation_and_words(administrator):
    closed = people.member()
    User.objects.filter(pk=closed.pk).update(is_active=False)

    refused = new_invitation(administrator, closed.user)

    assert refused.status_code == 409
    assert "This account is closed" in refused.content.decode()


def test_where_whoever_agreed_is_gone_it_is_asked_for_anew(
    administrator, other_administrator, desk
):
    asked = ask(administrator, desk, "auditor")
    answer(other_administrator, asked=asked)
    User.objects.filter(pk=other_administrator.pk).update(is_active=False)

    again = new_invitation(administrator, asked.user)

    assert "A second person must agree" in again.content.decode()
    assert the_request().pk != asked.pk


# --- an address is never blocked by an answer that did not come


@pytest.mark.parametrize("end", ["refused", "lapsed"])
@pytest.mark.parametrize("role", ["director", "caseworker"])
def test_an_address_nobody_agreed_to_can_be_invited_again(
    administrator, other_administrator, desk, end, role
):
    first = ask(administrator, desk, "director")
    if end == "refused":
        answer(other_administrator, "refuse", first)
    else:
        with as_owner(), connection.cursor() as cursor:
            cursor.execute("UPDATE access_placerequest SET expires_at = now() - interval '1 day'")

    form = invitation_form(desk, role=role, name="Second Name (invented)")
    again = signed_in(administrator, about=EMAIL).post("/people/invite/", form)

    user = User.objects.get(email=EMAIL)
    assert again.status_code == 200
    assert user.name == "Second Name (invented)"
    if role == "director":
        assert the_request().pk != first.pk
    else:
        assert b"data-code" in again.content
        assert the_request().role == "caseworker"


def test_while_an_answer_is_waited_for_the_address_is_not_invited_twice(administrator, desk):
    ask(administrator, desk, "director")

    again = signed_in(administrator, about=EMAIL).post("/people/invite/", invitation_form(desk))

    assert again.status_code == 400
    assert "Wait for the answer" in again.content.decode()
    assert not Membership.objects.filter(user__email=EMAIL).exists()


# --- the review notices


def test_whoever_is_new_is_due_at_the_review_at_once(administrator, other_administrator, desk):
    director = people.member(Role.DIRECTOR)
    asked = ask(administrator, desk, "auditor")
    answer(other_administrator, asked=asked)
    client = people.sign_in(Client(), director)

    listed = client.get("/access-review/").content.decode()
    client.post(f"/access-review/{asked.user_id}/", {"answer": "keep"})
    after = client.get("/access-review/").content.decode()

    assert PlaceEvent.objects.filter(user=asked.user, happened="invited").exists()
    assert "Nobody yet" in row_of(asked.user, listed)
    assert "Due" in row_of(asked.user, listed)
    assert "Due" not in row_of(asked.user, after)


def row_of(user, page):
    row = next(part for part in page.split("<tr") if user.name in part)
    return re.sub("<[^>]*>", " ", f"<tr{row}")


def test_what_an_administrator_does_is_no_look(administrator, desk):
    director, supervisor = people.member(Role.DIRECTOR), people.member(Role.SUPERVISOR, desk)
    form = {"role": "supervisor", "agency": desk.agency_id, "desk": desk.pk, "ends_on": ""}
    signed_in(administrator, about=supervisor.pk).post(f"/people/{supervisor.pk}/change/", form)

    listed = people.sign_in(Client(), director).get("/access-review/").content.decode()

    assert PlaceEvent.objects.filter(user_id=supervisor.pk, happened="changed").exists()
    assert "Nobody yet" in row_of(supervisor.user, listed)


@pytest.mark.parametrize("gone", ["closed", "lapsed"])
def test_an_agency_whose_supervisor_left_is_a_directors_to_review(gone, desk):
    director, caseworker = people.member(Role.DIRECTOR), people.member(at=desk)
    supervisor = people.member(Role.SUPERVISOR, desk)
    client = people.sign_in(Client(), director)
    before = client.get(f"/access-review/{caseworker.pk}/").status_code
    if gone == "closed":
        User.objects.filter(pk=supervisor.pk).update(is_active=False)
    else:
        yesterday = timezone.localdate() - timezone.timedelta(days=1)
        with as_owner():
            Membership.objects.filter(user_id=supervisor.pk).update(ends_on=yesterday)

    after = client.get(f"/access-review/{caseworker.pk}/").status_code

    assert (before, after) == (404, 200)
