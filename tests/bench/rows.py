"""One line of the benchmark's table: a ratio against a limit or a peer of the same run."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Row:
    """A measured ratio.

    Attributes:
        goal: the number of the performance goal; 0 for a promise that has none.
        ratios: one a pair of runs, ours divided by the other's.
        must: the largest median that is acceptable; None for what is only told.
    """

    goal: int
    name: str
    ratios: Sequence[float]
    must: float | None
    note: str = ""

    @property
    def ok(self) -> bool:
        return self.must is None or median(self.ratios) <= self.must

    def line(self) -> str:
        middle, low, high = median(self.ratios), min(self.ratios), max(self.ratios)
        verdict = "" if self.must is None else "ok" if self.ok else "MISSED"
        must = "" if self.must is None else f"{self.must:.3g}"
        return (
            f"{self.goal or '':>4}  {self.name:<58} {middle:>9.3g} {low:>9.3g} {high:>9.3g} "
            f"{must:>8}  {verdict:<6}  {self.note}"
        )


HEAD = (
    f"{'goal':>4}  {'what, compared with what':<58} {'median':>9} {'min':>9} {'max':>9} {'must':>8}"
)
