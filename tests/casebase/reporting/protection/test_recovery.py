"""3. No hidden figure is pinned by the other tables, nor is anybody proved to be in it."""

from __future__ import annotations

import numpy as np
import pytest

from casebase.reporting.protection import domain
from casebase.reporting.protection.display import SMALLEST_SHOWN, tables_of
from casebase.reporting.protection.margins import margins_of
from casebase.reporting.protection.programme import ANNUAL
from casebase.reporting.report.model import ObsStatus
from tests.casebase.reporting.cohorts import cohort
from tests.casebase.reporting.protection.recovery import Bounds, recovered
from tests.casebase.reporting.protection.releases import protected

ATTRIBUTES = ("REF_AREA", "FORM", "SEX", "CHILD")
LINKED = tuple(names for names in ANNUAL.published if set(names) <= set(ATTRIBUTES))
ATTACKED = 40


def everything():
    """Which combination of the four attributes counts in which cell of the linked tables."""
    shape = domain.shape_of(ANNUAL, ATTRIBUTES)
    places = np.indices(shape).reshape(len(shape), -1)
    rows = np.zeros((places.shape[1], len(ANNUAL.names)), dtype=np.int64)
    for name, values in zip(ATTRIBUTES, places, strict=True):
        column = "AGE" if name == "CHILD" else name
        age_of_child = np.array([0, 4, 6])
        rows[:, ANNUAL.names.index(column)] = age_of_child[values] if name == "CHILD" else values
    return domain.design(ANNUAL, rows, LINKED)


def read_from(tables, persons):
    """What a reader takes published cells for: shown ones good to their margin, hidden ones <10."""
    shown = {one.id: one for one in tables}
    words = ["-by-".join(ANNUAL.attribute(name).word for name in names) for names in LINKED]
    cells = [cell for word in words for cell in shown[word].cells]
    widest = float(max(cell.moe90 or 0 for cell in cells))
    least, most, slack = [], [], []
    for cell in cells:
        margin = float(cell.moe90 or 0)
        unseen = persons if cell.status is ObsStatus.MERGED else SMALLEST_SHOWN - 1
        least.append(max(cell.value - margin, 0.0) if cell.value else 0.0)
        most.append(cell.value + margin if cell.value else unseen)
        slack.append(margin or widest)
    hidden = np.array([cell.status is ObsStatus.HIDDEN for cell in cells])
    return Bounds(np.array(least), np.array(most, dtype=float), np.array(slack)), hidden


def under_a_threshold(rows):
    """The known-bad twin: exact counts of which 1 to 9 are hidden, and nothing else."""
    counts = np.concatenate([domain.count(ANNUAL, rows, names).ravel() for names in LINKED])
    hidden = (counts > 0) & (counts < SMALLEST_SHOWN)
    least, most = np.where(hidden, 1.0, counts), np.where(hidden, 9.0, counts)
    return Bounds(least, most, np.zeros(len(counts))), hidden


def some_of(hidden):
    return np.random.default_rng(0).permutation(np.flatnonzero(hidden))[:ATTACKED]


@pytest.mark.slow
@pytest.mark.parametrize("persons", [800])
def test_linear_programming_pins_no_hidden_figure(persons):
    rows = cohort(persons, seed=5, programme=ANNUAL)
    file = protected(ANNUAL, rows)
    published, hidden = read_from(tables_of(ANNUAL, file, margins_of(ANNUAL, file)), persons)
    exact, withheld = under_a_threshold(rows)

    good = recovered(everything(), published, persons, some_of(hidden))
    bad = recovered(everything(), exact, persons, some_of(withheld))

    print(f"protected {good}; threshold alone {bad}")
    assert good.finds_nothing
    assert not bad.finds_nothing
    assert bad.pinned > 0
