"""Searching shows names of the own desk and asks other agencies: both cost something, always."""

from __future__ import annotations

import pytest
from django.db import connections
from django.test import Client
from django.utils.crypto import get_random_string

from casebase.access import harvest
from casebase.access.enums import Role
from casebase.access.models import Desk, UsageAlert
from casebase.access.viewer import Viewer
from casebase.registry.models import Case
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.people import used
from tests.casebase.registry.counting.children import FIRST, child_of
from tests.casebase.registry.counting.test_counting_once import typed

pytestmark = pytest.mark.django_db(databases="__all__")
NEW = "/cases/new/"


def spend_all_but_one(viewer: Viewer, budget: harvest.Budget) -> None:
    people.bound(viewer)
    for _ in range(budget.limit - 1):
        harvest.spend(viewer, budget)


def somebody_else() -> dict[str, object]:
    """A child of whom nothing can be asked elsewhere: no age."""
    name = get_random_string(9, "bdfgkmnprst").capitalize()
    return typed({**FIRST, "given_name": name, "other_names": ""}, age="not known")


def test_a_search_that_asks_nobody_elsewhere_is_counted_too():
    worker = people.member()
    spend_all_but_one(worker, harvest.SEARCHING)
    site = people.sign_in(Client(), worker)

    last, over = site.post(NEW, somebody_else()), site.post(NEW, somebody_else())

    assert (last.status_code, over.status_code) == (302, 429)
    page = over.content.decode()
    assert "You searched more than 30 times within a minute" in page
    assert "Totope" in page  # what was typed stays
    assert UsageAlert.objects.get().budget == "searching"
    assert site.post(NEW, somebody_else()).status_code == 429


def test_each_child_that_is_named_counts_as_revealed_once():
    worker = people.member()
    child_of(worker, FIRST)
    site = people.sign_in(Client(), worker)

    for _ in range(2):
        assert "Kodzo" in site.post(NEW, typed(FIRST)).content.decode()

    assert used(worker, harvest.REVEALING) == 1


def test_who_has_seen_too_many_names_registers_without_seeing_more():
    worker = people.member()
    case = child_of(worker, FIRST)
    site = people.sign_in(Client(), worker)
    spend_all_but_one(worker, harvest.REVEALING)
    harvest.spend(worker, harvest.REVEALING)

    page = site.post(NEW, form := typed(FIRST)).content.decode()
    shown = page.split('name="shown" value="')[1].split('"')[0]
    done = site.post(NEW, {**form, "shown": shown, "step": "new"})

    assert case.reference in page
    assert "Kodzo Agbesi</h3>" not in page
    assert "mother Afi" not in page.split('id="own"')[1]  # what was typed stands above
    assert UsageAlert.objects.get().budget == "revealing"
    assert done.status_code == 302


def test_who_has_no_desk_is_told_so_before_anything_is_searched():
    theirs = people.member()
    child_of(theirs, FIRST)
    supervisor = people.member(Role.SUPERVISOR)
    with as_owner():
        supervisor.user.membership.desk = None
        supervisor.user.membership.save()

    answer = people.sign_in(Client(), supervisor).post(NEW, typed(FIRST))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "You belong to no desk" in page
    assert Desk.objects.get(pk=theirs.desk_id).name not in page
    with as_owner():
        assert Case.objects.count() == 1


def test_equal_searches_leave_equal_hashes_and_no_word():
    worker = people.member()
    child_of(worker, FIRST)
    site = people.sign_in(Client(), worker)

    for texts in (FIRST, FIRST, {**FIRST, "given_name": "Kofi"}):
        site.post(NEW, typed(texts))

    with as_owner("audit"), connections["audit"].cursor() as cursor:
        cursor.execute("SELECT query_hash FROM audit_entry ORDER BY id DESC LIMIT 3")
        hashes = [bytes(row[0]) for row in reversed(cursor.fetchall())]
    assert hashes[0] == hashes[1] != hashes[2]
    assert all(len(each) == 16 for each in hashes)
