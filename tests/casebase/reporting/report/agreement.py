"""Does every number in every file equal the protected tables? (statistics.md, test 10)

What is expected is worked out here from the tables alone, never with the code that wrote the
files. Texts of the report that carry numbers are held against the tables as well.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from html.parser import HTMLParser

import pypdfium2

from casebase.reporting.report.model import Cell, Report, Table
from tests.casebase.reporting.report.workbooks import sheets_of

_NUMBER = re.compile(r"\d+(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?")
_DIMENSIONS = ("REF_AREA", "SEX", "AGE", "CHILD", "FORM", "AGENCY", "NATIONALITY")
_CONFIDENTIALITY = {"A": "F", "Q": "C", "K": "D"}


def disagreements(files: dict[str, bytes], report: Report) -> list[str]:
    """One line for each place where a file says something else than the tables; none if all agree.

    Args:
        files: entries of a release by name, such as `files_of` makes; an absent one is a fault.
    """
    wanted = ("indicators.csv", "indicators.json", "report.xlsx", "report.html", "report.pdf")
    absent = [f"{name}: absent" for name in wanted if name not in files]
    return [
        *absent,
        *_texts(report),
        *[
            f"{name}: {fault}"
            for name, content in files.items()
            if (check := _check_of(name)) is not None
            for fault in check(name, content, report)
        ],
    ]


def _check_of(name):
    exact = {
        "indicators.csv": _csv,
        "indicators.json": _json,
        "report.json": _report_json,
        "report.xlsx": _xlsx,
        "report.html": _html,
        "report.pdf": _pdf,
    }
    if name.endswith(".vl.json"):
        return _spec
    return _svg if name.endswith(".svg") else exact.get(name)


def numbers_in(text: str) -> list[str]:
    return [one.replace(",", "") for one in _NUMBER.findall(text)]


def _texts(report: Report) -> list[str]:
    """Findings and descriptions of charts name only numbers of their own table."""
    told = [("finding", one.table, one.text) for one in report.findings]
    told += [("description", one.table, one.description) for one in report.charts]
    return [
        f"{kind} on {table}: {number} is not in the table"
        for kind, table, text in told
        for number in numbers_in(text)
        if number not in _numbers_of(_table(report, table), report)
    ]


def _table(report: Report, table: str) -> Table:
    return next(one for one in report.tables if one.id == table)


def _numbers_of(table: Table, report: Report) -> set[str]:
    """All that may be said about a table: its numbers, its labels, ten, the size of the cohort."""
    labels = [code.label for one in table.dimensions for code in one.codes] + [table.title]
    found = {10, report.release.persons, *_children(table, report)}
    for cell in table.cells:
        found |= {cell.value, cell.moe90, cell.percent, cell.base}
    words = {one for label in labels for one in numbers_in(label)}
    return {str(one) for one in found if one is not None} | words


def _children(table: Table, report: Report) -> set[int]:
    """Girls and boys together, with the margin and the percentage of that sum."""
    pair = [c for c in table.cells if c.codes in {("F", "C"), ("M", "C")}]
    if len(pair) != 2 or None in {c.value for c in pair}:
        return set()
    total = sum(c.value for c in pair)
    square = sum((c.moe90 or 0) ** 2 for c in pair)
    margin = next(one for one in range(100_000) if one * one >= square)
    return {total, margin, round(100 * total / report.release.persons)}


def _expected_lines(report: Report) -> list[dict[str, str]]:
    return [_expected_line(report, table, cell) for table in report.tables for cell in table.cells]


def _expected_line(report: Report, table: Table, cell: Cell) -> dict[str, str]:
    codes = {d.name: code for d, code in zip(table.dimensions, cell.codes, strict=True)}
    status = cell.status.value
    return {
        "TIME_PERIOD": report.release.period,
        "TABLE": table.id,
        **{name: codes.get(name, "_T") for name in _DIMENSIONS},
        "OBS_VALUE": "" if cell.value is None else str(cell.value),
        "OBS_STATUS": status,
        "CONF_STATUS": _CONFIDENTIALITY[status],
        "MOE90": "" if cell.moe90 is None else str(cell.moe90),
    }


def _compare(found: list, expected: list) -> list[str]:
    if len(found) != len(expected):
        return [f"{len(found)} lines instead of {len(expected)}"]
    pairs = zip(found, expected, strict=True)
    return [f"{one} instead of {other}" for one, other in pairs if one != other]


def _csv(name, content, report):
    return _compare(list(csv.DictReader(io.StringIO(content.decode()))), _expected_lines(report))


def _json(name, content, report):
    rows = [
        {key: "" if value is None else str(value) for key, value in row.items()}
        for row in json.loads(content)["rows"]
    ]
    return _compare(rows, _expected_lines(report))


def _report_json(name, content, report):
    tables = json.loads(content)["tables"]
    found = [
        (t["id"], tuple(c["codes"]), c["value"], c["moe90"], c["percent"], c["base"], c["status"])
        for t in tables
        for c in t["cells"]
    ]
    expected = [
        (t.id, c.codes, c.value, c.moe90, c.percent, c.base, c.status.value)
        for t in report.tables
        for c in t.cells
    ]
    return _compare(found, expected)


def _xlsx(name, content, report):
    sheets = sheets_of(content)
    return [
        f"Table {place}: {fault}"
        for place, table in enumerate(report.tables, start=1)
        for fault in _compare(sheets[f"Table {place}"][-len(table.cells) :], _sheet(table))
    ]


def _sheet(table: Table) -> list[list]:
    rows = []
    for cell in table.cells:
        shown = cell.shown if cell.value is None else cell.value
        row = [*_labels(table, cell), shown, cell.moe90, cell.percent, cell.base]
        while row[-1] is None:
            row.pop()
        rows.append(row)
    return rows


def _labels(table: Table, cell: Cell) -> list[str]:
    return [d.label_of(c) for d, c in zip(table.dimensions, cell.codes, strict=True)]


class _Tables(HTMLParser):
    """Rows of body cells of each `data-table`, and all text outside of tables."""

    def __init__(self):
        super().__init__()
        self.tables, self.text, self.table, self.in_body, self.skip = {}, [], None, False, 0

    def handle_starttag(self, tag, attrs):
        if tag == "table":
            self.table = dict(attrs).get("data-table")
            self.tables[self.table] = []
        self.in_body = tag == "tbody" or (self.in_body and tag != "table")
        if tag == "tr" and self.in_body:
            self.tables[self.table].append([])
        if tag in {"td", "th"} and self.in_body:
            self.tables[self.table][-1].append("")
        self.skip += tag == "style"

    def handle_endtag(self, tag):
        self.skip -= tag == "style"
        if tag == "tbody":
            self.in_body = False

    def handle_data(self, data):
        if self.in_body:
            if data.strip():
                self.tables[self.table][-1][-1] += data
        elif not self.skip:
            self.text.append(data)


def _html(name, content, report):
    read = _Tables()
    read.feed(content.decode())
    faults = _foreign_numbers(" ".join(read.text), report)
    for table in report.tables:
        expected = [["".join(part) for part in row] for row in _rows(table)]
        faults += [
            f"{table.id}: {one}" for one in _compare(read.tables.get(table.id, []), expected)
        ]
    return faults


def _rows(table: Table) -> list[list[tuple[str, str]]]:
    """What stands in each field of each row: the number, and what is below it."""
    if len(table.dimensions) == 1:
        return [
            [(_labels(table, c)[0], ""), (c.shown, ""), (_margin(c), ""), (_percent(c), "")]
            for c in table.cells
        ]
    width = len(table.dimensions[-1].codes)
    lines = [table.cells[n : n + width] for n in range(0, len(table.cells), width)]
    totals = len(table.dimensions) == 2 and any(c.base is not None for c in table.cells)
    return [_wide_row(table, cells, totals) for cells in lines]


def _wide_row(table: Table, cells, totals: bool) -> list[tuple[str, str]]:
    heads = [(label, "") for label in _labels(table, cells[0])[:-1]]
    fields = [(c.shown, " · ".join(one for one in (_margin(c), _percent(c)) if one)) for c in cells]
    base = cells[0].base
    total = [("fewer than 10" if base is None else f"{base:,}", "")] if totals else []
    return heads + fields + total


def _margin(cell: Cell) -> str:
    return "" if cell.moe90 is None else f"± {cell.moe90}"


def _percent(cell: Cell) -> str:
    return "" if cell.percent is None else f"{cell.percent}%"


def _foreign_numbers(text: str, report: Report) -> list[str]:
    """Numbers that neither a table nor a text of the report holds."""
    said = [report.title, report.summary, report.hidden, *report.method, report.licence]
    said += [one.text for one in (*report.findings, *report.definitions, *report.corrections)]
    said += [report.release.id, "50 18 0 100", *(f"{n}." for n in range(len(report.tables) + 1))]
    known = {one for text_said in said for one in numbers_in(text_said)} | _of_dates(report)
    for table in report.tables:
        known |= _numbers_of(table, report)
    return [f"{one} is in no table" for one in numbers_in(text) if one not in known]


def _of_dates(report: Report) -> set[str]:
    release = report.release
    days = [release.first_day, release.last_day, release.cut_off, release.made_on]
    days += [one.noted_on for one in report.corrections]
    return {str(part) for day in days for part in (day.day, day.year)}


def text_of_pdf(content: bytes) -> str:
    document = pypdfium2.PdfDocument(content)
    pages = [page.get_textpage() for page in document]
    text = "\n".join(page.get_text_range() for page in pages)
    for page in pages:
        page.close()
    document.close()
    return text


def _pdf(name, content, report):
    return _in_pdf(text_of_pdf(content), report)


def _in_pdf(text: str, report: Report) -> list[str]:
    """Every row stands in it, field by field; no number of the pages comes from elsewhere."""
    squeezed = re.sub(r"[\s\u00ad\ufffe\u0002]+", "", text)
    faults = [
        f"{table.id}: no row {wanted}"
        for table in report.tables
        for row in _rows(table)
        if (wanted := re.sub(r"\s+", "", "".join("".join(part) for part in row))) not in squeezed
    ]
    pages = re.sub(r"Page\s+\d+\s+of\s+\d+", "", text)
    return faults + _foreign_numbers(pages, report)


def _spec(name, content, report):
    spec = json.loads(content)
    table = _table(report, name.removeprefix("charts/").removesuffix(".vl.json"))
    faults = []
    for value in spec["data"]["values"]:
        codes = tuple(value[one.name] for one in table.dimensions)
        cell = table.cell(*codes)
        said = (value["persons"], value["margin"], value["percent"], value["shown"])
        if said != (cell.value, cell.moe90, cell.percent, cell.shown):
            faults.append(f"{codes}: {said}")
    return faults + _foreign(spec["description"], table, report)


def _foreign(text: str, table: Table, report: Report) -> list[str]:
    known = _numbers_of(table, report) | set(numbers_in(report.release.period_title))
    return [f"{one} is not in the table" for one in numbers_in(text) if one not in known]


def _svg(name, content, report):
    drawing = content.decode()
    table = _table(report, name.removeprefix("charts/").removesuffix(".svg"))
    chart = next(one for one in report.charts if one.table == table.id)
    words = re.findall(r"<(?:text|tspan|title|desc)[^>]*>([^<]+)<", drawing)
    faults = [fault for text in words for fault in _foreign(text.replace("–", " "), table, report)]
    lacking = Counter(_words(table, chart.kind)) - Counter(words)
    return faults + [f"not drawn: {one}" for one in lacking]


def _words(table: Table, kind: str) -> list[str]:
    """The words that stand beside a mark; a narrow part of a divided bar has none."""
    shown = [cell for cell in table.cells if cell.value is not None]
    if kind == "stacked":
        cells = shown
        if len(table.dimensions) == 3:
            cells = [c for c in shown if "U" not in c.codes[1:]]
        return [_percent(c) for c in cells if (c.percent or 0) > 3]
    if kind == "pyramid":
        shown = [cell for cell in shown if cell.codes[0] != "U"]
    with_share = kind == "bars"
    return [_beside(cell, with_share) for cell in shown]


def _beside(cell: Cell, with_share: bool) -> str:
    margin = "" if cell.moe90 is None else f" ± {cell.moe90}"
    share = f" · {cell.percent}%" if with_share and cell.percent is not None else ""
    return f"{cell.value:,}{margin}{share}"
