"""Rows of a cohort as whole numbers, and counting on them.

A row holds, for each attribute of its programme, the place of the person's code in the
attribute's list, from 0. Everything here is the same for exact and for protected rows.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping

import numpy as np
import numpy.typing as npt
from scipy import sparse

from casebase.reporting.protection.attributes import AGE, CHILD_OF_AGE
from casebase.reporting.protection.programme import Names, Programme

Rows = npt.NDArray[np.int64]  # persons x attributes
Counts = npt.NDArray[np.int64]
Amounts = npt.NDArray[np.float64]
_CHILD_OF_AGE = np.array(CHILD_OF_AGE)


class OutsideTheDomain(ValueError):
    """A row says something that the programme has no code for."""


def values_of(programme: Programme, rows: Rows, name: str) -> Rows:
    """The column `name` of `rows`; CHILD is worked out from AGE where rows hold AGE."""
    if name == "CHILD" and "AGE" in programme.names:
        return _CHILD_OF_AGE[rows[:, programme.names.index("AGE")]]
    return rows[:, programme.names.index(name)]


def shape_of(programme: Programme, names: Names) -> tuple[int, ...]:
    return tuple(programme.attribute(name).size for name in names)


def cells_of(programme: Programme, rows: Rows, names: Names) -> Rows:
    """For each row the number of its cell in the table `names`, last attribute fastest."""
    values = tuple(values_of(programme, rows, name) for name in names)
    return np.ravel_multi_index(values, shape_of(programme, names))


def count(programme: Programme, rows: Rows, names: Names) -> Counts:
    """Persons in every cell of the table `names`, one axis for each attribute."""
    shape = shape_of(programme, names)
    counted = np.bincount(cells_of(programme, rows, names), minlength=math.prod(shape))
    return counted.astype(np.int64).reshape(shape)


def grid(programme: Programme, names: Names) -> Rows:
    """One row for each combination of the attributes `names`; the others hold 0."""
    combinations = np.indices(shape_of(programme, names)).reshape(len(names), -1)
    rows = np.zeros((combinations.shape[1], len(programme.names)), dtype=np.int64)
    rows[:, [programme.names.index(name) for name in names]] = combinations.T
    return rows


def design(programme: Programme, rows: Rows, tables: Iterable[Names]) -> sparse.csr_array:
    """Which of `rows` counts in which cell: cells of all `tables`, one below the other, x rows."""
    everyone = np.arange(len(rows))
    layers = []
    for names in tables:
        cells = cells_of(programme, rows, names)
        shape = (math.prod(shape_of(programme, names)), len(rows))
        layers.append(sparse.csr_array((np.ones(len(rows)), (cells, everyone)), shape=shape))
    return sparse.vstack(layers, format="csr")


def require_in_domain(programme: Programme, rows: Rows) -> None:
    """Refuse rows that the programme has no codes for.

    Raises:
        OutsideTheDomain: the number of columns is another, or a value is none of its codes. The
            message names columns only.
    """
    if rows.ndim != 2 or rows.shape[1] != len(programme.names):
        raise OutsideTheDomain(
            f"Programme {programme.name} counts {len(programme.names)} facts of each person, in "
            f"this order: {', '.join(programme.names)}. Give each row exactly these."
        )
    sizes = np.array([one.size for one in programme.attributes])
    outside = np.flatnonzero(((rows < 0) | (rows >= sizes)).sum(axis=0))
    if len(outside):
        named = ", ".join(programme.names[column] for column in outside)
        raise OutsideTheDomain(f"Some rows hold a code outside the closed lists, in: {named}.")


def encode(programme: Programme, persons: Iterable[Mapping[str, str]]) -> Rows:
    """Persons as rows, from code by attribute name; CHILD follows from AGE where it is missing.

    Raises:
        OutsideTheDomain: a fact is missing, or its code is in no list.
    """
    rows = [[_place(programme, person, name) for name in programme.names] for person in persons]
    return np.array(rows, dtype=np.int64).reshape(-1, len(programme.names))


def _place(programme: Programme, person: Mapping[str, str], name: str) -> int:
    try:
        if name == "CHILD" and name not in person:
            return CHILD_OF_AGE[AGE.place_of(person["AGE"])]
        return programme.attribute(name).place_of(person[name])
    except KeyError:
        raise OutsideTheDomain(
            f"A person has no {name}, or one outside its closed list. Give every person a code; "
            "where nothing is known, the code for that."
        ) from None


def decode(programme: Programme, rows: Rows) -> Iterator[dict[str, str]]:
    """Rows as codes by attribute name, with CHILD wherever AGE or CHILD is known."""
    names = (*programme.names, *(("CHILD",) if "AGE" in programme.names else ()))
    lists = [[one.code for one in programme.attribute(name).codes] for name in names]
    columns = [values_of(programme, rows, name) for name in names]
    for places in zip(*columns, strict=True):
        yield {name: codes[place] for name, codes, place in zip(names, lists, places, strict=True)}
