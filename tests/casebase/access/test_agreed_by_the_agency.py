"""A place within an agency: one administrator asks for it, somebody of that very agency agrees."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.utils import timezone

from casebase.access.enums import Role
from casebase.access.models import Desk, Membership, PlaceRequest
from casebase.access.roles import BEYOND_ONE_AGENCY
from casebase.registry.models import Case
from portal.core.models import Invitation, TotpDevice, User
from tests.casebase import people
from tests.casebase.access.test_ending_people import form_of, rows_changed
from tests.casebase.access.test_people_of_casework import (
    PASSWORD,
    answer,
    invitation_form,
    place_of,
    set_up,
    signed_in,
)
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")
EMAIL = "newcomer@example.org"
WITHIN = [role for role in Role if role not in BEYOND_ONE_AGENCY]


def invited(administrator, desk, **changes):
    form = invitation_form(desk, **changes)
    return signed_in(administrator, about=form["email"]).post("/people/invite/", form)


def is_placed(email=EMAIL) -> bool:
    return Membership.objects.filter(user__email=email).exists()


def waiting_page(viewer) -> str:
    return people.sign_in(Client(), viewer).get("/people/requests/").content.decode()


# --- coming in


@pytest.mark.parametrize("role", WITHIN)
def test_whoever_was_invited_has_no_place_until_the_agency_agrees(
    administrator, supervisor, desk, role
):
    page = invited(administrator, desk, role=role)
    newcomer = set_up(page)
    before = newcomer.get("/my-day/")
    was_placed = is_placed()

    answer(supervisor)

    assert (before.status_code, was_placed) == (403, False)
    assert Membership.objects.get(user__email=EMAIL).role == role
    assert newcomer.get("/my-day/").url == "/oath/"  # in the same browser, without signing in anew


def test_both_read_who_has_to_agree_and_what_happens_next(administrator, supervisor, desk):
    page = invited(administrator, desk)
    waiting = set_up(page).get("/").content.decode()

    told = page.content.decode()
    assert "data-code" in told
    assert f"{supervisor.user.name}, supervisor of {desk.agency}" in told
    assert "see no case" in told
    assert f"A supervisor of {desk.agency} has to agree" in waiting
    assert supervisor.user.name not in waiting  # nobody has said yet that this is a colleague


def test_the_agencys_supervisors_are_told_by_mail_without_a_name(
    administrator, supervisor, desk, django_capture_on_commit_callbacks
):
    people.member(Role.SUPERVISOR)

    with django_capture_on_commit_callbacks(execute=True):
        invited(administrator, desk)

    assert [letter.to for letter in mail.outbox] == [[supervisor.user.email]]
    assert "Requests to answer" in mail.outbox[0].body
    assert "Newcomer" not in mail.outbox[0].body


def test_one_administrator_reads_no_case_through_an_account_of_their_own_making(
    administrator, supervisor, desk
):
    registered(people.bound(supervisor))
    newcomer = set_up(invited(administrator, desk))
    own_answer = answer(administrator)

    assert own_answer.status_code == 403
    assert newcomer.get("/cases/").status_code == 403
    assert newcomer.get("/people/").status_code == 403


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SYSTEM_ADMINISTRATOR])
def test_nobody_but_the_agencys_supervisor_answers_where_there_is_one(
    administrator, supervisor, desk, role
):
    set_up(invited(administrator, desk))

    refused = answer(people.member(role))

    assert refused.status_code in {403, 404}
    assert not is_placed()


def test_another_administrator_reads_who_answers_and_cannot(
    administrator, other_administrator, supervisor, desk
):
    set_up(invited(administrator, desk))

    listed = waiting_page(other_administrator)

    assert f"{supervisor.user.name}, supervisor of {desk.agency}" in listed
    assert 'value="agree"' not in listed
    assert answer(other_administrator).status_code == 403
    assert not is_placed()


def test_a_supervisor_sees_what_is_asked_of_their_own_agency_only(administrator, desk, supervisor):
    invited(administrator, desk)

    assert "Newcomer" in waiting_page(supervisor)
    assert "Newcomer" not in waiting_page(people.member(Role.SUPERVISOR))


@pytest.mark.parametrize("second", [Role.SYSTEM_ADMINISTRATOR, Role.DIRECTOR])
def test_where_no_supervisor_works_a_second_person_agrees(administrator, desk, second):
    page = invited(administrator, desk)
    set_up(page)

    by_self = answer(administrator)
    by_other = answer(people.member(second))

    assert "another system administrator or a director" in page.content.decode()
    assert (by_self.status_code, by_other.status_code) == (403, 302)
    assert is_placed()


@pytest.mark.parametrize("gone", ["closed", "lapsed"])
def test_a_supervisor_who_left_is_not_waited_for(administrator, supervisor, desk, gone):
    set_up(invited(administrator, desk))
    if gone == "closed":
        User.objects.filter(pk=supervisor.pk).update(is_active=False)
    else:
        yesterday = timezone.localdate() - dt.timedelta(days=1)
        with as_owner():
            Membership.objects.filter(user_id=supervisor.pk).update(ends_on=yesterday)

    answer(people.member(Role.DIRECTOR))

    assert is_placed()


def test_agreeing_waits_until_the_person_has_set_up_their_phone(administrator, supervisor, desk):
    page = invited(administrator, desk)
    early = answer(supervisor)
    listed = waiting_page(supervisor)

    set_up(page)

    assert early.status_code == 409
    assert "has not set up their phone yet" in listed
    assert 'value="agree"' not in listed
    assert "Set up on" in waiting_page(supervisor)
    assert answer(supervisor).status_code == 302


def test_a_refusal_leaves_nothing_open(administrator, supervisor, desk):
    newcomer = set_up(invited(administrator, desk))

    answer(supervisor, "refuse")

    assert not is_placed()
    assert newcomer.get("/cases/").status_code == 403


# --- a link that was lost, a phone of somebody else


def test_a_lost_link_is_made_anew_and_nothing_is_asked_twice(administrator, supervisor, desk):
    invited(administrator, desk)

    set_up(invited(administrator, desk))

    with as_owner():
        assert PlaceRequest.objects.count() == 1
    assert answer(supervisor).status_code == 302


def test_once_the_phone_is_set_up_no_other_takes_its_place(administrator, supervisor, desk):
    set_up(invited(administrator, desk))

    again = invited(administrator, desk)

    assert again.status_code == 400
    assert "has set up their phone" in again.content.decode()


def test_an_invitation_that_was_not_taken_up_ends_with_the_answer(administrator, supervisor, desk):
    set_up(invited(administrator, desk))
    user = User.objects.get(email=EMAIL)
    left = Invitation.objects.create(
        user=user, token_digest="1" * 64, code_digest="2" * 64,
        expires_at=timezone.now() + dt.timedelta(hours=1),
    )  # fmt: skip

    answer(supervisor)

    assert not Invitation.objects.filter(pk=left.pk).exists()


@pytest.mark.parametrize("role", ["caseworker", "director"])
def test_a_phone_set_up_before_a_refusal_opens_nothing_later(administrator, supervisor, desk, role):
    false = set_up(invited(administrator, desk))
    answer(supervisor, "refuse")

    invited(administrator, desk, role=role)

    assert not TotpDevice.objects.filter(user__email=EMAIL, confirmed=True).exists()
    assert false.get("/cases/").status_code == 302
    assert not User.objects.get(email=EMAIL).check_password(PASSWORD)


def test_who_has_a_place_and_no_phone_is_not_invited_by_one_alone(administrator, supervisor, desk):
    colleague = people.member(at=desk)
    client = signed_in(administrator, about=colleague.user.email)

    asked = client.post(f"/people/{colleague.pk}/invite/")
    answer(supervisor)
    made = client.post(f"/people/{colleague.pk}/invite/")

    assert (b"data-code" in asked.content, b"data-code" in made.content) == (False, True)


# --- moving


MOVES = ["another desk", "another agency", "another role", "a later day"]


def move_of(colleague, which) -> dict[str, object]:
    here = place_of(colleague).agency
    there = people.desk()
    return (
        form_of(colleague, ends_on="2027-03-31")
        | {
            "another desk": {"desk": people.desk(here).pk},
            "another agency": {"agency": there.agency_id, "desk": there.pk},
            "another role": {"role": "supervisor"},
            "a later day": {"ends_on": ""},
        }[which]
    )


@pytest.mark.parametrize("which", MOVES)
def test_a_place_that_gives_more_waits_for_the_agency_it_lies_in(administrator, which):
    colleague = people.member()
    with as_owner():
        Membership.objects.filter(user_id=colleague.pk).update(ends_on=dt.date(2027, 3, 31))
    form = move_of(colleague, which)
    before = place_of(colleague)
    head = people.member(Role.SUPERVISOR, Desk.objects.get(pk=form["desk"]))

    page = signed_in(administrator, about=colleague.pk).post(
        f"/people/{colleague.pk}/change/", form
    )
    meanwhile = place_of(colleague)
    answer(head)

    after = place_of(colleague)
    assert f"{head.user.name}, supervisor of" in page.content.decode()
    assert _where(meanwhile) == _where(before)
    assert _where(after) == (
        form["role"], form["agency"], form["desk"],
        dt.date.fromisoformat(form["ends_on"]) if form["ends_on"] else None,
    )  # fmt: skip


def _where(place):
    return place.role, place.agency_id, place.desk_id, place.ends_on


def test_the_supervisor_of_the_agency_left_behind_does_not_answer(administrator, supervisor, desk):
    colleague, there = people.member(at=desk), people.desk()
    people.member(Role.SUPERVISOR, there)
    form = form_of(colleague, agency=there.agency_id, desk=there.pk)
    signed_in(administrator, about=colleague.pk).post(f"/people/{colleague.pk}/change/", form)

    assert answer(supervisor).status_code == 404
    assert place_of(colleague).agency_id == desk.agency_id


def test_an_earlier_last_day_needs_nobody_else(administrator, supervisor, desk):
    colleague = people.member(at=desk)

    done = signed_in(administrator, about=colleague.pk).post(
        f"/people/{colleague.pk}/change/", form_of(colleague, ends_on="2027-03-31")
    )

    assert done.status_code == 302
    assert place_of(colleague).ends_on == dt.date(2027, 3, 31)


def test_a_director_who_reviews_moves_nobody_alone(desk):
    director, colleague = people.member(Role.DIRECTOR), people.member(at=desk)
    form = {**form_of(colleague, desk=people.desk(desk.agency).pk), "answer": "change"}

    refused = signed_in(director, about=colleague.pk).post(f"/access-review/{colleague.pk}/", form)

    assert refused.status_code == 409
    assert "needs two people" in refused.content.decode()
    assert place_of(colleague).desk_id == desk.pk


# --- the same in PostgreSQL, whatever the site says

ALONE = [
    "INSERT INTO access_membership (user_id, role, agency_id, desk_id, starts_on)"
    " VALUES (%(guest)s, 'caseworker', %(agency)s, %(desk)s, current_date)",
    "UPDATE access_membership SET desk_id = %(next_door)s WHERE user_id = %(worker)s",
    "UPDATE access_membership SET role = 'supervisor' WHERE user_id = %(worker)s",
    "UPDATE access_membership SET role = 'police_investigator' WHERE user_id = %(worker)s",
    "UPDATE access_membership SET ends_on = NULL WHERE user_id = %(worker)s",
    "UPDATE access_membership SET agency_id = %(other_agency)s, desk_id = %(other_desk)s"
    " WHERE user_id = %(worker)s",
    "UPDATE access_membership SET user_id = %(guest)s WHERE user_id = %(worker)s",
]


@pytest.fixture
def worker(desk):
    found = people.member(at=desk)
    with as_owner():
        Membership.objects.filter(user_id=found.pk).update(ends_on=dt.date(2027, 3, 31))
    return found


@pytest.fixture
def values(desk, worker):
    other = people.desk()
    guest = User.objects.create_user("guest@example.org", name="Guest (invented)")
    return {
        "guest": guest.pk, "worker": worker.pk, "agency": desk.agency_id, "desk": desk.pk,
        "next_door": people.desk(desk.agency).pk, "other_agency": other.agency_id,
        "other_desk": other.pk,
    }  # fmt: skip


@pytest.mark.parametrize("statement", ALONE)
@pytest.mark.parametrize("role", [Role.SYSTEM_ADMINISTRATOR, Role.DIRECTOR])
def test_no_statement_of_one_person_gives_a_place(role, statement, values):
    me = people.bound(people.member(role))
    before = list(Membership.objects.exclude(user_id=me.pk).order_by("pk").values())

    assert rows_changed(statement, values) == 0
    assert list(Membership.objects.exclude(user_id=me.pk).order_by("pk").values()) == before


@pytest.mark.parametrize("statement", ALONE[5:])
def test_no_statement_of_a_supervisor_takes_somebody_in_unasked(statement, values):
    people.bound(people.member(Role.SUPERVISOR, Desk.objects.get(pk=values["other_desk"])))

    assert rows_changed(statement, values) == 0


ASKED = (
    "INSERT INTO access_placerequest (id, wanted, user_id, role, agency_id, desk_id, ends_on,"
    " requested_by_id, requested_at, expires_at, is_approved) VALUES (gen_random_uuid(), 'invite',"
    " %(guest)s, 'caseworker', %(agency)s, %(desk)s, date '2027-03-31', %(me)s, now(),"
    " now() + interval '1 day', false)"
)
AGREED = (
    "UPDATE access_placerequest SET is_approved = true, decided_by_id = %(me)s,"
    " decided_at = now() WHERE user_id = %(guest)s"
)
PLACED = (
    "INSERT INTO access_membership (user_id, role, agency_id, desk_id, starts_on, ends_on)"
    " VALUES (%(guest)s, %(role)s, %(agency)s, %(to)s, current_date, %(until)s)"
)


def test_another_administrator_does_not_agree_for_an_agency_with_a_supervisor(
    administrator, other_administrator, supervisor, values
):
    people.bound(administrator)
    assert rows_changed(ASKED, values | {"me": administrator.pk}) == 1

    people.bound(other_administrator)
    by_other = rows_changed(AGREED, values | {"me": other_administrator.pk})
    stranger = people.bound(people.member(Role.SUPERVISOR))
    by_stranger = rows_changed(AGREED, values | {"me": stranger.pk})
    people.bound(supervisor)

    assert (by_other, by_stranger) == (0, 0)
    assert rows_changed(AGREED, values | {"me": supervisor.pk}) == 1


@pytest.mark.parametrize(
    ("changed", "rows"),
    [
        ({}, 1),
        ({"role": "supervisor"}, 0),
        ({"to": "next_door"}, 0),
        ({"until": None}, 0),
        ({"until": dt.date(2027, 4, 1)}, 0),
        ({"until": dt.date(2027, 3, 30)}, 1),
    ],
    ids=str,
)
def test_what_was_agreed_to_is_given_and_nothing_else(
    administrator, supervisor, values, changed, rows
):
    people.bound(administrator)
    rows_changed(ASKED, values | {"me": administrator.pk})
    people.bound(supervisor)
    rows_changed(AGREED, values | {"me": supervisor.pk})
    given = {"role": "caseworker", "to": values["desk"], "until": dt.date(2027, 3, 31)}
    given |= changed
    given["to"] = values.get(given["to"], given["to"])

    assert rows_changed(PLACED, values | given) == rows


def test_agreeing_to_a_new_phone_is_agreeing_to_no_place(administrator, supervisor, values):
    disguised = ASKED.replace("'invite'", "'new_factors'")
    people.bound(administrator)
    asked = rows_changed(disguised, values | {"me": administrator.pk})
    people.bound(supervisor)
    agreed = rows_changed(AGREED, values | {"me": supervisor.pk})
    given = {"role": "caseworker", "to": values["desk"], "until": dt.date(2027, 3, 31)}

    assert (asked, agreed, rows_changed(PLACED, values | given)) == (1, 1, 0)


def test_a_case_of_the_desk_is_seen_from_the_agreement_on(administrator, supervisor, desk):
    registered(people.bound(supervisor))
    newcomer = set_up(invited(administrator, desk))
    answer(supervisor)
    newcomer.post("/oath/")

    listed = newcomer.get("/cases/")

    people.bound(supervisor)
    assert Case.objects.get().reference in listed.content.decode()
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_role()")
        assert cursor.fetchone() == ("supervisor",)
