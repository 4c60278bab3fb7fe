"""Two birth dates, or two windows of years that a birth may lie in, side by side."""

from __future__ import annotations

import datetime as dt

from casebase.registry.matching.weights import Reason, Weight, alike

Window = tuple[int, int]  # first and last year, both included

# Years between the two windows → weight against a stranger (or neighbour), and against a sibling.
# Ages are guessed: two years off is no surprise. Sisters and brothers are seldom closer than that.
_YEARS_APART = ((0, 2.2, 3.0), (1, 0.8, 0.0), (2, -1.0, -2.0), (3, -2.3, -3.5), (4, -3.5, -5.0))
_FAR_APART = (-6.0, -6.0)


def dates(left: dt.date, right: dt.date) -> Reason | None:
    """What two birth dates say; None when only their years can say something."""
    if left == right:
        return Reason("birth", alike(9.0, twin=0.0), "the birth date is the same")
    if (left.year, left.month, left.day) == (right.year, right.day, right.month):
        words = "the birth date is the same with day and month exchanged"
        return Reason("birth", alike(7.0, twin=0.0), words)
    if (left.month, left.day) == (right.month, right.day) and abs(left.year - right.year) <= 2:
        return Reason("birth", alike(5.0, twin=0.0), "day and month of birth are the same")
    return None


def windows(one: Window, other: Window) -> Reason:
    """What two guessed ages say; to a twin, who is always guessed alike, nothing."""
    gap = max(one[0] - other[1], other[0] - one[1], 0)
    stranger, sibling = next(
        (weights for years, *weights in _YEARS_APART if gap <= years), _FAR_APART
    )
    if gap == 0:
        spared = _vagueness(one, other)
        weight = Weight(stranger - spared, stranger - spared, sibling - spared, twin=0.0)
        return Reason("birth", weight, "the ages agree")
    how = "1 year" if gap == 1 else f"{gap} years"
    weight = Weight(stranger, stranger, sibling, twin=0.0)
    return Reason("birth", weight, f"the ages are {how} apart")


def _vagueness(one: Window, other: Window) -> float:
    """A wide window agrees with many children: how much less its agreement says."""
    widest = max(one[1] - one[0], other[1] - other[0])
    return min(max(0.4 * (widest - 2), 0.0), 1.7)
