"""Charts as Vega-Lite documents, and as SVG that says what it shows.

A document holds its data, so that a reader can draw it anew. vl-convert is loaded inside
`svg_of`: it starts a JavaScript engine, which belongs into the release worker and never into a
web process.
"""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any

from casebase.reporting.report import chart_parts as parts
from casebase.reporting.report.chart_bars import bars, pyramid
from casebase.reporting.report.chart_columns import columns
from casebase.reporting.report.chart_stacked import stacked
from casebase.reporting.report.chart_tiles import tiles
from casebase.reporting.report.model import Chart, Report, Table
from casebase.reporting.report.wording import NOTICE

SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
ENGINE = "6.4"  # of those that vl-convert carries
_SHAPES = {
    "bars": bars,
    "tiles": tiles,
    "pyramid": pyramid,
    "stacked": stacked,
    "columns": columns,
}
_OPENING = re.compile(r"<svg [^>]*>")
_OWN_ROLES = re.compile(r' (?:role|aria-roledescription|aria-label|aria-hidden)="[^"]*"')


def spec_of(chart: Chart, report: Report) -> dict[str, Any]:
    """The complete Vega-Lite document of a chart: data, drawing, description, licence."""
    table = next(one for one in report.tables if one.id == chart.table)
    shape = _SHAPES[chart.kind](table)
    return {
        "$schema": SCHEMA,
        "description": chart.description,
        "title": _title(chart, report, table),
        **shape,
        "usermeta": _about(report),
        "config": parts.CONFIG,
    }


def _title(chart: Chart, report: Report, table: Table) -> dict[str, Any]:
    notice = [NOTICE] if report.is_invented else []
    period = ". ".join([report.release.period_title, *notice]) + "."
    lines = [period, *parts.note_on(chart.kind, table, report.release.persons)]
    return {"text": chart.title, "subtitle": lines}


def _about(report: Report) -> dict[str, str]:
    about = {
        "release": report.release.id,
        "publisher": report.publisher,
        "licence": report.licence,
    }
    return about | ({"notice": NOTICE} if report.is_invented else {})


def svg_of(spec: dict[str, Any], name: str) -> str:
    """Draw a document.

    Args:
        name: begins every id inside, so that several charts can stand in one page.

    Returns:
        an SVG with a role, a title and a description; no address in it is ever loaded.
    """
    import vl_convert

    drawn = vl_convert.vegalite_to_svg(
        json.dumps(spec, ensure_ascii=False), vl_version=ENGINE, allowed_base_urls=[]
    )
    return _named(_OWN_ROLES.sub("", drawn), spec, name)


def _named(drawn: str, spec: dict[str, Any], name: str) -> str:
    drawn = re.sub(r'\bid="', f'id="{name}-', drawn)
    drawn = re.sub(r"url\(#", f"url(#{name}-", drawn)
    opening = _OPENING.search(drawn)
    assert opening is not None  # noqa: S101 -- vl-convert answers with an SVG or an error
    titled = opening[0].replace(
        "<svg ", f'<svg role="img" aria-labelledby="{name}-title" aria-describedby="{name}-desc" '
    )
    title = f'<title id="{name}-title">{escape(spec["title"]["text"], quote=False)}</title>'
    desc = f'<desc id="{name}-desc">{escape(_description(spec), quote=False)}</desc>'
    return f"{titled}{title}{desc}{drawn[opening.end() :]}\n"


def _description(spec: dict[str, Any]) -> str:
    notice = spec["usermeta"].get("notice")
    return f"{spec['description']} {notice}." if notice else spec["description"]


def files_of_charts(report: Report) -> dict[str, bytes]:
    """`charts/<table>.vl.json` and `charts/<table>.svg` of every chart."""
    files = {}
    for chart in report.charts:
        spec = spec_of(chart, report)
        document = json.dumps(spec, ensure_ascii=False, indent=1) + "\n"
        files[f"charts/{chart.table}.vl.json"] = document.encode()
        files[f"charts/{chart.table}.svg"] = svg_of(spec, f"chart-{chart.table}").encode()
    return files
