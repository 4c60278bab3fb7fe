"""From protected tables to everything a reader is told; pure, and the same for the same input."""

from __future__ import annotations

from collections.abc import Iterable

from casebase.reporting.report import prose
from casebase.reporting.report.findings import findings_of, sentence_on
from casebase.reporting.report.layout import names_of
from casebase.reporting.report.model import Chart, Correction, Release, Report, Table


def report_of(
    release: Release,
    tables: tuple[Table, ...],
    *,
    corrections: Iterable[Correction] = (),
    is_invented: bool = False,
) -> Report:
    """The report on one release.

    Args:
        tables: counts over the protected file, under the rules of display already. The base of a
            cell is the cohort in a table of one dimension, else the persons of its first code; the
            last dimension runs across the page, so the longer one of two comes first.
        is_invented: every page, sheet and caption says that the figures are a demonstration.
    """
    return Report(
        release=release,
        title=f"Victims of human trafficking identified in Ghana, {release.period_title}",
        summary=prose.summary(release),
        findings=findings_of(release, tables),
        tables=tables,
        charts=tuple(_chart_of(table) for table in tables),
        definitions=prose.definitions(),
        method=prose.method(release),
        hidden=prose.hidden(tables),
        corrections=tuple(sorted(corrections, key=lambda one: one.noted_on)),
        is_invented=is_invented,
        columns=dict(prose.COLUMNS),
    )


def _chart_of(table: Table) -> Chart:
    kind = kind_of(table)
    return Chart(table.id, kind, table.title, f"{_SEEN[kind]}: {sentence_on(table)}")


def kind_of(table: Table) -> str:
    """Which picture suits the dimensions: tiles, bars, pyramid, stacked or columns of bars."""
    names = names_of(table)
    if names == ("REF_AREA",):
        return "tiles"
    if len(names) == 1 or names == ("SEX", "CHILD"):
        return "bars"
    if names == ("SEX", "AGE"):
        return "pyramid"
    if names[1:] in {("AGE",), ("SEX", "CHILD")}:
        return "stacked"
    return "columns"


_SEEN = {
    "bars": "A bar for each group, with its margin of error",
    "tiles": "A map of equal tiles, one for each region, with its number",
    "pyramid": "Bars by age, female to the left and male to the right",
    "stacked": "A bar for each row, divided by its percentages",
    "columns": "A small bar for each combination, one column for each category",
}
