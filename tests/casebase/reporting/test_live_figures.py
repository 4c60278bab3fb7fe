"""Today's rows of a quarter are those that would be frozen today, before and after the freezing."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection

from casebase.registry.models import StatusDecision
from casebase.reporting.periods import Period
from casebase.reporting.services import freeze
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.reporting.scene import ACTUAL, child, counters, decided, recorded

pytestmark = pytest.mark.django_db(databases="__all__")
WINTER, SPRING, SUMMER = Period(2026, 1), Period(2026, 2), Period(2026, 3)
IN_SPRING, IN_SUMMER = dt.date(2026, 5, 4), dt.date(2026, 8, 3)
AFTER_THE_FREEZING = dt.date(2030, 1, 1)
MUCH_LATER = dt.datetime(2030, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def officer():
    return counters()["officer"]


def live(officer, period):
    """How many rows of each kind a period has today."""
    people.bound(officer)
    found = []
    with connection.cursor() as cursor:
        for fact in ("episode", "finaldecision", "openedcase"):
            cursor.execute(f"SELECT count(*) FROM reporting_live_{fact}(%s)", [period.code])
            found.append(cursor.fetchone()[0])
    return found


def test_what_waits_for_its_own_quarter_is_not_late_in_the_next(worker, officer):
    freeze.freeze(viewer=people.bound(officer), period=WINTER)
    case = child(worker, IN_SPRING)
    recorded(case, AFTER_THE_FREEZING)
    decision = decided(case, worker, ACTUAL, IN_SPRING)
    with as_owner():
        StatusDecision.objects.filter(pk=decision.pk).update(recorded_at=MUCH_LATER)

    assert live(officer, SPRING) == [1, 1, 1]
    assert live(officer, SUMMER) == [0, 0, 0]


def test_what_came_late_stays_in_the_live_rows_once_they_are_frozen(worker, officer):
    freeze.freeze(viewer=people.bound(officer), period=SPRING)
    recorded(child(worker, IN_SPRING), AFTER_THE_FREEZING)
    child(worker, IN_SUMMER)
    before = live(officer, SUMMER)

    freeze.freeze(viewer=people.bound(officer), period=SUMMER)

    assert before == [2, 0, 2]
    assert live(officer, SUMMER) == before
