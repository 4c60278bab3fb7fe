"""The report and the code book as pages of their own: one file each, readable without a site.

They load nothing and run nothing. Charts stand in them as SVG, each beside its table. They are no
pages of a site, so their templates lie here and not among the site's: a file that is taken away has
its style sheet and our own drawings inside.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from django.template import Context, Engine

from casebase.reporting.report import codebook
from casebase.reporting.report.layout import base_in_words, grid_of
from casebase.reporting.report.model import Report
from casebase.reporting.report.wording import day, notice_of


def report_html(report: Report, pictures: dict[str, str]) -> str:
    """`report.html`.

    Args:
        pictures: SVG of each chart, by the id of its table.
    """
    context = {
        "report": report,
        "notice": notice_of(report),
        "facts": facts_of(report),
        "sections": [_section(report, place, pictures) for place in range(len(report.tables))],
        "corrections": [(day(one.noted_on), one.text) for one in report.corrections],
    }
    return _rendered("report.html", context)


def facts_of(report: Report) -> tuple[tuple[str, str], ...]:
    """What identifies the release, for the head of the page and the cover of the workbook."""
    release = report.release
    return (
        ("Period", f"{day(release.first_day)} to {day(release.last_day)}"),
        ("Cut-off", day(release.cut_off)),
        ("Made on", day(release.made_on)),
        ("Persons in the cohort", f"{release.persons:,}"),
        ("Release", release.id),
        ("Publisher", report.publisher),
        ("Licence", report.licence),
    )


def _section(report: Report, place: int, pictures: dict[str, str]) -> dict[str, Any]:
    table = report.tables[place]
    chart = next((one for one in report.charts if one.table == table.id), None)
    grid = grid_of(table)
    return {
        "place": place + 1,
        "table": table,
        "chart": chart,
        "picture": pictures.get(table.id, ""),
        "grid": grid,
        "wide": len(grid.columns) > 3,
        "base": base_in_words(table, report.release.persons),
        "findings": [one.text for one in report.findings if one.table == table.id],
    }


def codebook_html(report: Report) -> str:
    """`codebook.html`."""
    context = {
        "report": report,
        "notice": notice_of(report),
        "columns": codebook.columns_of(report),
        "pairs": codebook.faithful_pairs(report),
    }
    return _rendered("report_codebook.html", context)


@cache
def _engine() -> Engine:
    return Engine(dirs=[str(Path(__file__).parent / "pages")])


def _rendered(name: str, context: dict[str, Any]) -> str:
    return str(_engine().get_template(name).render(Context(context)))
