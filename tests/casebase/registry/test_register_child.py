"""A child's records are written together, or none of them is."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, connection, transaction

from casebase.registry.codes import references
from casebase.registry.models import Case, Person
from casebase.vault.services import key_to_seal
from tests.casebase import people
from tests.casebase.registry.cases import registered

pytestmark = pytest.mark.django_db(databases="__all__")


def test_what_fails_in_the_middle_leaves_nothing(monkeypatch):
    viewer = people.bound(people.member())
    taken = registered(viewer)
    monkeypatch.setattr(references, "draw", lambda: taken.reference)

    with pytest.raises(IntegrityError), transaction.atomic():
        registered(viewer)

    assert Person.objects.count() == Case.objects.count() == 1


def test_a_failure_that_is_caught_lets_the_page_save_nothing(monkeypatch):
    """Half a child must not stay behind where a view goes on after the error."""
    viewer = people.bound(people.member())
    taken = registered(viewer)
    monkeypatch.setattr(references, "draw", lambda: taken.reference)

    with transaction.atomic():
        with pytest.raises(IntegrityError):
            registered(viewer)
        assert connection.needs_rollback


def test_a_key_just_drawn_is_at_hand_without_asking_for_it(django_assert_num_queries):
    case = registered(people.bound(people.member()))

    for alias in ("default", "keystore"):
        with django_assert_num_queries(0, using=alias):
            key = key_to_seal(case.pk)

    assert key.version == 1
