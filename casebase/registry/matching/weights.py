"""What an agreement weighs, and against which other explanation of two like records.

# Note [Five other explanations]
Two children are seldom strangers. Children of one fishing village share the village and one of its
few surnames. Cousins called after one grandparent share every name; their parents, ages and marks
tell them apart. Sisters and brothers share mother, father, community, telephone and surname; twins
also share the age and, mostly, the day name. So each field has a weight against each of these, and
the smallest sum is the score, for that other explanation is the likeliest. What one child's records
and the other explanation share alike weighs nothing either way: a district written wrongly is no
evidence against a brother, nor is his age against a twin. All of them are rarer than strangers,
which `HEAD_START` grants.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Other = Literal["stranger", "neighbour", "namesake", "sibling", "twin"]
HEAD_START: dict[Other, float] = {
    "stranger": 0.0,
    "neighbour": 3.0,
    "namesake": 10.0,
    "sibling": 7.0,
    "twin": 11.0,
}
A_VILLAGE_SHARES = 0.4  # of a surname's weight is left where few surnames are borne


@dataclass(frozen=True)
class Weight:
    """What one agreement weighs against each other explanation.

    A namesake is a neighbour, and a twin is a sibling, where their own weight is None.
    """

    stranger: float
    neighbour: float
    sibling: float
    namesake: float | None = None
    twin: float | None = None

    def against(self, other: Other) -> float:
        return {
            "stranger": self.stranger,
            "neighbour": self.neighbour,
            "namesake": self.neighbour if self.namesake is None else self.namesake,
            "sibling": self.sibling,
            "twin": self.sibling if self.twin is None else self.twin,
        }[other]


def alike(weight: float, *, namesake: float | None = None, twin: float | None = None) -> Weight:
    """One weight against all, unless a namesake or a twin shares what agrees."""
    return Weight(weight, weight, weight, namesake, twin)


@dataclass(frozen=True)
class Reason:
    """One field's share of a score, in words that repeat no value."""

    field: str
    weight: Weight
    words: str
