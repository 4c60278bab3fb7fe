"""What every answer tells the browser: pages, redirects, errors, files."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import include, path
from django.views.decorators.http import require_POST

from tests.addresses import every_address
from tests.factories.accounts import PASSWORD, UserFactory, sign_in_fully

pytestmark = pytest.mark.django_db

PORTAL_POLICY = (
    "base-uri 'none'; connect-src 'self'; default-src 'none'; form-action 'self'; "
    "frame-ancestors 'none'; img-src 'self' data:; manifest-src 'self'; script-src 'self'; "
    "style-src 'self'"
)
CMS_POLICY = (
    "base-uri 'none'; connect-src 'self'; default-src 'none'; font-src 'self'; "
    "form-action 'self'; frame-ancestors 'self'; frame-src 'self'; img-src 'self' data: blob:; "
    "script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'"
)
OPEN_DATA = ("/api/", "/feeds/")
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
}


def secret(kind):
    def view(request):
        child = "Ama of the lake"
        raise kind(f"about {child}")

    return view


urlpatterns = [
    path("breaks/", secret(ValueError)),
    path("database-away/", secret(OperationalError)),
    path("forbidden/", secret(PermissionDenied)),
    path("suspicious/", secret(SuspiciousOperation)),
    path("big/", secret(RequestDataTooBig)),
    path("only-post/", require_POST(lambda request: HttpResponse())),
    path("gone/", lambda request: HttpResponse(status=410)),
    path("api/breaks/", secret(ValueError)),
    path("", include("portal.urls.portal")),
]
handler400 = "portal.core.errors.bad_request"
handler403 = "portal.core.errors.permission_denied"
handler404 = "portal.core.errors.page_not_found"
handler500 = "portal.core.errors.server_error"

ERRORS = {
    "/breaks/": 500, "/database-away/": 503, "/forbidden/": 403, "/suspicious/": 400,
    "/big/": 413, "/only-post/": 405, "/gone/": 410, "/no/such/page/": 404,
}  # fmt: skip


@pytest.fixture
def own_urls():
    with override_settings(ROOT_URLCONF=__name__):
        yield Client(raise_request_exception=False)


def policy_of(address):
    return CMS_POLICY if address.startswith("/cms/") else PORTAL_POLICY


def faults(address, response):
    wanted = {
        **ALWAYS,
        "Content-Security-Policy": policy_of(address),
        "Referrer-Policy": "same-origin" if "po_csrf" in response.cookies else "no-referrer",
    }
    found = {name: response.headers.get(name) for name in wanted}
    if "camera=()" not in response.headers.get("Permissions-Policy", ""):
        yield address, "Permissions-Policy"
    for name, value in wanted.items():
        if found[name] != value and not says_otherwise_rightly(address, response, name):
            yield address, name, found[name]


def says_otherwise_rightly(address, response, name):
    """Open data may be read by any site; a file says of itself that nothing in it may run."""
    value = response.headers.get(name, "")
    if name == "Cross-Origin-Resource-Policy":
        return value == "cross-origin" and address.startswith(OPEN_DATA)
    return name == "Content-Security-Policy" and "sandbox" in value


def test_every_address_sends_the_headers_to_nobody(client):
    client.raise_request_exception = False

    wrong = [fault for address in every_address() for fault in faults(address, client.get(address))]

    assert wrong == []


def test_the_whole_cms_sends_its_policy_to_an_administrator(client):
    client.raise_request_exception = False
    sign_in_fully(client, UserFactory(is_superuser=True))
    addresses = [a for a in every_address() if a.startswith("/cms/") and "logout" not in a]

    wrong = [fault for address in addresses for fault in faults(address, client.get(address))]

    assert wrong == []


@pytest.mark.parametrize(("address", "status"), ERRORS.items())
def test_an_error_has_its_page_its_status_and_the_headers(own_urls, address, status, caplog):
    response = own_urls.get(address)

    assert response.status_code == status
    assert list(faults(address, response)) == []
    assert b"<h1" in response.content
    assert "Ama" not in response.content.decode() + caplog.text


def test_a_fault_is_noted_by_number_and_place_without_a_value(own_urls, caplog):
    response = own_urls.get("/breaks/")

    (line,) = [record for record in caplog.records if record.message == "request failed"]
    assert line.error_id in response.content.decode()
    assert line.error == "ValueError"
    assert any("tests/core/test_headers.py" in frame for frame in line.where)
    assert "Ama" not in repr(line.__dict__.get("where"))


def test_a_program_gets_a_fault_as_problem_json(own_urls):
    response = own_urls.get("/api/breaks/")

    assert response.headers["Content-Type"] == "application/problem+json"
    assert response.json()["status"] == 500


def test_a_page_with_a_form_lets_the_browser_say_where_the_form_came_from(client):
    """`no-referrer` makes a browser send `Origin: null` with the form, and it is refused."""
    page = client.get("/sign-in/")

    assert page.headers["Referrer-Policy"] == "same-origin"
    assert client.get("/health/live").headers["Referrer-Policy"] == "no-referrer"


def test_a_static_file_sends_the_headers(client, settings, tmp_path):
    (tmp_path / "a.css").write_text("a{}")
    settings.STATIC_ROOT = tmp_path

    response = Client().get("/static/a.css")

    assert response.status_code == 200
    assert list(faults("/static/a.css", response)) == []
    response.close()


@pytest.mark.parametrize("sent_by", ["cross-site", "same-site"])
def test_a_form_sent_by_another_sites_page_is_refused(client, sent_by):
    person = UserFactory()
    sign_in_fully(client, person)

    response = client.post("/sign-out/", headers={"sec-fetch-site": sent_by})

    assert response.status_code == 403
    assert person.sessions.exists()


@pytest.mark.parametrize("address", ["/sign-in/", "/sign-out/", "/cms/account/"])
def test_a_form_without_its_token_is_refused_and_says_what_to_do(address):
    careful = Client(enforce_csrf_checks=True)
    sign_in_fully(careful, UserFactory(is_superuser=True))

    response = careful.post(address, {})

    assert response.status_code == 403
    assert "reload the page" in response.content.decode()


COOKIES = """
import django
from django.conf import settings
django.setup()
names = ("SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE",
         "SESSION_COOKIE_DOMAIN", "SESSION_COOKIE_PATH", "SESSION_COOKIE_SAMESITE")
print(*(getattr(settings, name) for name in names))
"""


@pytest.mark.parametrize(
    ("site", "cookies"),
    [
        ("portal", "__Host-po_session __Host-po_csrf True True None / Lax"),
        ("casework", "__Host-cb_session __Host-cb_csrf True True None / Strict"),
    ],
)
def test_outside_a_demo_cookies_are_bound_to_the_host(site, cookies, tmp_path):
    environment = {
        **os.environ,
        "HARBOUR_DATA": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": f"portal.settings.{site}",
        "CASEWORK_SECRET_KEY": "for this test only",
        "CASEWORK_SEED_KEY": "for this test only",
    }

    done = subprocess.run(
        [sys.executable, "-c", COOKIES], env=environment, capture_output=True, text=True, check=True
    )

    assert done.stdout.split() == cookies.split()


def test_every_cookie_is_closed_to_scripts(client):
    person = UserFactory()
    client.get("/sign-in/")
    client.post("/sign-in/", {"email": person.email, "password": PASSWORD})

    assert set(client.cookies) == {"po_session", "po_csrf"}
    for cookie in client.cookies.values():
        assert cookie["httponly"], cookie.key
        assert cookie["samesite"] == "Lax"
        assert not cookie["domain"]
