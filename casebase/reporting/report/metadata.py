"""What machines read about a release: Data Package, DCAT and schema.org, checksums, citation."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from casebase.reporting.report import codebook, tidy
from casebase.reporting.report.model import Report
from casebase.reporting.report.wording import NOTICE, day, notice_of

LICENCES = {"CC BY 4.0": ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/")}
MEDIA_TYPES = {
    "csv": "text/csv",
    "html": "text/html",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "pdf": "application/pdf",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
MICRODATA = (
    "TIME_PERIOD",
    "REF_AREA",
    "FORM",
    "SEX",
    "AGE",
    "CHILD",
    "AGENCY",
    "NATIONALITY",
)
_ABOUT = {
    "indicators.csv": "Every number of the report, one line each, with its margin of error",
    "indicators.json": "The same numbers as JSON",
    "microdata.csv": "The protected file: one line a person, of every released year",
    "codebook.csv": "What every column and code means",
    "report.html": "The report as a page",
    "report.pdf": "The report for print",
    "report.xlsx": "The tables as a workbook",
}
SCHEMA = "https://datapackage.org/profiles/2.0/datapackage.json"


def media_type(name: str) -> str:
    return MEDIA_TYPES.get(name.rsplit(".", 1)[-1], "application/octet-stream")


def address_of(report: Report, base_address: str) -> str:
    """The page of this version: it never holds another one."""
    return f"{base_address.rstrip('/')}/statistics/{report.release.id.lower()}/"


def datapackage(report: Report, files: dict[str, bytes], base_address: str) -> str:
    """Data Package version 2, over the files that hold data."""
    name, path = LICENCES[report.licence]
    tables = {"indicators.csv": _indicators, "microdata.csv": _microdata, "codebook.csv": _codes}
    package = {
        "$schema": SCHEMA,
        "name": f"victims-of-trafficking-ghana-{report.release.id.lower()}",
        "id": address_of(report, base_address),
        "title": _title(report),
        "description": _description(report),
        "version": f"{report.release.version}.0.0",
        "created": f"{report.release.made_on.isoformat()}T00:00:00Z",
        "homepage": address_of(report, base_address),
        "licenses": [{"name": name, "path": path, "title": report.licence}],
        "contributors": [{"title": report.publisher, "roles": ["publisher"]}],
        "resources": [
            _resource(file, files[file], schema(report))
            for file, schema in tables.items()
            if file in files
        ],
    }
    return _text(package)


def _resource(name: str, content: bytes, schema: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": name.removesuffix(".csv"),
        "path": name,
        "type": "table",
        "title": _ABOUT[name],
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "schema": schema,
    }


def _indicators(report: Report) -> dict[str, Any]:
    fields = [_field(column) for column in codebook.columns_of(report)]
    key = ["TIME_PERIOD", "TABLE", *tidy.DIMENSIONS]
    return {"fields": fields, "primaryKey": key, "missingValues": [""]}


def _field(column: codebook.Column) -> dict[str, Any]:
    described = {"name": column.name, "type": column.type, "description": column.meaning}
    if column.type == "integer":
        # no shown number is smaller than ten; a margin may be
        limit = {"minimum": 10 if column.name == "OBS_VALUE" else 0}
        return {**described, "constraints": limit}
    codes = [code.code for code in column.codes]
    return {**described, "constraints": {"required": True, "enum": codes}}


def _microdata(report: Report) -> dict[str, Any]:
    known = {column.name: column for column in codebook.columns_of(report)}
    fields = [
        {"name": name, "type": "string", "description": known[name].meaning} for name in MICRODATA
    ]
    return {"fields": fields, "missingValues": [""]}


def _codes(report: Report) -> dict[str, Any]:
    return {"fields": [{"name": name, "type": "string"} for name in codebook.FIELDS]}


def dataset(report: Report, files: dict[str, bytes], base_address: str) -> str:
    """`dataset.jsonld`: one node that is a Dataset of both DCAT-3 and schema.org."""
    address = address_of(report, base_address)
    _, licence = LICENCES[report.licence]
    creator = {"@type": ["Organization", "foaf:Organization"], "name": report.publisher}
    node = {
        "@context": ["https://schema.org/", _DCAT],
        "@id": address,
        "@type": ["Dataset", "dcat:Dataset"],
        "name": _title(report),
        "dct:title": _title(report),
        "description": _description(report),
        "dct:description": _description(report),
        "identifier": report.release.id,
        "dct:identifier": report.release.id,
        "url": address,
        "inLanguage": "en-GB",
        "license": licence,
        "dct:license": {"@id": licence},
        "creator": creator,
        "publisher": creator,
        "dct:publisher": creator,
        "datePublished": report.release.made_on.isoformat(),
        "dct:issued": report.release.made_on.isoformat(),
        "version": str(report.release.version),
        "dcat:version": str(report.release.version),
        "isAccessibleForFree": True,
        **_coverage(report),
        "variableMeasured": _variables(report),
        "isBasedOn": _based_on(report),
        "distribution": [_download(file, files[file], address) for file in _ABOUT if file in files],
    }
    return _text(node)


_DCAT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
}


def _coverage(report: Report) -> dict[str, Any]:
    release = report.release
    first, last = release.first_day.isoformat(), release.last_day.isoformat()
    period = {"@type": "dct:PeriodOfTime", "dcat:startDate": first, "dcat:endDate": last}
    ghana = {"@type": "Country", "name": "Ghana", "identifier": "GH"}
    return {
        "temporalCoverage": f"{first}/{last}",
        "dct:temporal": period,
        "spatialCoverage": ghana,
        "dct:spatial": ghana,
    }


def _variables(report: Report) -> list[dict[str, str]]:
    return [
        {"@type": "PropertyValue", "name": name, "description": meaning}
        for name, meaning in report.columns.items()
    ]


def _based_on(report: Report) -> dict[str, str]:
    """The records behind are secret; what can be named is how they were measured."""
    release = report.release
    return {
        "@type": "CreativeWork",
        "name": f"Closed cohort {release.period}, programme {release.programme} version "
        f"{release.programme_version}",
        "description": "Records of identified victims as frozen at the cut-off; not public.",
    }


def _download(name: str, content: bytes, address: str) -> dict[str, Any]:
    return {
        "@type": ["DataDownload", "dcat:Distribution"],
        "name": name,
        "description": _ABOUT[name],
        "encodingFormat": media_type(name),
        "dcat:mediaType": media_type(name),
        "contentUrl": f"{address}{name}",
        "dcat:downloadURL": {"@id": f"{address}{name}"},
        "contentSize": f"{len(content)} B",
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def citation(report: Report, base_address: str) -> str:
    release = report.release
    lines = [
        f"{report.publisher} ({release.made_on.year}). {report.title}. Release {release.id}, "
        f"{day(release.made_on)}. {address_of(report, base_address)}",
        *([f"{NOTICE}: not to be cited as a fact."] if report.is_invented else []),
    ]
    return "\n".join(lines) + "\n"


def licence(report: Report) -> str:
    _, path = LICENCES[report.licence]
    lines = [
        f"© {report.release.made_on.year} {report.publisher}.",
        f"This release is licensed under {report.licence}: {path}",
        "You may copy, change and share it for any purpose, as long as you name the publisher "
        "and say what you changed.",
        "Do not try to find out who a person in the data is.",
        *([f"{NOTICE}."] if report.is_invented else []),
    ]
    return "\n".join(lines) + "\n"


def checksums(files: dict[str, bytes], notice: str = "") -> str:
    """`SHA256SUMS`, for `sha256sum --check`, which passes over the line of the notice."""
    sums = [f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)]
    return "".join([f"# {notice}\n" if notice else "", *sums])


def _title(report: Report) -> str:
    return f"{report.title} ({NOTICE})" if report.is_invented else report.title


def _description(report: Report) -> str:
    notice = notice_of(report)
    return " ".join([*([f"{notice}."] if notice else []), report.summary, report.hidden])


def _text(node: dict[str, Any]) -> str:
    return json.dumps(node, ensure_ascii=False, indent=1) + "\n"
