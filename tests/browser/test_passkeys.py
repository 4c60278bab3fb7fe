"""Passkeys in a real browser, under the real policy: made, used, and given again for a step-up."""

from __future__ import annotations

import pytest

from portal.core.models import TotpDevice
from tests.browser.look import keep_picture
from tests.factories.accounts import PASSWORD, UserFactory, code_now

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def person():
    return UserFactory(with_phone=True)


@pytest.fixture
def address(live_server, settings):
    settings.OTP_WEBAUTHN_ALLOWED_ORIGINS = [live_server.url]
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = False
    return live_server.url


@pytest.fixture
def security_key(reader):
    """A key of Chromium's own making, plugged into the reader's browser."""
    devtools = reader.context.new_cdp_session(reader)
    devtools.send("WebAuthn.enable")
    options = {
        "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
        "hasUserVerification": True, "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }  # fmt: skip
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def give_password(page, address, person):
    page.goto(f"{address}/sign-in/?next=/account/devices/")
    page.get_by_label("E-mail address").fill(person.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.locator("main button[type=submit]").click()


def type_code(page, person, button):
    TotpDevice.objects.filter(user=person).update(last_step=-1)  # a minute later
    page.get_by_label("One-time code").fill(code_now(person))
    page.get_by_role("button", name=button).click()


def test_a_passkey_is_made_and_used(reader, width, address, person, security_key):
    complaints = []
    reader.on("pageerror", lambda error: complaints.append(str(error)))
    reader.on("console", lambda line: complaints.append(line.text))

    give_password(reader, address, person)
    type_code(reader, person, "Sign in")
    reader.get_by_role("link", name="Your passkeys").click()
    reader.get_by_label("A name for this passkey").fill("Blue key")
    keep_picture(reader, f"passkeys-none-{width}")
    reader.get_by_role("button", name="Add a passkey").click()
    reader.get_by_text("To change your passkeys").wait_for()
    keep_picture(reader, f"step-up-{width}")
    type_code(reader, person, "Go on")
    reader.get_by_role("term").get_by_text("Blue key").wait_for()
    keep_picture(reader, f"passkeys-{width}")
    reader.get_by_role("link", name="Your account").click()
    reader.get_by_role("button", name="Sign out here").click()

    give_password(reader, address, person)
    keep_picture(reader, f"sign-in-code-{width}")
    reader.get_by_role("button", name="Use a passkey").click()
    reader.get_by_role("heading", name="Where you are signed in").wait_for()
    reader.get_by_role("link", name="Your passkeys").click()
    reader.get_by_role("button", name="Remove Blue key").click()
    reader.get_by_role("button", name="Use a passkey").click()
    reader.wait_for_url("**/sign-in/**")  # the session was opened with the key that is gone

    refused = [line for line in complaints if "Content Security Policy" in line or "Error:" in line]
    assert refused == []


def test_without_the_key_the_page_says_what_else_there_is(reader, address, person):
    give_password(reader, address, person)
    type_code(reader, person, "Sign in")
    reader.goto(f"{address}/account/passkeys/")
    reader.evaluate(
        "() => { navigator.credentials.create = () => Promise.reject(new Error('no')); }"
    )

    reader.get_by_role("button", name="Add a passkey").click()

    reader.get_by_text("The passkey was not used").wait_for()


def test_without_javascript_the_code_alone_is_asked_for(chromium, address, person):
    from tests.browser import site as sites

    page = sites.open_page(chromium, 360, javascript=False)
    give_password(page, address, person)

    assert page.get_by_role("button", name="Use a passkey").count() == 0
    type_code(page, person, "Sign in")
    page.get_by_role("heading", name="Where you are signed in").wait_for()
    page.context.close()
