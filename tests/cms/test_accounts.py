"""The accounts screens: administrators only, and an invitation in place of a password."""

from __future__ import annotations

import re

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client

from portal.cms import starting
from portal.core.models import Invitation, User
from tests.factories.accounts import UserFactory, sign_in_fully

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator(client):
    person = UserFactory(is_superuser=True)
    sign_in_fully(client, person)
    return person


@pytest.fixture
def editor():
    group = Group.objects.create(name="Writers")
    group.permissions.set(Permission.objects.all())  # all that a group can be given
    person = UserFactory()
    person.groups.add(group)
    return person


def test_an_administrator_invites_a_person_from_the_cms(client, administrator):
    group = Group.objects.create(name="Writers")

    page = client.post(
        "/cms/users/new/",
        {"email": "Esi@example.org", "name": "Esi (invented)", "groups": [group.pk]},
    ).content.decode()

    code = re.search(r"<code>([A-Z0-9]{4}-[A-Z0-9]{4})</code>", page).group(1)
    path = re.search(r"http://127.0.0.1:8000(/invitation/[^<]+)", page).group(1)
    assert Client().post(path, {"code": code}).status_code == 302
    assert Invitation.objects.get().invited_by == administrator
    assert User.objects.get(email="esi@example.org").groups.get() == group


def test_a_closed_account_is_refused_with_what_was_typed_still_there(client, administrator):
    closed = UserFactory(is_active=False)

    page = client.post("/cms/users/new/", {"email": closed.email, "name": "Kept"}).content.decode()

    assert "closed" in page
    assert 'value="Kept"' in page


@pytest.mark.parametrize(
    "address",
    ["", "new/", "edit/{}/", "delete/{}/", "history/{}/"],
    ids=lambda text: text or "list",
)
@pytest.mark.parametrize("method", ["get", "post"])
def test_no_group_lets_an_editor_look_after_accounts(client, editor, address, method):
    sign_in_fully(client, editor)
    other = UserFactory()

    response = getattr(client, method)(
        "/cms/users/" + address.format(other.pk), {"email": other.email, "is_superuser": "on"}
    )

    assert response.status_code in (302, 403)
    assert not User.objects.filter(is_superuser=True).exists()
    assert not Invitation.objects.exists()


@pytest.mark.parametrize("action", ["assign_role", "delete", "set_active_state"])
def test_no_group_lets_an_editor_change_accounts_in_bulk(client, editor, action):
    sign_in_fully(client, editor)
    other = UserFactory()

    client.post(
        f"/cms/bulk/core/user/{action}/?id={other.pk}",
        {"role": editor.groups.get().pk, "mark_as_active": ""},
    )

    other.refresh_from_db()
    assert other.is_active
    assert not other.groups.exists()


def test_an_account_is_closed_and_never_deleted(client, administrator):
    other = UserFactory()
    elsewhere = sign_in_fully(Client(), other)

    client.post(f"/cms/users/delete/{other.pk}/")
    client.post(f"/cms/bulk/core/user/delete/?id={other.pk}")
    assert User.objects.filter(pk=other.pk).exists()
    client.post(f"/cms/users/edit/{other.pk}/", {"email": other.email, "name": "Kofi"})

    other.refresh_from_db()
    assert (other.is_active, other.name) == (False, "Kofi")
    assert elsewhere.get("/account/devices/").status_code == 302


def test_an_administrator_sets_no_password_for_anybody(client, administrator):
    other = UserFactory()
    before = other.password

    client.post(
        f"/cms/users/edit/{other.pk}/",
        {
            "email": other.email,
            "name": "Kofi",
            "is_active": "on",
            "password1": "violet ladder hums at noon",
            "password2": "violet ladder hums at noon",
        },
    )

    other.refresh_from_db()
    assert other.password == before


def test_a_person_changes_how_colleagues_see_them_and_nothing_more(client, administrator):
    page = client.get("/cms/account/").content.decode()

    assert 'name="name_email-name"' in page
    assert "email-email" not in page
    assert "password" not in page.split("<main")[1].lower()


@pytest.mark.parametrize(
    ("script", "name", "values"),
    [
        ('new PageChooser("id_a", {"x": null});', "PageChooser", '["id_a", {"x": null}]'),
        ('createTaskChooser("id_b");', "createTaskChooser", '["id_b"]'),
    ],
)
def test_a_widgets_call_becomes_data(script, name, values):
    element = starting.start_element(script)

    assert f'data-start="{name}"' in element
    assert values.replace('"', "&quot;") in element


@pytest.mark.parametrize("script", ["alert(1); new A(1);", "a.b()", 'new A("x", y)'])
def test_a_script_of_another_kind_is_not_turned_into_data(script):
    with pytest.raises(ValueError):
        starting.start_element(script)
