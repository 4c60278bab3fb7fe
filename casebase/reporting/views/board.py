"""The board: what is going on, in exact numbers that are not for publication."""

from __future__ import annotations

import csv

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_GET

from casebase.access.enums import Action
from casebase.access.pages import CaseRequest, page
from casebase.reporting.board import Asked, Board, board

MARK = "Exact figures. Not for publication."


@page(action=Action.SEE_BOARD, records="board.read")
@require_GET
def show(request: CaseRequest) -> HttpResponse:
    asked = _asked(request)
    context = {"board": _board(request, asked), "asked": asked}
    return render(request, "reporting/board.html", context)


@page(action=Action.SEE_BOARD, records="figures.file")
@require_GET
def file(request: CaseRequest) -> HttpResponse:
    """Every number of the page, one a line."""
    found = _board(request, _asked(request))
    name = f"not-for-publication-board-{found.at:%Y-%m-%d}.csv"
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    response = HttpResponse(content_type="text/csv; charset=utf-8", headers=disposition)
    writer = csv.writer(response)
    writer.writerow([MARK, found.whose, date_format(found.at, "j F Y, H:i")])
    writer.writerow(["table", "row", "column", "unit", "number"])
    for table in found.tables:
        for line in table.lines:
            for column, number in zip(table.columns, line.numbers, strict=True):
                shown = "hidden" if number is None else number
                writer.writerow([table.title, line.label, column, table.unit, shown])
    return response


def _asked(request: CaseRequest) -> Asked:
    """What the address asks for; anything else is the usual."""
    return Asked(
        across="agency" if request.GET.get("across") == "agency" else "region",
        is_long=request.GET.get("since") == "all",
        hides_small=request.GET.get("small") == "hidden",
    )


def _board(request: CaseRequest, asked: Asked) -> Board:
    return board(viewer=request.viewer, asked=asked, now=timezone.localtime())
