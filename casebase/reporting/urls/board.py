"""Addresses of the board; see casebase/reporting/README.md."""

from django.urls import path

from casebase.reporting.views import board

urlpatterns = [
    path("board/", board.show, name="board"),
    path("board/file/", board.file, name="board_file"),
]
