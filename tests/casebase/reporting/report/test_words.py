"""What a report says in sentences: the finding, its margin, and nothing about what is hidden."""

from __future__ import annotations

import dataclasses
import datetime as dt

from casebase.reporting.report.build import report_of
from casebase.reporting.report.findings import children_of, findings_of
from casebase.reporting.report.model import Cell, Correction, ObsStatus, Table
from tests.casebase.reporting import reports


def test_the_largest_form_is_named_with_its_margin_and_share():
    report = _of("form", "FORM", fishing=85, sexual=40, labour=30)

    assert _finding(report, "form") == (
        "The most frequent form of exploitation was forced or child labour in fishing: "
        "about 85 (give or take 7), 45 percent."
    )


def test_two_regions_that_margins_cannot_tell_apart_are_named_together():
    report = _of("region", "REF_AREA", **{"GH-TV": 52, "GH-AA": 48, "GH-CP": 20})

    said = _finding(report, "region")

    assert said.startswith("The largest numbers of persons were identified in Volta, about 52")
    assert "and Greater Accra, about 48" in said
    assert said.endswith("The margins are too wide to say which is larger.")


def test_not_known_is_never_the_largest():
    report = _of("form", "FORM", other=120, fishing=40)

    assert "fishing: about 40" in _finding(report, "form")


def test_children_are_told_with_the_margin_of_the_sum():
    table = _table(("SEX", "CHILD"), {("F", "C"): 85, ("M", "C"): 60, ("F", "A"): 30})

    said = findings_of(_release(), (table,))

    assert children_of(table) == (145, 10)
    assert (
        "Girls and boys together were about 145 (give or take 10), 78 percent of all."
        in [one.text for one in said][-1]
    )


def test_children_are_told_once_from_their_own_table_where_there_is_one():
    children = _table(("CHILD",), {("C",): 150, ("A",): 37})
    both = _table(("SEX", "CHILD"), {("F", "C"): 85, ("M", "C"): 60})

    said = [one.text for one in findings_of(_release(), (children, both))]

    assert said[0] == ("About 150 (give or take 7), or 80 percent, were children, under 18 years.")
    assert "together" not in said[1]


def test_children_are_not_told_where_boys_are_hidden():
    table = _table(("SEX", "CHILD"), {("F", "C"): 85, ("F", "A"): 30})

    said = " ".join(one.text for one in findings_of(_release(), (table,)))

    assert children_of(table) is None
    assert "boys" not in said
    assert "about 85 (give or take 7), or 45 percent, were girls" in said


def test_where_nearly_everything_is_hidden_the_first_finding_says_so():
    report = reports.tiny_report()

    assert report.findings[0].text.startswith("The cohort has 25 persons.")
    assert "no one can be recognised" in report.findings[0].text


def test_the_text_on_what_is_hidden_counts_those_cells():
    report = reports.tiny_report()
    cells = [cell for table in report.tables for cell in table.cells]
    hidden = sum(cell.status is ObsStatus.HIDDEN for cell in cells)

    assert f"Of the {len(cells)} numbers in the tables, {hidden} are not shown" in report.hidden
    assert "One more read “counted in the total”" in report.hidden


def test_the_method_names_what_was_spent_and_what_it_means():
    method = " ".join(reports.year_report().method)

    for words in ("rho = 0.85", "epsilon = 7.13", "delta = 0.000001", "3.07 persons"):
        assert words in method
    for words in ("Brothers and sisters", "faithful", "Many victims are never found", "cut-off"):
        assert words in method


def test_corrections_stand_in_the_order_in_which_they_were_noted():
    late, early = (
        Correction(dt.date(2027, 5, 4), "Second."),
        Correction(dt.date(2027, 3, 2), "First."),
    )

    report = reports.quarter_report(corrections=(late, early))

    assert report.corrections == (early, late)


def test_a_report_is_the_same_whenever_it_is_made():
    assert reports.year_report() == reports.year_report()


def _release(persons=187):
    quarter = reports.quarter_report().release
    return dataclasses.replace(quarter, persons=persons)


def _table(names, counts, persons=187) -> Table:
    given = reports.table_of([], ("some", "Some", names))
    cells = tuple(_cell(c, counts.get(c.codes), persons) for c in given.cells)
    return dataclasses.replace(given, cells=cells)


def _cell(cell, count, persons) -> Cell:
    if count is None:
        return cell
    return Cell(cell.codes, count, 7, round(100 * count / persons), persons)


def _of(table_id, name, **counts):
    table = _table((name,), {(code,): count for code, count in counts.items()})
    return report_of(_release(), (dataclasses.replace(table, id=table_id),))


def _finding(report, table):
    return next(one.text for one in report.findings[::-1] if one.table == table)
