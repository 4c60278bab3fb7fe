"""The files of a release: all there, the same every time, found good by those who read them."""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import io
import json
import subprocess
import sys

import frictionless
import pdfua
import pypdf
import pypdfium2
import pytest

from casebase.reporting.report.tidy import NoSuchColumn, indicators_csv
from casebase.reporting.report.wording import NOTICE
from tests.casebase.reporting import reports
from tests.casebase.reporting.report.conftest import BASE, MICRODATA, make_files

PLAIN = {
    "CITATION.txt",
    "LICENCE.txt",
    "SHA256SUMS",
    "codebook.csv",
    "codebook.html",
    "datapackage.json",
    "dataset.jsonld",
    "indicators.csv",
    "indicators.json",
    "report.html",
    "report.json",
    "report.pdf",
    "report.xlsx",
}
WITHOUT_ROOM = {"indicators.csv", "microdata.csv", "report.json"}  # columns and fields are fixed


def test_a_release_has_exactly_the_agreed_files(release):
    report, files = release
    charts = {f"charts/{t.id}.{end}" for t in report.tables for end in ("svg", "vl.json")}
    of_a_year = {"microdata.csv"} if report.release.kind == "year" else set()

    assert set(files) == PLAIN | charts | of_a_year


def test_the_same_report_gives_the_same_bytes(year):
    report, files = year

    again = make_files(report)

    assert {name for name in files if files[name] != again[name]} == set()


def test_every_file_of_a_demonstration_says_that_it_is_one(year):
    _, files = year

    silent = {name for name, content in files.items() if NOTICE not in _text_of(name, content)}

    assert silent == WITHOUT_ROOM
    assert json.loads(files["report.json"])["is_invented"] is True


def test_no_file_of_a_real_release_says_so():
    files = make_files(reports.tiny_report(is_invented=False))

    assert {name for name, content in files.items() if NOTICE in _text_of(name, content)} == set()


def test_every_page_and_every_sheet_of_a_demonstration_says_so(quarter):
    report, files = quarter
    pages = pypdf.PdfReader(io.BytesIO(files["report.pdf"])).pages

    assert [n for n, page in enumerate(pages, 1) if NOTICE not in page.extract_text()] == []
    assert _text_of("report.xlsx", files["report.xlsx"]).count(f"&amp;C{NOTICE}") == 3 + len(
        report.tables
    )


def test_the_pdf_passes_the_check_of_pdf_ua(release, tmp_path):
    _, files = release
    paper = tmp_path / "report.pdf"
    paper.write_bytes(files["report.pdf"])

    found = pdfua.validate(str(paper))

    assert [str(one) for one in found.findings] == []


def test_the_pdf_says_its_title_language_and_publisher(quarter):
    report, files = quarter

    read = pypdf.PdfReader(io.BytesIO(files["report.pdf"]))

    assert read.metadata.title == f"{report.title} ({NOTICE})"
    assert read.metadata.author == report.publisher
    assert read.trailer["/Root"]["/Lang"] == "en-GB"
    assert read.metadata.creation_date.date() == report.release.made_on


def test_the_data_package_and_its_data_are_found_in_order(release, tmp_path):
    _, files = release
    _write(files, tmp_path)

    found = frictionless.Package(str(tmp_path / "datapackage.json")).validate()

    assert found.valid, found.flatten(["rowNumber", "fieldNumber", "type", "note"])


def test_a_code_outside_the_list_is_not_found_in_order(quarter, tmp_path):
    _, files = quarter
    spoilt = files["indicators.csv"].replace(b",fishing,", b",mining,", 1)
    _write({**files, "indicators.csv": spoilt}, tmp_path)

    found = frictionless.Package(str(tmp_path / "datapackage.json")).validate()

    assert "constraint-error" in {kind for (kind,) in found.flatten(["type"])}


def test_the_data_package_follows_version_two(quarter):
    _, files = quarter
    package = json.loads(files["datapackage.json"])

    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert {one["type"] for one in package["resources"]} == {"table"}
    assert package["id"] == f"{BASE}/statistics/2026q3-v1/"


def test_the_dataset_is_described_for_catalogues(year):
    _, files = year
    node = json.loads(files["dataset.jsonld"])
    wanted = {
        "name",
        "description",
        "license",
        "creator",
        "temporalCoverage",
        "spatialCoverage",
        "variableMeasured",
        "distribution",
        "version",
        "isBasedOn",
        "identifier",
    }

    assert wanted <= set(node)
    assert node["@type"] == ["Dataset", "dcat:Dataset"]
    assert node["temporalCoverage"] == "2026-01-01/2026-12-31"
    for download in node["distribution"]:
        content = files[download["name"]]
        assert download["sha256"] == hashlib.sha256(content).hexdigest()
        assert download["contentUrl"] == f"{BASE}/statistics/2026-v1/{download['name']}"


def test_the_checksums_are_those_of_every_other_file(year, tmp_path):
    _, files = year
    _write(files, tmp_path)

    checked = subprocess.run(
        ["sha256sum", "--check", "--strict", "SHA256SUMS"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert checked.returncode == 0, checked.stdout
    assert checked.stdout.count(": OK") == len(files) - 1


def test_the_protected_file_is_passed_on_untouched(year):
    _, files = year

    assert files["microdata.csv"] == MICRODATA


def test_csv_and_json_hold_the_same_lines(release):
    _, files = release
    lines = list(csv.DictReader(io.StringIO(files["indicators.csv"].decode())))
    rows = json.loads(files["indicators.json"])["rows"]

    assert [{k: "" if v is None else str(v) for k, v in row.items()} for row in rows] == lines


def test_a_dimension_without_a_column_is_refused():
    report = reports.tiny_report()
    table = report.tables[0]
    other = dataclasses.replace(table.dimensions[0], name="RECRUITER")
    unknown = dataclasses.replace(table, dimensions=(other,))

    with pytest.raises(NoSuchColumn, match="no column for RECRUITER"):
        indicators_csv(dataclasses.replace(report, tables=(unknown,)))


def test_every_code_of_the_data_stands_in_the_code_book(year):
    _, files = year
    book = csv.DictReader(io.StringIO(files["codebook.csv"].decode()))
    known = {(row["COLUMN"], row["CODE"]) for row in book}
    lines = csv.DictReader(io.StringIO(files["indicators.csv"].decode()))
    used = {(name, value) for line in lines for name, value in line.items()}

    assert {one for one in used - known if one[0] not in {"OBS_VALUE", "MOE90"}} == set()


def test_nothing_that_draws_or_sets_is_loaded_before_a_release_is_made():
    said = (
        "import sys, casebase.reporting.report.files; "
        "print([m for m in ('vl_convert', 'typst', 'xlsxwriter') if m in sys.modules])"
    )

    run = subprocess.run([sys.executable, "-c", said], capture_output=True, text=True, check=True)

    assert run.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["report.html", "codebook.html"])
def test_a_page_loads_nothing_and_runs_nothing(release, name):
    _, files = release
    page = files[name].decode()

    for word in ("<script", "<link", "<img", "<iframe", "@import", "javascript:", "url(http"):
        assert word not in page


def _write(files, folder):
    for name, content in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _text_of(name, content):
    if name.endswith(".xlsx"):
        from tests.casebase.reporting.report.workbooks import parts_of

        return " ".join(part.decode() for part in parts_of(content).values())
    if not name.endswith(".pdf"):
        return content.decode()
    document = pypdfium2.PdfDocument(content)
    page = document[0].get_textpage()
    text = page.get_text_range()
    page.close()
    document.close()
    return text
