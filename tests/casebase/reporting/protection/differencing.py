"""Attack 2: publish, let somebody arrive, publish again; who arrived is in the difference."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from casebase.reporting.protection.domain import Amounts, Rows
from casebase.reporting.protection.programme import Programme
from tests.casebase.reporting.protection.releases import Tables

NINE = (
    "REF_AREA",
    "FORM",
    "SEX",
    "AGE",
    "AGENCY",
    "NATIONALITY",
    "RECRUITER",
    "CONTROL",
    "OUTCOME",
)
Release = Callable[[int], Tables]  # of the first so many rows


@dataclass(frozen=True)
class Guesses:
    """Shares, 0 to 1: of nine attributes guessed right, with the better of two ways."""

    right: float
    all_nine: float
    commonest: float  # right by always saying the commonest value

    @property
    def tell_nothing(self) -> bool:
        return self.right <= self.commonest + 0.05 and self.all_nine == 0.0


def guessed(
    programme: Programme, rows: Rows, release: Release, *, arriving: int, trials: int
) -> Guesses:
    """In each trial `arriving` more rows have come in; their attributes are guessed."""
    columns = [programme.names.index(name) for name in NINE]
    first = len(rows) - arriving * trials
    commonest = np.array([np.bincount(rows[:first, one]).argmax() for one in columns])
    right: dict[Callable[..., int], list[Rows]] = {changed_cell: [], weighted_sum: []}
    baseline = []
    for end in range(first, len(rows), arriving):
        before, after = release(end), release(end + arriving)
        change = {names: after[names] - before[names] for names in before}
        arrived = rows[end : end + arriving, columns]
        baseline.append(arrived == commonest)
        for way, hits in right.items():
            guess = np.array([way(programme, change, name) for name in NINE])
            hits.append(arrived == guess)
    best = max(right.values(), key=np.mean)
    return Guesses(
        float(np.mean(best)), float(np.all(best, axis=2).mean()), float(np.mean(baseline))
    )


def changed_cell(programme: Programme, change: Tables, name: str) -> int:
    """The code with most votes, one from the most changed cell of each table."""
    votes = np.zeros(programme.attribute(name).size)
    for names, cells in change.items():
        if name in names and cells.any():
            place = np.unravel_index(np.abs(cells).argmax(), cells.shape)
            votes[place[names.index(name)]] += 1
    return int(votes.argmax())


def weighted_sum(programme: Programme, change: Tables, name: str) -> int:
    """The code whose cells grew most, a table weighing less the more cells are summed up."""
    grown: Amounts = np.zeros(programme.attribute(name).size)
    for names, cells in change.items():
        if name in names:
            others = tuple(axis for axis, other in enumerate(names) if other != name)
            grown += cells.sum(axis=others) * len(grown) / cells.size
    return int(grown.argmax())
