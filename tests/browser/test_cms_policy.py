"""The CMS in a real browser under its own policy: nothing of it is refused, and it works."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType
from django.test import Client
from playwright.sync_api import sync_playwright
from wagtail.models import Page, get_page_models

from tests.addresses import every_address
from tests.browser.site import launch
from tests.factories.accounts import UserFactory, sign_in_fully

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.django_db(transaction=True)]
NOTE_REFUSALS = """
window.refused = [];
document.addEventListener("securitypolicyviolation", (event) => window.refused.push(
    [event.effectiveDirective, event.blockedURI, event.sourceFile, event.lineNumber].join(" ")
));
"""


@pytest.fixture
def editor_page(live_server):
    client = sign_in_fully(Client(raise_request_exception=False), UserFactory(is_superuser=True))
    with sync_playwright() as playwright:
        browser = launch(playwright)
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        cookie = {"name": "po_session", "value": client.cookies["po_session"].value}
        context.add_cookies([{**cookie, "url": live_server.url}])
        context.add_init_script(NOTE_REFUSALS)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.client = client
        yield page
        browser.close()


def addresses_to_read(client):
    """Every page of the CMS that opens, and the editing form of every page type."""
    home = Page.objects.get(depth=2)
    addresses = {a for a in every_address() if a.startswith("/cms/") and "logout" not in a}
    addresses |= {f"/cms/pages/{home.pk}/", f"/cms/pages/{home.pk}/edit/"}
    for model in get_page_models():
        kind = ContentType.objects.get_for_model(model)
        if model is not Page:
            addresses.add(f"/cms/pages/add/{kind.app_label}/{kind.model}/{home.pk}/")
    for address in sorted(addresses):
        answer = client.get(address)
        is_page = "text/html" in answer.headers.get("Content-Type", "")
        if answer.status_code == 200 and is_page and b"<html" in answer.content:
            yield address


def test_no_page_of_the_cms_is_refused_anything(editor_page, live_server):
    found, faults = {}, {}
    editor_page.on("pageerror", lambda error: faults.setdefault(editor_page.url, str(error)))
    read = list(addresses_to_read(editor_page.client))

    for address in read:
        editor_page.goto(live_server.url + address, wait_until="load")
        editor_page.wait_for_timeout(150)
        if refused := editor_page.evaluate("window.refused"):
            found[address] = refused

    assert len(read) > 30
    assert found == {}
    assert faults == {}


def test_dates_and_choosers_start_without_an_inline_script(editor_page, live_server):
    editor_page.goto(live_server.url + "/cms/redirects/add/")
    editor_page.get_by_role("button", name="Choose a page").click()
    editor_page.get_by_role("dialog").get_by_role("heading", name="Choose a page").wait_for()
    chooser_was_refused = editor_page.evaluate("window.refused")

    editor_page.goto(live_server.url + "/cms/users/")
    picker = "jQuery('#id_last_login_0').data('xdsoft_datetimepicker')"
    editor_page.wait_for_function(f"Boolean({picker})")

    assert chooser_was_refused == []
    assert editor_page.evaluate("window.refused") == []
