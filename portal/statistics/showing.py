"""What the page of a release shows, made from its report and from what the reader asked for."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from portal.statistics.choice import PERCENT, Choice, Select, read_choice, selects
from portal.statistics.figures import Cell, Json, cells_of
from portal.statistics.models import ReceivedFile, ReleasePage

IN_FULL = 5  # tables shown at once with their charts: more would be too heavy for a slow phone
NO_PERCENT = "–"
LABELS = {
    "report.pdf": "The report, to read or print",
    "report.xlsx": "All tables as a workbook",
    "indicators.csv": "All figures, one a line",
    "indicators.json": "All figures, for programs",
    "microdata.csv": "Protected rows, one a person, of all years so far",
    "codebook.html": "What each column and code means",
    "codebook.csv": "The same as a table",
    "report.html": "The report as one web page, to keep",
    "report.json": "The report, for programs",
    "datapackage.json": "Description of the files (Data Package)",
    "dataset.jsonld": "Description of the data set (DCAT, schema.org)",
    "CITATION.txt": "How to cite it",
    "LICENCE.txt": "What you may do with it",
    "SHA256SUMS": "Digests of all files",
    "manifest.json": "What casework signed",
    "manifest.sig": "Its signature",
}


@dataclass(frozen=True)
class ShownTable:
    """One table of the release.

    Attributes:
        head, rows: as `components/table.html` reads them.
        chart: path of its picture; empty where it has none or only a part is shown.
        findings: sentences about it.
    """

    id: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    chart: str = ""
    chart_text: str = ""
    findings: tuple[str, ...] = ()


@dataclass(frozen=True)
class More:
    """A table that is one click away."""

    title: str
    url: str


@dataclass(frozen=True)
class Download:
    name: str
    label: str
    url: str
    media_type: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Correction:
    noted_on: dt.date
    text: str


@dataclass(frozen=True)
class Shown:
    """All of it.

    Attributes:
        left_out: how many tables do not tell apart what was chosen.
        later: the newest later version of the same period; None where this is it.
    """

    report: Json
    choice: Choice
    selects: tuple[Select, ...]
    tables: tuple[ShownTable, ...]
    more: tuple[More, ...]
    left_out: int
    corrections: tuple[Correction, ...]
    downloads: tuple[Download, ...]
    charts: tuple[Download, ...]
    later: ReleasePage | None
    cut_off: dt.date
    made_on: dt.date


def shown(page: ReleasePage, parameters: Mapping[str, Any]) -> Shown:
    """Gather what is shown, in two queries."""
    report = page.report
    choice = read_choice(parameters, report)
    asked = [t for t in report["tables"] if choice.table in ("", t["id"])]
    fitting = [t for t in asked if choice.codes.keys() <= {d["name"] for d in t["dimensions"]}]
    files = tuple(downloads_of(page))
    return Shown(
        report=report,
        choice=choice,
        selects=selects(report, choice),
        tables=tuple(_table(page, table, choice) for table in fitting[:IN_FULL]),
        more=tuple(More(t["title"], choice.address_of(t["id"])) for t in fitting[IN_FULL:]),
        left_out=len(asked) - len(fitting),
        corrections=tuple(
            Correction(dt.date.fromisoformat(each["noted_on"]), each["text"])
            for each in report["corrections"]
        ),
        downloads=tuple(sorted((f for f in files if f.name in LABELS), key=_place)),
        charts=tuple(file for file in files if file.name not in LABELS),
        later=_later(page),
        cut_off=dt.date.fromisoformat(report["release"]["cut_off"]),
        made_on=dt.date.fromisoformat(report["release"]["made_on"]),
    )


def _place(file: Download) -> int:
    return list(LABELS).index(file.name)


def downloads_of(page: ReleasePage) -> Iterator[Download]:
    """The files of a release, without their bytes."""
    files = ReceivedFile.objects.filter(release__page_id=page.pk).order_by("name")
    for file in files.defer("content"):
        yield Download(
            name=file.name,
            label=LABELS.get(file.name, file.name),
            url=f"/statistics/{page.slug}/files/{file.name}",
            media_type=file.media_type,
            size=file.size,
            sha256=file.sha256,
        )


def _later(page: ReleasePage) -> ReleasePage | None:
    later = ReleasePage.objects.live().filter(period=page.period, version__gt=page.version)
    return later.only("title", "slug", "version").order_by("-version").first()


def _table(page: ReleasePage, table: Json, choice: Choice) -> ShownTable:
    charts = {chart["table"]: chart for chart in page.report["charts"]}
    chart = charts.get(table["id"]) if not choice.codes else None
    head, rows = _grid(table, choice)
    return ShownTable(
        id=table["id"],
        title=table["title"],
        head=head,
        rows=rows,
        chart=f"/statistics/{page.slug}/files/charts/{table['id']}.svg" if chart else "",
        chart_text=chart["description"] if chart else "",
        findings=tuple(f["text"] for f in page.report["findings"] if f["table"] == table["id"]),
    )


def _grid(table: Json, choice: Choice) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Rows by the first attribute, columns by the others; a table of one has its shares beside."""
    names = [dimension["name"] for dimension in table["dimensions"]]
    wanted = [choice.codes.get(name, "") for name in names]
    cells = [
        cell
        for cell in cells_of(table)
        if all(want in ("", code) for want, code in zip(wanted, cell.codes, strict=True))
    ]
    first = str(table["dimensions"][0]["title"])
    if len(names) == 1:
        if choice.measure == PERCENT:
            return (first, "Share"), tuple((c.labels[0], _share(c)) for c in cells)
        rows = ((c.labels[0], c.with_margin, c.percent or NO_PERCENT) for c in cells)
        return (first, "Persons", "Share"), tuple(rows)
    columns = tuple(dict.fromkeys(", ".join(cell.labels[1:]) for cell in cells))
    lines: dict[str, list[str]] = {}
    for cell in cells:
        said = _share(cell) if choice.measure == PERCENT else cell.with_margin
        lines.setdefault(cell.labels[0], []).append(said)
    return (first, *columns), tuple((label, *said) for label, said in lines.items())


def _share(cell: Cell) -> str:
    if cell.value is None:
        return cell.count
    return cell.percent or NO_PERCENT
