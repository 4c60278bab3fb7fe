"""Attack 4: every count stands in several tables; least squares over all of them cancels noise."""

from __future__ import annotations

import numpy as np

from casebase.reporting.protection import domain
from casebase.reporting.protection.consistency import curvature_of, fitted
from casebase.reporting.protection.domain import Rows
from casebase.reporting.protection.programme import Programme
from tests.casebase.reporting.protection.releases import Tables

ATTRIBUTES = ("REF_AREA", "FORM", "SEX", "AGE")


def exact_hits(programme: Programme, rows: Rows, released: Tables) -> float:
    """Share of the true counts of 1 to 9 that the fit over all `released` tables finds exactly."""
    used = [names for names in released if set(names) <= {*ATTRIBUTES, "CHILD"}]
    cells = domain.design(programme, domain.grid(programme, ATTRIBUTES), used)
    noisy = np.concatenate([released[names].ravel() for names in used])
    joint = fitted(cells, noisy, len(rows), curvature=curvature_of(cells), tolerance=0.01)
    truth = np.concatenate([domain.count(programme, rows, names).ravel() for names in used])
    is_small = (truth >= 1) & (truth <= 9)
    return float((np.rint(cells @ joint) == truth)[is_small].mean())
