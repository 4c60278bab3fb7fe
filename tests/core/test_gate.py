"""What a password alone opens: nothing. Asked of every address of the portal there is."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.test import Client, RequestFactory

from portal.core import gate, sessions
from portal.core.models import User
from tests.addresses import every_address
from tests.factories.accounts import UserFactory, give_password_only, sign_in_fully

ROOT = Path(__file__).resolve().parents[2]
ALL = every_address()
BEHIND_THE_GATE = [address for address in ALL if address.startswith(settings.GATE_PREFIXES)]


def test_the_cms_has_been_found():
    assert len(BEHIND_THE_GATE) > 150
    assert "/cms/users/" in BEHIND_THE_GATE


def test_at_most_six_views_are_let_through():
    assert len(settings.GATE_OPEN_NAMES) <= 6


def assert_closed(client, method):
    opened = {}
    for address in BEHIND_THE_GATE:
        response = getattr(client, method)(address)
        is_closed = response.status_code == 403 or (
            response.status_code == 302 and response.url.startswith("/sign-in/")
        )
        if not is_closed:
            opened[address] = response.status_code
    assert opened == {}


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_opens_an_address_behind_the_gate(client, method):
    assert_closed(client, method)


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_password_alone_opens_no_address_behind_the_gate(client, method):
    give_password_only(client, UserFactory(is_superuser=True, with_phone=True))

    assert_closed(client, method)


@pytest.mark.django_db
@pytest.mark.parametrize("scheme", ["Basic", "Bearer", "Token"])
def test_no_header_is_a_second_door(client, scheme):
    UserFactory(email="root@example.org", is_superuser=True)

    response = client.get("/cms/", headers={"authorization": f"{scheme} cm9vdDpyb290"})

    assert response.status_code == 302


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/cms/no-such-page/", "/cms/..%2f", "/cms//", "/account/none/"]
)
def test_an_unknown_address_behind_the_gate_is_closed_too(client, address):
    assert client.get(address).status_code == 302


@pytest.mark.django_db
def test_a_script_is_told_to_stop_instead_of_being_sent_to_a_page(client):
    response = client.get("/cms/", headers={"x-requested-with": "XMLHttpRequest"})

    assert response.status_code == 403


@pytest.mark.django_db
def test_both_factors_open_the_cms_and_nothing_of_it_is_kept_by_a_cache(client):
    sign_in_fully(client, UserFactory(is_superuser=True))

    response = client.get("/cms/")

    assert response.status_code == 200
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_the_cms_has_no_sign_in_and_no_password_reset_of_its_own(client):
    sign_in_fully(client, UserFactory(is_superuser=True))

    assert client.get("/cms/login/").url == "/cms/"
    assert client.get("/cms/password_reset/").status_code == 404
    assert client.get("/cms/password_reset/confirm/a/b/").status_code == 404
    assert client.get("/cms/logout/").status_code == 405


def test_the_cms_offers_no_programming_interface_to_outsiders():
    assert not {"wagtail.api.v2", "wagtail.api.v3", "rest_framework.authtoken"} & set(
        settings.INSTALLED_APPS
    )
    assert not [address for address in ALL if address.startswith(("/api/v2", "/api/v3", "/admin"))]


@pytest.mark.django_db
def test_a_view_outside_the_gate_meets_nobody_until_both_factors_are_given(client):
    person = UserFactory(is_superuser=True, with_phone=True)
    give_password_only(client, person)

    request = client.get("/health/live").wsgi_request

    assert not request.user.is_authenticated
    assert request.account == person


def test_the_gate_stays_closed_where_the_second_factor_cannot_be_asked_for():
    class Account(AnonymousUser):
        is_authenticated = True

    request = RequestFactory().get("/cms/")
    request.session = {sessions.VERIFIED_AT: 1.0}

    assert not gate.is_fully_signed_in(request, Account())


@pytest.mark.django_db
def test_an_account_closed_meanwhile_is_out_at_the_next_request(client):
    person = UserFactory(is_superuser=True)
    sign_in_fully(client, person)
    assert client.get("/cms/").status_code == 200

    User.objects.filter(pk=person.pk).update(is_active=False)

    assert client.get("/cms/").status_code == 302


@pytest.mark.django_db
def test_a_demo_account_is_nobody_outside_a_demo(client, settings):
    person = UserFactory(is_superuser=True, demo_role="editor")
    sign_in_fully(client, person)

    settings.DEMO_MODE = False

    assert client.get("/cms/").status_code == 302
    assert give_password_only(Client(), person).get("/sign-in/code/").status_code == 302


def test_no_code_of_ours_checks_a_second_factor_behind_the_lock():
    """`django_otp.verify_token()` locks the row; a device asked directly accepts a code twice."""
    guilty = []
    for path in (ROOT / "portal").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
                continue
            called, owner = node.func.attr, ast.unparse(node.func.value)
            if called == "match_token" or (called == "verify_token" and owner != "django_otp"):
                guilty.append(f"{path.name}:{node.lineno}")
    assert guilty == []
