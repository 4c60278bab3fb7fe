"""The workbook as its parts: sheets, real tables, numbers that are numbers, widths that fit."""

from __future__ import annotations

import re

from tests.casebase.reporting.report.workbooks import parts_of, sheets_of


def test_cover_contents_and_notes_come_first_then_one_sheet_a_table(release):
    report, files = release

    names = list(sheets_of(files["report.xlsx"]))

    assert names == [
        "Cover",
        "Contents",
        "Notes",
        *(f"Table {place}" for place in range(1, len(report.tables) + 1)),
    ]


def test_every_table_is_a_real_one_with_a_plain_name(release):
    report, files = release
    parts = parts_of(files["report.xlsx"])
    tables = [body.decode() for name, body in parts.items() if name.startswith("xl/tables/")]

    names = {re.search(r' name="(\w+)"', one)[1] for one in tables}

    assert names == {f"tbl_{place}" for place in range(1, len(report.tables) + 1)}


def test_a_number_is_a_number_and_a_hidden_one_is_words(quarter):
    _, files = quarter
    rows = sheets_of(files["report.xlsx"])["Table 1"]
    values = {row[0]: row[1] for row in rows[-8:]}

    assert values["Forced or child labour in fishing"] == 55
    assert values["Forced begging"] == "fewer than 10"


def test_nothing_is_merged_and_no_column_is_too_narrow_for_its_labels(release):
    report, files = release
    parts = parts_of(files["report.xlsx"])
    for place, table in enumerate(report.tables, start=4):
        sheet = parts[f"xl/worksheets/sheet{place}.xml"].decode()
        widths = [float(one) for one in re.findall(r'<col [^>]*width="([\d.]+)"', sheet)]
        longest = [max(len(code.label) for code in d.codes) for d in table.dimensions]

        assert "mergeCell" not in sheet
        assert all(width > least for width, least in zip(widths, longest, strict=False))


def test_the_workbook_was_made_when_the_release_was(quarter):
    report, files = quarter
    core = parts_of(files["report.xlsx"])["docProps/core.xml"].decode()

    made = report.release.made_on.isoformat()
    assert re.findall(r">(\d{4}-\d\d-\d\d)T", core) == [made, made]
