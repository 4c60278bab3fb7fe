"""Passkeys as a second factor: added by the fully signed in, and never fooled."""

from __future__ import annotations

import html
import json
import re

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client, override_settings
from django_otp_webauthn.models import WebAuthnCredential

from portal.core import gate, invitations
from portal.core.models import Session, User
from tests.factories.accounts import (
    PASSWORD,
    UserFactory,
    code_now,
    give_password_only,
    sign_in_fully,
)
from tests.factories.authenticator import SoftwareKey

pytestmark = pytest.mark.django_db


@pytest.fixture
def person() -> User:
    return UserFactory(with_phone=True)


def asked_by(response) -> dict:
    """What a page tells the browser to ask a key."""
    text = re.search(r'data-passkey="([^"]*)"', response.content.decode())[1]
    return json.loads(html.unescape(text))


def step_up(client, person, address, form):
    """Send a form, and the code that is asked for in its place."""
    asked = client.post(address, form)
    assert asked.status_code == 403
    sealed = re.search(r'name="step_up_for" value="([^"]+)"', asked.content.decode())[1]
    again = {**form, "step_up_for": html.unescape(sealed), "step_up_code": code_now(person)}
    return client.post(address, again)


def add_key(client, person, **details) -> SoftwareKey:
    key = SoftwareKey(**details)
    page = client.get("/account/passkeys/")
    form = {"passkey": key.made(asked_by(page)), "name": "Blue key"}
    client.answer = step_up(client, person, "/account/passkeys/", form)
    return key


@pytest.fixture
def key(person) -> SoftwareKey:
    return add_key(sign_in_fully(Client(), person), person)


@pytest.fixture
def half_way(client, person, key):
    """A browser that has given the password, and the page that asks for the second factor."""
    give_password_only(client, person)
    return client


def answer(client, text):
    return client.post("/sign-in/code/", {"passkey": text})


def is_signed_in(client) -> bool:
    return client.get("/account/devices/").status_code == 200


def test_a_key_is_added_with_a_name_and_the_other_sessions_end(client, person):
    other = sign_in_fully(Client(), person)
    sign_in_fully(client, person)

    add_key(client, person)

    assert client.answer.status_code == 302
    assert b"Blue key" in client.get("/account/passkeys/").content
    assert not is_signed_in(other)
    assert is_signed_in(client)


def test_adding_a_key_is_told_by_mail(client, person, django_capture_on_commit_callbacks):
    sign_in_fully(client, person)

    with django_capture_on_commit_callbacks(execute=True):
        add_key(client, person)

    assert "passkey was added" in mail.outbox[-1].body


def test_a_key_signs_in_after_the_password(half_way, key, person):
    before = half_way.cookies["po_session"].value

    done = answer(half_way, key.used(asked_by(half_way.get("/sign-in/code/"))))

    assert done.status_code == 302
    assert is_signed_in(half_way)
    assert half_way.cookies["po_session"].value != before
    assert half_way.session[gate.FACTOR].endswith("webauthncredential")


def test_a_key_alone_signs_nobody_in(client, key):
    response = client.post("/sign-in/code/", {"passkey": key.used({"challenge": "AAAA"})})

    assert response.status_code == 302
    assert not is_signed_in(client)
    assert settings.OTP_WEBAUTHN_ALLOW_PASSWORDLESS_LOGIN is False


@pytest.mark.parametrize("origin", ["https://example.net", "http://localhost:8001"])
def test_an_answer_given_to_another_site_is_refused(half_way, key, origin):
    key.origin = origin

    refused = answer(half_way, key.used(asked_by(half_way.get("/sign-in/code/"))))

    assert refused.status_code == 422
    assert not is_signed_in(half_way)


def test_an_answer_bound_to_another_host_is_refused(half_way, key):
    key.host = "example.net"

    refused = answer(half_way, key.used(asked_by(half_way.get("/sign-in/code/"))))

    assert refused.status_code == 422


def test_an_answer_counts_once(half_way, key, person):
    text = key.used(asked_by(half_way.get("/sign-in/code/")))
    answer(half_way, text)
    half_way.post("/sign-out/")
    give_password_only(half_way, person)

    without_a_question = answer(half_way, text)
    half_way.get("/sign-in/code/")
    to_another_question = answer(half_way, text)

    assert without_a_question.status_code == 400
    assert to_another_question.status_code == 422
    assert not is_signed_in(half_way)


def test_a_copied_key_is_refused(half_way, key, person):
    key.counter = 5
    answer(half_way, key.used(asked_by(half_way.get("/sign-in/code/"))))
    half_way.post("/sign-out/")
    give_password_only(half_way, person)
    key.counter = 2

    refused = answer(half_way, key.used(asked_by(half_way.get("/sign-in/code/"))))

    assert refused.status_code == 422
    assert WebAuthnCredential.objects.get().sign_count == 6


def test_another_persons_key_is_refused(client, key):
    stranger = UserFactory(with_phone=True)
    add_key(sign_in_fully(Client(), stranger), stranger)
    give_password_only(client, stranger)

    refused = answer(client, key.used(asked_by(client.get("/sign-in/code/"))))

    assert refused.status_code == 403
    assert not is_signed_in(client)


@pytest.mark.parametrize("text", ["", "no json", "[]", "{}", '{"id": 1, "response": {}}'])
def test_nonsense_is_refused_with_a_way_on(half_way, text):
    half_way.get("/sign-in/code/")

    refused = answer(half_way, text)

    assert refused.status_code in (400, 422)
    assert b"type the code from your phone" in refused.content


def test_the_code_still_works_for_whoever_has_keys(half_way, person):
    person.totpdevice_set.update(last_step=-1)  # as if the key had been added an hour ago

    done = half_way.post("/sign-in/code/", {"code": code_now(person)})

    assert done.status_code == 302


def test_a_password_alone_adds_no_key(client, person):
    give_password_only(client, person)

    assert client.get("/account/passkeys/").status_code == 302
    form = {"passkey": SoftwareKey().made({"challenge": "AAAA"})}
    assert client.post("/account/passkeys/", form).status_code == 302
    assert not WebAuthnCredential.objects.exists()


def test_a_key_is_not_added_without_the_factor_given_again(client, person):
    sign_in_fully(client, person)
    page = client.get("/account/passkeys/")

    asked = client.post("/account/passkeys/", {"passkey": SoftwareKey().made(asked_by(page))})

    assert asked.status_code == 403
    assert not WebAuthnCredential.objects.exists()


def test_a_key_is_removed_and_signs_in_no_more(half_way, key, person):
    elsewhere = sign_in_fully(Client(), person)
    session = elsewhere.session
    with_proof(session, "account.passkeys", str(person.pk))
    number = WebAuthnCredential.objects.get().pk

    elsewhere.post("/account/passkeys/", {"remove": number})

    assert not WebAuthnCredential.objects.exists()
    give_password_only(half_way, person)
    assert b"data-passkey=" not in half_way.get("/sign-in/code/").content


def test_nobody_removes_a_key_of_another(client, key):
    stranger = UserFactory(with_phone=True)
    sign_in_fully(client, stranger)
    with_proof(client.session, "account.passkeys", str(stranger.pk))
    number = WebAuthnCredential.objects.get().pk

    refused = client.post("/account/passkeys/", {"remove": number})

    assert refused.status_code == 404
    assert WebAuthnCredential.objects.exists()


@pytest.mark.parametrize("odd", ["²", "9" * 30, "abc"])
def test_an_odd_number_removes_no_key(client, key, person, odd):
    sign_in_fully(client, person)
    with_proof(client.session, "account.passkeys", str(person.pk))

    refused = client.post("/account/passkeys/", {"remove": odd})

    assert refused.status_code == 404
    assert WebAuthnCredential.objects.exists()


def with_proof(session, action, object_id):
    """As if a factor had been given for this a moment ago."""
    from django.utils import timezone

    from portal.core import step_up

    session[step_up.PROOFS] = {step_up._digest(action, object_id): timezone.now().timestamp()}
    session.save()


def test_an_invitation_ends_the_old_keys(client, person, key):
    invited = invitations.invite(email=person.email, invited_by=None)
    path = invited.link.removeprefix(settings.BASE_URL)
    client.post(path, {"code": invited.code})
    client.post(path, {"password": "violet ladder hums at noon"})
    device = person.totpdevice_set.get(confirmed=False)
    from portal.core.models.factors import current_step

    client.post(path, {"code": device.code_at(current_step())})

    assert not WebAuthnCredential.objects.exists()


def test_pages_with_passkeys_carry_no_script_of_their_own(half_way):
    page = half_way.get("/sign-in/code/").content.decode()

    assert re.findall(r"<script(?![^>]*src=)", page) == []
    assert "hidden" in re.search(r"<form[^>]*data-passkey[^>]*>", page)[0]


@override_settings(SESSIONS_AT_ONCE=2)
def test_the_third_sign_in_ends_the_oldest(person, django_capture_on_commit_callbacks):
    oldest, middle, newest = Client(), Client(), Client()
    with django_capture_on_commit_callbacks(execute=True):
        for browser in (oldest, middle, newest):
            browser.post("/sign-in/", {"email": person.email, "password": PASSWORD})
            person.totpdevice_set.update(last_step=-1)
            assert browser.post("/sign-in/code/", {"code": code_now(person)}).status_code == 302

    assert [is_signed_in(browser) for browser in (oldest, middle, newest)] == [False, True, True]
    assert Session.objects.filter(user=person).count() == 2
    assert any("oldest" in message.body for message in mail.outbox)


@override_settings(SESSIONS_AT_ONCE=2)
def test_a_password_alone_ends_no_session_of_its_holder(client, person):
    browsers = [sign_in_fully(Client(), person) for _turn in range(2)]

    for _turn in range(3):
        give_password_only(Client(), person)

    assert all(is_signed_in(browser) for browser in browsers)
