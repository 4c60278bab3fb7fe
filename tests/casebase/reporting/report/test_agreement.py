"""Every number in every file is the number of the protected tables; an edited one is found."""

from __future__ import annotations

import dataclasses

import pytest

from tests.casebase.reporting.report.agreement import disagreements
from tests.casebase.reporting.report.conftest import make_files

EDITED = (
    "indicators.csv",
    "indicators.json",
    "report.json",
    "report.xlsx",
    "report.html",
    "report.pdf",
    "charts/form.svg",
    "charts/form.vl.json",
    "charts/region.svg",
)
EDITED_OF_YEAR = (
    "charts/region-by-form.svg",
    "charts/form-by-age.svg",
    "charts/form-by-age.vl.json",
    "charts/region-by-sex-by-child.svg",
    "charts/sex-by-age.svg",
)


def test_every_number_of_every_file_equals_the_tables(release):
    report, files = release

    assert disagreements(files, report) == []


@pytest.mark.parametrize("name", EDITED)
def test_a_file_with_one_edited_cell_is_found(quarter, edited_quarter, name):
    report, files = quarter

    faults = disagreements({**files, name: edited_quarter[name]}, report)

    assert any(fault.startswith(f"{name}:") for fault in faults), faults


@pytest.mark.parametrize("name", EDITED_OF_YEAR)
def test_an_edited_cell_is_found_in_every_kind_of_chart(year, edited_year, name):
    report, files = year

    faults = disagreements({**files, name: edited_year[name]}, report)

    assert any(fault.startswith(f"{name}:") for fault in faults), faults


def test_a_finding_that_names_another_number_is_found(quarter):
    report, files = quarter
    first, *others = report.findings
    told = dataclasses.replace(first, text=f"{first.text} In all, about 4321.")

    faults = disagreements(files, dataclasses.replace(report, findings=(told, *others)))

    assert "finding on form: 4321 is not in the table" in faults


def test_an_absent_file_is_a_disagreement(quarter):
    report, files = quarter

    faults = disagreements({n: c for n, c in files.items() if n != "report.pdf"}, report)

    assert faults == ["report.pdf: absent"]


@pytest.fixture(scope="module")
def edited_quarter(releases):
    return make_files(_edited(releases["quarter"][0]))


@pytest.fixture(scope="module")
def edited_year(releases):
    return make_files(_edited(releases["year"][0]))


def _edited(report):
    """The same report with the largest cell of each table one higher, as its percentage."""
    return dataclasses.replace(report, tables=tuple(_edited_table(one) for one in report.tables))


def _edited_table(table):
    known = [c for c in table.cells if c.value is not None and "U" not in c.codes]
    largest = max(known, key=lambda cell: (cell.percent or 0, cell.value))
    edited = dataclasses.replace(
        largest,
        value=largest.value + 1,
        percent=None if largest.percent is None else largest.percent + 1,
    )
    cells = tuple(edited if cell is largest else cell for cell in table.cells)
    return dataclasses.replace(table, cells=cells)
