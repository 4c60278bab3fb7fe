"""The invented world enters by the doors of caseworkers, once, sealed and recorded."""

from __future__ import annotations

import datetime as dt
from collections import Counter

import pytest
from django.db import connection, connections, transaction
from django.utils import timezone

from casebase.access.binding import bind
from casebase.registry.models import Case, Note, Operation
from casebase.registry.synthetic import stories
from casebase.registry.synthetic.desks import Owner, ensure_people
from casebase.registry.synthetic.settle import session_of, settle
from casebase.registry.synthetic.world import World, invented_world
from casebase.vault.services import case_key
from portal.core.models import User
from tests.casebase.database import as_owner

pytestmark = pytest.mark.django_db(databases=["default", "audit", "keystore"])


@pytest.fixture(scope="module")
def world() -> World:
    return invented_world(seed=3, until=dt.date(2026, 6, 30), children=14, operations=3)


@pytest.fixture
def owners() -> dict[str, Owner]:
    with as_owner():
        return ensure_people()


@pytest.fixture
def made(world, owners) -> int:
    return settle(world, owners, say=lambda _text: None)


def test_a_second_load_makes_nothing(world, owners, made):
    assert made == len(world.cases)

    assert settle(world, owners, say=lambda _text: None) == 0

    with as_owner():
        assert (Case.objects.count(), Operation.objects.count()) == (made, 3)


def test_a_desk_sees_its_own_cases_and_no_other(world, owners, made):
    expected = Counter(case.desk for case in world.cases)
    desk = min(expected)

    with transaction.atomic():
        bind(session_of(User.objects.get(pk=owners[desk].user_id)).session_key)
        seen = set(Case.objects.values_list("desk__code", flat=True))
        number = Case.objects.count()

    assert (seen, number) == ({desk}, expected[desk])


def test_a_case_of_an_operation_hangs_from_it_whichever_desk_wrote_it(world, made):
    with as_owner():
        hanging = Case.objects.exclude(operation=None).count()

    assert hanging == sum(case.operation is not None for case in world.cases)


def test_names_lie_sealed(world, made):
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT string_agg(i::text, ' ') FROM registry_identity i")
        (stored,) = cursor.fetchone()

    for case in world.cases:
        name = case.record.given_name
        assert name.encode().hex() not in stored
        assert name not in stored


def test_every_case_is_in_the_trail(made):
    with as_owner():
        cases = set(Case.objects.values_list("pk", flat=True))

    with as_owner("audit"), connections["audit"].cursor() as cursor:
        cursor.execute("SELECT unnest(case_ids) FROM audit_entry WHERE action = 'case.registered'")
        recorded = {row[0] for row in cursor.fetchall()}

    assert cases == recorded


def test_every_case_has_a_note_that_says_it_is_invented(made):
    with as_owner():
        notes = list(Note.objects.all())
        cases = set(Case.objects.values_list("pk", flat=True))

    marked = {
        note.case_id
        for note in notes
        if note.opened(case_key(note.case_id), "text")["text"].startswith(stories.MARK)
    }

    assert marked == cases


def test_a_case_has_the_dates_of_its_story(world, made):
    stories_days = Counter(case.identified_on for case in world.cases)

    with as_owner():
        days = Counter(timezone.localtime(case.created_at).date() for case in Case.objects.all())

    assert days == stories_days
