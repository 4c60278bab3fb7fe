"""Nothing leaves that must not; each kind of leak, planted, is found."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import zipfile

import pypdf
import pytest

from casebase.reporting.report.model import ObsStatus
from tests.casebase.reporting.report.bundle_scan import leaks_in
from tests.casebase.reporting.report.conftest import make_files


def test_a_release_holds_nothing_that_must_stay(release):
    _, files = release

    assert leaks_in(files) == []


@pytest.mark.parametrize(
    "name",
    [
        "indicators.csv",
        "indicators.json",
        "report.json",
        "report.xlsx",
        "report.html",
        "report.pdf",
        "charts/form.svg",
        "charts/form.vl.json",
    ],
)
def test_a_planted_true_count_is_found(quarter, planted, name):
    _, files = quarter

    faults = leaks_in({**files, name: planted[name]})

    assert any(fault.startswith(f"{name}: small") for fault in faults), faults


@pytest.mark.parametrize(
    ("planted_text", "what"),
    [
        ("6f9619ff-8b86-d011-b42d-00c04fc964ff", "a UUID"),
        ("K7QF-2M9X-B", "a case number"),
        ("someone@example.org", "an e-mail address"),
    ],
)
@pytest.mark.parametrize("name", ["CITATION.txt", "report.html", "charts/form.svg", "report.xlsx"])
def test_what_names_a_person_or_a_case_is_found(quarter, name, planted_text, what):
    _, files = quarter
    note = planted_text.encode()
    spoilt = _with_part(files[name], "xl/note.xml", note) if name.endswith("xlsx") else None

    faults = leaks_in({**files, name: spoilt or files[name] + note})

    assert f"{name}: {what} in it" in faults


@pytest.mark.parametrize("name", ["indicators.csv", "microdata.csv"])
def test_a_column_nobody_agreed_on_is_found(year, name):
    _, files = year
    rows = list(csv.reader(io.StringIO(files[name].decode())))
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(
        [[*row, "DISTRICT" if place == 0 else "Keta"] for place, row in enumerate(rows)]
    )

    faults = leaks_in({**files, name: text.getvalue().encode()})

    assert any(fault.startswith(f"{name}: columns") for fault in faults)


def test_a_field_nobody_agreed_on_is_found_in_json_and_in_charts(quarter):
    _, files = quarter
    report = json.loads(files["report.json"])
    report["tables"][0]["cells"][0]["exact"] = 12
    chart = json.loads(files["charts/form.vl.json"])
    chart["data"]["values"][0]["exact"] = 12

    faults = leaks_in(
        {
            "report.json": json.dumps(report).encode(),
            "charts/form.vl.json": json.dumps(chart).encode(),
        }
    )

    assert faults == ["report.json: cell has exact", "charts/form.vl.json: column exact"]


@pytest.mark.parametrize(
    ("part", "old", "new", "found"),
    [
        ("xl/workbook.xml", b'sheetId="2"', b'sheetId="2" state="hidden"', 'state="hidden" in it'),
        ("xl/worksheets/sheet4.xml", b"<row ", b'<row hidden="1" ', "hidden="),
        ("docProps/core.xml", b"Human Trafficking Secretariat", b"A clerk", "author"),
        ("xl/pivotCache/pivotCacheDefinition1.xml", b"", b"<pivot/>", "pivotCache"),
        ("xl/comments1.xml", b"", b"<comments/>", "comments1"),
    ],
)
def test_what_a_workbook_can_hide_is_found(quarter, part, old, new, found):
    _, files = quarter
    spoilt = _with_part(files["report.xlsx"], part, new, old)

    faults = leaks_in({"report.xlsx": spoilt})

    assert any(found in fault for fault in faults), faults


def test_an_attachment_and_a_name_in_a_pdf_are_found(quarter):
    _, files = quarter
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(files["report.pdf"]))
    writer.add_attachment("exact.csv", b"form,6")
    writer.add_metadata({"/Author": "A clerk"})
    spoilt = io.BytesIO()
    writer.write(spoilt)

    faults = leaks_in({"report.pdf": spoilt.getvalue()})

    assert faults == ["report.pdf: /EmbeddedFiles in it", "report.pdf: author is A clerk"]


def test_a_hidden_number_in_the_description_of_a_chart_is_found(quarter):
    _, files = quarter
    spoilt = files["charts/form.svg"].replace(b"</desc>", b" Forced marriage: 3.</desc>", 1)

    faults = leaks_in({"charts/form.svg": spoilt})

    assert len(faults) == 1
    assert "Forced marriage: 3" in faults[0]


def test_a_file_nobody_agreed_on_is_found():
    assert leaks_in({"exact.csv": b""}) == ["exact.csv: nobody agreed on such a file"]


@pytest.fixture(scope="module")
def planted(releases):
    """The quarter with the true count behind one hidden cell."""
    report = releases["quarter"][0]
    form = report.tables[0]
    hidden = next(cell for cell in form.cells if cell.status is ObsStatus.HIDDEN)
    told = dataclasses.replace(hidden, value=6, moe90=7, status=ObsStatus.SHOWN)
    cells = tuple(told if cell is hidden else cell for cell in form.cells)
    tables = (dataclasses.replace(form, cells=cells), *report.tables[1:])
    return make_files(dataclasses.replace(report, tables=tables))


def _with_part(workbook: bytes, name: str, new: bytes, old: bytes = b"") -> bytes:
    """The workbook with one part changed, or added where `old` is empty."""
    spoilt = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as given, zipfile.ZipFile(spoilt, "w") as made:
        for entry in given.namelist():
            content = given.read(entry)
            made.writestr(entry, content.replace(old, new) if entry == name else content)
        if not old:
            made.writestr(name, new)
    return spoilt.getvalue()
