"""The report for print: PDF/UA-1, set by typst from `report.typ` and the report as data.

typst is loaded inside `report_pdf`: a compiler of 80 MB, for the release worker and never for a
web process. Only the fonts that it carries itself are used, so that every machine makes the same.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from casebase.reporting.report.html import facts_of
from casebase.reporting.report.layout import Grid, Row, base_in_words, grid_of
from casebase.reporting.report.model import Cell, Report, Table
from casebase.reporting.report.wording import day, notice_of

SOURCE = Path(__file__).with_name("report.typ")
FONT = "Libertinus Serif"  # one of typst's own; the charts' font is not among them
_FONT_OF_CHART = re.compile(r'font-family="[^"]*"')


def report_pdf(report: Report, pictures: dict[str, str]) -> bytes:
    """`report.pdf`.

    Args:
        pictures: SVG of each chart, by the id of its table.
    """
    import typst

    made: bytes = typst.compile(
        SOURCE.read_bytes(),
        sys_inputs={"data": json.dumps(_data(report, pictures), ensure_ascii=False)},
        pdf_standards=["ua-1"],
        ignore_system_fonts=True,
        format="pdf",
    )
    return made


def _data(report: Report, pictures: dict[str, str]) -> dict[str, Any]:
    made_on = report.release.made_on
    return {
        "title": report.title,
        "summary": report.summary,
        "notice": notice_of(report),
        "publisher": report.publisher,
        "release": report.release.id,
        "made_on": [made_on.year, made_on.month, made_on.day],
        "facts": facts_of(report),
        "findings": [one.text for one in report.findings],
        "sections": [_section(report, table, pictures) for table in report.tables],
        "hidden": report.hidden,
        "definitions": [[one.term, one.text] for one in report.definitions],
        "method": report.method,
        "corrections": [[day(one.noted_on), one.text] for one in report.corrections],
    }


def _section(report: Report, table: Table, pictures: dict[str, str]) -> dict[str, Any]:
    chart = next((one for one in report.charts if one.table == table.id), None)
    grid = grid_of(table)
    return {
        "title": table.title,
        "findings": [one.text for one in report.findings if one.table == table.id],
        "picture": _FONT_OF_CHART.sub(f'font-family="{FONT}"', pictures.get(table.id, "")),
        "alt": chart.description if chart else "",
        "width": _width_of(pictures.get(table.id, "")),
        "base": base_in_words(table, report.release.persons),
        "sides": len(grid.sides),
        "heads": _heads(grid),
        "rows": [_row(grid, row) for row in grid.rows],
    }


def _width_of(picture: str) -> int:
    """Pixels; 0 where there is no picture."""
    found = re.search(r'<svg [^>]*?\bwidth="(\d+)', picture)
    return int(found[1]) if found else 0


def _heads(grid: Grid) -> list[str]:
    if grid.is_list:
        return [*grid.sides, "Persons", "Margin of error", "Percent"]
    return [*grid.sides, *grid.columns, *(["Total"] if grid.has_totals else [])]


def _row(grid: Grid, row: Row) -> list[list[str]]:
    """Each field as a text, and a smaller one below it."""
    fields = [[heading, ""] for heading in row.headings]
    if grid.is_list:
        return fields + [[text, ""] for text in _measures(row.cells[0])]
    fields += [
        [cell.shown, " · ".join(one for one in _measures(cell)[1:] if one)] for cell in row.cells
    ]
    return [*fields, [row.total_shown, ""]] if grid.has_totals else fields


def _measures(cell: Cell) -> list[str]:
    margin = "" if cell.moe90 is None else f"± {cell.moe90}"
    percent = "" if cell.percent is None else f"{cell.percent}%"
    return [cell.shown, margin, percent]
