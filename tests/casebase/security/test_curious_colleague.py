"""A colleague of another desk with a browser: what is not theirs answers as what is not there."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, reverse

from casebase.access.checks import patterns
from casebase.access.enums import Role
from casebase.registry.codes import references
from tests.casebase import people
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")
VALUES = {"number": 1, "card": "plan", "ticket": "x", "link_id": "0" * 32}


def addresses(reference: str) -> list[str]:
    """Every address that names a case."""
    found = []
    for pattern in patterns(get_resolver()):
        names = set(pattern.pattern.converters)
        if "reference" not in names or "cases/" not in str(pattern.pattern):
            continue
        values = {name: VALUES[name] for name in names - {"reference"}}
        try:
            found.append(reverse(pattern.name, kwargs={"reference": reference, **values}))
        except NoReverseMatch:
            continue
    return found


def bare(answer, reference: str) -> tuple:
    """The answer without what is new in every one: its number, the form's token."""
    body = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", answer.content.decode())
    own = {"Content-Length", "Expires"}  # of the reference in the address, and of the second
    headers = {name: value for name, value in answer.items() if name not in own}
    return answer.status_code, body.replace(reference, "REFERENCE"), headers


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.SUPERVISOR])
def test_a_case_of_others_and_no_case_at_all_answer_the_same(method, role):
    theirs = registered(people.bound(people.member())).reference
    absent = references.draw()
    client = people.sign_in(Client(), people.member(role))
    pages = list(zip(addresses(theirs), addresses(absent), strict=True))

    assert len(pages) >= 20
    for foreign, nothing in pages:
        one, other = getattr(client, method)(foreign), getattr(client, method)(nothing)
        assert bare(one, theirs) == bare(other, absent), foreign
        assert one.status_code in (403, 404, 405), foreign


@pytest.mark.parametrize(
    "wanted", ["//evil.example/", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_no_sign_in_leads_to_another_site(wanted):
    client = people.sign_in(Client(), people.member())

    answer = client.get("/sign-in/", {"next": wanted})

    assert answer.status_code == 302
    assert answer["Location"] == "/"


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "testserver@evil"])
def test_another_host_gets_no_page(host):
    assert Client(headers={"host": host}).get("/sign-in/").status_code == 400


def test_every_page_of_a_case_is_kept_by_no_browser():
    viewer = people.member(Role.SUPERVISOR)
    case = registered(people.bound(viewer))
    client = people.sign_in(Client(), viewer)

    for address in addresses(case.reference):
        assert "no-store" in client.get(address)["Cache-Control"], address
