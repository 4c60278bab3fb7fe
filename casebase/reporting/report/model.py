"""The report as data: what HTML, PDF, XLSX, CSV, JSON and the charts are all made from.

Every number in it is a count over the protected file; nothing here was ever an exact figure. The
JSON of a `Report` is the `report.json` of a release, so its field names never change.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum


class ObsStatus(StrEnum):
    """SDMX's CL_OBS_STATUS, those we use."""

    SHOWN = "A"
    HIDDEN = "Q"  # fewer than ten
    MERGED = "K"  # counted in the row's total only: one category held nearly all of a small row


@dataclass(frozen=True)
class Code:
    code: str
    label: str


@dataclass(frozen=True)
class Dimension:
    """One way in which persons are told apart.

    Attributes:
        name: the column of `indicators.csv`, in capitals: `REF_AREA`, `SEX`, `AGE`, `FORM` …
    """

    name: str
    title: str
    codes: tuple[Code, ...]

    def label_of(self, code: str) -> str:
        return next(one.label for one in self.codes if one.code == code)


@dataclass(frozen=True)
class Cell:
    """One count of persons.

    Attributes:
        codes: one for each dimension of its table, in their order.
        value: persons, 10 or more; None where it is hidden or merged.
        moe90: the value lies within plus or minus this of the exact one in nine cases of ten;
            None where the value is.
        percent: whole percent of `base`; None where the value is, or where the base is under 50.
        base: persons the percentage is of; None where that is not shown itself.
    """

    codes: tuple[str, ...]
    value: int | None
    moe90: int | None = None
    percent: int | None = None
    base: int | None = None
    status: ObsStatus = ObsStatus.SHOWN

    @property
    def shown(self) -> str:
        """What a reader sees in place of the number, or the number."""
        if self.value is not None:
            return f"{self.value:,}"
        return "counted in the total" if self.status is ObsStatus.MERGED else "fewer than 10"


@dataclass(frozen=True)
class Table:
    """Persons by one dimension or more, every combination of codes once, in their order."""

    id: str  # `form`, `region-by-form`; part of file names and addresses
    title: str
    dimensions: tuple[Dimension, ...]
    cells: tuple[Cell, ...]

    def cell(self, *codes: str) -> Cell:
        return next(one for one in self.cells if one.codes == codes)


@dataclass(frozen=True)
class Chart:
    """A picture of one table; the table always stands beside it."""

    table: str  # its id, and the name of `charts/<table>.svg` and `charts/<table>.vl.json`
    kind: str  # bars, columns, tiles, pyramid, stacked
    title: str
    description: str  # one sentence with the finding, for those who do not see it


@dataclass(frozen=True)
class Finding:
    text: str
    table: str


@dataclass(frozen=True)
class Definition:
    term: str
    text: str


@dataclass(frozen=True)
class Correction:
    """What was found out later, beside the first figure."""

    noted_on: dt.date
    text: str


@dataclass(frozen=True)
class Release:
    """What the ledger says of this release.

    Attributes:
        id: `2026Q3-v1`; in lower case the page's address.
        sequence: its place among all releases, from 1, without gaps.
        period: `2026Q3` or `2026`.
        kind: `quarter` or `year`.
        persons: size of the cohort, exact; announced publicly (statistics.md, neighbours).
        programme: `Q1` or `A1`.
        rho, sigma: what the measurement spent, and the noise of one count.
        epsilon: at delta 1e-6.
        cut_off: last day on which a record still counted.
        made_on: the day the noise was drawn.
    """

    id: str
    sequence: int
    period: str
    period_title: str
    kind: str
    version: int
    first_day: dt.date
    last_day: dt.date
    cut_off: dt.date
    made_on: dt.date
    persons: int
    programme: str
    programme_version: int
    rho: float
    sigma: float
    epsilon: float


@dataclass(frozen=True)
class Report:
    """Everything a reader of one release is told."""

    release: Release
    title: str
    summary: str
    findings: tuple[Finding, ...]
    tables: tuple[Table, ...]
    charts: tuple[Chart, ...]
    definitions: tuple[Definition, ...]
    method: tuple[str, ...]  # paragraphs
    hidden: str  # what is shown as "fewer than 10", and why
    corrections: tuple[Correction, ...] = ()
    licence: str = "CC BY 4.0"
    publisher: str = "Human Trafficking Secretariat"
    is_invented: bool = False  # of a demonstration: every page and file says so
    columns: dict[str, str] = field(default_factory=dict)  # of indicators.csv, name to meaning
