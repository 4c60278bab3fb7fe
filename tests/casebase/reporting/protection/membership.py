"""Attack 6: was this whole record in the cohort? Told from how near the protected file comes."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from scipy import stats

from casebase.reporting.protection.domain import Amounts, Rows


@dataclass(frozen=True)
class Membership:
    """What telling members from strangers achieves, at its best over three scores.

    Attributes:
        auc: by score, 0.5 being a coin.
        found: by score, the share of members found when 1 % of the strangers are taken for one.
        copies: how many more members than strangers stand in the file as they are, 0 to 1.
    """

    auc: dict[str, float]
    found: dict[str, float]
    copies: float

    def tells_little(self, *, most_copies: float) -> bool:
        return (
            max(self.auc.values()) <= 0.58
            and max(self.found.values()) <= 0.03
            and self.copies <= most_copies
        )


Cohort = tuple[Rows, Rows, Rows]  # the protected file, its members, as many strangers


def attacked(cohorts: list[Cohort]) -> Membership:
    """Every cohort's scores together: a rate at 1 % of a single one rests on eight strangers."""
    return Membership(
        auc={name: _auc(*_both(cohorts, score)) for name, score in SCORES.items()},
        found={name: _found(*_both(cohorts, score)) for name, score in SCORES.items()},
        copies=float(np.subtract(*_both(cohorts, _copied)).mean()),
    )


def _both(cohorts: list[Cohort], score: Score) -> tuple[Amounts, Amounts]:
    members = np.concatenate([score(file, members) for file, members, _ in cohorts])
    strangers = np.concatenate([score(file, strangers) for file, _, strangers in cohorts])
    return members, strangers


def _nearness(file: Rows, records: Rows) -> Amounts:
    """Attributes shared with the most similar row of the file, and how many rows share them."""
    alike = np.stack([(file == record).sum(axis=1) for record in records])
    most = alike.max(axis=1)
    return most + (alike == most[:, None]).mean(axis=1)


def _density(ways: int, file: Rows, records: Rows) -> Amounts:
    """Mean logarithm of how often the file holds each combination of `ways` attributes."""
    columns = list(itertools.combinations(range(file.shape[1]), ways))
    sizes = np.maximum(file.max(axis=0), records.max(axis=0)) + 1
    scores = np.zeros(len(records))
    for chosen in columns:
        dims = tuple(sizes[list(chosen)])
        held = np.bincount(
            np.ravel_multi_index(tuple(file[:, list(chosen)].T), dims), minlength=np.prod(dims)
        )
        scores += np.log(held[np.ravel_multi_index(tuple(records[:, list(chosen)].T), dims)] + 0.5)
    return scores / len(columns)


def _auc(members: Amounts, strangers: Amounts) -> float:
    above = stats.mannwhitneyu(members, strangers).statistic
    return float(above / (len(members) * len(strangers)))


def _found(members: Amounts, strangers: Amounts) -> float:
    return float((members > np.quantile(strangers, 0.99)).mean())


def _copied(file: Rows, records: Rows) -> Amounts:
    held = {tuple(row) for row in file.tolist()}
    return np.array([float(tuple(row) in held) for row in records.tolist()])


Score = Callable[[Rows, Rows], Amounts]
SCORES: dict[str, Score] = {
    "nearest": _nearness,
    "pairs": functools.partial(_density, 2),
    "triples": functools.partial(_density, 3),
}
