"""The printable sheet: three levels, each marked with who prints it, each in the trail."""

from __future__ import annotations

import pytest
from django.db import connections

from casebase.access.enums import Role
from portal.core import step_up
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import IDENTITY, registered

pytestmark = pytest.mark.django_db(databases="__all__")

NAMES = tuple(IDENTITY.values())


@pytest.fixture
def case(worker):
    return registered(people.bound(worker), exploitation="ForcedLabour")


@pytest.fixture
def _stepped_up(monkeypatch):
    monkeypatch.setattr(step_up, "is_fresh", lambda *_given: True)


def actions():
    with as_owner("audit"), connections["audit"].cursor() as cursor:
        cursor.execute("SELECT action, result FROM audit_entry ORDER BY id DESC LIMIT 1")
        return cursor.fetchone()


@pytest.mark.parametrize("level", ["referral", "anonymised"])
def test_a_lower_level_names_nobody_and_is_marked(site, worker, case, level):
    page = site.get(f"/cases/{case.reference}/sheet/{level}/").content.decode()

    assert "Forced labour" in page
    assert f"{worker.user.get_full_name()}, " in page
    assert not [name for name in NAMES if name in page]
    assert actions() == (f"sheet.{level}", 200)


def test_the_anonymised_sheet_has_no_number_no_day_and_no_exact_age(site, case):
    page = site.get(f"/cases/{case.reference}/sheet/anonymised/").content.decode()
    sheet = page.split('<article class="sheet">')[1].split("</article>")[0]

    assert case.reference not in sheet
    assert "1 October" not in sheet
    assert "5 to 9" in sheet
    assert "October 2026, Oti Region" in sheet


def test_the_full_sheet_asks_for_a_reason_and_a_fresh_code(site, case):
    address = f"/cases/{case.reference}/sheet/full/"
    without = site.post(address, {"purpose": ""})
    asked = site.post(address, {"purpose": "care"})

    assert (without.status_code, asked.status_code) == (422, 403)
    assert b"print who this is" in asked.content
    assert not [name for name in NAMES if name.encode() in without.content + asked.content]


@pytest.mark.usefixtures("_stepped_up")
def test_the_full_sheet_carries_the_identity_and_stands_in_the_trail(site, case):
    site.post(f"/cases/{case.reference}/notes/", {"text": "He ate.", "sensitivity": "ordinary"})
    page = site.post(f"/cases/{case.reference}/sheet/full/", {"purpose": "care"}).content.decode()

    assert not [name for name in NAMES if name not in page]
    assert "He ate." in page
    assert actions() == ("sheet.full", 200)


def test_whoever_may_not_reveal_is_offered_no_full_sheet(client, case, worker):
    officer = people.member(Role.DIRECTOR)
    people.sign_in(client, officer)
    choice = client.get(f"/cases/{case.reference}/sheet/")

    assert b"Full sheet" not in choice.content
    assert (
        client.post(f"/cases/{case.reference}/sheet/full/", {"purpose": "care"}).status_code == 403
    )


def test_a_case_of_another_desk_prints_no_sheet(client, case):
    people.sign_in(client, people.member())

    for level in ("", "referral/", "anonymised/"):
        assert client.get(f"/cases/{case.reference}/sheet/{level}").status_code == 404
