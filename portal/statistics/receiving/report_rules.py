"""What holds between a report's fields: periods, code lists, and that nothing small is shown."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from itertools import product
from typing import Any

from portal.statistics.codes import CODES, SMALLEST_BASE
from portal.statistics.periods import Period
from portal.statistics.receiving.shapes import refuse

Json = Mapping[str, Any]


def require_release(release: Json) -> None:
    """That id, period, kind and dates say the same thing.

    Raises:
        BundleRefused: they do not.
    """
    period = Period.of_code(release["period"])
    if period is None:  # the shape has let it through, so it is a period
        raise refuse("release", "it names no quarter and no year.")
    expected = {
        "id": f"{period.code}-v{release['version']}",
        "period_title": period.title,
        "kind": period.kind,
        "first_day": period.starts_on.isoformat(),
        "last_day": period.ends_on.isoformat(),
    }
    for name, value in expected.items():
        if release[name] != value:
            raise refuse(f"release, {name}", f"for {period.code} it should be “{value}”.")
    made_on = dt.date.fromisoformat(release["made_on"])
    if not period.ends_on < dt.date.fromisoformat(release["cut_off"]) <= made_on:
        raise refuse("release", "the figures were made before the period was closed.")


def require_report(report: Json) -> None:
    """That every table is whole, and every cell may be shown.

    Raises:
        BundleRefused: the first thing that is not so.
    """
    ids = [table["id"] for table in report["tables"]]
    if len(set(ids)) != len(ids):
        raise refuse("report.json", "two tables have the same id.")
    for table in report["tables"]:
        _require_table(table, persons=report["release"]["persons"])
    charts = [chart["table"] for chart in report["charts"]]
    named = {*charts, *(finding["table"] for finding in report["findings"])}
    if len(set(charts)) != len(charts) or not named <= set(ids):
        raise refuse("report.json", "a chart or a finding is of a table that is not there.")


def _require_table(table: Json, *, persons: int) -> None:
    where = f"table {table['id']}"
    dimensions = [_codes_of(dimension, where) for dimension in table["dimensions"]]
    names = [dimension["name"] for dimension in table["dimensions"]]
    if len(set(names)) != len(names):
        raise refuse(where, "it names one attribute twice.")
    wanted = [list(codes) for codes in product(*dimensions)]
    if [cell["codes"] for cell in table["cells"]] != wanted:
        raise refuse(where, "it should hold every combination of its codes once, in their order.")
    for cell in table["cells"]:
        _require_cell(cell, where)
    if sum(cell["value"] or 0 for cell in table["cells"]) > persons:
        raise refuse(where, "its counts add up to more persons than the release has.")


def _codes_of(dimension: Json, where: str) -> list[str]:
    codes = [code["code"] for code in dimension["codes"]]
    on_list = [code for code in CODES[dimension["name"]] if code in codes]
    if codes != on_list:
        raise refuse(where, f"the codes of {dimension['name']} are not those of its list.")
    return codes


def _require_cell(cell: Json, where: str) -> None:
    is_shown = cell["status"] == "A"
    if is_shown != (cell["value"] is not None) or is_shown != (cell["moe90"] is not None):
        raise refuse(where, "a cell's count, margin and status do not belong together.")
    if cell["percent"] is not None and not (is_shown and (cell["base"] or 0) >= SMALLEST_BASE):
        raise refuse(where, f"a percentage needs a shown count and {SMALLEST_BASE} persons.")
