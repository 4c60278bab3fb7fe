"""A period is frozen once, in order, signed by somebody else, and stays what it was."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.forms.models import model_to_dict
from django.utils import timezone

from casebase.access.enums import Role
from casebase.registry.models import Case, Person
from casebase.reporting.models import Confirmation, FrozenPeriod, OpenedCase
from casebase.reporting.periods import Period
from casebase.reporting.services import freeze
from casebase.reporting.services.freeze import CannotFreeze
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.reporting.scene import (
    ACTUAL,
    NOT,
    child,
    counted_as_one,
    decided,
    desk_of,
    frozen_rows,
    recorded,
)

pytestmark = pytest.mark.django_db(databases="__all__")
SPRING, SUMMER = Period(2026, 2), Period(2026, 3)
IN_SPRING, IN_SUMMER = dt.date(2026, 5, 4), dt.date(2026, 8, 3)


def frozen(viewer, period=SUMMER):
    return freeze.freeze(viewer=people.bound(viewer), period=period)


def contents(rows):
    return [model_to_dict(row) for row in rows]


def test_a_child_registered_twice_is_frozen_as_one_person(worker, those):
    other = people.member(Role.CASEWORKER, desk_of("ngo-lake"))
    first, again = child(worker, IN_SUMMER), child(other, dt.date(2026, 8, 9))
    counted_as_one(again, first)

    persons = frozen(those["officer"])

    [episode] = frozen_rows("2026Q3")
    assert persons == 1
    assert (episode.cases, episode.records, sorted(episode.agencies)) == (
        2,
        2,
        ["ngo-lake", "police"],
    )
    assert episode.person_id == first.person_id


def test_whoever_is_found_to_be_no_victim_is_counted_but_not_in_the_cohort(worker, those):
    decided(child(worker, IN_SUMMER), worker, NOT, dt.date(2026, 9, 1))
    decided(child(worker, IN_SUMMER), worker, ACTUAL, dt.date(2026, 9, 1))

    persons = frozen(those["officer"])

    assert persons == 1
    assert len(frozen_rows("2026Q3")) == 2


def test_found_again_after_closure_is_another_episode_of_the_same_person(worker, those):
    first = child(worker, dt.date(2026, 7, 1))
    Case.objects.filter(pk=first.pk).update(closed_on=dt.date(2026, 7, 20), stage="closed")
    again = child(worker, dt.date(2026, 9, 1))
    counted_as_one(again, first)

    persons = frozen(those["officer"])

    assert persons == 1
    rows = [(row.episode, row.in_cohort) for row in frozen_rows("2026Q3")]
    assert sorted(rows) == [(1, True), (2, False)]


def test_what_comes_late_counts_in_the_next_period(worker, those):
    child(worker, IN_SPRING)
    frozen(those["officer"], SPRING)
    late = child(worker, IN_SPRING)
    recorded(late, dt.date(2030, 1, 1))
    child(worker, IN_SUMMER)

    frozen(people.bound(those["officer"]))

    rows = frozen_rows("2026Q2", "2026Q3")
    assert sorted((row.period, row.identified_on, row.is_late) for row in rows) == [
        ("2026Q2", IN_SPRING, False),
        ("2026Q3", IN_SPRING, True),
        ("2026Q3", IN_SUMMER, False),
    ]


def moved(case, to: dt.date):
    Case.objects.filter(pk=case.pk).update(identified_on=to)


def test_what_is_moved_into_a_frozen_period_counts_in_the_next_once(worker, those):
    case = child(worker, dt.date(2026, 10, 5))
    child(worker, IN_SPRING)
    frozen(those["officer"], SPRING)
    people.bound(worker)
    moved(case, IN_SPRING)

    frozen(people.bound(those["officer"]))

    assert [row.is_late for row in frozen_rows("2026Q3")] == [True]
    assert [row.case_id for row in frozen_rows("2026Q3", fact=OpenedCase)] == [case.pk]


def test_what_was_counted_under_its_former_day_is_not_counted_again(worker, those):
    case = child(worker, IN_SPRING)
    frozen(those["officer"], SPRING)
    people.bound(worker)
    moved(case, IN_SPRING - dt.timedelta(days=1))

    frozen(people.bound(those["officer"]))

    assert not list(frozen_rows("2026Q3"))


def test_a_frozen_period_stays_whatever_happens_to_the_records(worker, those):
    case = child(worker, IN_SUMMER)
    frozen(those["officer"])
    before = contents(frozen_rows("2026Q3"))

    people.bound(worker)
    Case.objects.filter(pk=case.pk).update(exploitation="SexualExploitation")
    Person.objects.filter(pk=case.person_id).update(sex="Female")
    child(worker, IN_SUMMER)

    people.bound(those["director"])
    assert contents(frozen_rows("2026Q3")) == before
    assert freeze.is_as_frozen(SUMMER)


def test_a_frozen_row_changed_in_the_database_is_found_and_not_signed(worker, those):
    child(worker, IN_SUMMER)
    frozen(those["officer"])
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE reporting_episode DISABLE TRIGGER USER")
        cursor.execute("UPDATE reporting_episode SET region = 'volta'")
        cursor.execute("ALTER TABLE reporting_episode ENABLE TRIGGER USER")

    with pytest.raises(CannotFreeze, match="not what was frozen"):
        freeze.sign(viewer=people.bound(those["director"]), period=SUMMER)

    assert not FrozenPeriod.objects.get().is_signed


@pytest.mark.parametrize(
    ("period", "why"),
    [(Period(2026, 4), "still open"), (Period(2026), "still open"), (Period(2025), "one after")],
)
def test_an_open_period_and_a_year_without_its_quarters_are_refused(those, period, why):
    with pytest.raises(CannotFreeze, match=why):
        frozen(those["officer"], period)

    assert FrozenPeriod.objects.count() == 0


def test_a_period_is_frozen_once_and_in_order(worker, those):
    frozen(those["officer"], Period(2025, 4))

    with pytest.raises(CannotFreeze, match="frozen already"):
        frozen(those["officer"], Period(2025, 4))
    with pytest.raises(CannotFreeze, match="one after the other"):
        frozen(those["officer"], SPRING)

    assert [one.code for one in FrozenPeriod.objects.all()] == ["2025Q4"]


def test_somebody_else_signs_and_only_once(those):
    frozen(those["director"])

    with pytest.raises(CannotFreeze, match="yourself"):
        freeze.sign(viewer=people.bound(those["director"]), period=SUMMER)
    freeze.sign(viewer=people.bound(those["deputy"]), period=SUMMER)
    with pytest.raises(CannotFreeze, match="signed already"):
        freeze.sign(viewer=people.bound(those["deputy"]), period=SUMMER)

    assert FrozenPeriod.objects.get().signed_by == those["deputy"].user


def test_a_year_is_its_four_signed_quarters(worker, those):
    for quarter in Period(2025).quarters:
        child(worker, quarter.starts_on)
        frozen(those["officer"], quarter)
        freeze.sign(viewer=people.bound(those["director"]), period=quarter)

    assert frozen(those["officer"], Period(2025)) == 4


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ME_VIEWER, Role.DIRECTOR}))
def test_nobody_else_freezes_not_even_in_the_database(role):
    viewer = people.bound(people.member(role))

    with pytest.raises(PermissionDenied):
        freeze.freeze(viewer=viewer, period=SUMMER)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT reporting_freeze('2026Q3')")

    assert FrozenPeriod.objects.count() == 0


def test_an_agency_confirms_its_own_part_once(those):
    supervisor = people.member(Role.SUPERVISOR, desk_of("welfare"))
    known = {"viewer": people.bound(supervisor), "period": SUMMER, "now": timezone.now()}

    freeze.confirm_figures(**known)
    with pytest.raises(CannotFreeze, match="already"):
        freeze.confirm_figures(**known)

    assert Confirmation.objects.get().agency.code == "welfare"


def test_the_rows_cannot_be_written_changed_or_deleted_by_the_site(worker, those):
    child(worker, IN_SUMMER)
    frozen(those["officer"])
    people.bound(those["director"])

    for statement in (
        "UPDATE reporting_episode SET region = 'volta'",
        "DELETE FROM reporting_episode",
        "UPDATE reporting_frozenperiod SET persons = 7",
        "INSERT INTO reporting_reservation SELECT * FROM reporting_reservation",
        "SELECT protected FROM reporting_ledgerevent",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_another_agency_sees_nothing_of_the_frozen_rows(worker, those):
    child(worker, IN_SUMMER)
    frozen(those["officer"])

    people.bound(people.member(Role.SUPERVISOR, desk_of("immigration")))

    assert frozen_rows("2026Q3") == []
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM reporting_live_episode('2026Q3')")
        assert cursor.fetchone() == (0,)


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.DATA_MANAGER])
def test_which_other_agency_holds_a_child_is_not_to_be_had_by_sql(worker, those, role):
    other = people.member(Role.CASEWORKER, desk_of("ngo-lake"))
    first, again = child(worker, IN_SUMMER), child(other, dt.date(2026, 8, 9))
    counted_as_one(again, first)
    frozen(those["officer"])
    to_the_officer = told("live"), told("frozen")

    people.bound(people.member(role, desk_of("ngo-lake")))
    to_the_agency = told("live"), told("frozen")

    assert all("police" in text and "ngo-lake" in text for text in to_the_officer)
    assert all("police" not in text and "ngo-lake" in text for text in to_the_agency)
    for fact in ("episode", "finaldecision", "openedcase"):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"SELECT 1 FROM reporting_{fact}")


def told(kind):
    """Everything that the functions answer this viewer, as one text."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT string_agg(to_jsonb(e)::text, '') FROM reporting_{kind}_episode('2026Q3') e"
        )
        return cursor.fetchone()[0]


def test_a_person_who_was_no_victim_at_first_is_in_the_cohort_of_the_later_time(worker, those):
    first = child(worker, IN_SPRING)
    decided(first, worker, NOT, dt.date(2026, 5, 20))
    Case.objects.filter(pk=first.pk).update(closed_on=dt.date(2026, 5, 30), stage="closed")
    counted_as_one(child(worker, IN_SUMMER), first)

    assert frozen(those["officer"], SPRING) == 0
    assert frozen(those["officer"], SUMMER) == 1


def test_nobody_is_in_two_cohorts_though_the_first_decision_is_taken_back(worker, those):
    first = child(worker, IN_SPRING)
    assert frozen(those["officer"], SPRING) == 1
    decided(first, worker, NOT, dt.date(2026, 9, 1))
    Case.objects.filter(pk=first.pk).update(closed_on=dt.date(2026, 7, 1), stage="closed")
    counted_as_one(child(worker, IN_SUMMER), first)

    assert frozen(those["officer"], SUMMER) == 0


def test_what_was_being_written_while_the_quarter_was_frozen_counts_in_the_next(worker, those):
    frozen(those["officer"], SPRING)
    late = child(worker, IN_SPRING)
    moment = FrozenPeriod.objects.get().frozen_at - dt.timedelta(minutes=5)
    Case.objects.filter(pk=late.pk).update(created_at=moment)

    assert frozen(those["officer"], SUMMER) == 1
    assert [row.is_late for row in frozen_rows("2026Q3", fact=OpenedCase)] == [True]
