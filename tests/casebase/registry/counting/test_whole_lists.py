"""No list of counting once ends in silence: it says how much there is, and leads to all of it."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest
from django.test import Client
from django.utils import timezone

from casebase.access.enums import Purpose, Role
from casebase.registry.models import AccessRequest, Person, PossibleDouble
from casebase.registry.queries import operation_view
from casebase.registry.services.plan_operation import open_operation
from casebase.registry.services.register_child import register_child
from portal.core.models import Region
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import intake, registered

pytestmark = pytest.mark.django_db(databases="__all__")
DAY = dt.date(2026, 10, 1)


def next_page(client: Client, address: str, page: str) -> str:
    (link,) = re.findall(r'href="(\?[^"]*after=[^"]+)" rel="next"', page)
    return client.get(address + html.unescape(link)).content.decode()


def test_the_request_that_waits_longest_is_answered_first_and_none_is_cut_off():
    officer, asker = people.member(Role.DESK_OFFICER), people.member()
    first = timezone.now() - dt.timedelta(days=40)
    with as_owner():
        made = [
            AccessRequest.objects.create(
                purpose=Purpose.CARE,
                asked_by=asker.user,
                from_desk_id=asker.desk_id,
                to_desk_id=officer.desk_id,
                asked_at=first + dt.timedelta(days=number),
            )
            for number in range(27)
        ]
    client = people.sign_in(Client(), officer)
    page = client.get("/access-requests/").content.decode()
    rest = next_page(client, "/access-requests/", page)

    shown = [re.findall(r"/access-requests/([0-9a-f-]{36})/", text) for text in (page, rest)]
    assert [*shown[0], *shown[1]] == [str(one.pk) for one in made]
    assert "25 of 27" in page


def test_an_answer_stays_new_until_its_desk_has_read_it():
    officer, asker = people.member(Role.DESK_OFFICER), people.member()
    with as_owner():
        for number in range(26):
            AccessRequest.objects.create(
                purpose=Purpose.CARE, asked_by=asker.user, from_desk_id=asker.desk_id,
                to_desk_id=officer.desk_id, state="declined", refusal="no_need",
                decided_by=officer.user, asked_at=timezone.now() - dt.timedelta(days=number),
            )  # fmt: skip
    client = people.sign_in(Client(), asker)
    page = client.get("/access-requests/").content.decode()
    rest = next_page(client, "/access-requests/", page)

    assert page.count("New answer") == 25
    assert rest.count("New answer") == 1


def test_the_likeliest_pair_stands_first_and_one_without_a_score_last():
    tidier = people.member(Role.DATA_MANAGER)
    people.bound(tidier)
    cases = [registered(tidier) for _ in range(4)]
    with as_owner():
        PossibleDouble.objects.all().delete()
        for other, score in zip(cases[1:], (None, 9, 15), strict=True):
            one, two = sorted((cases[0].person_id, other.person_id))
            PossibleDouble.objects.create(
                one_id=one, other_id=two, found_by="token" if score is None else "score",
                score=score,
            )  # fmt: skip
    page = people.sign_in(Client(), tidier).get("/doubles/").content.decode()

    places = [page.index(cases[number].reference) for number in (3, 2, 1)]
    assert places == sorted(places)


def test_an_operation_counts_a_child_once_however_many_cases_it_has():
    worker = people.bound(people.member(Role.POLICE_INVESTIGATOR))
    operation = open_operation(
        viewer=worker, starts_on=DAY, today=DAY, region=Region.objects.get(code="oti"),
        landing_site="Beach",
    )  # fmt: skip
    cases = [register_child(viewer=worker, intake=intake(), operation=operation) for _ in range(3)]
    with as_owner():
        Person.objects.filter(pk=cases[0].person_id).update(resolved_into=cases[1].person_id)
    seen = operation_view(operation, worker)
    page = people.sign_in(Client(), worker).get(f"/operations/{operation.reference}/")

    assert (len(seen.cases), seen.children) == (3, 2)
    assert "2 registered that you may see" in page.content.decode()
