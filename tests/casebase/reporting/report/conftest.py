"""Releases made once for all tests of this folder: drawing and setting take seconds."""

from __future__ import annotations

import pytest

from casebase.reporting.report.files import files_of
from tests.casebase.reporting import reports

BASE = "https://portal.example"
MICRODATA = (
    b"TIME_PERIOD,REF_AREA,FORM,SEX,AGE,CHILD,AGENCY,NATIONALITY\n"
    b"2026,GH-AA,begging,F,12-14,C,police,GH\n"
    b"2026,GH-TV,fishing,M,6-11,C,welfare,TG\n"
)
MADE = {
    "quarter": reports.quarter_report,
    "year": reports.year_report,
    "tiny": reports.tiny_report,
}


def make_files(report):
    is_year = report.release.kind == "year"
    return files_of(report, microdata=MICRODATA if is_year else None, base_address=BASE)


@pytest.fixture(scope="session")
def releases():
    """Name to report and files."""
    return {name: (make(), make_files(make())) for name, make in MADE.items()}


@pytest.fixture(params=MADE)
def release(request, releases):
    """Each of them in turn: a report and its files."""
    return releases[request.param]


@pytest.fixture
def year(releases):
    return releases["year"]


@pytest.fixture
def quarter(releases):
    return releases["quarter"]
