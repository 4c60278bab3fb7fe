"""Somebody with both factors and without a place today reads why; a stranger learns nothing."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils import timezone

from casebase.access.models import Membership
from portal.core.models import Session
from portal.core.models.factors import current_step
from tests.casebase import people
from tests.casebase.database import as_owner

pytestmark = pytest.mark.django_db(databases="__all__")
PASSWORD = "violet ladder hums at noon"
TODAY = timezone.localdate()
ENDED = dt.date(2026, 3, 12)


@pytest.fixture
def lapsed():
    """Somebody whose last day of work has passed; the account is as it was."""
    found = people.member()
    found.user.set_password(PASSWORD)
    found.user.save()
    people._device(found.user)
    placed(found, starts_on=dt.date(2026, 1, 1), ends_on=ENDED)
    return found


def placed(viewer, **days) -> None:
    with as_owner():
        Membership.objects.filter(user_id=viewer.pk).update(**days)


def with_password(viewer) -> tuple[Client, str]:
    client = Client()
    typed = {"email": viewer.user.email, "password": PASSWORD}
    return client, client.post("/sign-in/", typed, follow=True).content.decode()


def test_both_factors_and_a_last_day_gone_by_say_so_and_whom_to_ask(lapsed):
    client, _ = with_password(lapsed)
    code = people._device(lapsed.user).code_at(current_step())

    answer = client.post("/sign-in/code/", {"code": code}, follow=True)

    words = answer.content.decode()
    assert answer.status_code == 403
    assert "Your access ended on 12 March 2026" in words
    assert f"at {lapsed.user.agency}" in words
    assert "ask your supervisor" in words
    assert not Session.objects.filter(user_id=lapsed.pk).exists()
    assert client.get("/my-day/").url.startswith("/sign-in/")


def test_a_password_alone_learns_nothing(lapsed):
    working = people.member()
    working.user.set_password(PASSWORD)
    working.user.save()

    words = with_password(lapsed)[1], with_password(working)[1]

    assert "Your one-time code" in words[0]
    assert not any("ended" in said for said in words)


@pytest.mark.parametrize("typed", [{"password": "another one altogether"}, {"code": "000000"}])
def test_a_wrong_factor_learns_nothing(lapsed, typed):
    client, _ = with_password(lapsed)
    page = "/sign-in/code/" if "code" in typed else "/sign-in/"

    words = client.post(page, {"email": lapsed.user.email, **typed}, follow=True).content.decode()

    assert "ended" not in words
    assert str(lapsed.user.agency) not in words


def test_whoever_is_signed_in_when_the_last_day_passes_reads_it_too(lapsed):
    placed(lapsed, ends_on=None)
    client = people.sign_in(Client(), lapsed)
    before = client.get("/my-day/").status_code
    placed(lapsed, ends_on=ENDED)

    after = client.get("/my-day/")

    assert (before, after.status_code) == (200, 403)
    assert "Your access ended on 12 March 2026" in after.content.decode()


def test_the_last_day_itself_is_a_day_of_work(lapsed):
    placed(lapsed, ends_on=TODAY)

    assert people.sign_in(Client(), lapsed).get("/my-day/").status_code == 200


def test_a_first_day_to_come_is_told(lapsed):
    placed(lapsed, starts_on=dt.date(2999, 1, 5), ends_on=None)

    words = people.sign_in(Client(), lapsed).get("/my-day/").content.decode()

    assert "Your access begins on 5 January 2999" in words


def test_a_session_that_ended_otherwise_goes_to_the_sign_in(lapsed):
    placed(lapsed, ends_on=None)
    client = people.sign_in(Client(), lapsed)
    Session.objects.filter(user_id=lapsed.pk).update(proof="")

    assert client.get("/my-day/").url == "/sign-in/"
