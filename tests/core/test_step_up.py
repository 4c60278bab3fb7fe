"""A fresh second factor for one action on one object."""

from __future__ import annotations

import html
import re
from unittest.mock import ANY

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

from portal.core import step_up
from portal.core.models import TotpDevice
from tests.core.test_passkeys import add_key, asked_by
from tests.factories.accounts import UserFactory, code_now, give_password_only, sign_in_fully

pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]
START = 1_790_000_010


def reveal(request, case):
    step_up.require_step_up(request, "case.reveal", case, what="see who this child is")
    return HttpResponse(f"revealed {case}, because {request.POST.getlist('reason')}")


urlpatterns = [
    path("account/reveal/<str:case>/", reveal),
    path("", include("portal.core.urls")),
]


@pytest.fixture
def person():
    return UserFactory(with_phone=True)


@pytest.fixture
def client(person):
    return sign_in_fully(Client(), person)


def waiting(response) -> dict[str, str]:
    """The hidden fields of the page that asks."""
    form = response.content.decode().rpartition("<form")[2]
    fields = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in fields if name != "csrfmiddlewaretoken"}


def ask(client, case="A"):
    return client.post(f"/account/reveal/{case}/", {"reason": 'to "call" her mother & aunt'})


def test_the_form_waits_with_what_was_typed(client):
    asked = ask(client)

    assert asked.status_code == 403
    assert "To see who this child is" in asked.content.decode()
    assert waiting(asked) == {"step_up_for": ANY, "reason": 'to "call" her mother & aunt'}
    assert "no-store" in asked.headers["Cache-Control"]


def test_a_code_lets_the_form_go_on(client, person):
    form = {**waiting(ask(client)), "step_up_code": code_now(person)}

    done = client.post("/account/reveal/A/", form)

    assert done.status_code == 200
    assert "call" in done.content.decode()


def test_a_passkey_does_as_well(client, person):
    key = add_key(client, person)
    asked = ask(client)
    form = {**waiting(asked), "step_up_passkey": key.used(asked_by(asked))}

    assert client.post("/account/reveal/A/", form).status_code == 200


def test_a_passkey_answer_of_the_sign_in_is_none_for_the_step_up(client, person):
    key = add_key(client, person)
    elsewhere = Client()
    give_password_only(elsewhere, person)
    stolen = key.used(asked_by(elsewhere.get("/sign-in/code/")))

    form = {**waiting(ask(client)), "step_up_passkey": stolen}

    assert client.post("/account/reveal/A/", form).status_code == 403


def test_a_proof_opens_no_other_case(client, person):
    form = {**waiting(ask(client)), "step_up_code": code_now(person)}
    client.post("/account/reveal/A/", form)

    assert ask(client, "B").status_code == 403
    assert client.post("/account/reveal/B/", form).status_code == 403


def test_a_proof_for_one_case_sent_to_another_opens_neither_twice(client, person):
    for_a = {**waiting(ask(client)), "step_up_code": code_now(person)}

    assert client.post("/account/reveal/B/", for_a).status_code == 403


@pytest.mark.parametrize(("seconds", "status"), [(299, 200), (300, 200), (301, 403)])
def test_it_counts_for_five_minutes(client, person, seconds, status):
    with time_machine.travel(START, tick=False) as clock:
        sign_in_fully(client, person)
        client.post(
            "/account/reveal/A/", {**waiting(ask(client)), "step_up_code": code_now(person)}
        )
        clock.shift(seconds)

        assert ask(client).status_code == status


def test_a_wrong_code_asks_again_keeps_the_form_and_is_counted(client, person):
    form = {**waiting(ask(client)), "step_up_code": "000000"}

    refused = client.post("/account/reveal/A/", form)
    at_once = client.post("/account/reveal/A/", form)

    assert refused.status_code == 403
    assert waiting(refused)["reason"] == form["reason"]
    assert at_once.status_code == 429
    assert TotpDevice.objects.get(user=person).throttling_failure_count == 1


def test_a_code_counts_once(client, person):
    code = code_now(person)
    client.post("/account/reveal/A/", {**waiting(ask(client)), "step_up_code": code})

    again = client.post("/account/reveal/B/", {**waiting(ask(client, "B")), "step_up_code": code})

    assert again.status_code == 403


def test_the_page_of_another_person_steps_nobody_up(client, person):
    stranger = UserFactory(with_phone=True)
    theirs = waiting(ask(sign_in_fully(Client(), stranger)))

    refused = client.post("/account/reveal/A/", {**theirs, "step_up_code": code_now(person)})

    assert refused.status_code == 403
    assert code_now(person)  # still unused
    assert TotpDevice.objects.get(user=person).last_step == -1


def test_a_forged_binding_is_no_binding(client, person):
    form = {"step_up_for": "x:y:z", "step_up_code": code_now(person), "reason": "because"}

    assert client.post("/account/reveal/A/", form).status_code == 403


def test_the_session_tells_neither_action_nor_case(client, person):
    case = "3f0b8f0e-case"
    asked = ask(client, case)
    client.post(f"/account/reveal/{case}/", {**waiting(asked), "step_up_code": code_now(person)})

    assert case not in str(dict(client.session))


@override_settings(GATE_PREFIXES=("/",))
def test_a_password_alone_cannot_step_up(person):
    client = Client()
    give_password_only(client, person)

    response = client.post("/account/reveal/A/", {"step_up_code": code_now(person)})

    assert response.status_code == 302
