"""What a quarter still lacks: each thing is named for its cause, and only then."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from casebase.access.enums import Role
from casebase.access.models import Membership
from casebase.registry.models import Case, Person, PossibleDouble
from casebase.reporting import queries, validation
from casebase.reporting.periods import Period
from casebase.reporting.services import freeze
from casebase.reporting.validation import is_jump
from portal.core.models import Agency, District
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.reporting.scene import (
    ACTUAL,
    NOT,
    child,
    counted_as_one,
    decided,
    desk_of,
    recorded,
)

pytestmark = pytest.mark.django_db(databases="__all__")
SPRING, SUMMER = Period(2026, 2), Period(2026, 3)
IN_SPRING, IN_SUMMER = dt.date(2026, 5, 4), dt.date(2026, 8, 3)
TODAY = dt.date(2026, 11, 26)
PAGE = "/reports/2026Q3/"


def whole(worker, on=IN_SUMMER, **changes):
    """A child of whom every core field has an answer."""
    known = {"origin_district": District.objects.first(), "language": "fat"}
    return child(worker, on, **{**known, "exploitation": "ForcedLabour", **changes})


def found_by(viewer, period=SUMMER):
    people.bound(viewer)
    return validation.findings_of(queries.standing(period, today=TODAY), viewer=viewer)


def frozen(viewer, period=SUMMER):
    return freeze.freeze(viewer=people.bound(viewer), period=period)


def page_of(client, viewer):
    return " ".join(people.sign_in(client, viewer).get(PAGE).content.decode().split())


def a_pair(one, other, state="open"):
    """Two records that may be one person."""
    low, high = sorted((one.person_id, other.person_id))
    with as_owner():
        PossibleDouble.objects.create(one_id=low, other_id=high, found_by="token", state=state)


HEADINGS = (
    "late</h3>", "contradict each other", "may be one person", "lack an answer", "lacks an answer",
    "far from earlier quarters", "recorded after it had been frozen",
)  # fmt: skip


def test_of_a_quarter_in_order_nothing_is_named(client, worker, those):
    supervisor = people.member(Role.SUPERVISOR, desk_of("police"))
    whole(worker)
    freeze.confirm_figures(viewer=people.bound(supervisor), period=SUMMER, now=_now())

    page = page_of(client, those["officer"])

    assert [heading for heading in HEADINGS if heading in page] == []
    assert "Nothing was found in the records." in page
    assert "No two records are counted as one person." in page
    assert "No earlier quarter is frozen, so nothing could be compared." in page


def _now():
    """The database takes no confirmation of another day."""
    return timezone.now()


# --- late agencies


def expected(period=SUMMER, day=TODAY):
    return [one.code for one in queries.expected_agencies([period], day=day)[period.code]]


@pytest.mark.parametrize("role", sorted(Role))
def test_an_agency_is_expected_where_somebody_works_on_cases(role):
    people.bound(people.member(role, desk_of("welfare")))

    works = role in queries.WORKERS
    assert expected() == (["welfare"] if works else [])


def test_neither_an_agency_that_ended_nor_one_that_everybody_left_is_expected(worker, those):
    gone = people.member(Role.CASEWORKER, desk_of("ngo-gone"))
    people.member(Role.CASEWORKER, desk_of("ngo-closed"))
    with as_owner():
        Membership.objects.filter(user=gone.user).update(ends_on=dt.date(2026, 11, 25))
        Agency.objects.filter(code="ngo-closed").update(is_active=False)
    people.bound(those["officer"])

    assert expected() == ["police"]
    assert expected(day=dt.date(2026, 11, 25)) == ["ngo-gone", "police"]


def test_an_agency_is_late_after_the_closing_day_until_it_confirms(client, worker, those):
    supervisor = people.member(Role.SUPERVISOR, desk_of("police"))

    before = page_of(client, those["officer"])
    own = page_of(client, supervisor)
    freeze.confirm_figures(viewer=people.bound(supervisor), period=SUMMER, now=_now())
    after = page_of(client, those["officer"])

    assert "1 agency is late" in before
    assert supervisor.user.get_full_name() in before  # who can confirm
    assert "Your agency is late" in own
    assert "late</h3>" not in after
    assert f"Confirmed by {supervisor.user.get_full_name()}" in after


def test_before_the_closing_day_nobody_is_late(worker, those):
    people.bound(those["officer"])

    open_still = queries.standing(SUMMER, today=dt.date(2026, 11, 14))

    assert (len(open_still.waiting), open_still.is_late) == (1, False)
    assert queries.standing(SUMMER, today=dt.date(2026, 11, 15)).is_late


# --- conflicting decisions


def contradicted(worker):
    other = people.member(Role.POLICE_INVESTIGATOR, desk_of("immigration"))
    mine, theirs = whole(worker), whole(other)
    decided(mine, worker, ACTUAL, dt.date(2026, 9, 1))
    decided(theirs, other, NOT, dt.date(2026, 9, 2))
    counted_as_one(theirs, mine)
    return mine, theirs


@pytest.mark.parametrize("is_frozen", [False, True], ids=["live", "frozen"])
def test_decisions_that_contradict_each_other_are_named_with_both_agencies(
    client, worker, those, is_frozen
):
    contradicted(worker)
    decided(whole(worker), worker, ACTUAL, dt.date(2026, 9, 1))
    if is_frozen:
        frozen(those["officer"])

    found = found_by(those["officer"])

    names = "immigration (invented) and police (invented)"
    assert (found.conflicts.persons, found.conflicts.between) == (1, ((names, 1),))
    assert names in page_of(client, those["director"])


def test_a_supervisor_is_led_to_the_own_case_and_not_told_whose_the_other_is(client, worker):
    mine, theirs = contradicted(worker)

    page = page_of(client, people.member(Role.SUPERVISOR, desk_of("police")))

    assert f"/cases/{mine.reference}/" in page
    assert theirs.reference not in page
    assert "immigration" not in page


# --- doubles


def test_what_two_records_of_one_person_did_to_the_figure_is_said(client, worker, those):
    other = people.member(Role.CASEWORKER, desk_of("ngo-lake"))
    first, again, third = whole(worker), whole(other), whole(worker)
    counted_as_one(again, first)
    counted_as_one(third, first)
    whole(worker)

    found = found_by(those["officer"])

    assert found.persons == 2
    assert (found.collapsed.records, found.collapsed.persons, found.collapsed.fewer) == (3, 1, 2)
    assert found.collapsed.across_agencies == 1
    assert "3 records are counted as 1 person, 2 fewer than" in page_of(client, those["officer"])


def test_open_pairs_that_touch_the_quarter_are_counted_whoever_holds_them(client, worker, those):
    other = people.member(Role.CASEWORKER, desk_of("ngo-lake"))
    summer, spring, older = whole(worker), whole(worker, IN_SPRING), whole(worker, IN_SPRING)
    elsewhere, third = whole(other), whole(other)
    with as_owner():
        PossibleDouble.objects.all().delete()  # those that registering found by itself
    a_pair(summer, spring)
    a_pair(elsewhere, third)
    a_pair(spring, older)
    a_pair(summer, third, state="different")

    assert found_by(those["officer"]).open_doubles == 2
    assert found_by(people.member(Role.SUPERVISOR, desk_of("police"))).open_doubles == 1
    assert found_by(people.member(Role.SUPERVISOR, desk_of("welfare"))).open_doubles == 0
    assert "2 pairs of records may be one person" in page_of(client, those["director"])
    manager = people.member(Role.DATA_MANAGER, desk_of("police"))
    assert 'href="/doubles/"' in page_of(client, manager).split("may be one person")[1]


# --- missing answers


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"sex": "NotKnown"}, "Sex"),
        ({"age": None}, "Age"),
        ({"origin_district": None}, "Home district"),
        ({"language": ""}, "Language"),
        ({"exploitation": ""}, "Form of exploitation"),
    ],
)
@pytest.mark.parametrize("is_frozen", [False, True], ids=["live", "frozen"])
def test_a_missing_answer_is_named_by_field_and_agency(worker, those, changes, field, is_frozen):
    whole(worker)
    whole(worker, **changes)
    if is_frozen:
        frozen(those["officer"])

    found = found_by(those["officer"])

    [missing] = found.missing
    assert (missing.agency, missing.field, missing.records) == ("police (invented)", field, 1)
    assert (found.incomplete, found.records) == (1, 2)


def test_the_own_agency_is_led_to_the_cases_that_lack_an_answer(client, worker, those):
    whole_case, lacking = whole(worker), whole(worker, language="")

    own = page_of(client, people.member(Role.DATA_MANAGER, desk_of("police")))
    national = page_of(client, those["director"])

    assert f"/cases/{lacking.reference}/" in own
    assert whole_case.reference not in own
    assert lacking.reference not in national


# --- jumps


@pytest.mark.parametrize(
    ("now", "usual", "jumps"),
    [
        (20, 10, False),  # twice is not more than twice
        (21, 10, True),
        (19, 9.5, False),
        (10, 0, True),
        (9, 0, False),
        (9, 20, True),
        (10, 20, False),
        (0, 9, False),
        (0, 10, True),
        (199, 100, False),
        (4, 1, False),  # far, but by chance
    ],
)
def test_a_jump_is_more_than_twice_or_less_than_half_and_ten_persons(now, usual, jumps):
    assert is_jump(now, usual) is jumps


def test_a_jump_is_measured_against_the_mean_of_the_frozen_quarters_before(client, worker, those):
    for _ in range(2):
        whole(worker, IN_SPRING)
    frozen(those["officer"], Period(2026, 1))
    frozen(those["officer"], SPRING)
    for _ in range(12):
        whole(worker)

    found = found_by(those["officer"])

    jumped = [(one.what, one.now, one.usual) for one in found.jumps]
    assert jumped == [("police (invented)", 12, 1.0), ("Oti", 12, 1.0)]
    assert found.compared == 2
    assert "2 figures far from earlier quarters" in page_of(client, those["officer"])


def test_without_a_frozen_quarter_before_nothing_jumps(worker, those):
    for _ in range(12):
        whole(worker)

    found = found_by(those["officer"])

    assert (found.jumps, found.compared) == ((), 0)


# --- late arrivals


def test_what_came_late_is_said_where_it_counts(client, worker, those):
    frozen(those["officer"], SPRING)
    recorded(whole(worker, IN_SPRING), dt.date(2030, 1, 1))
    whole(worker)

    found = found_by(those["officer"])

    assert (found.late_persons, found.persons) == (1, 2)
    page = page_of(client, those["officer"])
    assert "1 identification happened in an earlier quarter and was recorded after" in page


# --- live before, frozen after


def test_after_freezing_the_frozen_rows_answer(worker, those):
    case = whole(worker, language="")
    frozen(those["officer"])
    people.bound(worker)
    Person.objects.filter(pk=case.person_id).update(language="fat")
    assert Case.objects.count() == 1
    recorded(whole(worker, language=""), dt.date(2030, 1, 1))

    found = found_by(those["officer"])

    assert (found.incomplete, found.records) == (1, 1)


@pytest.mark.parametrize("is_frozen", [False, True], ids=["live", "frozen"])
def test_an_agency_checks_its_own_part_alone(worker, those, is_frozen):
    other = people.member(Role.CASEWORKER, desk_of("ngo-lake"))
    for _ in range(3):
        whole(other, language="")
    whole(worker)
    if is_frozen:
        frozen(those["officer"])

    found = found_by(people.member(Role.SUPERVISOR, desk_of("police")))

    assert (found.persons, found.records, found.missing) == (1, 1, ())
