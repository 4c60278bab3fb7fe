"""Sessions a person can see and end, and what ends them by itself."""

from __future__ import annotations

import pytest
import time_machine
from django.contrib.sessions.backends.base import UpdateError
from django.test import Client

from portal.core.models import RecoveryCode, Session, TotpDevice, User
from portal.core.services import new_recovery_codes
from portal.core.sessions import SessionStore, digest
from tests.factories.accounts import PASSWORD, UserFactory, code_now, sign_in_fully

pytestmark = pytest.mark.django_db
START = 1_790_000_000


@pytest.fixture
def person() -> User:
    return UserFactory(with_phone=True, is_superuser=True)


@pytest.fixture
def other_browser(person):
    return sign_in_fully(Client(), person)


@pytest.mark.parametrize(("seconds", "status"), [(59 * 60 + 59, 200), (60 * 60 + 1, 302)])
def test_an_idle_session_ends_after_an_hour(client, person, seconds, status):
    with time_machine.travel(START, tick=False) as clock:
        sign_in_fully(client, person)
        client.get("/account/devices/")
        clock.shift(seconds)

        assert client.get("/account/devices/").status_code == status


@pytest.mark.parametrize(("seconds", "status"), [(12 * 3600 - 1, 200), (12 * 3600 + 1, 302)])
def test_a_session_in_use_ends_after_twelve_hours(client, person, seconds, status):
    with time_machine.travel(START, tick=False) as clock:
        sign_in_fully(client, person)
        for _turn in range(23):
            clock.shift(30 * 60)
            assert client.get("/account/devices/").status_code == 200
        clock.move_to(START + seconds)

        assert client.get("/account/devices/").status_code == status


def test_that_a_person_is_there_is_noted_every_twenty_seconds(client, person):
    noted = []
    with time_machine.travel(START, tick=False) as clock:
        sign_in_fully(client, person)
        for seconds in (0, 19, 1, 19, 1):
            clock.shift(seconds)
            client.get("/account/devices/")
            noted.append(int(Session.objects.get(user=person).last_seen_at.timestamp()) - START)

    assert noted == [0, 0, 20, 20, 40]


def test_casework_is_stricter():
    from portal.settings import base

    assert (base.SESSION_IDLE_SECONDS, base.SESSION_ABSOLUTE_SECONDS) == (15 * 60, 8 * 3600)


def test_what_a_page_asks_on_its_own_does_not_keep_a_session_awake(client, person):
    with time_machine.travel(START, tick=False) as clock:
        sign_in_fully(client, person)
        for _turn in range(4):
            clock.shift(20 * 60)
            client.post("/cms/editing-sessions/ping/core/user/1/1/")

        assert client.get("/account/devices/").status_code == 302


def test_the_list_shows_each_browser_and_never_a_key(client, person, other_browser):
    sign_in_fully(client, person)

    page = client.get("/account/devices/").content.decode()

    assert page.count("<tr") == 3
    assert "(this one)" in page
    for browser in (client, other_browser):
        assert browser.cookies["po_session"].value not in page
    for row in Session.objects.all():
        assert row.session_key not in page


def test_one_browser_is_signed_out_from_another(client, person, other_browser):
    sign_in_fully(client, person)
    key = other_browser.cookies["po_session"].value
    row = Session.objects.get(session_key=digest(key))

    client.post("/account/devices/", {"end": str(row.public_id)})

    assert other_browser.get("/account/devices/").status_code == 302
    assert client.get("/account/devices/").status_code == 200


@pytest.mark.parametrize(("end", "here"), [("others", 200), ("all", 302)])
def test_all_browsers_are_signed_out_at_once(client, person, other_browser, end, here):
    sign_in_fully(client, person)

    client.post("/account/devices/", {"end": end})

    assert other_browser.get("/account/devices/").status_code == 302
    assert client.get("/account/devices/").status_code == here


@pytest.mark.parametrize("end", ["", "nonsense", "\0", "00000000-0000-0000-0000-000000000000"])
def test_nobody_ends_the_session_of_somebody_else(client, person, end):
    stranger = UserFactory()
    sign_in_fully(Client(), stranger)
    sign_in_fully(client, person)
    theirs = Session.objects.get(user=stranger)

    client.post("/account/devices/", {"end": end})
    client.post("/account/devices/", {"end": str(theirs.public_id)})

    assert Session.objects.filter(user=stranger).exists()


def test_a_new_password_ends_the_other_sessions(client, person, other_browser):
    sign_in_fully(client, person)
    key = client.cookies["po_session"].value

    answer = client.post(
        "/account/password/", {"old_password": PASSWORD, "password": "violet ladder hums at noon"}
    )

    assert answer.status_code == 302
    assert client.cookies["po_session"].value != key
    assert client.get("/account/devices/").status_code == 200
    assert other_browser.get("/account/devices/").status_code == 302


def test_a_new_password_needs_the_old_one(client, person):
    sign_in_fully(client, person)

    answer = client.post(
        "/account/password/", {"old_password": "guess", "password": "violet ladder hums at noon"}
    )

    assert answer.status_code == 400
    assert User.objects.get(pk=person.pk).check_password(PASSWORD)


def test_new_recovery_codes_need_the_phone(client, person):
    old = new_recovery_codes(person)
    sign_in_fully(client, person)

    refused = client.post("/account/recovery-codes/", {"code": old[0]})
    TotpDevice.objects.update(throttling_failure_count=0)
    done = client.post("/account/recovery-codes/", {"code": code_now(person)})

    assert refused.status_code == 400
    assert done.content.decode().count("<code>") == 10
    assert old[0] not in done.content.decode()
    assert RecoveryCode.objects.count() == 10


def test_a_session_ended_during_a_request_is_not_written_again(client, person):
    sign_in_fully(client, person)
    store = SessionStore(client.cookies["po_session"].value)
    store["something"] = "new"
    Session.objects.all().delete()

    with pytest.raises(UpdateError):
        store.save()

    assert not Session.objects.exists()
