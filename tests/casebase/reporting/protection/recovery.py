"""Attack 3: what must a hidden figure be? The smallest and largest value all tables allow.

Every published figure is a constraint on the unknown counts of all combinations; linear
programming (HiGHS) finds for a hidden cell the least and the most that they leave open.
"""

from __future__ import annotations

from dataclasses import dataclass

import highspy
import numpy as np
from scipy import sparse

from casebase.reporting.protection.domain import Amounts, Rows


@dataclass(frozen=True)
class Bounds:
    """What a reader takes the cells of all tables to be at least and at most.

    Attributes:
        slack: how far each bound may be stretched where no counts satisfy all of them.
    """

    least: Amounts
    most: Amounts
    slack: Amounts


@dataclass(frozen=True)
class Recovery:
    """What linear programming makes of the hidden cells.

    Attributes:
        pinned: share with one possible value only.
        narrowest: persons between the least and the most of the tightest cell.
        proved: share of which it is proved that there is at least one person.
    """

    pinned: float
    narrowest: float
    proved: float

    @property
    def finds_nothing(self) -> bool:
        return self.pinned == 0.0 and self.narrowest >= 5.0 and self.proved <= 0.20


def recovered(cells: sparse.csr_array, bounds: Bounds, persons: int, hidden: Rows) -> Recovery:
    """Attack the cells numbered `hidden`.

    Args:
        cells: which combination counts in which cell, cells x combinations.
        persons: in all, known exactly.
    """
    solver = _solver(cells, _consistent(cells, bounds, persons), persons)
    ranges = np.array([_range(solver, cells, cell) for cell in hidden])
    widths = ranges[:, 1] - ranges[:, 0]
    return Recovery(
        pinned=float((widths < 0.5).mean()),
        narrowest=float(widths.min()),
        proved=float((ranges[:, 0] > 0.5).mean()),
    )


def _consistent(cells: sparse.csr_array, bounds: Bounds, persons: int) -> Bounds:
    """`bounds`, all stretched by the smallest factor of their slack that some counts satisfy."""
    if not bounds.slack.any():
        return bounds
    stretched = sparse.hstack([cells, sparse.csr_array(bounds.slack[:, None])])
    tightened = sparse.hstack([cells, sparse.csr_array(-bounds.slack[:, None])])
    rows = sparse.vstack([stretched, tightened], format="csr")
    anything = np.full(len(bounds.least), highspy.kHighsInf)
    both = Bounds(
        np.concatenate([bounds.least, -anything]), np.concatenate([anything, bounds.most]), anything
    )
    solver = _solver(rows, both, persons, among=cells.shape[1])
    factor = _objective(solver, np.array([cells.shape[1]]), highspy.ObjSense.kMinimize) * 1.0001
    least, most = bounds.least - factor * bounds.slack, bounds.most + factor * bounds.slack
    return Bounds(np.maximum(least, 0.0), most, bounds.slack)


def _solver(
    rows: sparse.csr_array, bounds: Bounds, persons: int, among: int | None = None
) -> highspy.Highs:
    """A programme of unknown counts, none negative, of which the first `among` sum to `persons`."""
    columns = rows.shape[1]
    total = np.zeros((1, columns))
    total[0, :among] = 1.0
    matrix = sparse.vstack([rows, sparse.csr_array(total)], format="csc")
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = columns, matrix.shape[0]
    model.col_cost_, model.col_lower_ = np.zeros(columns), np.zeros(columns)
    model.col_upper_ = np.full(columns, highspy.kHighsInf)
    model.row_lower_ = np.append(bounds.least, persons)
    model.row_upper_ = np.append(bounds.most, persons)
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_, model.a_matrix_.index_ = matrix.indptr, matrix.indices
    model.a_matrix_.value_ = matrix.data
    solver = highspy.Highs()
    solver.silent()
    solver.passModel(model)
    return solver


def _range(solver: highspy.Highs, cells: sparse.csr_array, cell: int) -> tuple[float, float]:
    members = cells.indices[cells.indptr[cell] : cells.indptr[cell + 1]]
    return (
        _objective(solver, members, highspy.ObjSense.kMinimize),
        _objective(solver, members, highspy.ObjSense.kMaximize),
    )


def _objective(solver: highspy.Highs, columns: Rows, sense: highspy.ObjSense) -> float:
    """The least or most that `columns` add up to; from the last solution it takes few steps."""
    everything = np.arange(solver.getNumCol(), dtype=np.int32)
    cost = np.zeros(len(everything))
    cost[columns] = 1.0
    solver.changeColsCost(len(everything), everything, cost)
    solver.changeObjectiveSense(sense)
    solver.run()
    assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
    return float(solver.getObjectiveValue())
