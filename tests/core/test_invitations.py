"""Coming in: only by an invitation, once, within a day, with the code said aloud."""

from __future__ import annotations

import io
import re

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.core.management import CommandError, call_command
from django.test import Client

from portal.core import invitations
from portal.core.models import Invitation, Session, TotpDevice, User
from portal.core.models.factors import current_step
from tests.factories.accounts import PASSWORD, UserFactory, give_password_only, sign_in_fully

pytestmark = pytest.mark.django_db
CHOSEN = "violet ladder hums at noon"


@pytest.fixture
def invited():
    return invitations.invite(email="Newcomer@example.org", invited_by=None)


def path_of(invited):
    return invited.link.removeprefix("http://127.0.0.1:8000")


def to_the_phone(client, invited):
    path = path_of(invited)
    client.post(path, {"code": invited.code})
    client.post(path, {"password": CHOSEN})
    return path


def phone_code(email):
    return TotpDevice.objects.get(user__email=email, confirmed=False).code_at(current_step())


def walk_through(client, invited, email="newcomer@example.org"):
    path = to_the_phone(client, invited)
    return client.post(path, {"code": phone_code(email)})


def test_the_three_steps_lead_to_an_account_that_can_sign_in(client, invited):
    done = walk_through(client, invited)

    codes = re.findall(r"<code>([^<]+)</code>", done.content.decode())
    assert len(codes) == 10
    assert client.get("/cms/").status_code == 302  # an invitation signs nobody in
    client.post("/sign-in/", {"email": "newcomer@example.org", "password": CHOSEN})
    assert client.post("/sign-in/code/", {"code": codes[3]}).url == "/cms/"


def test_the_phone_step_shows_a_picture_and_the_same_secret_as_text(client, invited):
    path = to_the_phone(client, invited)

    page = client.get(path).content.decode()

    device = TotpDevice.objects.get()
    picture = invitations.picture_of(device)
    assert picture.secret in page
    assert f'<path d="{picture.path}"' in page
    assert "data:" not in page.split("<main")[1]


def test_the_first_step_does_not_say_whose_invitation_it_is(client, invited):
    assert b"newcomer" not in client.get(path_of(invited)).content


def test_an_invitation_works_once(client, invited):
    walk_through(client, invited)

    again = client.get(path_of(invited))

    assert again.status_code == 410
    assert "new one" in again.content.decode()


def test_an_invitation_ends_after_a_day(client):
    with time_machine.travel(1_790_000_000, tick=False) as clock:
        invited = invitations.invite(email="newcomer@example.org", invited_by=None)
        clock.shift(24 * 3600 - 1)
        assert client.get(path_of(invited)).status_code == 200
        clock.shift(1)

        assert client.get(path_of(invited)).status_code == 410


def test_a_newer_invitation_ends_the_older_one(client, invited):
    invitations.invite(email="newcomer@example.org", invited_by=None)

    assert client.get(path_of(invited)).status_code == 410


def test_five_wrong_spoken_codes_close_it(client, invited):
    for _turn in range(5):
        assert client.post(path_of(invited), {"code": "AAAA-AAAA"}).status_code == 400

    assert client.post(path_of(invited), {"code": invited.code}).status_code == 410


def test_a_made_up_link_is_answered_like_a_used_one(client):
    assert client.get("/invitation/no-such-token/").status_code == 410


def test_the_link_without_the_code_leads_nowhere(client, invited):
    path = path_of(invited)

    client.post(path, {"password": CHOSEN})

    assert Invitation.objects.get().password == ""
    assert not TotpDevice.objects.exists()


def test_another_browser_has_to_give_the_code_itself(client, invited):
    path = to_the_phone(client, invited)

    page = Client().get(path).content.decode()

    assert "The code you were told" in page


def test_the_database_holds_neither_link_nor_code(invited):
    row = Invitation.objects.get()
    token = invited.link.split("/")[-2]

    kept = " ".join(str(value) for value in row.__dict__.values())

    assert token not in kept
    assert invited.code not in kept
    assert invited.code.replace("-", "") not in kept


def test_an_invitation_left_half_way_changes_nothing(client):
    person = UserFactory(with_phone=True)
    seed = TotpDevice.objects.get(user=person).seed
    to_the_phone(client, invitations.invite(email=person.email, invited_by=None))

    person.refresh_from_db()

    assert person.check_password(PASSWORD)
    assert TotpDevice.objects.get(user=person, confirmed=True).seed == seed


def test_a_new_phone_ends_the_old_one_and_every_session(client, django_capture_on_commit_callbacks):
    person = UserFactory(with_phone=True)
    sign_in_fully(Client(), person)
    old = TotpDevice.objects.get(user=person)

    with django_capture_on_commit_callbacks(execute=True):
        invited = invitations.invite(email=person.email, invited_by=None)
        walk_through(client, invited, person.email)

    assert not TotpDevice.objects.filter(pk=old.pk).exists()
    assert not Session.objects.filter(user=person).exists()
    assert [message.to for message in mail.outbox] == [[person.email]] * 2
    assert not any(invited.code in message.body for message in mail.outbox)


def test_a_password_alone_enrols_nobody(client):
    person = UserFactory()
    give_password_only(client, person)

    for address in ("/account/devices/", "/account/recovery-codes/", "/account/password/"):
        assert client.get(address).status_code == 302
    assert client.post("/sign-in/code/", {"code": "123456"}).status_code == 400
    assert not TotpDevice.objects.exists()


@pytest.mark.parametrize("wrong", ["000000", "abc", "९९९९९९"])
def test_a_wrong_first_code_keeps_the_picture(client, invited, wrong):
    path = to_the_phone(client, invited)
    before = TotpDevice.objects.get().seed

    response = client.post(path, {"code": wrong})

    assert response.status_code == 400
    assert TotpDevice.objects.get().seed == before
    assert not TotpDevice.objects.get().confirmed


def test_only_an_administrator_invites():
    with pytest.raises(PermissionDenied):
        invitations.invite(email="friend@example.org", invited_by=UserFactory())

    assert not User.objects.filter(email="friend@example.org").exists()


def test_a_closed_account_is_not_invited():
    person = UserFactory(is_active=False)

    with pytest.raises(invitations.CannotInvite, match="closed"):
        invitations.invite(email=person.email, invited_by=None)


def test_the_command_prints_a_link_and_a_code_that_work(client):
    Group.objects.create(name="Writers")
    out = io.StringIO()
    call_command("invite", "writer@example.org", "--group", "Writers", "--name", "Esi", stdout=out)
    link = re.search(r"http\S+", out.getvalue()).group()
    code = re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", out.getvalue().splitlines()[1]).group()

    answer = client.post(link.removeprefix("http://127.0.0.1:8000"), {"code": code})

    assert answer.status_code == 302
    assert User.objects.get(email="writer@example.org").groups.get().name == "Writers"


def test_the_command_names_the_groups_there_are():
    Group.objects.all().delete()
    Group.objects.create(name="Writers")

    with pytest.raises(CommandError, match="There are: Writers"):
        call_command("invite", "writer@example.org", "--group", "Writrs")

    assert not User.objects.exists()
