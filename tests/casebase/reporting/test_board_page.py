"""The board shows what a role may see, marked on screen, print and file, and nobody's name."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re

import pytest
from django.db import connection, connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from casebase.access.enums import Role
from casebase.registry.models import Case
from casebase.reporting.board import Asked, board, cross_tab
from casebase.reporting.models import BoardCase, BoardPerson
from casebase.reporting.periods import Period
from casebase.reporting.small_cells import hidden_small, with_totals
from portal.runtime import folders
from tests.casebase import people
from tests.casebase.database import as_owner
from tests.casebase.registry.cases import IDENTITY
from tests.casebase.reporting.scene import child, counters, decided, desk_of

pytestmark = pytest.mark.django_db(databases="__all__")
MARK = "Exact figures. Not for publication."
TODAY = timezone.localdate()
THIS = Period.of_day(TODAY)
NOT = "NotAVictimOfTrafficking"


@pytest.fixture
def director():
    return counters()["director"]


def page_of(viewer, query: str = "") -> str:
    answer = people.sign_in(Client(), viewer).get(f"/board/{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def numbers_of(viewer, **asked) -> dict[str, dict[str, tuple]]:
    """Table -> row -> numbers, as the viewer's session reads them."""
    people.bound(viewer)
    found = board(viewer=viewer, asked=Asked(**asked), now=timezone.localtime())
    return {t.code: {line.label: line.numbers for line in t.lines} for t in found.tables}


def last_entry() -> tuple[str, int]:
    with as_owner("audit"), connections["audit"].cursor() as cursor:
        cursor.execute("SELECT action, result FROM audit_entry ORDER BY id DESC LIMIT 1")
        return cursor.fetchone()


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("address", ["/board/", "/board/file/"])
def test_supervisors_and_directors_alone_see_it(role, address):
    viewer = people.member(role)

    answer = people.sign_in(Client(), viewer).get(address)

    allowed = role in {Role.SUPERVISOR, Role.DIRECTOR}
    assert answer.status_code == (200 if allowed else 403)
    assert last_entry()[0] == ("board.read" if address == "/board/" else "figures.file")
    assert ("/board/" in answer.content.decode()) == (allowed and address == "/board/")


def test_the_numbers_are_those_of_the_cases(police):
    child(police, TODAY, sex="Female", age=15, exploitation="Servitude", in_danger=True)
    decided(child(police, TODAY, age=30), police, NOT, TODAY)
    decided(child(police, TODAY, age=None), police, "ActualVictimOfTrafficking", TODAY)
    child(police, THIS.previous.starts_on)

    found = numbers_of(police)

    assert found["stages"]["Rescue"] == found["stages"]["All"] == (4,)
    assert [found["decisions"][name] for name in ("Possible victim", "Not a victim")] == [
        (2,),
        (1,),
    ]
    assert found["waiting"] == {"Decision to make": (2,), "In danger or needs a doctor": (1,)}
    # Persons, children, adults, not known; female, male, not known; found to be no victim.
    assert found["quarters"][f"{THIS.title}, so far"] == (2, 1, 0, 1, 1, 1, 0, 1)
    assert found["quarters"][THIS.previous.title] == (1, 1, 0, 0, 0, 1, 0, 0)
    assert found["forms"]["Oti"][-1] == found["forms"]["All"][-1] == 3


def test_the_director_sees_every_agency_and_a_supervisor_their_own(police, welfare, director):
    for _ in range(3):
        child(police, TODAY)
    child(welfare, TODAY)

    all_of_them, one = numbers_of(director, across="agency"), numbers_of(welfare)

    assert all_of_them["stages"]["All"][-1] == 4
    assert all_of_them["agencies"][str(police.user.agency)][0] == 3
    # 40 cells: eight forms and five kinds of agency.
    assert all_of_them["forms"]["Other or not known"] == (3, 1, 0, 0, 0, 4)
    assert one["stages"]["All"] == (1,)
    assert str(police.user.agency) not in page_of(welfare)
    assert "agencies" not in one


def test_an_injected_statement_reads_no_other_agencys_number(police, welfare):
    child(police, TODAY)
    people.bound(welfare)

    assert (BoardCase.objects.count(), BoardPerson.objects.count()) == (0, 0)
    for role in (Role.CASEWORKER, Role.DATA_MANAGER, Role.ME_VIEWER, Role.SYSTEM_ADMINISTRATOR):
        people.bound(people.member(role, desk_of("police")))
        assert (BoardCase.objects.count(), BoardPerson.objects.count()) == (0, 0)


def test_nobody_is_named_and_no_case_number_stands_in_it(police, director):
    cases = [child(police, TODAY) for _ in range(2)]
    shown = [page_of(viewer, "?across=agency") for viewer in (police, director)]
    file = people.sign_in(Client(), director).get("/board/file/").content.decode()

    for text in (*shown, file):
        assert not [name for name in IDENTITY.values() if name in text]
        assert not [case for case in cases if case.reference in text or str(case.pk) in text]
        assert not re.search(r"[0-9a-f]{8}-[0-9a-f]{4}", text)
    assert police.user.email not in shown[1]


def test_the_mark_stands_on_screen_in_print_and_in_the_file(police):
    child(police, TODAY)
    page = page_of(police)
    answer = people.sign_in(Client(), police).get("/board/file/")

    assert page.count(MARK) == 2  # one is for paper, on each sheet
    assert '<p class="sheet-mark" aria-hidden="true">' + MARK in page
    style = (folders.ROOT / "casebase/access/static/casework.css").read_text()
    printed = style.split("@media print")[-1]
    assert re.search(r"\.sheet-mark \{ display: block; position: fixed", printed)
    assert answer.content.decode().startswith(MARK)
    assert f"not-for-publication-board-{TODAY}.csv" in answer["Content-Disposition"]
    assert last_entry() == ("figures.file", 200)


def test_the_file_holds_every_number_of_the_page(police, director):
    child(police, TODAY, exploitation="Servitude")
    text = people.sign_in(Client(), director).get("/board/file/?across=agency").content.decode()

    rows = list(csv.reader(io.StringIO(text)))[2:]
    people.bound(director)
    found = board(viewer=director, asked=Asked(across="agency"), now=timezone.localtime())
    expected = [
        [table.title, line.label, column, table.unit, str(number)]
        for table in found.tables
        for line in table.lines
        for column, number in zip(table.columns, line.numbers, strict=True)
    ]
    assert rows == expected
    assert ["Domestic servitude", "Police", "1"] in [[row[1], row[2], row[4]] for row in rows]


def test_small_numbers_are_hidden_where_somebody_asks(police):
    for _ in range(11):
        child(police, TODAY)
    child(police, TODAY, exploitation="Servitude")

    page, exact = page_of(police, "?small=hidden"), page_of(police)

    assert "hidden</td>" in page
    assert "hidden</td>" not in exact
    people.bound(police)
    table = cross_tab(Asked(hides_small=True), timezone.localtime())
    numbers = [n for line in table.lines for n in line.numbers]
    assert not [n for n in numbers if n is not None and 0 < n < 10]


def test_a_hidden_number_does_not_follow_from_a_total():
    grid = hidden_small(with_totals([[30, 4, 20], [40, 50, 60]]))

    hidden = [[number is None for number in row] for row in grid]
    assert all(sum(line) != 1 for line in (*hidden, *zip(*hidden, strict=True)))
    assert grid[0][1] is None


def test_the_page_asks_as_often_however_many_cases_there_are(police, welfare, director):
    def queries() -> int:
        client = people.sign_in(Client(), director)
        client.get("/board/")
        with CaptureQueriesContext(connection) as asked:
            client.get("/board/")
        return len(asked)

    child(police, TODAY)
    few = queries()
    for number in range(12):
        day = TODAY - dt.timedelta(days=40 * number)
        child((police, welfare)[number % 2], day, exploitation="Servitude")

    assert queries() == few


def test_no_case_is_read_for_the_board(director):
    people.bound(director)
    with CaptureQueriesContext(connection) as asked:
        for across in ("region", "agency"):
            wanted = Asked(across=across, is_long=across == "agency")
            board(viewer=director, asked=wanted, now=timezone.localtime())
    statements = [one["sql"] for one in asked.captured_queries]

    assert statements
    for statement in statements:
        with connection.cursor() as cursor:
            cursor.execute(f"EXPLAIN {statement}".replace("%", "%%"))
            plan = "\n".join(row[0] for row in cursor.fetchall())
        assert "registry_" not in plan, plan
    assert Case.objects.count() == 0
