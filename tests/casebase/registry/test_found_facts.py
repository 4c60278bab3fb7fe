"""When a child was found and how old they were: checked where it is typed, and corrected."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connections
from django.utils import timezone

from casebase.access.enums import Role
from casebase.access.models import Desk
from casebase.registry.models import BlindToken, Case, Operation, Person
from casebase.registry.services.plan_operation import open_operation
from portal.core import step_up
from portal.core.models import Region
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import IDENTITY, registered
from tests.casebase.registry.test_editing import correction, edit, form, held_identity, now
from tests.casebase.registry.test_pages import child
from tests.casebase.reporting.test_board_rows import assert_equal

pytestmark = pytest.mark.django_db(databases="__all__")
BORN = "2017-05-03"
OF_A_BIRTH_DATE = {**IDENTITY, "birth_date": BORN}


def operation_of(viewer, **changes):
    fields = {
        "starts_on": dt.date(2026, 11, 1), "today": dt.date(2026, 11, 2),
        "landing_site": "Stage 2", "region": Region.objects.get(code="oti"),
    }  # fmt: skip
    return open_operation(viewer=people.bound(viewer), **{**fields, **changes})


def typed(**changes):
    fields = {
        "starts_on": timezone.localdate().isoformat(), "landing_site": "Stage 2",
        "region": Region.objects.get(code="oti").pk,
    }  # fmt: skip
    return {**fields, **changes}


def one(model, pk):
    with as_owner():
        return model.objects.get(pk=pk)


@pytest.mark.parametrize(
    ("day", "why"),
    [("2199-01-01", b"lies in the future"), ("0005-03-01", b"more than 5 years back")],
)
def test_a_day_that_cannot_be_opens_no_operation(site, day, why):
    answer = site.post("/operations/new/", typed(starts_on=day, summary="Nine children"))

    assert answer.status_code == 422
    assert why in answer.content
    assert b"Nine children" in answer.content
    with as_owner():
        assert not Operation.objects.exists()


@pytest.mark.parametrize("day", ["2199-01-01", "0005-03-01"])
def test_an_operation_of_an_impossible_day_takes_no_child(site, worker, day):
    operation = operation_of(worker)
    with as_owner():
        Operation.objects.update(starts_on=day)
    answer = site.post(f"/operations/{operation.reference}/children/new/", child(age="9"))

    assert answer.status_code == 422
    assert b"cannot be right" in answer.content
    with as_owner():
        assert not Case.objects.exists()


def test_the_year_of_birth_is_the_birth_dates_own(site):
    site.post("/cases/new/", child(age="3 May 2017"))

    with as_owner():
        assert Person.objects.get().birth_year == 2017


def test_a_corrected_age_moves_the_year_of_birth_and_how_others_find_the_child(site, case):
    def tokens():
        with as_owner():
            return {bytes(token) for token in BlindToken.objects.values_list("token", flat=True)}

    before = tokens()
    edit(site, case, "child", age_at_identification="12")

    assert now(case).age_at_identification == 12
    assert now(case).person.birth_year == 2014
    assert tokens().isdisjoint(before)
    assert len(tokens()) == len(before) > 0


def test_an_age_nobody_knows_is_not_known(site, case):
    edit(site, case, "child", age_at_identification="")

    assert (now(case).age_at_identification, now(case).person.birth_year) == (None, None)


def test_a_corrected_day_moves_the_age_of_a_child_whose_birth_date_is_known(site, worker):
    case = registered(people.bound(worker), identity=OF_A_BIRTH_DATE)
    edit(site, case, "story", identified_on="2026-04-30")

    assert (now(case).age_at_identification, now(case).person.birth_year) == (8, 2017)


def test_an_age_that_the_birth_date_contradicts_is_refused(site, worker):
    case = registered(people.bound(worker), identity=OF_A_BIRTH_DATE)
    answer = edit(site, case, "child", age_at_identification="14", language="ewe")

    assert answer.status_code == 422
    assert b"makes it 9 years" in answer.content
    assert (now(case).age_at_identification, now(case).person.language) == (9, "")


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2199-01-01", b"lies in the future"),
        ("0005-03-01", b"more than 5 years back"),
        ("2026-10-21", b"decided or closed on 20 October 2026"),
    ],
)
def test_a_day_found_that_cannot_be_is_refused(client, worker, case, day, why):
    supervisor = people.member(Role.SUPERVISOR, Desk.objects.get(pk=worker.desk_id))
    people.sign_in(client, supervisor)
    client.post(f"/cases/{case.reference}/status/", {
        "status": "ActualVictimOfTrafficking", "deciding_body": "Police",
        "decided_on": "2026-10-20", "reasons": "Seen on the lake.",
    })  # fmt: skip
    answer = edit(client, now(case), "story", identified_on=day)

    assert answer.status_code == 422
    assert why in answer.content
    assert now(case).identified_on == dt.date(2026, 10, 1)


def test_two_days_of_two_people_stand_side_by_side_in_words(site, case):
    before = now(case)
    edit(site, before, "story", identified_on="2026-09-28")
    answer = edit(site, before, "story", identified_on="2026-09-29")

    assert answer.status_code == 409
    assert b"28 September 2026" in answer.content
    assert b"29 September 2026" in answer.content
    assert b"It was: 1 October 2026" in answer.content


def test_the_board_follows_a_corrected_child(site, case):
    edit(site, case, "child", sex="Female", age_at_identification="20")
    edit(site, now(case), "story", identified_on="2026-08-03")

    assert_equal()


@pytest.fixture
def _stepped_up(monkeypatch):
    monkeypatch.setattr(step_up, "is_fresh", lambda *_given: True)


@pytest.mark.usefixtures("_stepped_up")
def test_a_corrected_birth_date_moves_age_and_year(site, worker, case):
    address = f"/cases/{case.reference}/identity/correct/"
    held = held_identity(worker, case)
    answer = site.post(address, correction(held, birth_date="3 November 2014"))

    assert answer.status_code == 302
    assert (now(case).age_at_identification, now(case).person.birth_year) == (11, 2014)
    assert_equal()


@pytest.mark.usefixtures("_stepped_up")
def test_a_birth_date_after_the_day_found_is_refused(site, worker, case):
    held = held_identity(worker, case)
    answer = site.post(
        f"/cases/{case.reference}/identity/correct/", correction(held, birth_date="2 October 2026")
    )

    assert answer.status_code == 422
    assert b"after the day the child was found" in answer.content
    assert now(case).age_at_identification == 9


# --- an operation


def with_a_child(worker):
    """An operation, and a child found on its day."""
    operation = operation_of(worker)
    case = registered(worker, identified_on=operation.starts_on)
    with as_owner():
        Case.objects.update(operation=operation)
    people.bound(worker)
    return operation, case


def correct(client, operation, **changes):
    from casebase.registry.services.correct_operation import values_of

    held = values_of(operation)
    bases = {f"base-{field}": value for field, value in held.items()}
    sent = {"version": operation.version, **bases, **held, **changes}
    return client.post(f"/operations/{operation.reference}/edit/", sent)


def test_a_corrected_operation_moves_its_children(site, worker):
    operation, case = with_a_child(worker)
    opened = site.get(f"/operations/{operation.reference}/edit/")
    answer = correct(
        site, operation, starts_on="2026-10-28", expected_children="9", summary="Nine.\r\nSafe."
    )

    page = site.get(f"/operations/{operation.reference}/").content.decode()
    assert b"Stage 2" in opened.content
    assert answer.status_code == 302
    assert "28 October 2026" in page
    assert "9 brought ashore" in page
    assert "Nine.\nSafe." in page
    assert now(case).identified_on == dt.date(2026, 10, 28)
    assert_equal()


def test_the_trail_names_the_operation_its_words_and_the_children_that_moved(site, worker):
    operation, case = with_a_child(worker)
    correct(site, operation, starts_on="2026-10-28")

    with as_owner("audit"), connections["audit"].cursor() as cursor:
        cursor.execute("SELECT action, case_ids, fields FROM audit_entry ORDER BY id DESC LIMIT 1")
        action, ids, fields = cursor.fetchone()
    assert action == "operation.correct"
    assert set(ids) == {operation.pk, case.pk}
    assert set(fields) == {"landing_site", "summary"}


@pytest.mark.parametrize("day", ["2199-01-01", "0005-03-01"])
def test_an_operation_is_not_corrected_to_an_impossible_day(site, worker, day):
    operation = operation_of(worker)
    answer = correct(site, operation, starts_on=day)

    assert answer.status_code == 422
    assert one(Operation, operation.pk).starts_on == dt.date(2026, 11, 1)


def test_two_people_at_one_operation_get_both_versions(site, worker):
    operation = operation_of(worker)
    correct(site, operation, expected_children="8")
    answer = correct(site, operation, expected_children="9")

    assert answer.status_code == 409
    assert operation.reference.encode() in answer.content
    assert one(Operation, operation.pk).expected_children == 8


def test_a_partner_reads_an_operation_and_does_not_correct_it(client, worker):
    partner = people.member(Role.SUPERVISOR)
    operation = operation_of(worker, partners=[partner.user.agency])
    people.sign_in(client, partner)
    page = client.get(f"/operations/{operation.reference}/")
    people.bound(partner)
    answer = correct(client, operation, expected_children="9")

    assert page.status_code == 200
    assert b"Correct this operation" not in page.content
    assert answer.status_code == 422
    assert b"Only the desk that opened this operation" in answer.content
    assert one(Operation, operation.pk).expected_children is None


def test_an_operation_led_by_a_partner_counts_as_theirs_and_keeps_both(site, worker):
    partner = people.member()
    operation = operation_of(worker, partners=[partner.user.agency])
    answer = correct(site, operation, lead_agency=str(partner.agency_id))

    assert answer.status_code == 302
    with as_owner():
        held = Operation.objects.get(pk=operation.pk)
        assert held.lead_agency_id == partner.agency_id
        assert [agency.pk for agency in held.partners.all()] == [worker.agency_id]
    assert_equal()


# --- nationality


def test_nobody_is_ghanaian_who_was_not_asked(site):
    site.post("/cases/new/", child())

    with as_owner():
        assert Person.objects.get().nationality == ""


def test_a_card_that_is_sent_as_it_was_changes_nothing(site, case):
    site.post(f"/cases/{case.reference}/edit/child/", form(case, "child"))

    assert now(case).version == case.version
