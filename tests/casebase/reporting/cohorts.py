"""Made-up cohorts shaped like Ghana's: sixteen regions, skewed attributes that hang together.

Nobody in them exists. The shares are rough public orders of magnitude, good enough that a method
which fails on real figures fails on these too.
"""

from __future__ import annotations

import numpy as np

from casebase.reporting.protection.domain import Rows
from casebase.reporting.protection.programme import ANNUAL_FULL, Programme

_REGIONS = [1, 6, 2, 4, 10, 7, 16, 1, 5, 5, 2, 6, 3, 16, 11, 5]
_COASTAL = np.array([0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 0, 0, 1, 1, 0])  # where children fish
_FORMS_COAST = [42, 8, 20, 7, 4, 12, 3, 4]
_FORMS_INLAND = [4, 18, 26, 17, 11, 14, 5, 5]
_CHILD_OF_FORM = np.array([0.93, 0.32, 0.96, 0.38, 0.78, 0.66, 0.55, 0.55])
_GIRL_OF_FORM = np.array([0.24, 0.34, 0.42, 0.92, 0.45, 0.84, 0.95, 0.5])
_CHILD_AGES = [9, 38, 29, 24]
_ADULT_AGES = [62, 38]


def cohort(persons: int, *, seed: int, programme: Programme = ANNUAL_FULL) -> Rows:
    """Rows of `programme`, persons x attributes; the same seed makes the same rows."""
    rng = np.random.default_rng(seed)
    facts = _facts(persons, rng)
    columns = [_spoilt(facts[one.name], one.name, rng) for one in programme.attributes]
    return np.stack(columns, axis=1).astype(np.int64)


def _facts(persons: int, rng: np.random.Generator) -> dict[str, Rows]:
    region = _drawn([_REGIONS] * persons, rng)
    form = _drawn([_FORMS_COAST if _COASTAL[one] else _FORMS_INLAND for one in region], rng)
    is_child = rng.uniform(size=persons) < _CHILD_OF_FORM[form]
    age = np.where(
        is_child, _drawn([_CHILD_AGES] * persons, rng), 4 + _drawn([_ADULT_AGES] * persons, rng)
    )
    return {
        "REF_AREA": region,
        "FORM": form,
        "SEX": (rng.uniform(size=persons) >= _GIRL_OF_FORM[form]).astype(np.int64),
        "AGE": age,
        "CHILD": np.where(is_child, 0, 1),
        "AGENCY": _hung_on(region, 5, rng, base=[45, 28, 10, 13, 4]),
        "NATIONALITY": _hung_on(region, 5, rng, base=[82, 7, 5, 4, 2]),
        "RECRUITER": _hung_on(form, 5, rng, base=[30, 28, 16, 20, 6]),
        "CONTROL": _hung_on(form, 6, rng, base=[18, 24, 20, 12, 14, 12]),
        "SERVICE": _hung_on(age, 6, rng, base=[38, 16, 20, 6, 14, 6]),
        "OUTCOME": _hung_on(age, 6, rng, base=[52, 18, 6, 8, 10, 6]),
        "SCHOOLING": _schooling(age, rng),
    }


def _drawn(weights: list[list[int]], rng: np.random.Generator) -> Rows:
    """One category for each list of weights."""
    reached = np.cumsum(np.array(weights, dtype=float), axis=1)
    thrown = rng.uniform(size=(len(reached), 1)) * reached[:, -1:]
    return (thrown >= reached).sum(axis=1)


def _hung_on(parent: Rows, size: int, rng: np.random.Generator, *, base: list[int]) -> Rows:
    """A category whose shares vary around `base` from one value of `parent` to the next."""
    taste = np.random.default_rng(size)  # the country's, the same in every cohort
    weights = np.array(base) * taste.gamma(3.0, 1 / 3.0, size=(16, size))
    return _drawn([list(weights[one]) for one in parent], rng)


def _schooling(age: Rows, rng: np.random.Generator) -> Rows:
    by_age = [[80, 15, 0, 0, 5], [30, 65, 1, 0, 4], [14, 56, 26, 0, 4], [13, 32, 40, 11, 4]]
    by_age += [[15, 24, 36, 21, 4], [22, 26, 32, 16, 4]]
    return _drawn([by_age[one] for one in age], rng)


def _spoilt(values: Rows, name: str, rng: np.random.Generator) -> Rows:
    """Sex and age are not known of a few."""
    unknown = {"SEX": (2, 0.01), "AGE": (6, 0.03), "CHILD": (2, 0.02)}
    if name not in unknown:
        return values
    code, share = unknown[name]
    return np.where(rng.uniform(size=len(values)) < share, code, values)
