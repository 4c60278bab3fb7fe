"""Break-glass: one case, one hour, one review before the next (control 36)."""

from __future__ import annotations

import contextlib
import datetime as dt

import pytest
from django.core import mail
from django.db import connection, connections, transaction
from django.test import Client

from casebase.access.enums import Role
from casebase.access.models import Grant, Membership
from casebase.registry.models import Case, Emergency
from tests.casebase import people
from tests.casebase.access.test_people_of_casework import with_proof
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")
WORDS = "She ran from the house and is at our gate"


@pytest.fixture
def owner():
    return people.member(Role.CASEWORKER)


@pytest.fixture
def case(owner):
    return registered(people.bound(owner))


@pytest.fixture
def stranger():
    return people.member(Role.CASEWORKER)


@contextlib.contextmanager
def refused_by_the_database(words):
    with pytest.raises(Exception, match=words), transaction.atomic():
        yield


def open_in_an_emergency(viewer, case, **changes):
    client = people.sign_in(Client(), viewer)
    with_proof(client, "case.break_glass", case.reference)
    form = {"reference": case.reference, "reason": "danger", "text": WORDS, **changes}
    answer = client.post("/emergency/", form)
    later()
    return client, answer


def later():
    """A test is one transaction, and a grant works from the next one on."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("UPDATE access_grant SET starts_at = starts_at - interval '1 second',"
                       " ends_at = ends_at - interval '1 second'")  # fmt: skip


def test_it_opens_the_one_case_and_tells_its_owner(
    owner, case, stranger, django_capture_on_commit_callbacks
):
    other = registered(people.bound(people.member()))
    with django_capture_on_commit_callbacks(execute=True):
        client, opened = open_in_an_emergency(stranger, case)

    assert opened.status_code == 302
    assert client.get(f"/cases/{case.reference}/").status_code == 200
    assert client.get(f"/cases/{other.reference}/").status_code == 404
    assert owner.user.email in [to for message in mail.outbox for to in message.to]
    assert not any(case.reference in message.body for message in mail.outbox)


def test_it_tells_who_may_review_it_and_nobody_who_cannot_see_it(
    owner, case, stranger, django_capture_on_commit_callbacks
):
    reviewer = people.member(Role.SUPERVISOR, owner.user.membership.desk)
    director = people.member(Role.DIRECTOR)
    elsewhere = people.member(Role.SUPERVISOR, stranger.user.membership.desk)
    with django_capture_on_commit_callbacks(execute=True):
        open_in_an_emergency(stranger, case)

    told = {to: message.body for message in mail.outbox for to in message.to}
    assert set(told) == {viewer.user.email for viewer in (owner, reviewer, director)}
    assert elsewhere.user.email not in told
    assert all("/emergency/openings/" in body for body in told.values())
    assert not any("nothing to do" in body for body in told.values())
    assert "72 hours" in told[reviewer.user.email]


def test_the_owner_finds_the_opening_from_the_case(case, owner, stranger):
    open_in_an_emergency(stranger, case)
    client = people.sign_in(Client(), owner)
    page = client.get(f"/cases/{case.reference}/").content.decode()

    assert "Opened in an emergency" in page
    assert 'href="/emergency/openings/">Who, and why?' in page
    assert stranger.user.name in client.get("/emergency/openings/").content.decode()


def test_a_second_reviewer_is_told_that_somebody_was_faster(case, owner, stranger):
    first, second = (people.member(Role.SUPERVISOR, owner.user.membership.desk) for _ in "ab")
    open_in_an_emergency(stranger, case)
    people.bound(first)
    form = {"emergency": str(Emergency.objects.get().pk), "verdict": "justified"}
    people.sign_in(Client(), first).post("/emergency/openings/", form)
    late = people.sign_in(Client(), second).post(
        "/emergency/openings/", {**form, "verdict": "unjustified"}
    )

    assert late.status_code == 422
    assert "Somebody has reviewed this opening before you" in late.content.decode()
    people.bound(first)
    assert Emergency.objects.get().verdict == "justified"


def test_an_opening_of_a_case_that_was_erased_since_is_listed(case, owner, stranger):
    supervisor = people.member(Role.SUPERVISOR, owner.user.membership.desk)
    open_in_an_emergency(stranger, case)
    erase_keys(case)
    page = people.sign_in(Client(), supervisor).get("/emergency/openings/")

    assert page.status_code == 200
    assert "This case was erased" in page.content.decode()
    assert WORDS not in page.content.decode()


def test_an_erased_case_is_not_opened(case, stranger):
    erase_keys(case)
    _, refused = open_in_an_emergency(stranger, case)

    assert refused.status_code == 403
    assert "This case was erased" in refused.content.decode()
    people.bound(stranger)
    assert not Grant.objects.exists()


def erase_keys(case):
    with as_owner("keystore"), connections["keystore"].cursor() as cursor:
        cursor.execute(
            "UPDATE case_key SET wrapped = NULL, erased_at = now(), erased_because = 'court_order'"
            " WHERE case_id = ANY (%s)",
            [[case.pk, case.person_id]],
        )


def test_it_ends_after_an_hour(case, stranger):
    open_in_an_emergency(stranger, case)
    people.bound(stranger)
    grant = Grant.objects.get()

    assert grant.ends_at - grant.starts_at == dt.timedelta(minutes=60)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("UPDATE access_grant SET starts_at = starts_at - interval '61 minutes',"
                       " ends_at = ends_at - interval '61 minutes'")  # fmt: skip
    people.bound(stranger)
    assert not Case.objects.exists()


def test_a_second_one_waits_for_the_review_of_the_first(case, stranger):
    other = registered(people.bound(people.member()))
    open_in_an_emergency(stranger, case)

    _, refused = open_in_an_emergency(stranger, other)

    assert refused.status_code == 403
    assert "not reviewed yet" in refused.content.decode()
    people.bound(stranger)
    assert Grant.objects.count() == 1


def test_the_reviewer_reads_why_and_says_whether_it_was_right(case, owner, stranger):
    supervisor = people.member(Role.SUPERVISOR, owner.user.membership.desk)
    open_in_an_emergency(stranger, case)
    client = people.sign_in(Client(), supervisor)

    page = client.get("/emergency/openings/").content.decode()
    people.bound(supervisor)
    client.post(
        "/emergency/openings/",
        {"emergency": str(Emergency.objects.get().pk), "verdict": "unjustified"},
    )

    assert WORDS in page
    people.bound(supervisor)
    found = Emergency.objects.get()
    assert (found.verdict, found.reviewed_by_id) == ("unjustified", supervisor.pk)
    assert WORDS.encode() not in bytes(found.text)


def test_nobody_reviews_their_own_opening(case):
    supervisor = people.member(Role.SUPERVISOR)
    client, _ = open_in_an_emergency(supervisor, case)
    people.bound(supervisor)
    emergency = Emergency.objects.get()

    refused = client.post(
        "/emergency/openings/", {"emergency": str(emergency.pk), "verdict": "justified"}
    )

    assert refused.status_code == 403
    people.bound(supervisor)
    assert Emergency.objects.get().reviewed_at is None


def test_it_asks_for_the_factor_again_and_for_words(case, stranger):
    client = people.sign_in(Client(), stranger)
    form = {"reference": case.reference, "reason": "danger", "text": WORDS}

    without_factor = client.post("/emergency/", form)
    _, without_words = open_in_an_emergency(stranger, case, text="urgent")

    assert without_factor.status_code == 403
    assert without_words.status_code == 422
    people.bound(stranger)
    assert not Grant.objects.exists()


@pytest.mark.parametrize(
    "role", ["prosecutor", "desk_officer", "data_manager", "me_viewer", "director",
             "system_administrator", "auditor"]
)  # fmt: skip
def test_other_roles_open_nothing_not_even_with_sql(case, role):
    viewer = people.member(Role(role))
    _, refused = open_in_an_emergency(viewer, case)
    people.bound(viewer)

    assert refused.status_code == 403
    with refused_by_the_database("Not for this role"), connection.cursor() as cursor:
        cursor.execute("SELECT registry_break_glass(%s, 'danger')", [case.reference])


def test_no_such_grant_is_made_with_sql(case, stranger):
    people.bound(stranger)
    insert = (
        "INSERT INTO access_grant (id, case_id, principal, kind, with_identity, granted_by_id,"
        " starts_at, ends_at) VALUES (gen_random_uuid(), %s, %s, 'break_glass', true, %s, now(),"
        " now() + interval '1 day')"
    )

    with refused_by_the_database("row-level security"), connection.cursor() as cursor:
        cursor.execute(insert, [case.pk, stranger.pk * 4 + 1, stranger.pk])


def test_an_opening_is_not_made_longer_with_sql(case, stranger):
    open_in_an_emergency(stranger, case)
    people.bound(stranger)

    with refused_by_the_database("permission denied"), connection.cursor() as cursor:
        cursor.execute("UPDATE access_grant SET ends_at = ends_at + interval '1 year'")


# --- nobody reviews who was let in themselves


def reviewed_by(viewer, emergency_id):
    form = {"emergency": str(emergency_id), "verdict": "justified"}
    return people.sign_in(Client(), viewer).post("/emergency/openings/", form)


def opening_of(viewer):
    people.bound(viewer)
    return Emergency.objects.get(user_id=viewer.pk)


def test_a_supervisor_who_opened_the_case_too_reviews_no_colleagues_opening(case, stranger):
    """Two people of another agency would otherwise open case after case for each other."""
    accomplice = people.member(Role.SUPERVISOR, stranger.user.membership.desk)
    open_in_an_emergency(stranger, case)
    client, _ = open_in_an_emergency(accomplice, case)
    opened = opening_of(stranger)

    page = client.get("/emergency/openings/").content.decode()
    reviewed_by(accomplice, opened.pk)

    assert opening_of(stranger).reviewed_at is None
    assert WORDS not in page
    people.bound(accomplice)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE registry_emergency SET reviewed_by_id = %s, reviewed_at = now(),"
            " verdict = 'justified' WHERE id = %s",
            [accomplice.pk, opened.pk],
        )
        assert cursor.rowcount == 0


def test_a_supervisor_to_whose_desk_the_case_was_opened_reviews_nothing_of_it(
    owner, case, stranger
):
    let_in = people.member(Role.SUPERVISOR)
    with as_owner():
        Grant.objects.create(
            case_id=case.pk, principal=let_in.desk_id * 4 + 2, kind=Grant.Kind.SHARED,
            with_identity=True, granted_by=owner.user, starts_at="2026-01-01T00:00Z",
            ends_at="2126-01-01T00:00Z",
        )  # fmt: skip
    open_in_an_emergency(stranger, case)

    reviewed_by(let_in, opening_of(stranger).pk)

    assert opening_of(stranger).reviewed_at is None


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.DIRECTOR])
def test_who_holds_the_case_or_sees_them_all_reviews_it(owner, case, stranger, role):
    reviewer = people.member(role, owner.user.membership.desk)
    open_in_an_emergency(stranger, case)

    assert reviewed_by(reviewer, opening_of(stranger).pk).status_code == 302
    assert opening_of(stranger).reviewed_by_id == reviewer.pk


def test_the_agency_of_the_case_is_told_though_its_owner_has_gone_elsewhere(
    owner, case, stranger, django_capture_on_commit_callbacks
):
    reviewer = people.member(Role.SUPERVISOR, owner.user.membership.desk)
    elsewhere = people.desk()
    new_head = people.member(Role.SUPERVISOR, elsewhere)
    with as_owner():
        Membership.objects.filter(user=owner.user).update(desk=elsewhere, agency=elsewhere.agency)
    with django_capture_on_commit_callbacks(execute=True):
        open_in_an_emergency(stranger, case)

    told = {to for message in mail.outbox for to in message.to}
    assert told == {reviewer.user.email}
    assert new_head.user.email not in told
