"""The code book: every column, every code, and which attributes were measured together."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass

from casebase.reporting.report.model import Code, Dimension, Report
from casebase.reporting.report.wording import notice_of

FIELDS = ("COLUMN", "TYPE", "MEANING", "CODE", "LABEL")
TOTAL = Code("_T", "Total: the table does not tell these apart")
_STATUS = (
    Code("A", "Shown"),
    Code("Q", "Not shown: fewer than 10"),
    Code("K", "Counted in the total of its row only"),
)
_CONFIDENTIALITY = (
    Code("F", "Free for publication"),
    Code("C", "Hidden to protect persons"),
    Code("D", "Hidden beside such a number"),
)
NUMBERS = {"OBS_VALUE", "MOE90"}


@dataclass(frozen=True)
class Column:
    name: str
    type: str  # of a Data Package: string or integer
    meaning: str
    codes: tuple[Code, ...]


def columns_of(report: Report) -> tuple[Column, ...]:
    """Every column of `indicators.csv`, in its order."""
    return tuple(
        Column(name, "integer" if name in NUMBERS else "string", text, _codes(report, name))
        for name, text in report.columns.items()
    )


def dimensions_of(report: Report) -> dict[str, Dimension]:
    """Each dimension of any table, by its name."""
    return {one.name: one for table in report.tables for one in table.dimensions}


def _codes(report: Report, name: str) -> tuple[Code, ...]:
    release = report.release
    fixed = {
        "TIME_PERIOD": (Code(release.period, release.period_title),),
        "TABLE": tuple(Code(table.id, table.title) for table in report.tables),
        "OBS_STATUS": _STATUS,
        "CONF_STATUS": _CONFIDENTIALITY,
    }
    if name in fixed:
        return fixed[name]
    if name in NUMBERS:
        return ()
    found = dimensions_of(report).get(name)
    return (*found.codes, TOTAL) if found else (TOTAL,)


def faithful_pairs(report: Report) -> tuple[str, ...]:
    """Combinations counted in one table, in words: only of these may be concluded together."""
    found = (" × ".join(d.title for d in t.dimensions) for t in report.tables)
    return tuple(dict.fromkeys(one for one in found if " × " in one))


def codebook_csv(report: Report) -> str:
    """`codebook.csv`: one line a code; a column without codes has one line."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(FIELDS)
    if notice := notice_of(report):
        lines.writerow(("", "", notice, "", ""))
    for column in columns_of(report):
        about = (column.name, column.type, column.meaning)
        for code in column.codes or (Code("", ""),):
            lines.writerow((*about, code.code, code.label))
    return text.getvalue()
