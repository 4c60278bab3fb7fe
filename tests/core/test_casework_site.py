"""The casework site with the same sign-in, without Wagtail and without the portal's furniture."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys

import pytest

SCRIPT = """
import django, json, sys
django.setup()
from django.conf import settings
from django.test import Client
client = Client(raise_request_exception=False, headers={"host": "127.0.0.1"})
answers = {}
for address in sys.argv[1:]:
    response = client.get(address)
    answers[address] = [response.status_code, response.headers.get("Location", ""),
                        response.headers.get("Content-Security-Policy"), response.content.decode()]
answers["modules"] = sorted(name for name in sys.modules if name.split(".")[0] == "wagtail")
answers["cookies"] = sorted(client.cookies)
print(json.dumps(answers))
"""
POLICY = (
    "base-uri 'none'; connect-src 'self'; default-src 'none'; form-action 'self'; "
    "frame-ancestors 'none'; "
    "img-src 'self'; require-trusted-types-for 'script'; script-src 'self'; style-src 'self'"
)
ADDRESSES = ["/sign-in/", "/health/live", "/cases/", "/no/such/page/", "/cms/", "/account/devices/"]


@pytest.fixture(scope="module")
def answers(tmp_path_factory, django_db_setup):
    """What the site answers to nobody, from a process of its own."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "portal.settings.casework",
        "CASEWORK_SECRET_KEY": "for tests only; long enough for the check of Django, really",
        "CASEWORK_SEED_KEY": base64.b64encode(bytes(32)).decode(),
        "CASEBASE_DATABASE_URL": os.environ["HARBOUR_TEST_URL"],
        "HARBOUR_DATA": str(tmp_path_factory.mktemp("casework")),
        "HARBOUR_DEMO": "1",
    }
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "-v0"]
    subprocess.run(collect, env=environment, check=True)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *ADDRESSES],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return json.loads(done.stdout.splitlines()[-1])


def test_the_sign_in_page_stands_on_its_own(answers):
    status, _, policy, page = answers["/sign-in/"]

    assert status == 200
    assert policy == POLICY
    assert 'name="email"' in page
    assert 'name="password"' in page
    assert answers["cookies"] == ["cb_csrf"]


@pytest.mark.parametrize("address", ["/cases/", "/no/such/page/", "/cms/", "/account/devices/"])
def test_everything_else_asks_for_a_person(answers, address):
    status, location, _, _ = answers[address]

    assert status == 302
    assert location.startswith("/sign-in/?next=")


def test_the_health_page_is_open(answers):
    assert answers["/health/live"][0] == 200


def test_nothing_of_wagtail_is_loaded(answers):
    assert answers["modules"] == []
