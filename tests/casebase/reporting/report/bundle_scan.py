"""Is anything in the files that must not leave? (statistics.md, test 8)

Looks for small counts in the places where counts stand, for what names a person or a case, for
columns nobody agreed on, and for what office programs hide in a file.
"""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re

import pypdf

from casebase.reporting.report import model
from tests.casebase.reporting.report.agreement import _Tables, text_of_pdf
from tests.casebase.reporting.report.workbooks import parts_of, sheets_of

_NAMES = re.compile(
    r"report\.(?:json|html|pdf|xlsx)|indicators\.(?:csv|json)|microdata\.csv|codebook\.(?:csv|html)"
    r"|datapackage\.json|dataset\.jsonld|(?:CITATION|LICENCE)\.txt|SHA256SUMS"
    r"|charts/[a-z0-9-]+\.(?:svg|vl\.json)|manifest\.(?:json|sig)"
)
_PERSONAL = {
    "a UUID": re.compile(
        r"\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b", re.IGNORECASE
    ),
    "a case number": re.compile(r"\b[2-9A-HJ-KMNP-RTV-Y]{4}-[2-9A-HJ-KMNP-RTV-Y]{4}-[0-9A-Z]\b"),
    "an e-mail address": re.compile(r"[\w.+-]+@[\w-]+\.\w+"),
}
_COLUMNS = {
    "indicators.csv": "TIME_PERIOD,TABLE,REF_AREA,SEX,AGE,CHILD,FORM,AGENCY,NATIONALITY,OBS_VALUE,"
    "OBS_STATUS,CONF_STATUS,MOE90",
    "microdata.csv": "TIME_PERIOD,REF_AREA,FORM,SEX,AGE,CHILD,AGENCY,NATIONALITY",
    "codebook.csv": "COLUMN,TYPE,MEANING,CODE,LABEL",
}
_OF_SPEC = {"persons", "margin", "percent", "shown", "label", "across", "region", "sex", "part"}
_OF_SPEC |= {"column", "row", "colour", *_COLUMNS["microdata.csv"].split(",")}
_SMALL = {str(one) for one in range(1, 10)}
_SMALL_WORDS = re.compile(r"(?<![\d.,=–-])\b[1-9]\b(?!\d|[.,]\d|%|[–-]\d)")
_HARMLESS = [
    re.compile(pattern)
    for pattern in (
        r"\b\d{1,2}\s[A-Z][a-z]+\s\d{4}",
        r"Table\s\d+\.|(?m:^\s*\d+\. [A-Z])",
        r"±\s*\d+",
        r"give\s+or\s+take\s+\d+",
        r"\d+ to \d+",
        r"\d+\s+percent|\d+%",
        r"\d+\s+more\s+read|\d+\s+are\s+not\s+shown",
    )
]
_PUBLISHER = "Human Trafficking Secretariat"


def leaks_in(files: dict[str, bytes]) -> list[str]:
    """One line for each thing that must not leave; none where the files are clean.

    Args:
        files: entries of a release by name.
    """
    faults = [f"{name}: nobody agreed on such a file" for name in files if not _is_known(name)]
    for name, content in files.items():
        for looks in (_personal, *_looks_for(name)):
            faults += [f"{name}: {fault}" for fault in looks(name, content)]
    return faults


def _is_known(name):
    return _NAMES.fullmatch(name) is not None


def _looks_for(name):
    exact = {
        "indicators.json": [_json],
        "report.json": [_report],
        "report.xlsx": [_xlsx, _xlsx_inside],
        "report.pdf": [_pdf, _pdf_inside],
        "report.html": [_html],
    }
    if name.endswith(".vl.json"):
        return [_spec]
    if name.endswith(".svg"):
        return [_svg]
    return [_csv] if name in _COLUMNS else exact.get(name, [])


def _personal(name, content):
    text = _text_of(name, content)
    return [f"{what} in it" for what, pattern in _PERSONAL.items() if pattern.search(text)]


def _text_of(name, content):
    if name.endswith(".xlsx"):
        return "\n".join(part.decode("utf-8", "replace") for part in parts_of(content).values())
    return text_of_pdf(content) if name.endswith(".pdf") else content.decode("utf-8", "replace")


def _csv(name, content):
    rows = list(csv.DictReader(io.StringIO(content.decode())))
    head = content.decode().split("\n", 1)[0]
    faults = [] if head == _COLUMNS[name] else [f"columns {head}"]
    return faults + [f"small count {row}" for row in rows if row.get("OBS_VALUE") in _SMALL]


def _json(name, content):
    rows = json.loads(content)["rows"]
    wanted = set(_COLUMNS["indicators.csv"].split(","))
    faults = [f"columns {sorted(row)}" for row in rows if set(row) != wanted]
    return faults + [f"small count {row}" for row in rows if _is_small(row.get("OBS_VALUE"))]


def _is_small(value):
    return str(value) in _SMALL


def _report(name, content):
    read = json.loads(content)
    faults = _fields("report", read, model.Report) + _fields(
        "release", read["release"], model.Release
    )
    for table in read["tables"]:
        for cell in table["cells"]:
            faults += _fields("cell", cell, model.Cell)
            small = [one for one in ("value", "base") if _is_small(cell[one])]
            faults += [f"small {one} in {table['id']} {cell['codes']}" for one in small]
    return faults


def _fields(what, found, kind):
    wanted = {field.name for field in dataclasses.fields(kind)}
    return [f"{what} has {one}" for one in set(found) ^ wanted]


def _spec(name, content):
    faults = []
    for value in json.loads(content)["data"]["values"]:
        faults += [f"column {one}" for one in set(value) - _OF_SPEC]
        if _is_small(value["persons"]):
            faults.append(f"small count {value}")
    return faults


def _svg(name, content):
    words = re.findall(r"<(?:text|tspan|title|desc)[^>]*>([^<]+)<", content.decode())
    faults = [f"small count in “{text}”" for text in words if _small_in(text)]
    return faults + [
        f"<{one}> in it" for one in ("script", "foreignObject") if f"<{one}" in str(content)
    ]


def _small_in(text):
    """A number from 1 to 9 that is neither a margin, a percentage, an age nor a date."""
    return _SMALL_WORDS.search(_without_harmless(text)) is not None


def _without_harmless(text):
    for pattern in _HARMLESS:
        text = pattern.sub("", text)
    return text


def _html(name, content):
    read = _Tables()
    read.feed(content.decode())
    fields = [f for rows in read.tables.values() for row in rows for f in row]
    faults = [f"small count “{field}”" for field in fields if _small_in(field.replace("±", " ±"))]
    faults += [f"small count in “{one.strip()}”" for one in read.text if _small_in(one)]
    loads = re.findall(r"<script|<link|<iframe|<img|\bon\w+=\"|url\(", content.decode())
    return faults + [f"{one} in it" for one in loads if one != "url("]


def _xlsx(name, content):
    return [
        f"small count in {sheet}: {row}"
        for sheet, rows in sheets_of(content).items()
        if sheet.startswith("Table ")
        for row in _small_rows(rows)
    ]


def _small_rows(rows):
    """Rows whose persons, or whose base of a percentage, is small."""
    start = next(place for place, row in enumerate(rows) if "Persons" in row)
    column = rows[start].index("Persons")
    counts = [(row, row[column : column + 1] + row[column + 3 : column + 4]) for row in rows]
    return [row for row, values in counts[start + 1 :] if any(_is_small(one) for one in values)]


def _xlsx_inside(name, content):
    parts = parts_of(content)
    faults = [
        f"{part} in it"
        for part in parts
        if re.search(
            r"pivot|comments|externalLink|vba|printerSettings|persons", part, re.IGNORECASE
        )
    ]
    book = parts["xl/workbook.xml"].decode()
    faults += [f"{one} in it" for one in re.findall(r'state="\w+"|<definedName [^>]*hidden', book)]
    for part, body in parts.items():
        if part.startswith("xl/worksheets/sheet"):
            faults += [f"{one} in {part}" for one in re.findall(rb"<mergeCell |hidden=\"1\"", body)]
    author = re.search(r"<dc:creator>(.*?)</dc:creator>", parts["docProps/core.xml"].decode())
    return faults + ([] if author and author[1] == _PUBLISHER else ["author is not the publisher"])


def _pdf(name, content):
    """Small counts between the words of a page; numbers of pages and headings are none."""
    text = re.sub(r"Page\s+\d+\s+of\s+\d+", "", text_of_pdf(content).replace("\r", ""))
    lines = _without_harmless(text).split("\n")
    return [f"small count in “{line}”" for line in lines if _small_in(line)]


def _pdf_inside(name, content):
    read = pypdf.PdfReader(io.BytesIO(content))
    root = read.trailer["/Root"]
    names = root.get("/Names", {})
    faults = [f"{one} in it" for one in ("/EmbeddedFiles", "/JavaScript") if one in names]
    faults += [f"{one} in it" for one in ("/OpenAction", "/AA", "/AcroForm", "/AF") if one in root]
    author = read.metadata.author if read.metadata else None
    return faults + ([] if author == _PUBLISHER else [f"author is {author}"])
