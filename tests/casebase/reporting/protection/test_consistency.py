"""Noisy tables that contradict each other are settled, as near to all of them as can be."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize

from casebase.reporting.protection import domain
from casebase.reporting.protection.consistency import curvature_of, fitted, onto_total
from casebase.reporting.protection.programme import ANNUAL, QUARTERLY
from tests.casebase.reporting.cohorts import cohort
from tests.casebase.reporting.protection.releases import counted

TABLES = (("SEX", "AGE"), ("SEX", "CHILD"))


def problem(persons, seed, noise):
    cells = domain.design(ANNUAL, domain.grid(ANNUAL, ("SEX", "AGE")), TABLES)
    exact = counted(ANNUAL, cohort(persons, seed=seed, programme=ANNUAL), TABLES)
    counts = np.concatenate([exact[names].ravel() for names in TABLES])
    return cells, counts + np.rint(np.random.default_rng(seed).normal(0, noise, len(counts)))


def test_without_noise_the_exact_tables_come_back():
    cells, counts = problem(300, seed=1, noise=0.0)

    joint = fitted(cells, counts, 300, curvature=curvature_of(cells), tolerance=1e-6)

    assert np.allclose(cells @ joint, counts, atol=0.01)


def test_the_fit_is_as_near_as_a_general_solver_comes():
    cells, noisy = problem(200, seed=2, noise=6.0)

    joint = fitted(cells, noisy, 200, curvature=curvature_of(cells), tolerance=1e-7)

    exact = optimize.minimize(
        lambda x: ((cells @ x - noisy) ** 2).sum(),
        np.full(cells.shape[1], 200 / cells.shape[1]),
        bounds=[(0, None)] * cells.shape[1],
        constraints={"type": "eq", "fun": lambda x: x.sum() - 200},
        method="SLSQP",
        options={"maxiter": 500, "ftol": 1e-10},
    )
    assert joint.min() >= 0.0
    assert np.isclose(joint.sum(), 200)
    assert ((cells @ joint - noisy) ** 2).sum() <= exact.fun * (1 + 1e-6) + 1e-6


def test_tables_of_nothing_but_negative_counts_still_give_the_whole_cohort():
    cells = domain.design(QUARTERLY, domain.grid(QUARTERLY, ("FORM",)), [("FORM",)])

    joint = fitted(cells, np.full(8, -5), 12, curvature=curvature_of(cells))

    assert np.allclose(joint, 1.5)


@given(
    amounts=st.lists(st.floats(-1e4, 1e4), min_size=1, max_size=40),
    total=st.integers(1, 1000),
    taken=st.floats(-1e4, 1e4),
)
def test_wherever_the_search_begins_the_amounts_add_up(amounts, total, taken):
    nearest, _ = onto_total(np.array(amounts), total, taken)

    assert nearest.min() >= 0.0
    assert np.isclose(nearest.sum(), total)
