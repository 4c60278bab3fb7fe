"""Releases of made-up cohorts: measured with OpenDP's own noise, as a real one would be."""

from __future__ import annotations

from casebase.reporting.protection import domain
from casebase.reporting.protection.domain import Counts, Rows
from casebase.reporting.protection.microdata import Measured, Noise, measure, protect
from casebase.reporting.protection.noise import with_noise
from casebase.reporting.protection.programme import Names, Programme

Tables = dict[Names, Counts]


def measured(programme: Programme, rows: Rows, noise: Noise = with_noise) -> Measured:
    return measure(programme, rows, is_invented=True, noise=noise)


def protected(programme: Programme, rows: Rows) -> Rows:
    return protect(measured(programme, rows))


def counted(programme: Programme, rows: Rows, tables: tuple[Names, ...]) -> Tables:
    return {names: domain.count(programme, rows, names) for names in tables}


def half_the_noise(counts: Counts, sigma: float) -> Counts:
    """The known-bad twin of most tests: noise half as large as claimed."""
    return with_noise(counts, sigma / 2)
