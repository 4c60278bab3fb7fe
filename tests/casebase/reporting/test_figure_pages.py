"""The pages of exact figures: who opens them, what they say, and what the trail keeps of it."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest
from django.db import connection, connections
from django.urls import reverse

from casebase.access.enums import Action, Role
from casebase.access.roles import ROLES
from casebase.registry.models import Case
from casebase.reporting.indicators.registry import every_indicator
from casebase.reporting.periods import Period
from casebase.reporting.services import freeze
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.reporting.scene import (
    ACTUAL,
    child,
    counted_as_one,
    counters,
    decided,
    desk_of,
)

pytestmark = pytest.mark.django_db(databases="__all__")
SUMMER = Period(2026, 3)
MARK = "Exact figures. Not for publication."
PAGES = (
    "/reports/definitions/",
    "/reports/2026Q3/figures/",
    *(f"/reports/2026Q3/figures/{one.number}/" for one in every_indicator()),
    "/reports/2026Q3/figures/5/cases/",
)
READERS = [role for role in Role if Action.SEE_FIGURES in ROLES[role].actions]


@pytest.fixture
def police():
    return desk_of("police")


@pytest.fixture
def worker(police):
    return people.member(Role.POLICE_INVESTIGATOR, police)


@pytest.fixture
def found(worker):
    """Three children: two of the police, of whom one is also the NGO's."""
    ngo = people.member(Role.CASEWORKER, desk_of("ngo-lake"))
    first = child(worker, dt.date(2026, 7, 3), exploitation="ForcedLabour")
    again = child(ngo, dt.date(2026, 7, 4))
    counted_as_one(again, first)
    decided(first, worker, ACTUAL, dt.date(2026, 7, 9))
    girl = child(worker, dt.date(2026, 8, 3), region="volta", sex="Female", age=None)
    alone = child(ngo, dt.date(2026, 9, 9), source="self")
    return {"first": first, "again": again, "girl": girl, "alone": alone}


def site(client, role, at=None):
    return people.sign_in(client, people.member(role, at or desk_of("secretariat")))


def shown(client, path):
    answer = client.get(path)
    assert answer.status_code == 200, path
    return " ".join(html.unescape(answer.content.decode()).split())


def references_on(page):
    return re.findall(r'href="/cases/([0-9A-Z-]{11})/"', page)


def last_entry():
    with as_owner("audit"), connections["audit"].cursor() as cursor:
        cursor.execute("SELECT action, case_ids, result FROM audit_entry ORDER BY id DESC LIMIT 1")
        return cursor.fetchone()


@pytest.mark.parametrize("role", list(Role))
def test_figures_open_to_those_who_see_figures_and_to_nobody_else(client, found, role):
    browser = site(client, role)
    answers = {path: browser.get(path).status_code for path in PAGES}

    assert set(answers.values()) == ({200} if role in READERS else {403})


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_that_it_is_not_for_publication_on_screen_and_on_paper(client, found, path):
    page = shown(site(client, Role.ME_VIEWER), path)

    assert f'<p class="exact-mark" role="note">{MARK}</p>' in page
    assert f'<p class="sheet-mark" aria-hidden="true">{MARK}</p>' in page
    assert "reporting-figures.css" in page


def test_the_list_shows_every_figure_with_its_parts_and_its_rule(client, found):
    page = shown(site(client, Role.DIRECTOR), "/reports/2026Q3/figures/")

    for indicator in every_indicator():
        assert indicator.name in page
        assert indicator.definition in page
        assert indicator.numerator in page
        assert indicator.date_rule in page
    assert "<strong>3</strong> persons" in page
    assert "<strong>1</strong> of 1 persons, 100 %" in page


def test_live_figures_say_so_and_frozen_ones_stay(client, worker, found):
    officer = counters()["officer"]
    before = shown(people.sign_in(client, officer), "/reports/2026Q3/figures/5/")
    freeze.freeze(viewer=people.bound(officer), period=SUMMER)
    child(worker, dt.date(2026, 9, 1))
    after = shown(client, "/reports/2026Q3/figures/5/")

    assert ">Live</strong>" in before
    assert ">Frozen</strong>" in after
    assert '<p class="figures__value figures__value--large"> <strong>3</strong> persons' in after


def test_a_year_says_where_its_quarters_come_from(client, found):
    page = shown(site(client, Role.DIRECTOR), "/reports/2026/figures/")

    assert "and from the quarters that are frozen" in page
    assert "<strong>3</strong> persons" in page


@pytest.mark.parametrize(
    "path",
    [
        "/reports/2026Q5/figures/", "/reports/none/figures/", "/reports/2099Q1/figures/",
        "/reports/2026Q3/figures/1/", "/reports/2026Q3/figures/99999999999999/",
        "/reports/2026Q3/figures/5/cases/?cut=district&category=x",
        "/reports/2026Q3/figures/5/cases/?cut=sex&category=Neither",
        "/reports/2026Q3/figures/5/cases/?cut=sex&category=%00",
        "/reports/2026Q3/figures/5/cases/?category=Female",
        "/reports/2026Q3/figures/5/cases/?part=denominator",
        "/reports/2026Q3/figures/6/cases/?part=else",
        "/reports/2026Q3/figures/12/cases/?cut=agency-pair&category=a%2Bb",
    ],
)  # fmt: skip
def test_what_is_not_there_answers_404(client, found, path):
    assert site(client, Role.DIRECTOR).get(path).status_code == 404


def test_a_mark_that_is_no_case_number_begins_at_the_beginning(client, found):
    page = shown(site(client, Role.DIRECTOR), "/reports/2026Q3/figures/5/cases/?after=%00%27")

    assert len(references_on(page)) == 4


def test_the_cases_behind_a_number_are_those_of_its_persons_and_stand_in_the_trail(client, found):
    path = "/reports/2026Q3/figures/5/cases/?cut=region&category=oti"
    page = shown(site(client, Role.DIRECTOR), path)
    action, case_ids, result = last_entry()

    expected = [found[name] for name in ("first", "again", "alone")]
    assert references_on(page) == sorted(case.reference for case in expected)
    assert (action, result) == ("figures.persons", 200)
    assert set(case_ids) == {case.pk for case in expected}


def test_every_number_leads_to_a_page_of_cases(client, found):
    browser = site(client, Role.DIRECTOR)
    links = [
        link
        for indicator in every_indicator()
        for link in re.findall(
            r'href="(/reports/2026Q3/figures/\d+/cases/[^"]*)"',
            shown(browser, f"/reports/2026Q3/figures/{indicator.number}/"),
        )
    ]

    assert len(links) > 40
    assert all(references_on(shown(browser, link)) for link in links)


def test_each_kind_of_fact_leads_to_its_own_cases(client, found):
    browser = site(client, Role.DIRECTOR)

    def behind(query):
        return set(references_on(shown(browser, f"/reports/2026Q3/figures/{query}")))

    numbers = {name: case.reference for name, case in found.items()}
    both = {numbers["first"], numbers["again"]}
    assert behind("6/cases/") == both
    assert behind("12/cases/?cut=agency-pair&category=ngo-lake%2Bpolice") == both
    assert behind("40/cases/?cut=field&category=exploitation") == {numbers["first"]}
    assert behind("17/cases/?cut=agency&category=police") == {numbers["first"], numbers["girl"]}
    assert behind("9/cases/?cut=agency&category=ngo-lake&part=denominator") == {numbers["alone"]}


def test_a_passage_leads_to_none_of_another_passage_s_cases(client, worker):
    old = child(worker, dt.date(2026, 7, 1))
    Case.objects.filter(pk=old.pk).update(closed_on=dt.date(2026, 7, 20), stage="closed")
    new = child(worker, dt.date(2026, 9, 1))
    counted_as_one(new, old)
    browser = site(client, Role.DIRECTOR)
    path = "/reports/2026Q3/figures/12/cases/?cut=month&part=denominator&category="

    assert references_on(shown(browser, path + "2026-07")) == [old.reference]
    assert references_on(shown(browser, path + "2026-09")) == [new.reference]


def test_an_agency_sees_its_own_figures_and_case_numbers_and_nothing_of_ours(client, found):
    own = site(client, Role.DATA_MANAGER, desk_of("ngo-lake"))
    page = shown(own, "/reports/2026Q3/figures/5/")
    cases = references_on(shown(own, "/reports/2026Q3/figures/5/cases/"))
    strangers = site(client, Role.SUPERVISOR, desk_of("immigration"))
    theirs = shown(strangers, "/reports/2026Q3/figures/5/")
    foreign = strangers.get("/reports/2026Q3/figures/5/cases/?cut=agency&category=police")

    assert "figures of <strong>ngo-lake (invented)</strong> alone" in page
    assert "<strong>2</strong> persons" in page
    assert cases == sorted(found[name].reference for name in ("again", "alone"))
    assert "<strong>0</strong> persons" in theirs
    assert "police" not in theirs
    assert foreign.status_code == 404
    assert references_on(shown(strangers, "/reports/2026Q3/figures/5/cases/")) == []


def test_monitoring_sees_the_figure_no_case_number_and_why(client, found):
    browser = site(client, Role.ME_VIEWER)
    one = shown(browser, "/reports/2026Q3/figures/5/")
    cases = shown(browser, "/reports/2026Q3/figures/5/cases/")
    action, case_ids, _ = last_entry()

    assert "<strong>3</strong> persons" in one
    for page in (one, cases):
        assert references_on(page) == []
        assert "sees figures and no cases" in page
    assert "/cases/?cut=" not in one
    assert (action, case_ids) == ("figures.persons", [])


def test_a_page_holds_twenty_five_case_numbers_and_leads_on_to_the_rest(client, worker):
    for _ in range(27):
        child(worker, dt.date(2026, 8, 3))
    browser = site(client, Role.DIRECTOR)
    first = shown(browser, "/reports/2026Q3/figures/5/cases/?cut=sex&category=Male")
    mark = re.search(r'href="(\?[^"]*after=[^"]*)"', first)[1]
    second = shown(browser, f"/reports/2026Q3/figures/5/cases/{mark}")

    numbers = references_on(first) + references_on(second)
    assert len(references_on(first)) == 25
    assert len(set(numbers)) == len(numbers) == 27
    assert "after=" not in second


def test_no_page_asks_more_of_the_database_the_more_there_is(client, worker, found):
    browser = site(client, Role.DIRECTOR)
    asked = {path: _queries(browser, path) for path in PAGES}
    for day in range(1, 6):
        child(worker, dt.date(2026, 8, day), region="ahafo", source="hotline")

    assert {path: _queries(browser, path) for path in PAGES} == asked
    assert max(asked.values()) < 30


def _queries(browser, path):
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as asked:
        shown(browser, path)
    return len(asked)


def test_the_code_book_says_all_of_every_indicator(client):
    page = shown(site(client, Role.SUPERVISOR), reverse("figure_definitions"))

    for indicator in every_indicator():
        assert indicator.definition in page
        assert all(cut.title in page for cut in indicator.cuts)
