"""Releases as casework hands them over, made from the agreement alone, and broken on purpose.

Nothing of casework is imported: what these bundles look like is a second reading of the agreement.
Every figure is invented.
"""

from __future__ import annotations

import base64
import copy
import csv
import functools
import hashlib
import io
import itertools
import json
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import xlsxwriter
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.factories.uploads import pdf

KEY = Ed25519PrivateKey.from_private_bytes(b"invented, for the tests of stats")
ANOTHER_KEY = Ed25519PrivateKey.from_private_bytes(b"somebody else's, also invented..")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = (
    "TIME_PERIOD", "TABLE", "REF_AREA", "SEX", "AGE", "CHILD", "FORM", "AGENCY", "NATIONALITY",
    "OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "MOE90",
)  # fmt: skip
LISTS: dict[str, tuple[str, dict[str, str]]] = {
    "REF_AREA": ("Region", {
        "GH-AF": "Ahafo", "GH-AH": "Ashanti", "GH-BO": "Bono", "GH-BE": "Bono East",
        "GH-CP": "Central", "GH-EP": "Eastern", "GH-AA": "Greater Accra", "GH-NE": "North East",
        "GH-NP": "Northern", "GH-OT": "Oti", "GH-SV": "Savannah", "GH-UE": "Upper East",
        "GH-UW": "Upper West", "GH-TV": "Volta", "GH-WP": "Western", "GH-WN": "Western North"}),
    "FORM": ("Form of exploitation", {
        "fishing": "Forced or child labour in fishing", "labour": "Other forced labour",
        "child_labour": "Other child labour", "sexual": "Sexual exploitation",
        "begging": "Forced begging", "servitude": "Domestic servitude",
        "marriage": "Forced marriage", "other": "Another form or not known"}),
    "SEX": ("Sex", {"F": "Female", "M": "Male", "U": "Not known"}),
    "CHILD": ("Child or adult", {"C": "Child", "A": "Adult", "U": "Not known"}),
    "AGE": ("Age", {"0-5": "0 to 5", "6-11": "6 to 11", "12-14": "12 to 14", "15-17": "15 to 17",
                    "18-24": "18 to 24", "25+": "25 or older", "U": "Not known"}),
    "AGENCY": ("Agency", {
        "police": "Police", "welfare": "Social welfare", "immigration": "Immigration",
        "ngo": "Non-governmental organisations", "other": "Other bodies"}),
    "NATIONALITY": ("Nationality", {
        "GH": "Ghanaian", "NG": "Nigerian", "TG": "Togolese", "BF": "Burkinabe",
        "other": "Another or not known"}),
}  # fmt: skip
# Invented counts of 200 persons, in the order of the codes; None is hidden.
QUARTER: dict[str, tuple[str, tuple[str, ...], tuple[int | None, ...]]] = {
    "form": ("Persons by form of exploitation", ("FORM",),
             (82, 31, 24, 22, None, 19, None, 13)),
    "region": ("Persons by region", ("REF_AREA",),
               (None, 14, None, 11, 27, 12, 33, None, None, 13, None, None, None, 41, 17, None)),
    "sex-by-child": ("Persons by sex, children and adults", ("SEX", "CHILD"),
                     (61, 28, None, 74, 21, None, None, None, None)),
    "agency": ("Persons by agency", ("AGENCY",), (88, 64, 18, 21, None)),
    "nationality": ("Persons by nationality", ("NATIONALITY",), (139, 24, 21, None, None)),
}  # fmt: skip
YEAR: dict[str, tuple[str, tuple[str, ...], tuple[int | None, ...]]] = {
    "form-by-age": ("Persons by form and age", ("FORM", "AGE"), (12, None, 25, 11) * 14),
    "sex-by-age": ("Persons by sex and age", ("SEX", "AGE"), (30, None, 41) * 7),
    "agency-by-region": ("Persons by agency and region", ("AGENCY", "REF_AREA"),
                         (None, 11, None, 12, 15) * 16),
    "nationality": QUARTER["nationality"],
}  # fmt: skip
DAYS = {"Q1": ("01-01", "03-31"), "Q2": ("04-01", "06-30"), "Q3": ("07-01", "09-30"),
        "Q4": ("10-01", "12-31"), "": ("01-01", "12-31")}  # fmt: skip
MONTHS = {"Q1": "January to March", "Q2": "April to June", "Q3": "July to September",
          "Q4": "October to December"}  # fmt: skip


def canonical(value: Any) -> bytes:
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return f"{text}\n".encode()


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


@dataclass
class Draft:
    """A bundle before it is signed: change what should be wrong, then call `zipped`.

    Attributes:
        files: everything but manifest and signature.
        manifest: made from the files by `listed`; None until then.
        signed_by: whose signature it gets.
    """

    report: dict[str, Any]
    files: dict[str, bytes]
    previous: str = ""
    signed_by: Ed25519PrivateKey = KEY
    manifest_extra: Mapping[str, Any] = field(default_factory=dict)

    def manifest(self) -> dict[str, Any]:
        return {
            "format": "harbour-release/1",
            "release": copy.deepcopy(self.report["release"]),
            "previous": self.previous,
            "files": [
                {"name": name, "sha256": sha256(content), "bytes": len(content),
                 "media_type": media_type(name)}
                for name, content in sorted(self.files.items())
            ],
            **self.manifest_extra,
        }  # fmt: skip

    def entries(self) -> dict[str, bytes]:
        """Every entry of the zip, manifest and signature included."""
        manifest = canonical(self.manifest())
        return {
            **self.files,
            "manifest.json": manifest,
            "manifest.sig": self.signed_by.sign(manifest),
        }

    def zipped(self) -> bytes:
        return zipped(self.entries())

    def manifest_sha256(self) -> str:
        return sha256(canonical(self.manifest()))

    def rewritten(self) -> Draft:
        """The same with every file made again from the changed report."""
        return Draft(self.report, files_of(self.report), self.previous, self.signed_by)

    def summed(self) -> Draft:
        """The same with SHA256SUMS made again from the changed files."""
        self.files["SHA256SUMS"] = sums(self.files)
        return self


def zipped(entries: Mapping[str, bytes] | list[tuple[str, bytes]]) -> bytes:
    """A zip as casework writes it: sorted, at one date, deflated."""
    pairs = sorted(entries.items()) if isinstance(entries, Mapping) else entries
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in pairs:
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # a name that stands twice is meant
                archive.writestr(info, content)
    return out.getvalue()


def media_type(name: str) -> str:
    endings = {
        ".vl.json": "application/json", ".json": "application/json", ".html": "text/html",
        ".jsonld": "application/ld+json", ".pdf": "application/pdf", ".xlsx": XLSX,
        ".csv": "text/csv", ".svg": "image/svg+xml",
    }  # fmt: skip
    return next((kind for end, kind in endings.items() if name.endswith(end)), "text/plain")


def draft(
    period: str = "2026Q3",
    *,
    sequence: int = 1,
    version: int = 1,
    previous: str = "",
    earlier: tuple[str, ...] = (),
    **changes: Any,
) -> Draft:
    """A right bundle, unless `changes` of the report's fields make it wrong."""
    report = {**report_of(period, sequence=sequence, version=version), **copy.deepcopy(changes)}
    return Draft(report, files_of(report, earlier), previous)


def row_of(*periods: str) -> list[Draft]:
    """Right bundles, each following the one before."""
    made: list[Draft] = []
    for number, period in enumerate(periods, start=1):
        code, _, version = period.partition("-v")
        before = made[-1].manifest_sha256() if made else ""
        years = tuple(sorted({p[:4] for p in periods[:number] if len(p) == 4} - {code}))
        made.append(
            draft(code, sequence=number, version=int(version or 1), previous=before, earlier=years)
        )
    return made


def report_of(period: str, *, sequence: int, version: int) -> dict[str, Any]:
    year, quarter = period[:4], period[4:]
    first, last = DAYS[quarter]
    title = f"{MONTHS[quarter]} {year}" if quarter else year
    tables = QUARTER if quarter else {**QUARTER, **YEAR}
    closed_in = int(year) + (quarter in ("", "Q4"))
    month, made = {"Q1": ("05-15", "05-20"), "Q2": ("08-14", "08-20"), "Q3": ("11-14", "11-20"),
                   "Q4": ("02-14", "02-20"), "": ("02-14", "02-21")}[quarter]  # fmt: skip
    return {
        "release": {
            "id": f"{period}-v{version}", "sequence": sequence, "period": period,
            "period_title": title, "kind": "quarter" if quarter else "year", "version": version,
            "first_day": f"{year}-{first}", "last_day": f"{year}-{last}",
            "cut_off": f"{closed_in}-{month}", "made_on": f"{closed_in}-{made}",
            "persons": 200 if quarter else 900, "programme": "Q1" if quarter else "A1",
            "programme_version": 1, "rho": 0.25 if quarter else 0.85,
            "sigma": 4.472 if quarter else 3.068, "epsilon": 3.9 if quarter else 7.1,
        },
        "title": f"Persons identified as trafficked, {title}",
        "summary": f"In {title}, 200 persons were identified, most of them children in fishing.",
        "findings": [
            {"text": "82 of the persons identified worked in fishing.", "table": "form"},
            {"text": "41 persons were identified in Volta.", "table": "region"},
            {"text": "135 were children.", "table": "sex-by-child"},
        ],
        "tables": [table(name, *given, persons=200) for name, given in tables.items()],
        "charts": [
            {"table": name, "kind": "bars", "title": title, "description": f"Bars: {title}."}
            for name, (title, _, _) in tables.items()
        ],
        "definitions": [{"term": "Child", "text": "A person under eighteen years of age."}],
        "method": ["Every count was changed by a small random amount."],
        "hidden": "Counts below ten are not shown, since they could point to one child.",
        "corrections": [{"noted_on": f"{closed_in}-{made}", "text": "Two reports came late."}]
        if version > 1
        else [],
        "licence": "CC BY 4.0",
        "publisher": "Human Trafficking Secretariat",
        "is_invented": False,
        "columns": {"TIME_PERIOD": "Quarter or year", "OBS_VALUE": "Persons"},
    }  # fmt: skip


def table(
    name: str,
    title: str,
    dimensions: tuple[str, ...],
    values: tuple[int | None, ...],
    *,
    persons: int,
) -> dict[str, Any]:
    codes = itertools.product(*(LISTS[dimension][1] for dimension in dimensions))
    return {
        "id": name,
        "title": title,
        "dimensions": [
            {
                "name": dimension,
                "title": LISTS[dimension][0],
                "codes": [{"code": c, "label": s} for c, s in LISTS[dimension][1].items()],
            }
            for dimension in dimensions
        ],
        "cells": [
            {
                "codes": list(each),
                "value": value,
                "moe90": None if value is None else 7,
                "percent": None if value is None else round(100 * value / persons),
                "base": persons,
                "status": "Q" if value is None else "A",
            }
            for each, value in zip(codes, values, strict=True)
        ],
    }


def rows_of(report: Mapping[str, Any]) -> list[dict[str, Any]]:
    found = []
    for each in report["tables"]:
        names = [dimension["name"] for dimension in each["dimensions"]]
        for cell in each["cells"]:
            codes = dict(zip(names, cell["codes"], strict=False))
            found.append(
                {
                    **{column: codes.get(column, "_T") for column in COLUMNS},
                    "TIME_PERIOD": report["release"]["period"],
                    "TABLE": each["id"],
                    "OBS_VALUE": cell["value"],
                    "OBS_STATUS": cell["status"],
                    "CONF_STATUS": {"A": "F", "Q": "C", "K": "D"}.get(cell["status"], "F"),
                    "MOE90": cell["moe90"],
                }
            )
    return found


def about(report: Mapping[str, Any], rows: list[dict[str, Any]]) -> dict[str, Any]:
    """The figures as JSON say which release they are of."""
    said = {name: report[name] for name in ("title", "licence", "publisher", "columns")}
    return {**said, "release": report["release"]["id"], "rows": rows}


def files_of(report: Mapping[str, Any], earlier: tuple[str, ...] = ()) -> dict[str, bytes]:
    """Every file but manifest and signature, from the report.

    Args:
        earlier: years that were released before, whose protected rows a year repeats.
    """
    rows = rows_of(report)
    files = {
        "report.json": canonical(report),
        "report.html": b"<!doctype html><title>Report</title><p>An invented report.</p>",
        "report.pdf": _pdf(),
        "report.xlsx": _workbook(),
        "indicators.csv": as_csv(COLUMNS, [[row[name] for name in COLUMNS] for row in rows]),
        "indicators.json": canonical(about(report, rows)),
        "codebook.csv": b"COLUMN,CODE,LABEL\nSEX,F,Female\n",
        "codebook.html": b"<!doctype html><title>Codebook</title><p>F: female</p>",
        "datapackage.json": canonical({"name": "invented", "resources": []}),
        "dataset.jsonld": canonical({"@type": "Dataset", "name": "invented"}),
        "CITATION.txt": b"Human Trafficking Secretariat (2026). Invented.\n",
        "LICENCE.txt": b"Creative Commons Attribution 4.0\n",
    }
    for chart in report["charts"]:
        files[f"charts/{chart['table']}.svg"] = svg(chart["title"])
        files[f"charts/{chart['table']}.vl.json"] = canonical({"mark": "bar"})
    if report["release"]["kind"] == "year":
        files["microdata.csv"] = microdata(report["release"], earlier)
    files["SHA256SUMS"] = sums(files)
    return files


def sums(files: Mapping[str, bytes]) -> bytes:
    names = sorted(files.keys() - {"SHA256SUMS"})
    return "".join(f"{sha256(files[name])}  {name}\n" for name in names).encode()


def as_csv(columns: tuple[str, ...], rows: list[list[Any]]) -> bytes:
    out = io.StringIO()
    lines = csv.writer(out, lineterminator="\n")
    lines.writerow(columns)
    lines.writerows(["" if value is None else value for value in row] for row in rows)
    return out.getvalue().encode()


def microdata(release: Mapping[str, Any], earlier: tuple[str, ...]) -> bytes:
    """Invented protected rows of earlier years, always the same, and of this one."""
    columns = ("TIME_PERIOD", "REF_AREA", "FORM", "SEX", "AGE", "CHILD", "AGENCY", "NATIONALITY")
    areas, forms = list(LISTS["REF_AREA"][1]), list(LISTS["FORM"][1])
    rows = [
        [year, areas[n % 16], forms[n % 8], "FM"[n % 2], "12-14", "C", "police", "GH"]
        for year in (*earlier, release["period"])
        for n in range(release["persons"])
    ]
    return as_csv(columns, sorted(rows))


def svg(title: str) -> bytes:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120" width="300" height="120" '
        f'role="img"><title>{title}</title><rect x="90" y="20" width="160" height="24" '
        'fill="#1d70b8"/><rect x="90" y="60" width="90" height="24" fill="#1d70b8"/>'
        '<text x="4" y="36" font-size="12">Fishing</text>'
        '<text x="4" y="76" font-size="12">Begging</text></svg>'
    ).encode()


@functools.cache
def _pdf() -> bytes:
    return pdf("An invented report of figures")


@functools.cache
def _workbook() -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.add_worksheet("Cover").write(0, 0, "An invented report of figures")
    book.close()
    return out.getvalue()


def public_key(key: Ed25519PrivateKey = KEY) -> str:
    raw = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return base64.b64encode(raw).decode() + "\n"


def write_key(path: Path, key: Ed25519PrivateKey = KEY) -> Path:
    path.write_text(public_key(key))
    return path
