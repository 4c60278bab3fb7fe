"""A frozen figure stays; what its records say today stands beside it, and who noted it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from casebase.access.enums import Role
from casebase.registry.models import Case, Merge, Person, PossibleDouble
from casebase.reporting import queries
from casebase.reporting.models import Correction, FrozenPeriod
from casebase.reporting.periods import Period
from casebase.reporting.services import correct, freeze
from casebase.reporting.services.correct import CannotCorrect
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
IN_SPRING, IN_SUMMER, IN_AUTUMN = dt.date(2026, 5, 4), dt.date(2026, 8, 3), dt.date(2026, 11, 3)
PAGE = "/reports/2026Q3/corrections/"
FORM = {"indicator": "5", "was": "2", "now": "1", "reason": "merged"}


def frozen(those, period=SUMMER):
    freeze.freeze(viewer=people.bound(those["officer"]), period=period)


def drift(those, period=SUMMER):
    """Figure to (first, today, why), of those that differ."""
    people.bound(those["officer"])
    return {
        one.figure: (one.was, one.today, one.reason)
        for one in queries.drift_of(period)
        if one.differs
    }


def decided_late(case, worker, status):
    """A decision of today, long after the freezing."""
    decided(case, worker, status, dt.date(2029, 1, 1))


def undone(absorbed, kept):
    """As an undone merge leaves it."""
    with as_owner():
        Person.objects.filter(pk=absorbed.person_id).update(resolved_into_id=None)
        low, high = sorted((absorbed.person_id, kept.person_id))
        pair, _ = PossibleDouble.objects.get_or_create(
            one_id=low, other_id=high, defaults={"found_by": "token"}
        )
        Merge.objects.create(
            double=pair, kept_id=kept.person_id, absorbed_id=absorbed.person_id, taken_fields=[],
            requested_by_id=absorbed.owner_id, state="undone", undone_at=timezone.now(),
        )  # fmt: skip


def shown(answer):
    return " ".join(answer.content.decode().split())


# --- found by itself


def test_of_records_that_stay_the_same_nothing_differs(worker, those):
    first = child(worker, IN_SUMMER)
    decided(first, worker, ACTUAL, dt.date(2026, 9, 1))
    decided(child(worker, IN_SUMMER), worker, NOT, dt.date(2026, 9, 1))
    again = child(worker, IN_SUMMER)
    counted_as_one(again, first)
    frozen(those)

    people.bound(those["officer"])
    found = {one.figure: (one.was, one.today) for one in queries.drift_of(SUMMER)}

    assert found == {"cohort": (1, 1), "5": (1, 1), "6": (1, 1), "7": (1, 1)}


def test_a_merge_after_the_freezing_counts_one_person_fewer_today(worker, those):
    first, again = child(worker, IN_SUMMER), child(worker, IN_SUMMER)
    decided(first, worker, ACTUAL, dt.date(2026, 9, 1))
    decided(again, worker, ACTUAL, dt.date(2026, 9, 1))
    frozen(those)

    counted_as_one(again, first)

    one_fewer = (2, 1, "merged")
    assert drift(those) == {"cohort": one_fewer, "5": one_fewer, "6": one_fewer}


def test_merged_with_somebody_of_an_earlier_quarter_both_quarters_are_right(worker, those):
    early, late = child(worker, IN_SPRING), child(worker, IN_SUMMER)
    frozen(those, SPRING)
    frozen(those)

    counted_as_one(late, early)

    gone = (1, 0, "merged")
    assert drift(those, SPRING) == {}
    assert drift(those) == {"cohort": gone, "5": gone}


def test_an_undone_merge_counts_one_person_more_today(worker, those):
    first, again = child(worker, IN_SUMMER), child(worker, IN_SUMMER)
    counted_as_one(again, first)
    frozen(those)

    undone(again, first)

    more = (1, 2, "undone")
    assert drift(those) == {"cohort": more, "5": more}


def test_a_decision_after_the_freezing_changes_who_counts_as_identified(worker, those):
    case = child(worker, IN_SUMMER)
    child(worker, IN_SUMMER)
    frozen(those)

    decided_late(case, worker, NOT)

    fewer = (2, 1, "status")
    assert drift(those) == {"cohort": fewer, "5": fewer}


def test_a_victim_after_all_is_one_more(worker, those):
    case = child(worker, IN_SUMMER)
    decided(case, worker, NOT, dt.date(2026, 9, 1))
    frozen(those)

    decided_late(case, worker, ACTUAL)

    more = (0, 1, "status")
    assert drift(those) == {"cohort": more, "5": more}


def test_a_day_of_identification_that_was_mended_is_a_mended_record(worker, those):
    case = child(worker, IN_SUMMER)
    frozen(those)

    people.bound(worker)
    Case.objects.filter(pk=case.pk).update(identified_on=IN_AUTUMN)

    gone = (1, 0, "corrected")
    assert drift(those) == {"cohort": gone, "5": gone}


def test_what_is_recorded_after_the_freezing_is_no_difference(worker, those):
    child(worker, IN_SUMMER)
    frozen(those)

    recorded(child(worker, IN_SUMMER), dt.date(2030, 1, 1))

    assert drift(those) == {}


def test_what_came_late_into_a_quarter_is_no_difference_of_it(worker, those):
    child(worker, IN_SPRING)
    frozen(those, SPRING)
    late = child(worker, IN_SPRING)
    Case.objects.filter(pk=late.pk).update(created_at=timezone.now())
    child(worker, IN_SUMMER)
    frozen(those)

    people.bound(those["officer"])
    assert [row.is_late for row in frozen_rows("2026Q3")].count(True) == 1
    assert (drift(those, SPRING), drift(those)) == ({}, {})


def test_a_frozen_row_without_a_person_behind_it_stays_as_it_is(worker, those):
    child(worker, IN_SUMMER)
    frozen(those)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("ALTER TABLE reporting_episode DISABLE TRIGGER USER")
        cursor.execute("UPDATE reporting_episode SET person_id = gen_random_uuid()")
        cursor.execute("ALTER TABLE reporting_episode ENABLE TRIGGER USER")
        Case.objects.all().update(identified_on=IN_AUTUMN)

    assert drift(those) == {}


def test_a_year_is_the_sum_of_its_quarters(worker, those):
    for quarter in Period(2025).quarters:
        first, again = child(worker, quarter.starts_on), child(worker, quarter.starts_on)
        frozen(those, quarter)
        freeze.sign(viewer=people.bound(those["director"]), period=quarter)
        counted_as_one(again, first)

    assert drift(those, Period(2025))["cohort"] == (8, 4, "merged")


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.ME_VIEWER, Role.DIRECTOR}))
def test_nobody_else_is_told_not_even_by_the_database(role, those):
    frozen(those)
    people.bound(people.member(role))

    with pytest.raises(DatabaseError), transaction.atomic():
        queries.drift_of(SUMMER)


# --- noted by hand


def two_counted_as_one(worker, those):
    first, again = child(worker, IN_SUMMER), child(worker, IN_SUMMER)
    frozen(those)
    counted_as_one(again, first)


def test_the_page_proposes_and_fills_in_what_the_records_say(client, worker, those):
    two_counted_as_one(worker, those)
    site = people.sign_in(client, those["officer"])

    period, page = shown(site.get("/reports/2026Q3/")), shown(site.get(PAGE))
    form = site.get(f"{PAGE}?n=5").context["form"]

    assert "would be 1 today" in period
    assert "would be 1 today" in page
    assert "1 counted with somebody else" in page
    assert form.initial == {"indicator": 5, "was": 2, "now": 1, "reason": "merged"}


def test_a_correction_stands_beside_the_first_figure_which_stays(client, worker, those):
    two_counted_as_one(worker, those)
    site = people.sign_in(client, those["officer"])

    page = shown(site.post(f"{PAGE}note/", FORM, follow=True))

    noted = Correction.objects.get()
    assert (noted.indicator, noted.was, noted.now, noted.reason) == (5, 2, 1, "merged")
    assert noted.noted_by == those["officer"].user
    assert "Records were found to be of one person" in page
    assert "Fill in the correction of indicator 5" not in page
    assert FrozenPeriod.objects.get().persons == 2
    people.bound(those["officer"])
    assert len(frozen_rows("2026Q3")) == 2
    assert freeze.is_as_frozen(SUMMER)


def test_a_second_correction_begins_where_the_first_ended(client, worker, those):
    two_counted_as_one(worker, those)
    site = people.sign_in(client, those["officer"])
    site.post(f"{PAGE}note/", FORM)

    back = site.post(f"{PAGE}note/", {**FORM, "was": "1", "now": "2", "reason": "undone"})
    page = shown(site.get(PAGE))

    assert back.status_code == 302
    assert "from 2 to 1" in page  # the records still say so
    firsts = [one.first for one in site.get(PAGE).context["noted"]]
    assert firsts == [2, 2]


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"was": "3"}, "Indicator 5 stands at 2."),
        ({"now": "2"}, "stands at 2 already"),
        ({"now": "one"}, "Write a whole number, such as 128."),
        ({"was": ""}, "Write a whole number, such as 128."),
        ({"now": "-1"}, "Write a whole number, such as 128."),
        ({"reason": ""}, "Choose why the number changed."),
        ({"indicator": ""}, "Choose the indicator."),
    ],
)
def test_a_refused_correction_says_why_keeps_what_was_typed_and_changes_nothing(
    client, worker, those, changes, why
):
    two_counted_as_one(worker, those)
    site = people.sign_in(client, those["officer"])

    answer = site.post(f"{PAGE}note/", {**FORM, **changes})

    assert answer.status_code == 422
    assert why in shown(answer)
    assert answer.context["form"]["reason"].value() == {**FORM, **changes}["reason"]
    assert f'value="{({**FORM, **changes})["was"]}"' in shown(answer) or not changes.get("was", "x")
    with as_owner():
        assert not Correction.objects.exists()


def test_another_indicator_is_noted_as_it_is_typed(client, worker, those):
    two_counted_as_one(worker, those)
    site = people.sign_in(client, those["director"])

    answer = site.post(f"{PAGE}note/", {**FORM, "indicator": "12", "was": "7", "now": "6"})

    assert answer.status_code == 302


def test_the_same_correction_sent_twice_is_noted_once(client, worker, those):
    two_counted_as_one(worker, those)
    site = people.sign_in(client, those["officer"])
    site.post(f"{PAGE}note/", FORM)

    again = site.post(f"{PAGE}note/", FORM)

    assert again.status_code == 422
    assert "Indicator 5 stands at 1." in shown(again)
    with as_owner():
        assert Correction.objects.count() == 1


def test_what_is_not_frozen_has_no_corrections(client, those):
    site = people.sign_in(client, those["officer"])

    answers = [site.get(PAGE), site.post(f"{PAGE}note/", FORM)]

    assert [answer.status_code for answer in answers] == [404, 404]


def test_a_year_is_corrected_at_its_quarters(those):
    for quarter in Period(2025).quarters:
        frozen(those, quarter)
        freeze.sign(viewer=people.bound(those["director"]), period=quarter)
    frozen(those, Period(2025))

    with pytest.raises(CannotCorrect, match="sum of its quarters"):
        noted(those["officer"], Period(2025))

    assert not Correction.objects.exists()


def noted(viewer, period=SUMMER):
    return correct.note_correction(
        viewer=people.bound(viewer), period=period, indicator=5, was=2, new=1, reason="merged",
        now=timezone.now(),
    )  # fmt: skip


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.DATA_MANAGER, Role.AUDITOR])
def test_a_role_that_freezes_nothing_corrects_nothing(worker, those, role):
    two_counted_as_one(worker, those)

    with pytest.raises(PermissionDenied):
        noted(people.member(role, desk_of("police")))

    with as_owner():
        assert not Correction.objects.exists()
