"""Which files a bundle may hold, and what each is: a list of our own, not the sender's."""

from __future__ import annotations

import re
from collections.abc import Collection

from portal.statistics.receiving.refusals import BundleRefused

MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
REPORT, CELLS, MICRODATA, SUMS = "report.json", "indicators.csv", "microdata.csv", "SHA256SUMS"
MEDIA_TYPES = {
    "report.json": "application/json",
    "report.html": "text/html",
    "report.pdf": "application/pdf",
    "report.xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "indicators.csv": "text/csv",
    "indicators.json": "application/json",
    "codebook.csv": "text/csv",
    "codebook.html": "text/html",
    "datapackage.json": "application/json",
    "dataset.jsonld": "application/ld+json",
    "CITATION.txt": "text/plain",
    "LICENCE.txt": "text/plain",
    "SHA256SUMS": "text/plain",
}
YEARLY = {MICRODATA: "text/csv"}
SIGNED = {MANIFEST: "application/json", SIGNATURE: "application/octet-stream"}
CHART = re.compile(r"charts/(?P<table>[a-z][a-z0-9-]{0,59})(?P<suffix>\.svg|\.vl\.json)")
CHART_TYPES = {".svg": "image/svg+xml", ".vl.json": "application/json"}


def is_known(name: str) -> bool:
    """Whether a file of this name may be in any bundle at all."""
    return name in MEDIA_TYPES or name in YEARLY or name in SIGNED or bool(CHART.fullmatch(name))


def media_type_of(name: str) -> str:
    """What a file is, by our own list; its name is a known one."""
    chart = CHART.fullmatch(name)
    return CHART_TYPES[chart["suffix"]] if chart else {**MEDIA_TYPES, **YEARLY, **SIGNED}[name]


def expected(*, kind: str, charts: Collection[str]) -> set[str]:
    """The files a release must hold beside manifest and signature, no more and no fewer.

    Args:
        kind: `quarter` or `year`.
        charts: ids of the tables that have one.
    """
    drawn = {f"charts/{table}{suffix}" for table in charts for suffix in CHART_TYPES}
    return {*MEDIA_TYPES, *drawn, *(YEARLY if kind == "year" else ())}


def require(found: Collection[str], wanted: Collection[str]) -> None:
    """Raises:
    BundleRefused: a file is missing, or one is there that does not belong.
    """
    if missing := sorted(set(wanted) - set(found)):
        raise BundleRefused(f"{missing[0]} is missing. Hand the release over again, whole.")
    if surplus := sorted(set(found) - set(wanted)):
        raise BundleRefused(
            f"{surplus[0]} does not belong to this release; nothing may ride along."
        )
