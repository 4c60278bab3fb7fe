"""Coming, staying, going: who may change whose access, and what stands in the way."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.conf import settings
from django.core import mail
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone

from casebase.access.enums import Role
from casebase.access.models import Membership, Oath, PlaceEvent, PlaceRequest
from casebase.access.services.unused import suspend_unused
from casebase.registry.models import Case
from portal.core import step_up
from portal.core.models import Session, TotpDevice, User
from portal.core.models.factors import current_step
from portal.core.sessions import SessionStore
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")
ACTIONS = ("people.invite", "people.change", "people.end", "people.open", "people.decide",
           "people.stop", "case.hand_over")  # fmt: skip
PASSWORD = "violet ladder hums at noon"


def signed_in(viewer, *, about: object = "") -> Client:
    """A browser of the viewer in which every step-up for one person was just done."""
    client = people.sign_in(Client(), viewer)
    for action in ACTIONS:
        with_proof(client, action, about)
    return client


def with_proof(client, action, about) -> None:
    """As if the factor had been given for this a moment ago."""
    store = SessionStore(client.cookies[settings.SESSION_COOKIE_NAME].value)
    proofs = store.get(step_up.PROOFS, {})
    digest = step_up._digest(action, str(about))
    store[step_up.PROOFS] = {**proofs, digest: timezone.now().timestamp()}
    store.save()


@pytest.fixture
def caseworker(desk):
    return people.member(Role.CASEWORKER, desk)


def invitation_form(desk, **changes):
    form = {
        "name": "Newcomer (invented)",
        "email": "newcomer@example.org",
        "role": Role.CASEWORKER,
        "agency": desk.agency_id,
        "desk": desk.pk,
        "ends_on": "2027-03-31",
    }
    return {**form, **changes}


def invite(administrator, desk, **changes):
    form = invitation_form(desk, **changes)
    return signed_in(administrator, about=form["email"]).post("/people/invite/", form)


def shown(response) -> tuple[str, str]:
    """Link and spoken code of an invitation page."""
    page = response.content.decode()
    link = re.search(r"<code data-link>([^<]+)", page)[1]
    return link.removeprefix(settings.BASE_URL), re.search(r"<code data-code>([^<]+)", page)[1]


def set_up(page) -> Client:
    """The newcomer's password and phone, and their first sign-in."""
    client, (link, code) = Client(), shown(page)
    client.post(link, {"code": code})
    client.post(link, {"password": PASSWORD})
    device = TotpDevice.objects.get(user__email="newcomer@example.org", confirmed=False)
    done = client.post(link, {"code": device.code_at(current_step())})
    recovery = re.findall(r"<code>([^<]+)</code>", done.content.decode())[0]
    client.post("/sign-in/", {"email": "newcomer@example.org", "password": PASSWORD})
    client.post("/sign-in/code/", {"code": recovery})
    return client


def the_request() -> PlaceRequest:
    with as_owner():
        return PlaceRequest.objects.order_by("-requested_at").first()


def only_request() -> PlaceRequest:
    with as_owner():
        return PlaceRequest.objects.select_related("desk").get()


def answer(viewer, what="agree", asked=None):
    asked = asked or the_request()
    client = signed_in(viewer, about=asked.pk)
    return client.post("/people/requests/", {"request": str(asked.pk), "answer": what})


def place_of(viewer) -> Membership:
    return Membership.objects.get(user_id=viewer.pk)


# --- inviting


def test_an_invitation_is_shown_in_person_and_nothing_is_mailed(
    administrator, desk, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        response = invite(administrator, desk)

    link, code = shown(response)
    assert link.startswith("/invitation/")
    assert re.fullmatch(r"\w{4}-\w{4}", code)
    asked = only_request()
    assert (asked.role, asked.desk, asked.ends_on) == ("caseworker", desk, dt.date(2027, 3, 31))
    assert mail.outbox == []


def test_the_invited_choose_password_and_phone_are_agreed_to_promise_and_are_in(
    administrator, supervisor, desk
):
    client = set_up(invite(administrator, desk))
    answer(supervisor)

    assert Oath.objects.filter(user__email="newcomer@example.org").count() == 0
    assert client.get("/oath/").status_code == 200
    client.post("/oath/")
    oath = Oath.objects.get(user__email="newcomer@example.org")
    assert oath.taken_at.date() == timezone.now().date()


def test_before_the_promise_no_page_opens(desk):
    client = people.sign_in(Client(), people.member(Role.SUPERVISOR, desk, sworn=False))

    response = client.get("/people/")

    assert (response.status_code, response.url) == (302, "/oath/")


def test_an_invitation_asks_for_the_factor_again(administrator, desk):
    client = people.sign_in(Client(), administrator)

    response = client.post("/people/invite/", invitation_form(desk))

    assert response.status_code == 403
    assert b"Show once more that it is you" in response.content
    assert not User.objects.filter(email="newcomer@example.org").exists()


@pytest.mark.parametrize("role", [role for role in Role if role != Role.SYSTEM_ADMINISTRATOR])
def test_nobody_but_the_administrator_invites(role, desk):
    client = signed_in(people.member(role, desk), about="newcomer@example.org")

    response = client.post("/people/invite/", invitation_form(desk))

    assert response.status_code == 403
    assert not User.objects.filter(email="newcomer@example.org").exists()


def test_a_desk_of_another_agency_is_refused_beside_the_form(administrator, desk):
    response = invite(administrator, desk, agency=people.agency().pk)

    assert response.status_code == 400
    assert "another agency" in response.content.decode()
    assert not User.objects.filter(email="newcomer@example.org").exists()


def test_fields_that_the_form_does_not_have_change_nothing(administrator, supervisor, desk):
    more = {"is_superuser": "1", "is_active": "", "acl": "4", "starts_on": "2020-01-01"}
    set_up(invite(administrator, desk, **more))
    answer(supervisor)

    user = User.objects.get(email="newcomer@example.org")
    assert not user.is_superuser
    assert user.membership.starts_on == timezone.localdate()


# --- two people


BEYOND = ["director", "auditor", "system_administrator"]


@pytest.mark.parametrize("role", BEYOND)
def test_a_role_beyond_one_agency_waits_for_a_second_person(
    administrator, other_administrator, desk, role
):
    asked = invite(administrator, desk, role=role)
    request = PlaceRequest.objects.get()
    waiting = Membership.objects.filter(user=request.user).exists()
    by_self, by_other = answer(administrator), answer(other_administrator)

    assert b"data-code" not in asked.content
    assert (waiting, by_self.status_code, by_other.status_code) == (False, 403, 302)
    assert Membership.objects.get(user=request.user).role == role


def test_a_request_lapses_after_a_day(administrator, other_administrator, desk):
    invite(administrator, desk, role="director")
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("UPDATE access_placerequest SET expires_at = now() - interval '1 second'")
    late = answer(other_administrator)

    assert late.status_code == 404
    assert not Membership.objects.filter(role="director").exists()


def test_a_lost_phone_needs_a_second_person(administrator, other_administrator, caseworker):
    people.session_of(caseworker)  # has a phone from here on
    about = caseworker.user.email
    first = signed_in(administrator, about=about).post(f"/people/{caseworker.pk}/invite/")
    answer(other_administrator)
    second = signed_in(administrator, about=about).post(f"/people/{caseworker.pk}/invite/")
    third = signed_in(administrator, about=about).post(f"/people/{caseworker.pk}/invite/")

    assert b"data-code" not in first.content
    assert b"data-code" in second.content
    assert b"data-code" not in third.content


# --- the database holds the same rules


@pytest.mark.parametrize("role", ["supervisor", "system_administrator", "director"])
def test_nobody_changes_their_own_place_not_even_with_sql(role, desk):
    viewer = people.bound(people.member(Role(role), desk))

    changed = Membership.objects.filter(user_id=viewer.pk).update(role="director")

    assert changed == 0


@pytest.mark.parametrize("role", BEYOND)
def test_one_person_alone_gives_no_role_beyond_an_agency(administrator, caseworker, role):
    people.bound(administrator)

    with pytest.raises(Exception, match="row-level security"), transaction.atomic():
        Membership.objects.filter(user_id=caseworker.pk).update(role=role)


def test_who_asked_cannot_agree_not_even_with_sql(administrator, other_administrator, desk):
    invite(administrator, desk, role="director")
    people.bound(administrator)

    by_self = PlaceRequest.objects.update(
        is_approved=True, decided_by_id=other_administrator.pk, decided_at=timezone.now()
    )

    assert by_self == 0


def test_a_supervisor_reaches_no_other_agency(supervisor):
    stranger = people.member(Role.CASEWORKER)
    people.bound(supervisor)

    assert Membership.objects.filter(user_id=stranger.pk).update(role="shelter_staff") == 0


# --- what can this person see?


def test_the_page_says_in_words_and_numbers_what_somebody_sees(
    administrator, supervisor, caseworker
):
    people.bound(caseworker)
    case = registered(caseworker)
    client = people.sign_in(Client(), administrator)

    page = client.get(f"/people/{caseworker.pk}/").content.decode()
    above = client.get(f"/people/{supervisor.pk}/").content.decode()

    assert "<strong>1</strong>, of which 1 open in their own hands" in page
    assert "<strong>1</strong>" in above
    assert "change a case, write notes" in page
    assert case.reference not in page
    assert str(case.pk) not in page


def test_an_administrator_sees_no_case(administrator, caseworker):
    registered(people.bound(caseworker))
    people.bound(administrator)

    assert not Case.objects.exists()


def test_the_count_is_for_those_who_look_after_people(caseworker):
    colleague = people.member(Role.CASEWORKER, caseworker.user.membership.desk)
    people.bound(caseworker)

    refused = pytest.raises(Exception, match="Not for this role")
    with refused, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM registry_counts_of(%s)", [colleague.pk])


def test_a_forged_mark_counts_nothing(caseworker):
    registered(people.bound(people.member()))
    people.bound(caseworker)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('harbour.counting', 'on', true)")

    assert not Case.objects.exists()


def test_a_supervisor_knows_of_their_own_agency_only(supervisor):
    stranger = people.member(Role.CASEWORKER)
    client = people.sign_in(Client(), supervisor)

    assert client.get(f"/people/{stranger.pk}/").status_code == 404
    assert client.get("/people/999999/").status_code == 404


# --- the review


def test_who_was_not_looked_at_for_ninety_days_is_due(supervisor, caseworker):
    client = people.sign_in(Client(), supervisor)

    before = client.get("/access-review/").content.decode()
    client.post(f"/access-review/{caseworker.pk}/", {"answer": "keep"})
    after = client.get("/access-review/").content.decode()

    assert "1 of 1 is due now" in before
    assert "Nobody is due today" in after
    event = PlaceEvent.objects.get()
    assert (event.happened, event.by_id, event.user_id) == ("kept", supervisor.pk, caseworker.pk)


def test_a_reviewer_changes_the_desk_and_the_session_ends(supervisor, caseworker):
    new_desk = people.desk(supervisor.user.agency)
    theirs = people.sign_in(Client(), caseworker)
    form = {"answer": "change", "role": "caseworker", "desk": new_desk.pk, "ends_on": ""}

    signed_in(supervisor, about=caseworker.pk).post(f"/access-review/{caseworker.pk}/", form)

    assert place_of(caseworker).desk == new_desk
    assert theirs.get("/account/devices/").status_code == 302


@pytest.mark.parametrize("role", ["supervisor", *BEYOND])
def test_a_reviewer_raises_nobody(supervisor, caseworker, role):
    form = {"answer": "change", "role": role, "desk": place_of(caseworker).desk_id}

    response = signed_in(supervisor, about=caseworker.pk).post(
        f"/access-review/{caseworker.pk}/", form
    )

    assert response.status_code == 400
    assert place_of(caseworker).role == "caseworker"


def test_nobody_reviews_themselves_or_those_above(supervisor, desk):
    director = people.member(Role.DIRECTOR, desk)
    client = people.sign_in(Client(), supervisor)

    for viewer in (supervisor, director):
        assert client.get(f"/access-review/{viewer.pk}/").status_code == 404
    by_director = people.sign_in(Client(), director).get("/access-review/").content.decode()
    assert supervisor.user.name in by_director


# --- leaving


def test_an_account_with_cases_does_not_end_until_they_are_handed_over(
    administrator, supervisor, caseworker, desk
):
    case = registered(people.bound(caseworker))
    colleague = people.member(Role.CASEWORKER, desk)
    theirs = people.sign_in(Client(), caseworker)
    ending = f"/people/{caseworker.pk}/end/"

    refused = signed_in(administrator, about=caseworker.pk).post(ending)
    still_open = User.objects.get(pk=caseworker.pk).is_active
    handed = signed_in(supervisor, about=caseworker.pk).post(
        f"/people/{caseworker.pk}/hand-over/", {"receiver": place_of(colleague).pk}
    )
    ended = signed_in(administrator, about=caseworker.pk).post(ending)

    assert (refused.status_code, still_open) == (409, True)
    assert "one open case" in refused.content.decode()
    assert (handed.status_code, ended.status_code) == (302, 302)
    people.bound(colleague)
    case = Case.objects.get(pk=case.pk)
    assert case.owner_id == colleague.pk
    assert caseworker.pk * 4 + 1 not in case.acl
    assert colleague.pk * 4 + 1 in case.acl
    assert not User.objects.get(pk=caseworker.pk).is_active
    assert theirs.get("/account/devices/").status_code == 302
    assert not Session.objects.filter(user_id=caseworker.pk).exists()


def test_cases_go_to_nobody_of_another_agency(supervisor, caseworker):
    case = registered(people.bound(caseworker))
    stranger = people.member(Role.CASEWORKER)

    refused = signed_in(supervisor, about=caseworker.pk).post(
        f"/people/{caseworker.pk}/hand-over/", {"receiver": place_of(stranger).pk}
    )

    assert refused.status_code == 400
    people.bound(caseworker)
    assert Case.objects.get(pk=case.pk).owner_id == caseworker.pk


@pytest.mark.parametrize("role", ["caseworker", "auditor", "director", "supervisor"])
def test_an_account_is_ended_by_the_administrator_alone(role, desk, caseworker):
    client = signed_in(people.member(Role(role), desk), about=caseworker.pk)

    assert client.post(f"/people/{caseworker.pk}/end/").status_code == 403
    assert User.objects.get(pk=caseworker.pk).is_active


# --- unused accounts


def test_what_nobody_used_for_45_days_is_suspended_and_can_be_opened_again(
    administrator, caseworker, supervisor
):
    now = timezone.now()
    User.objects.filter(pk=caseworker.pk).update(joined_at=now - dt.timedelta(days=60))
    User.objects.filter(pk=supervisor.pk).update(
        joined_at=now - dt.timedelta(days=60), last_login=now - dt.timedelta(days=44)
    )

    closed = suspend_unused(now=now)
    again = suspend_unused(now=now)

    assert (closed, again) == (1, 0)
    assert not User.objects.get(pk=caseworker.pk).is_active
    assert PlaceEvent.objects.get(user_id=caseworker.pk).happened == "suspended"
    signed_in(administrator, about=caseworker.pk).post(f"/people/{caseworker.pk}/open/")
    assert User.objects.get(pk=caseworker.pk).is_active
    assert suspend_unused(now=now) == 0


# --- desks


def test_a_desk_is_added_and_closed_once_nobody_works_there(administrator, caseworker, desk):
    client = people.sign_in(Client(), administrator)
    client.post("/desks/", {"add": "desk", "agency": desk.agency_id, "name": "Keta", "phone": ""})

    refused = client.post("/desks/", {"close": desk.pk})
    new = desk.agency.desks.get(name="Keta")
    client.post("/desks/", {"close": new.pk})

    assert "still works at this desk" in refused.content.decode()
    new.refresh_from_db()
    assert not new.is_active
