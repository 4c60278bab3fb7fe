"""People who save at once, on connections of their own: nobody waits, no number is lost."""

from __future__ import annotations

import datetime as dt
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection, connections, transaction

from casebase.access.enums import Role
from casebase.registry.models import Case, Person
from casebase.registry.services.plan_operation import open_operation
from casebase.reporting.models import BoardCase
from portal.core.models import Region
from tests.casebase import database, people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import registered
from tests.casebase.reporting.board_rows import apart, counted, kept
from tests.casebase.reporting.scene import ACTUAL, NOT, child, decided, desk_of

pytestmark = pytest.mark.django_db(transaction=True, databases="__all__")
SPRING, SUMMER = dt.date(2026, 5, 4), dt.date(2026, 8, 3)
TODAY = dt.date(2026, 11, 2)
SOON = "SET LOCAL lock_timeout = '3s'"


def assert_equal() -> None:
    assert kept() == counted()
    assert apart() == []


@pytest.fixture
def police():
    with transaction.atomic():
        return people.member(Role.SUPERVISOR, desk_of("police"))


@pytest.fixture
def welfare():
    with transaction.atomic():
        return people.member(Role.SUPERVISOR, desk_of("welfare"))


@pytest.fixture
def elsewhere():
    """A thread with connections of its own."""
    with ThreadPoolExecutor(1) as pool:
        yield pool
        pool.submit(connections.close_all).result()


def committed(worker, **changes):
    with transaction.atomic():
        return child(worker, changes.pop("on", SUMMER), **changes)


def test_whoever_saves_while_another_has_not_ended_does_not_wait(police, elsewhere):
    committed(police)

    def another():
        with transaction.atomic():
            connection.cursor().execute(SOON)
            registered(people.bound(police))

    with transaction.atomic():
        registered(people.bound(police))
        elsewhere.submit(another).result(timeout=10)

    assert_equal()
    with as_owner():
        assert set(BoardCase.objects.values_list("slot", flat=True)) == {0, 1}


def test_four_who_write_at_once_neither_stand_still_nor_lose_a_number(police, welfare):
    ready, wrong = threading.Barrier(4), []
    for each in (police, welfare):
        people.session_of(each)  # the phone is registered before they all ask for it

    def writer(number):
        rng, worker = random.Random(number), (police, welfare)[number % 2]
        try:
            ready.wait(10)
            for _ in range(8):
                _one_transaction(rng, worker)
        except Exception as error:
            wrong.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=writer, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)

    assert wrong == []
    assert_equal()
    assert sum(kept()[0].values()) == 4 * 8 * 2


def _one_transaction(rng, worker):
    """Two children, each decided in an order of its own: cells in every order."""
    with transaction.atomic():
        people.bound(worker)
        cases = [registered(worker, sex=rng.choice(["Male", "Female"])) for _ in range(2)]
        rng.shuffle(cases)
        for case in cases:
            decided(case, worker, rng.choice([ACTUAL, NOT]), dt.date(2026, 10, 2))
            Case.objects.filter(pk=case.pk).update(stage=rng.choice(["tracing", "monitoring"]))


def test_with_one_slot_for_all_the_second_would_wait(police, elsewhere):
    """The known-bad twin of the two above."""
    committed(police)
    with as_owner():
        connection.cursor().execute(
            "CREATE OR REPLACE FUNCTION reporting_board_slot() RETURNS smallint"
            " LANGUAGE sql AS $$ SELECT 0::smallint $$"
        )

    def another():
        with transaction.atomic():
            connection.cursor().execute(SOON)
            registered(people.bound(police))

    with transaction.atomic():
        registered(people.bound(police))
        with pytest.raises(OperationalError, match="lock timeout"):
            elsewhere.submit(another).result(timeout=10)


def test_two_records_of_one_human_are_changed_one_after_the_other(police, welfare, elsewhere):
    first, again = committed(police, on=SPRING), committed(welfare, on=SUMMER)
    with as_owner():
        Person.objects.filter(pk=again.person_id).update(resolved_into_id=first.person_id)

    def another():
        with transaction.atomic():
            people.bound(welfare)
            Case.objects.filter(pk=again.pk).update(identified_on=dt.date(2026, 5, 20))

    with transaction.atomic():
        people.bound(police)
        Case.objects.filter(pk=first.pk).update(identified_on=dt.date(2026, 9, 30))
        waiting = elsewhere.submit(another)
        time.sleep(0.5)
        assert not waiting.done()
    waiting.result(timeout=10)

    assert_equal()


def test_without_the_lock_on_the_person_a_number_would_be_wrong(police, welfare, elsewhere):
    """The known-bad twin of the one above."""
    first, again = committed(police, on=SPRING), committed(welfare, on=SUMMER)
    with as_owner(), connection.cursor() as cursor:
        Person.objects.filter(pk=again.person_id).update(resolved_into_id=first.person_id)
        cursor.execute("SELECT pg_get_functiondef('reporting_board_case_update()'::regprocedure)")
        (function,) = cursor.fetchone()
        cursor.execute(function.replace("FOR NO KEY UPDATE", "").replace("%", "%%"))

    def another():
        with transaction.atomic():
            people.bound(welfare)
            Case.objects.filter(pk=again.pk).update(identified_on=dt.date(2026, 5, 20))

    with transaction.atomic():
        people.bound(police)
        Case.objects.filter(pk=first.pk).update(identified_on=dt.date(2026, 9, 30))
        elsewhere.submit(another).result(timeout=10)

    assert kept() != counted()
    assert apart() != []


def test_a_merge_and_a_new_day_at_once_are_both_counted(police, welfare, elsewhere):
    first, again = committed(police, on=SPRING), committed(welfare, on=SUMMER)

    def merge():  # as an approved one leaves it
        with transaction.atomic(), as_owner():
            Person.objects.filter(pk=again.person_id).update(resolved_into_id=first.person_id)

    with transaction.atomic():
        people.bound(police)
        Case.objects.filter(pk=first.pk).update(identified_on=dt.date(2026, 9, 30))
        waiting = elsewhere.submit(merge)
        time.sleep(0.5)
    waiting.result(timeout=10)

    assert_equal()
    assert sum(n for cell, n in kept()[1].items() if cell[0] == "who") == 1


def test_a_child_joins_an_operation_while_its_lead_changes(police, welfare, elsewhere):
    with transaction.atomic():
        people.bound(police)
        operation = open_operation(
            viewer=police, starts_on=SUMMER, today=TODAY, region=Region.objects.get(code="oti"),
            landing_site="Landing stage 4",
        )  # fmt: skip
    case = committed(welfare)

    def joins():
        with transaction.atomic():
            people.bound(welfare)
            Case.objects.filter(pk=case.pk).update(operation_id=operation.pk)

    with transaction.atomic():
        people.bound(police)
        operation.lead_agency_id = welfare.agency_id
        operation.save(update_fields=["lead_agency"])
        waiting = elsewhere.submit(joins)
        time.sleep(0.5)
    waiting.result(timeout=10)

    assert_equal()
    assert {cell[1] for cell in kept()[1]} == {welfare.agency_id}


def test_a_repair_waits_for_nobody_and_counts_nobody_twice(police, elsewhere):
    committed(police)
    with as_owner():
        connection.cursor().execute("UPDATE reporting_boardcase SET cases = cases + 7")

    def mended():
        with as_owner(), transaction.atomic():
            connection.cursor().execute(SOON)
            call_command("board_check", "--repair")

    with transaction.atomic():
        registered(people.bound(police))
        elsewhere.submit(mended).result(timeout=20)

    assert_equal()


def test_an_erased_person_stays_a_number(police, settings, tmp_path, monkeypatch):
    settings.CASE_FILES = tmp_path / "case-files"
    monkeypatch.setenv("KEY_ROTATOR_URL", database.real_url("key_rotator"))
    case = committed(police)
    before = kept()

    call_command("erase_person", case.reference, reason="court_order", again=case.reference)

    assert kept() == before
    assert_equal()
