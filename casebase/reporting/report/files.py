"""Every file of a release from its report. The same report gives the same bytes.

Drawing loads vl-convert and typst, so this runs in the release worker, never in a web process.
"""

from __future__ import annotations

from casebase.reporting.report import codebook, metadata, tidy
from casebase.reporting.report.as_json import report_json
from casebase.reporting.report.charts import files_of_charts
from casebase.reporting.report.html import codebook_html, report_html
from casebase.reporting.report.model import Report
from casebase.reporting.report.pdf import report_pdf
from casebase.reporting.report.wording import notice_of
from casebase.reporting.report.workbook import report_xlsx


def files_of(report: Report, *, microdata: bytes | None, base_address: str) -> dict[str, bytes]:
    """All entries of the bundle but its manifest and signature, by name.

    Args:
        microdata: `microdata.csv` of a year, complete; None for a quarter.
        base_address: of the portal, such as `https://portal.example`; addresses begin with it.
    """
    charts = files_of_charts(report)
    files = {**charts, **_readable(report, charts), **_data(report)}
    if microdata is not None:
        files["microdata.csv"] = microdata
    files["datapackage.json"] = metadata.datapackage(report, files, base_address).encode()
    files["dataset.jsonld"] = metadata.dataset(report, files, base_address).encode()
    files["CITATION.txt"] = metadata.citation(report, base_address).encode()
    files["LICENCE.txt"] = metadata.licence(report).encode()
    files["SHA256SUMS"] = metadata.checksums(files, notice_of(report)).encode()
    return dict(sorted(files.items()))


def _readable(report: Report, charts: dict[str, bytes]) -> dict[str, bytes]:
    pictures = {
        chart.table: charts[f"charts/{chart.table}.svg"].decode() for chart in report.charts
    }
    return {
        "report.html": report_html(report, pictures).encode(),
        "report.pdf": report_pdf(report, pictures),
        "report.xlsx": report_xlsx(report),
        "codebook.html": codebook_html(report).encode(),
    }


def _data(report: Report) -> dict[str, bytes]:
    return {
        "report.json": report_json(report),
        "indicators.csv": tidy.indicators_csv(report).encode(),
        "indicators.json": tidy.indicators_json(report).encode(),
        "codebook.csv": codebook.codebook_csv(report).encode(),
    }
