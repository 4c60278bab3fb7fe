"""Whatever is published is a count on the protected file, in every product alike (test 10)."""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import io
import uuid

import pytest

from casebase.reporting import disclosure
from casebase.reporting.periods import Period
from casebase.reporting.protection import domain, microdata
from casebase.reporting.releasing.cohort import Approved
from casebase.reporting.releasing.ledger import Entry
from tests.casebase.reporting.cohorts import cohort
from tests.casebase.reporting.report.agreement import disagreements
from tests.casebase.reporting.report.bundle_scan import leaks_in

pytestmark = pytest.mark.slow
DAY = dt.datetime(2026, 11, 26, 9, tzinfo=dt.UTC)


def released(period, persons, seed):
    """The protected file of a made-up cohort, its report and its files."""
    programme = disclosure.programme_for(period)
    rows = cohort(persons, seed=seed, programme=programme)
    protected = microdata.protect(microdata.measure(programme, rows))
    content = disclosure._as_csv(domain.decode(programme, protected))
    entry = Entry(
        uuid.uuid4(), period.code, programme.name, programme.version, 1, programme.rho, persons,
        "0" * 64, {"drawn": DAY}, 1, {},
    )  # fmt: skip
    of = Approved(period, persons, "0" * 64, 1, 2, "2026-11-20")
    report = disclosure.report_from(content, entry, of, 1, DAY.date())
    micro = None if period.quarter else disclosure.open_microdata({period.code: content})
    return content, report, disclosure.files_from(report, micro)


def recounted(content, table):
    """The table counted again, line by line, from the protected file."""
    names = [dimension.name for dimension in table.dimensions]
    counts = dict.fromkeys((cell.codes for cell in table.cells), 0)
    for row in csv.DictReader(io.StringIO(content.decode())):
        counts[tuple(row[name] for name in names)] += 1
    return counts


def wrong_cells(content, report):
    """Cells that show something else than the protected file holds."""
    return [
        (table.id, cell.codes)
        for table in report.tables
        for cell in table.cells
        if cell.value is not None and cell.value != recounted(content, table)[cell.codes]
    ]


@pytest.mark.parametrize(
    ("period", "persons"), [(Period(2026, 3), 187), (Period(2026, 3), 25), (Period(2025), 812)]
)
def test_every_number_of_a_release_is_a_count_on_the_protected_file(period, persons):
    content, report, files = released(period, persons, seed=persons)

    assert wrong_cells(content, report) == []
    assert disagreements(files, report) == []
    assert leaks_in(files) == []
    assert all(
        cell.value is None or cell.value >= 10 for table in report.tables for cell in table.cells
    )
    assert len(content.splitlines()) == persons + 1


def test_a_report_with_one_cell_edited_is_found_out():
    content, report, files = released(Period(2026, 3), 187, seed=3)
    first = report.tables[0]
    cell = next(one for one in first.cells if one.value)
    edited = dataclasses.replace(cell, value=cell.value + 1)
    cells = tuple(edited if one is cell else one for one in first.cells)
    table = dataclasses.replace(first, cells=cells)
    changed = dataclasses.replace(report, tables=(table, *report.tables[1:]))

    assert wrong_cells(content, changed) == [(first.id, cell.codes)]
    assert disagreements(files, changed) != []
