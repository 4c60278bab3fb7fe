"""Attributes that hang on one other: which agency within a region, which school within an age."""

from __future__ import annotations

import numpy as np

from casebase.reporting.protection.consistency import onto_total
from casebase.reporting.protection.domain import Counts, Rows
from casebase.reporting.protection.rounding import rounded


def leaf_of(parents: Rows, noisy: Counts, rng: np.random.Generator) -> Rows:
    """Give every protected row a category of the leaf attribute.

    Within each category of the parent, the nearest amounts to the noisy counts that are not
    negative and add up to the parent's protected count are rounded, and dealt out at random.

    Args:
        parents: the parent's value in each protected row.
        noisy: counts, parent x leaf; negative ones mean none.
    """
    leaf = np.zeros_like(parents)
    for parent, counts in enumerate(noisy.astype(float)):
        here = np.flatnonzero(parents == parent)
        amounts, _ = onto_total(counts, len(here))
        whole = rounded(amounts, len(here), rng)
        leaf[here] = rng.permutation(np.repeat(np.arange(len(whole)), whole))
    return leaf
