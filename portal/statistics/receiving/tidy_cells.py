"""The figures as files: indicators and protected rows must say what the report says."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from portal.statistics.codes import (
    CELL_COLUMNS,
    CODES,
    MICRODATA_COLUMNS,
    STATUSES,
    TOTAL,
)
from portal.statistics.receiving import names
from portal.statistics.receiving.shapes import read_json, refuse

Row = tuple[str, ...]
MOST_ROWS = 200_000
ABOUT = {"title", "release", "licence", "publisher", "columns", "rows"}  # and the demo's notice


def require_equal_cells(files: Mapping[str, bytes], report: Mapping[str, Any]) -> None:
    """That both files of figures hold exactly the cells of the report.

    Raises:
        BundleRefused: a row too many, too few, or with another value.
    """
    wanted = sorted(_rows_of(report))
    found = _read(files[names.CELLS], names.CELLS, CELL_COLUMNS)
    if sorted(found) != wanted:
        raise refuse(names.CELLS, _difference(found, wanted))
    listed = read_json(files["indicators.json"], "indicators.json")
    if sorted(_rows_of_json(listed)) != wanted:
        raise refuse("indicators.json", "it does not hold the figures of the report.")


def _difference(found: list[Row], wanted: list[Row]) -> str:
    odd = sorted(set(found) - set(wanted)) or sorted(set(wanted) - set(found))
    table = odd[0][1] if odd else found[0][1]
    return f"its rows of table “{table[:60]}” are not the cells of the report."


def _rows_of(report: Mapping[str, Any]) -> Iterator[Row]:
    period = report["release"]["period"]
    for table in report["tables"]:
        columns = [dimension["name"] for dimension in table["dimensions"]]
        for cell in table["cells"]:
            codes = dict(zip(columns, cell["codes"], strict=True))
            yield (
                period,
                table["id"],
                *(codes.get(name, TOTAL) for name in CELL_COLUMNS[2:9]),
                _written(cell["value"]),
                cell["status"],
                STATUSES[cell["status"]],
                _written(cell["moe90"]),
            )


def _rows_of_json(listed: Any) -> Iterator[Row]:
    said = set(listed) if isinstance(listed, dict) else set()
    if said - {"notice"} != ABOUT:
        raise refuse("indicators.json", f"it should say exactly {', '.join(sorted(ABOUT))}.")
    rows = listed["rows"]
    for row in rows if isinstance(rows, list) else [None]:
        if not isinstance(row, dict) or set(row) != set(CELL_COLUMNS):
            raise refuse("indicators.json", "its rows should have exactly the columns of the CSV.")
        yield tuple(_written(row[name]) for name in CELL_COLUMNS)


def _written(value: object) -> str:
    return "" if value is None else str(value)


def _read(content: bytes, name: str, columns: tuple[str, ...]) -> list[Row]:
    try:
        lines = csv.reader(io.StringIO(content.decode("utf-8"), newline=""), strict=True)
        rows = [tuple(line) for _, line in zip(range(MOST_ROWS + 2), lines, strict=False)]
    except (csv.Error, UnicodeDecodeError) as error:
        raise refuse(name, "it cannot be read as CSV in UTF-8.") from error
    if not rows or rows[0] != columns:
        raise refuse(name, f"its columns should be {', '.join(columns)}.")
    if len(rows) > MOST_ROWS + 1 or any(len(row) != len(columns) for row in rows):
        raise refuse(name, "it has too many rows, or a row with too many or too few columns.")
    return rows[1:]


def require_protected_rows(content: bytes, report: Mapping[str, Any]) -> None:
    """That the protected file holds codes of the lists only, sorted, and the year's persons.

    Sorted, so that the order of the rows says nothing about where they came from.

    Raises:
        BundleRefused: a value outside its list, rows out of order, or another number of persons.
    """
    rows = _read(content, names.MICRODATA, MICRODATA_COLUMNS)
    for row in rows:
        for name, value in zip(MICRODATA_COLUMNS[1:], row[1:], strict=True):
            if value not in CODES[name]:
                raise refuse(names.MICRODATA, f"a value of {name} is not on its list.")
    period = report["release"]["period"]
    years = [row[0] for row in rows]
    if any(len(year) != 4 or not year.isdigit() or year > period for year in years):
        raise refuse(names.MICRODATA, "a row is of no year up to that of the release.")
    if rows != sorted(rows) or years.count(period) != report["release"]["persons"]:
        raise refuse(
            names.MICRODATA, "its rows are not sorted, or are not as many as the year's persons."
        )


def protected_rows(content: bytes) -> list[Row]:
    """The rows of a protected file that was checked before."""
    return _read(content, names.MICRODATA, MICRODATA_COLUMNS)
