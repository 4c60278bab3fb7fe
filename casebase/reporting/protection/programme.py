"""What is measured on a cohort, with how much noise: the programmes and their tables.

A programme is a list of tables that are counted once on a closed cohort, each with the same
noise. Its version grows with any change to its tables, codes or loss.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass

from casebase.reporting.protection import attributes as of
from casebase.reporting.protection.attributes import Attribute

Names = tuple[str, ...]  # of the attributes of one table, in its order


class NotHeldYet(ValueError):
    """The registry does not record every attribute that this programme counts."""


@dataclass(frozen=True)
class Leaf:
    """An attribute counted within each category of one other, and with nothing else."""

    name: str
    parent: str

    @property
    def table(self) -> Names:
        return (self.parent, self.name)


@dataclass(frozen=True)
class Programme:
    """The tables measured on one kind of cohort.

    Attributes:
        rho: zero-concentrated privacy loss of all its tables together.
        attributes: the columns of a row of the cohort. CHILD is left out where AGE is in,
            for it follows from it (`domain.values_of`).
        joint: tables whose attributes are tied together in the protected file as far as these
            tables tie them.
        leaves: tables of an attribute that hangs on one other.
        publishes_marginals: whether the sums of its tables are published as tables too.
        is_held: whether the registry records all of its attributes; only then may it be run on
            a real cohort.
    """

    name: str
    version: int
    rho: float
    attributes: tuple[Attribute, ...]
    joint: tuple[Names, ...]
    leaves: tuple[Leaf, ...] = ()
    publishes_marginals: bool = True
    is_held: bool = True

    @property
    def tables(self) -> tuple[Names, ...]:
        """All measured tables; their number is the T of statistics.md."""
        return self.joint + tuple(leaf.table for leaf in self.leaves)

    @property
    def published(self) -> tuple[Names, ...]:
        """The tables shown to readers, each once: fewest attributes first, then as measured."""
        if not self.publishes_marginals:
            return self.tables
        sums = (part for table in self.tables for part in _parts(table))
        return tuple(sorted(dict.fromkeys(sums), key=len))

    @property
    def sigma(self) -> float:
        """Standard deviation of the noise of every count, in persons.

        With the cohort's size public, one person's record changed moves one count up and one
        down: an L2 sensitivity of sqrt 2, so a loss of 1 / sigma² for each table.
        """
        return math.sqrt(len(self.tables) / self.rho)

    @property
    def names(self) -> Names:
        return tuple(one.name for one in self.attributes)

    def attribute(self, name: str) -> Attribute:
        """The attribute of that name; CHILD is known wherever AGE is."""
        known = {one.name: one for one in self.attributes}
        if "AGE" in known:
            known[of.CHILD.name] = of.CHILD
        return known[name]

    def require_held(self) -> None:
        """Refuse to run on a real cohort what the registry cannot fill.

        Raises:
            NotHeldYet: the registry does not record all of its attributes.
        """
        if not self.is_held:
            raise NotHeldYet(
                f"Programme {self.name} version {self.version} counts facts that the registry "
                "does not record yet. Use an earlier version of the programme for this cohort."
            )


def _parts(table: Names) -> Iterator[Names]:
    """The table itself and all its marginals."""
    for size in range(1, len(table) + 1):
        yield from itertools.combinations(table, size)


_CORE = (
    ("REF_AREA", "FORM"),
    ("FORM", "AGE"),
    ("REF_AREA", "SEX", "CHILD"),
    ("FORM", "SEX", "CHILD"),
    ("SEX", "AGE"),
    ("REF_AREA", "AGE"),
)

QUARTERLY = Programme(
    name="Q1",
    version=1,
    rho=0.25,
    attributes=(of.REGION, of.FORM, of.SEX, of.CHILD, of.AGENCY, of.NATIONALITY),
    joint=(("FORM",), ("REF_AREA",), ("SEX", "CHILD"), ("AGENCY",), ("NATIONALITY",)),
    publishes_marginals=False,
)

ANNUAL = Programme(
    name="A1",
    version=1,
    rho=0.85,
    attributes=(of.REGION, of.FORM, of.SEX, of.AGE, of.AGENCY, of.NATIONALITY),
    joint=(*_CORE, ("NATIONALITY",)),
    leaves=(Leaf("AGENCY", parent="REF_AREA"),),
)

ANNUAL_FULL = Programme(
    name="A1",
    version=2,
    rho=0.85,
    attributes=(
        *ANNUAL.attributes,
        of.RECRUITER,
        of.CONTROL,
        of.SERVICE,
        of.OUTCOME,
        of.SCHOOLING,
    ),
    joint=(*_CORE, ("NATIONALITY",), ("RECRUITER",), ("SERVICE",), ("OUTCOME",)),
    leaves=(
        Leaf("CONTROL", parent="FORM"),
        Leaf("AGENCY", parent="REF_AREA"),
        Leaf("SCHOOLING", parent="AGE"),
    ),
    is_held=False,
)

PROGRAMMES = {(one.name, one.version): one for one in (QUARTERLY, ANNUAL, ANNUAL_FULL)}
