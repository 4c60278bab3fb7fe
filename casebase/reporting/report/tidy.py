"""The open data: one line a cell, in the column names of SDMX-CSV; as CSV and as JSON."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

from casebase.reporting.report.model import Cell, ObsStatus, Report, Table
from casebase.reporting.report.wording import notice_of

DIMENSIONS = ("REF_AREA", "SEX", "AGE", "CHILD", "FORM", "AGENCY", "NATIONALITY")
MEASURES = ("OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "MOE90")
COLUMNS = ("TIME_PERIOD", "TABLE", *DIMENSIONS, *MEASURES)
TOTAL = "_T"


class NoSuchColumn(ValueError):
    """A table has a dimension that the open data has no column for."""


_CONFIDENTIALITY = {ObsStatus.SHOWN: "F", ObsStatus.HIDDEN: "C", ObsStatus.MERGED: "D"}


def lines_of(report: Report) -> list[dict[str, Any]]:
    """Every cell of every table, in their order; None where a number is not shown.

    Raises:
        NoSuchColumn: a dimension would be lost, and its lines look like one another.
    """
    return [_line(report, table, cell) for table in report.tables for cell in table.cells]


def _line(report: Report, table: Table, cell: Cell) -> dict[str, Any]:
    codes = dict(zip((d.name for d in table.dimensions), cell.codes, strict=True))
    if unknown := codes.keys() - set(DIMENSIONS):
        raise NoSuchColumn(f"indicators.csv has no column for {', '.join(sorted(unknown))}.")
    return {
        "TIME_PERIOD": report.release.period,
        "TABLE": table.id,
        **{name: codes.get(name, TOTAL) for name in DIMENSIONS},
        "OBS_VALUE": cell.value,
        "OBS_STATUS": cell.status.value,
        "CONF_STATUS": _CONFIDENTIALITY[cell.status],
        "MOE90": cell.moe90,
    }


def indicators_csv(report: Report) -> str:
    text = io.StringIO()
    lines = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    lines.writeheader()
    lines.writerows(lines_of(report))
    return text.getvalue()


def indicators_json(report: Report) -> str:
    """The same lines, with what identifies the release before them."""
    about = {
        "title": report.title,
        "release": report.release.id,
        "licence": report.licence,
        "publisher": report.publisher,
    }
    notice = {"notice": notice_of(report)} if report.is_invented else {}
    lines = lines_of(report)
    body = json.dumps({**about, **notice, "columns": report.columns}, ensure_ascii=False, indent=1)
    rows = ",\n".join(json.dumps(line, ensure_ascii=False) for line in lines)
    opened = body.removesuffix(
        "\n}"
    )  # a line a row reads and compares better than one value a line
    return f'{opened},\n "rows": [\n{rows}\n]}}\n'
