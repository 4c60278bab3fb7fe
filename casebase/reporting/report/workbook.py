"""The tables as a workbook: cover, contents, notes, then one real table a sheet.

Nothing is merged or hidden. A number is a number; what is not shown is a text.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from casebase.reporting.report.html import facts_of
from casebase.reporting.report.layout import base_in_words, labels_of
from casebase.reporting.report.model import Cell, Report, Table
from casebase.reporting.report.wording import day, notice_of

FIRST_ROW = 5  # of the table on its sheet, counted from 0
MEASURES = ("Persons", "Margin of error (±)", "Percent", "Percent of (persons)")
_TEXT_WIDTH = 100  # characters


def report_xlsx(report: Report) -> bytes:
    """`report.xlsx`; xlsxwriter streams it in memory and asks nothing of the machine."""
    import xlsxwriter

    file = io.BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_urls": False})
    book.set_properties(_properties(report))
    looks = _looks(book)
    _cover(book.add_worksheet("Cover"), report, looks)
    _contents(book.add_worksheet("Contents"), report, looks)
    _notes(book.add_worksheet("Notes"), report, looks)
    for place, table in enumerate(report.tables, start=1):
        _table(book.add_worksheet(f"Table {place}"), report, table, place, looks)
    book.close()
    return file.getvalue()


def _properties(report: Report) -> dict[str, Any]:
    return {
        "title": report.title,
        "author": report.publisher,
        "company": report.publisher,
        "comments": notice_of(report),
        "created": dt.datetime.combine(report.release.made_on, dt.time(), dt.UTC),
    }


def _looks(book: Any) -> dict[str, Any]:
    font = {"font_name": "Arial", "font_size": 11}
    book.formats[0].set_font_name("Arial")
    return {
        "title": book.add_format({**font, "bold": True, "font_size": 16}),
        "head": book.add_format({**font, "bold": True, "font_size": 12}),
        "column": book.add_format({**font, "bold": True, "text_wrap": True, "valign": "top"}),
        "text": book.add_format({**font, "text_wrap": True, "valign": "top"}),
        "plain": book.add_format(font),
        "number": book.add_format({**font, "num_format": "#,##0", "align": "right"}),
        "words": book.add_format({**font, "font_color": "#505A66", "align": "right"}),
        "link": book.add_format({**font, "font_color": "#0B5394", "underline": 1}),
    }


def _begin(sheet: Any, report: Report, title: str, looks: dict[str, Any]) -> None:
    """Title and period on top; the notice of a demonstration on the sheet and on its print."""
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    notice = notice_of(report)
    sheet.set_footer(f"&L{report.publisher}&C{notice}&R&A, page &P")
    sheet.write_string(0, 0, title, looks["title"])
    sheet.write_string(1, 0, notice or report.title, looks["plain"])


def _cover(sheet: Any, report: Report, looks: dict[str, Any]) -> None:
    _begin(sheet, report, report.title, looks)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, _TEXT_WIDTH - 20)
    sheet.write_string(3, 0, "Summary", looks["head"])
    sheet.write_string(3, 1, report.summary, looks["text"])
    for row, (name, value) in enumerate(facts_of(report), start=5):
        sheet.write_string(row, 0, name, looks["head"])
        sheet.write_string(row, 1, value, looks["plain"])


def _contents(sheet: Any, report: Report, looks: dict[str, Any]) -> None:
    _begin(sheet, report, "Contents", looks)
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, 70)
    entries = [("Cover", report.title), ("Notes", "Findings, terms, method, corrections")]
    entries += [(f"Table {n}", table.title) for n, table in enumerate(report.tables, start=1)]
    for row, (name, title) in enumerate(entries, start=3):
        sheet.write_url(row, 0, f"internal:'{name}'!A1", looks["link"], name)
        sheet.write_string(row, 1, title, looks["plain"])


def _notes(sheet: Any, report: Report, looks: dict[str, Any]) -> None:
    _begin(sheet, report, "Notes", looks)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, _TEXT_WIDTH - 10)
    for row, (name, text) in enumerate(notes_of(report), start=3):
        sheet.write_string(row, 0, name, looks["column"])
        sheet.write_string(row, 1, text, looks["text"])


def notes_of(report: Report) -> list[tuple[str, str]]:
    """Subject and text of every note, in the order in which they are read."""
    subjects = [("Finding", one.text) for one in report.findings]
    subjects += [("What is not shown", report.hidden)]
    subjects += [(one.term, one.text) for one in report.definitions]
    subjects += [("Method", text) for text in report.method]
    return subjects + [(f"Correction, {day(one.noted_on)}", one.text) for one in report.corrections]


def _table(sheet: Any, report: Report, table: Table, place: int, looks: dict[str, Any]) -> None:
    _begin(sheet, report, f"Table {place}: {table.title}", looks)
    base = base_in_words(table, report.release.persons)
    note = f"{report.release.period_title}. “Fewer than 10” may be none or a few. {base}"
    sheet.write_string(2, 0, note.strip(), looks["plain"])
    sheet.write_url(3, 0, "internal:'Contents'!A1", looks["link"], "Contents")
    heads = [*(dimension.title for dimension in table.dimensions), *MEASURES]
    _widths(sheet, table)
    for row, cell in enumerate(table.cells, start=FIRST_ROW + 1):
        _line(sheet, row, table, cell, looks)
    _as_table(sheet, table, place, heads, looks)
    sheet.freeze_panes(FIRST_ROW + 1, 0)
    sheet.repeat_rows(FIRST_ROW)


def _widths(sheet: Any, table: Table) -> None:
    for column, dimension in enumerate(table.dimensions):
        longest = max(len(one) for one in (dimension.title, *(c.label for c in dimension.codes)))
        sheet.set_column(column, column, max(14, longest + 3))
    first = len(table.dimensions)
    sheet.set_column(first, first + len(MEASURES) - 1, 22)


def _line(sheet: Any, row: int, table: Table, cell: Cell, looks: dict[str, Any]) -> None:
    labels = labels_of(table, cell)
    for column, label in enumerate(labels):
        sheet.write_string(row, column, label, looks["plain"])
    first = len(labels)
    if cell.value is None:
        sheet.write_string(row, first, cell.shown, looks["words"])
    measures = (cell.value, cell.moe90, cell.percent, cell.base)
    for column, value in enumerate(measures, start=first):
        if value is not None:
            sheet.write_number(row, column, value, looks["number"])


def _as_table(
    sheet: Any, table: Table, place: int, heads: list[str], looks: dict[str, Any]
) -> None:
    last = FIRST_ROW + len(table.cells)
    columns = [{"header": head, "header_format": looks["column"]} for head in heads]
    sheet.add_table(
        FIRST_ROW,
        0,
        last,
        len(heads) - 1,
        {"name": f"tbl_{place}", "style": "Table Style Light 1", "columns": columns},
    )
