"""What holds of every indicator in the registry, and of the next one the day it is written."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from casebase.access.enums import Role
from casebase.reporting.indicators.base import Facts, Indicator
from casebase.reporting.indicators.cuts import AGENCY, CORE_FIELDS, STANDARD, Names
from casebase.reporting.indicators.figures import figure_of, figures_of
from casebase.reporting.indicators.registry import every_indicator, indicator_of
from casebase.reporting.periods import Period
from casebase.reporting.services import freeze
from tests.casebase import people
from tests.casebase.reporting.scene import (
    ACTUAL,
    NOT,
    child,
    counted_as_one,
    counters,
    decided,
    desk_of,
)

database = pytest.mark.django_db(databases="__all__")
each_indicator = pytest.mark.parametrize(
    "indicator", every_indicator(), ids=lambda indicator: f"indicator {indicator.number}"
)
SUMMER = Period(2026, 3)
WORDS = ("name", "definition", "unit", "numerator", "date_rule", "source")
TABLE = {5: STANDARD, 6: STANDARD, 7: (), 9: (), 12: (), 17: (), 39: (), 40: ()}


@pytest.fixture
def officer():
    """Who counts; four children of two agencies wait to be counted."""
    police = people.member(Role.POLICE_INVESTIGATOR, desk_of("police"))
    ngo = people.member(Role.CASEWORKER, desk_of("ngo-lake"))
    first = child(police, dt.date(2026, 7, 3), exploitation="ForcedLabour", language="fat")
    decided(first, police, ACTUAL, dt.date(2026, 7, 9))
    counted_as_one(child(ngo, dt.date(2026, 7, 4)), first)
    decided(child(ngo, dt.date(2026, 8, 3), sex="Female", age=None), ngo, NOT, dt.date(2026, 9, 1))
    child(police, dt.date(2026, 9, 29), region="volta", source="self", sex="NotKnown")
    return people.bound(counters()["officer"])


def test_the_indicators_of_this_issue_are_listed_with_the_cuts_of_the_table():
    found = {indicator.number: indicator.cuts for indicator in every_indicator()}

    assert list(found) == list(TABLE)
    assert all(set(TABLE[number]) <= set(cuts) for number, cuts in found.items())


@each_indicator
def test_an_indicator_says_everything_about_itself(indicator):
    texts = [getattr(indicator, name) for name in WORDS]

    assert all(texts)
    assert indicator.definition.endswith(".")
    assert indicator.date_rule.endswith(".")
    assert indicator.cuts
    assert any(cut.is_partition for cut in indicator.cuts)
    assert (indicator.base == "false") == (not indicator.denominator)
    assert len({cut.name for cut in indicator.cuts}) == len(indicator.cuts)
    assert all(cut.is_partition or cut.remark for cut in indicator.cuts)
    assert indicator_of(indicator.number) is indicator


def test_two_indicators_with_one_number_are_refused():
    with pytest.raises(ValueError, match="two indicators 5"):
        type("Another", (Indicator,), {"number": 5})


@database
def test_one_class_is_a_whole_indicator(officer):
    class Girls(Indicator):
        number = 9_999
        name = definition = numerator = date_rule = "Girls identified."
        unit = "persons"
        cuts = (AGENCY,)
        facts = Facts.EPISODES
        counted = "f.sex = 'Female'"

    try:
        figure = next(one for one in figures_of(SUMMER, frozen=False) if one.indicator is Girls)
    finally:
        del Indicator.listed[Girls.number]

    assert figure.numerator == 1
    assert [(one.label, one.numerator) for one in figure.cuts[0].categories] == [
        ("ngo-lake (invented)", 1)
    ]


@database
@each_indicator
def test_the_categories_of_a_partition_sum_to_the_figure(officer, indicator):
    figure = figure_of(indicator, SUMMER, frozen=False)

    for cut in figure.cuts:
        if cut.cut.is_partition:
            assert sum(one.numerator for one in cut.categories) == figure.numerator
            if figure.denominator is not None:
                assert sum(one.denominator for one in cut.categories) == figure.denominator
    assert figure.numerator or figure.denominator


@database
@each_indicator
def test_a_share_never_has_more_than_all(officer, indicator):
    figure = figure_of(indicator, SUMMER, frozen=False)
    parts = [figure, *(one for cut in figure.cuts for one in cut.categories)]

    if indicator.is_share():
        assert all(0 <= part.numerator <= part.denominator for part in parts)
    else:
        assert all(part.denominator is None and part.percent is None for part in parts)


@database
@each_indicator
def test_frozen_it_says_what_it_said_live_just_before(officer, indicator):
    before = figure_of(indicator, SUMMER, frozen=False)
    freeze.freeze(viewer=officer, period=SUMMER)
    after = figure_of(indicator, SUMMER, frozen=True)
    still_live = figure_of(indicator, SUMMER, frozen=False)

    assert (after.numerator, after.denominator, after.cuts) == (
        before.numerator,
        before.denominator,
        before.cuts,
    )
    assert (still_live.numerator, still_live.cuts) == (before.numerator, before.cuts)
    assert (before.is_frozen, after.is_frozen) == (False, True)


@database
@each_indicator
def test_it_is_one_statement_whatever_there_is_to_count(officer, indicator):
    names = Names.read()
    with CaptureQueriesContext(connection) as few:
        figure_of(indicator, SUMMER, frozen=False, names=names)
    worker = people.member(Role.CASEWORKER, desk_of("welfare"))
    for day in range(1, 6):
        child(worker, dt.date(2026, 8, day))
    people.bound(officer)
    with CaptureQueriesContext(connection) as more:
        figure_of(indicator, SUMMER, frozen=False, names=names)

    assert len(few) == len(more) == 1


@database
def test_a_year_takes_each_quarter_frozen_or_live_and_none_twice(officer):
    freeze.freeze(viewer=officer, period=Period(2026, 2))
    freeze.freeze(viewer=officer, period=SUMMER)
    frozen = [figure.numerator for figure in figures_of(SUMMER, frozen=True)]
    year = figures_of(Period(2026), frozen=False, on=SUMMER.ends_on)

    assert [figure.numerator for figure in year] == frozen
    assert not any(figure.is_frozen for figure in year)


@database
def test_the_core_fields_are_those_the_registry_reports_as_missing(officer):
    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT unnest(missing) FROM reporting_live_openedcase('2026Q3')")
        missing = {field for (field,) in cursor.fetchall()}

    assert missing == set(CORE_FIELDS)


@database
@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.DATA_MANAGER])
def test_an_agency_counts_its_own_and_what_it_took_part_in(officer, role):
    people.bound(people.member(role, desk_of("ngo-lake")))
    ours = {figure.indicator.number: figure for figure in figures_of(SUMMER, frozen=False)}
    people.bound(people.member(role, desk_of("immigration")))
    theirs = {figure.indicator.number: figure for figure in figures_of(SUMMER, frozen=False)}
    of_persons = [figure for number, figure in theirs.items() if number != 39]

    assert (ours[5].numerator, ours[6].denominator) == (1, 1)
    assert ours[39].denominator == 1
    assert not any(figure.numerator or figure.denominator for figure in of_persons)
    assert [one.code for one in theirs[39].cuts[0].categories] in ([], ["immigration"])
