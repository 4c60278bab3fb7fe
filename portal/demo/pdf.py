"""Invented publications as real PDF files: a text layer, title and language."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.pagesizes import A4, A5, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, KeepInFrame, Paragraph, Spacer
from reportlab.platypus import Table as TableFlowable

from portal.demo.compose import Sheet, Table

SHAPES = {"booklet": A5, "form": A4, "slides": landscape(A5)}
MARGIN = 16 * mm
FOOT = 12 * mm
INK = colors.HexColor("#1d2b36")
LINE = colors.HexColor("#8a97a3")
FOOTER = "Invented for demonstration. Describes no real case, person or place."


def write(*, title: str, publisher: str, sheets: Iterable[Sheet], shape: str = "booklet") -> bytes:
    """One PDF with one page a sheet.

    Args:
        shape: "booklet" (A5), "form" (A4) or "slides" (A5 on its side).

    A sheet that is too long is made smaller until it fits, so that page numbers stay what the
    content says they are.
    """
    size = SHAPES[shape]
    buffer = io.BytesIO()
    # `invariant` leaves out the clock: the same content gives the same bytes.
    canvas = Canvas(buffer, pagesize=size, invariant=True, lang="en-GB", pageCompression=1)
    canvas.setTitle(title)
    canvas.setAuthor(publisher)
    canvas.setSubject(FOOTER)
    canvas.setCreator("Harbour demonstration")
    pages = list(sheets)
    for number, sheet in enumerate(pages, start=1):
        _draw(canvas, sheet, size, large=shape == "slides")
        _draw_foot(canvas, f"{number} of {len(pages)}", size)
        canvas.bookmarkPage(f"p{number}")
        canvas.addOutlineEntry(sheet.heading, f"p{number}", level=0)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _draw(canvas: Canvas, sheet: Sheet, size: tuple[float, float], *, large: bool) -> None:
    width, height = size[0] - 2 * MARGIN, size[1] - 2 * MARGIN - FOOT
    content = KeepInFrame(width, height, list(_flowables(sheet, width, large)), mode="shrink")
    _, used = content.wrapOn(canvas, width, height)
    content.drawOn(canvas, MARGIN, size[1] - MARGIN - used)


def _draw_foot(canvas: Canvas, page: str, size: tuple[float, float]) -> None:
    # Without the title: a word that stands on every page cannot lead to one of them.
    canvas.setFillColor(INK)
    canvas.setFont("Helvetica", 8)
    canvas.drawString(MARGIN, FOOT + 4, FOOTER)
    canvas.drawRightString(size[0] - MARGIN, FOOT + 4, page)


def _flowables(sheet: Sheet, width: float, large: bool) -> Iterator[Flowable]:
    style = _styles(large)
    yield Paragraph(escape(sheet.heading), style["heading"])
    for text in sheet.paragraphs:
        yield Paragraph(escape(text), style["body"])
    if sheet.table:
        yield from _table(sheet.table, width, style)
    if sheet.form:
        yield _form(sheet.form, width, style)
    for text in sheet.after:
        yield Spacer(1, 6)
        yield Paragraph(escape(text), style["body"])


def _table(table: Table, width: float, style: dict[str, ParagraphStyle]) -> Iterator[Flowable]:
    cells = [[Paragraph(escape(cell), style["cell"]) for cell in row] for row in table.rows]
    head = [Paragraph(escape(column), style["head"]) for column in table.columns]
    first = width * (0.24 if len(head) > 5 else 0.4)
    rest = (width - first) / (len(head) - 1)
    yield Paragraph(escape(table.caption), style["caption"])
    yield TableFlowable(
        [head, *cells], colWidths=[first, *[rest] * (len(head) - 1)], style=_LINES, repeatRows=1
    )


def _form(labels: tuple[str, ...], width: float, style: dict[str, ParagraphStyle]) -> Flowable:
    rows = [[Paragraph(escape(label), style["cell"]), ""] for label in labels]
    return TableFlowable(
        rows, colWidths=[width * 0.42, width * 0.58], rowHeights=[16 * mm] * len(rows), style=_GRID
    )


_LINES: list[Any] = [
    ("LINEBELOW", (0, 0), (-1, 0), 1, INK),
    ("LINEBELOW", (0, 1), (-1, -1), 0.4, LINE),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 2),
    ("RIGHTPADDING", (0, 0), (-1, -1), 2),
]
_GRID: list[Any] = [("GRID", (0, 0), (-1, -1), 0.6, LINE), ("VALIGN", (0, 0), (-1, -1), "TOP")]


@cache
def _styles(large: bool) -> dict[str, ParagraphStyle]:
    scale = 1.25 if large else 1.0

    def style(name: str, size: float, *, bold: bool = False, **more: Any) -> ParagraphStyle:
        font = "Helvetica-Bold" if bold else "Helvetica"
        size *= scale
        return ParagraphStyle(
            name, fontName=font, fontSize=size, leading=size * 1.4, textColor=INK, **more
        )

    return {
        "heading": style("heading", 15, bold=True, spaceAfter=12),
        "body": style("body", 10.5, spaceAfter=9),
        "caption": style("caption", 10, bold=True, spaceBefore=8, spaceAfter=4),
        "head": style("head", 7.5, bold=True),
        "cell": style("cell", 9),
    }
