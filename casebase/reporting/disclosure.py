"""The only door by which a figure leaves the case module (statistics.md).

A closed cohort is measured once, with noise that is paid for beforehand, and turned once into one
protected file. Everything that is published is a count on that file. This runs in the release
worker: it loads OpenDP, typst and vl-convert, and its role reads nothing but frozen codes.
"""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import hashlib
import io
from collections.abc import Iterable, Mapping
from uuid import UUID

import numpy as np
import psycopg
from django.conf import settings

from casebase.reporting.periods import Period
from casebase.reporting.protection import domain, margins, microdata
from casebase.reporting.protection.budget import CORRECTION, epsilon_of
from casebase.reporting.protection.display import tables_of
from casebase.reporting.protection.programme import ANNUAL, PROGRAMMES, QUARTERLY, Programme
from casebase.reporting.releasing import ledger
from casebase.reporting.releasing.cohort import Approved, NotReady, approved, records_of
from casebase.reporting.releasing.ledger import Entry
from casebase.reporting.report.build import report_of
from casebase.reporting.report.files import files_of
from casebase.reporting.report.model import Correction, Release, Report

FROM_RESERVE = "C"  # ends the name of a programme that is paid from what is kept for a correction
MICRODATA_COLUMNS = (
    "TIME_PERIOD", "REF_AREA", "FORM", "SEX", "AGE", "CHILD", "AGENCY", "NATIONALITY",
)  # fmt: skip


def programme_for(period: Period, *, from_reserve: bool = False) -> Programme:
    """What is measured on a period of this kind today."""
    usual = QUARTERLY if period.quarter else ANNUAL
    if not from_reserve:
        return usual
    return dataclasses.replace(usual, name=usual.name + FROM_RESERVE, rho=CORRECTION)


def programme_named(name: str, version: int) -> Programme:
    """The programme of a ledger's entry."""
    usual = PROGRAMMES[name.removesuffix(FROM_RESERVE), version]
    if name == usual.name:
        return usual
    return dataclasses.replace(usual, name=name, rho=CORRECTION)


def measure_once(
    connection: psycopg.Connection, period: Period, *, from_reserve: bool = False
) -> UUID:
    """Reserve, then draw, then keep the protected file; the loss counts from the first step.

    Raises:
        NotReady: not signed, too few persons, measured before, or the cap would be passed.
    """
    of = require_measurable(connection, period)
    programme = programme_for(period, from_reserve=from_reserve)
    programme.require_held()
    rows = _rows(connection, of, programme)
    drawn = [one for one in ledger.entries(connection, period.code) if "drawn" in one.states]
    number = ledger.reserve(connection, of, programme, version=len(drawn) + 1)
    protected = microdata.protect(microdata.measure(programme, rows))
    ledger.drawn(connection, number, _as_csv(domain.decode(programme, protected)))
    return number


def require_measurable(connection: psycopg.Connection, period: Period) -> Approved:
    """The signed period, if it may be measured.

    Raises:
        NotReady: not signed, changed since, or too few persons.
    """
    of = approved(connection, period)
    if of.persons < microdata.SMALLEST_COHORT:
        raise NotReady(
            f"The cohort of {of.period} has fewer than {microdata.SMALLEST_COHORT} persons, too "
            "few to publish by themselves. Nothing was measured; the year will count them."
        )
    return of


def _rows(connection: psycopg.Connection, of: Approved, programme: Programme) -> domain.Rows:
    """The exact rows, as many as were signed."""
    rows = domain.encode(programme, records_of(connection, of.period))
    if len(rows) != of.persons:
        raise NotReady(f"The frozen rows of {of.period} are not as many as were signed.")
    return rows


def report_from(
    protected: bytes, entry: Entry, of: Approved, sequence: int, made_on: dt.date,
    corrections: Iterable[Correction] = (),
) -> Report:  # fmt: skip
    """The report on a protected file; the same file gives the same report.

    The margins are drawn from a number that follows from the file: it protects nothing, and a
    report that is made again says the same.
    """
    programme = programme_named(entry.programme, entry.programme_version)
    rows = domain.encode(programme, csv.DictReader(io.StringIO(protected.decode())))
    seed = int.from_bytes(hashlib.sha256(protected).digest()[:8], "big")
    errors = margins.margins_of(programme, rows, rng=np.random.default_rng(seed))
    release = _release(entry, of, programme, sequence, made_on)
    return report_of(
        release,
        tables_of(programme, rows, errors),
        corrections=corrections,
        is_invented=settings.DEMO_MODE,
    )


def _release(
    entry: Entry, of: Approved, programme: Programme, sequence: int, made_on: dt.date
) -> Release:
    return Release(
        id=entry.release_id,
        sequence=sequence,
        period=of.period.code,
        period_title=of.period.title,
        kind=of.period.kind,
        version=entry.version,
        first_day=of.period.starts_on,
        last_day=of.period.ends_on,
        cut_off=dt.date.fromisoformat(of.cut_off),
        made_on=made_on,
        persons=entry.persons,
        programme=programme.name.removesuffix(FROM_RESERVE),  # the public knows it by its tables
        programme_version=programme.version,
        rho=programme.rho,
        sigma=round(programme.sigma, 4),
        epsilon=round(epsilon_of(programme.rho), 4),
    )


def files_from(report: Report, microdata_csv: bytes | None) -> dict[str, bytes]:
    return files_of(report, microdata=microdata_csv, base_address=settings.PORTAL_ADDRESS)


def open_microdata(protected: Mapping[str, bytes]) -> bytes:
    """`microdata.csv`: the protected rows of every released year, older years unchanged.

    Args:
        protected: the protected file by year.
    """
    target = io.StringIO()
    writer = csv.DictWriter(target, MICRODATA_COLUMNS, lineterminator="\n")
    writer.writeheader()
    for year, content in sorted(protected.items()):
        rows = csv.DictReader(io.StringIO(content.decode()))
        named = [{name: row.get(name, year) for name in MICRODATA_COLUMNS} for row in rows]
        # In the order of the codes, which says nothing of where a row came from.
        writer.writerows(sorted(named, key=lambda row: tuple(row.values())))
    return target.getvalue().encode()


def _as_csv(rows: Iterable[Mapping[str, str]]) -> bytes:
    known = list(rows)
    target = io.StringIO()
    writer = csv.DictWriter(target, list(known[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(known)
    return target.getvalue().encode()
