"""Invented people for a demo: found by two commands there, and nowhere else."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from portal.core import services
from portal.core.models import TotpDevice, User
from tests.factories.accounts import UserFactory, code_now, give_password_only


def printed(*command) -> str:
    out = io.StringIO()
    call_command(*command, stdout=out)
    return out.getvalue()


@pytest.fixture
def demo(settings):
    settings.DEMO_MODE = True


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_the_commands_are_enough_to_sign_in(client):
    group = Group.objects.create(name="Writers")
    services.ensure_demo_account(role="library editor", groups=["Writers"])
    role, email, password = printed("demo_accounts").strip().split("\t")

    client.post("/sign-in/", {"email": email, "password": password})
    done = client.post("/sign-in/code/", {"code": printed("demo_code", email).strip()})

    assert role == "library editor"
    assert email == "library-editor.demo@example.org"
    assert done.url == "/cms/"
    assert User.objects.get(email=email).groups.get() == group
    assert "(invented)" in User.objects.get(email=email).name


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_making_a_demo_account_again_changes_nothing_it_had():
    first = services.ensure_demo_account(role="editor")
    seed = TotpDevice.objects.get().seed

    second = services.ensure_demo_account(role="editor")

    assert (first.pk, first.password) == (second.pk, second.password)
    assert TotpDevice.objects.get().seed == seed


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_a_used_code_is_not_printed_again(monkeypatch, client):
    person = services.ensure_demo_account(role="editor")
    start = 1_790_000_000 // 30 * 30
    with time_machine.travel(start, tick=False) as clock:
        monkeypatch.setattr("time.sleep", lambda seconds: clock.shift(seconds))
        first = printed("demo_code", person.email)
        TotpDevice.objects.update(last_step=start // 30)

        second = printed("demo_code", person.email)

    assert first != second


@pytest.mark.django_db
def test_both_commands_refuse_outside_a_demo(settings):
    settings.DEMO_MODE = True
    email = services.ensure_demo_account(role="editor").email
    settings.DEMO_MODE = False

    for command in (["demo_accounts"], ["demo_code", email]):
        with pytest.raises(CommandError, match="not in demo mode"):
            call_command(*command)
    with pytest.raises(services.NotOnDemo):
        services.ensure_demo_account(role="editor")


@pytest.mark.django_db
@pytest.mark.usefixtures("demo")
def test_no_code_is_printed_for_a_person_who_is_not_invented():
    person = UserFactory(with_phone=True)

    with pytest.raises(CommandError, match="no such demo account"):
        call_command("demo_code", person.email)


@pytest.mark.django_db(transaction=True)
def test_of_eight_requests_with_one_code_exactly_one_succeeds():
    person = UserFactory(with_phone=True)
    browsers = [give_password_only(Client(), person) for _turn in range(8)]
    code = code_now(person)

    def post(browser):
        try:
            return browser.post("/sign-in/code/", {"code": code}).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(post, browsers))

    assert answers.count(302) == 1, answers
