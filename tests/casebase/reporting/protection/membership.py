"""Attack 6: was this whole record in the cohort? Told from how near the protected file comes."""

from __future__ import annotations

import itertools
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


def attacked(file: Rows, members: Rows, strangers: Rows) -> Membership:
    scores = {
        "nearest": (_nearness(file, members), _nearness(file, strangers)),
        "pairs": (_density(file, members, 2), _density(file, strangers, 2)),
        "triples": (_density(file, members, 3), _density(file, strangers, 3)),
    }
    return Membership(
        auc={name: _auc(*both) for name, both in scores.items()},
        found={name: _found(*both) for name, both in scores.items()},
        copies=_copies(file, members) - _copies(file, strangers),
    )


def _nearness(file: Rows, records: Rows) -> Amounts:
    """Attributes shared with the most similar row of the file, and how many rows share them."""
    alike = np.stack([(file == record).sum(axis=1) for record in records])
    most = alike.max(axis=1)
    return most + (alike == most[:, None]).mean(axis=1)


def _density(file: Rows, records: Rows, ways: int) -> Amounts:
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


def _copies(file: Rows, records: Rows) -> float:
    held = {tuple(row) for row in file.tolist()}
    return float(np.mean([tuple(row) in held for row in records.tolist()]))
