"""A mother's or a father's name in two records, side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from casebase.registry.matching.comparing import HOW_NAMES_MEET, NamesSideBySide, side_by_side
from casebase.registry.matching.sounds import Listener, Word
from casebase.registry.matching.weights import A_VILLAGE_SHARES, Reason, Weight

PARENT_AT_MOST = 8.0
ANOTHER_GIVEN_NAME = 6.0


def parent(who: str, one: Sequence[Word], other: Sequence[Word], ear: Listener) -> Iterator[Reason]:
    """What the two names of `who` ("mother", "father") say; nothing when either is not known."""
    if not one or not other:
        return
    beside = side_by_side(one, other, ear)
    if beside.pairings:
        how = HOW_NAMES_MEET[beside.worst]
        yield Reason(f"{who}_name", _met(beside), f"the {who}'s name {how}")
    elif beside.left_of_one and beside.left_of_other:
        apart = _apart(beside, min(len(one), len(other)))
        weight = Weight(apart, apart, min(apart + 2.0, -1.0))
        yield Reason(f"{who}_name", weight, f"the {who}'s name differs")


def _met(beside: NamesSideBySide) -> Weight:
    weight = in_a_village = min(beside.weight, PARENT_AT_MOST)
    if beside.may_be_the_family_name:
        # Afi Dzamesi and Abla Dzamesi are two women; Afi and Comfort Dzamesi may be one.
        another = ANOTHER_GIVEN_NAME if beside.contradicts else 0.0
        in_a_village = weight * A_VILLAGE_SHARES - another
        weight -= another
    return Weight(weight, in_a_village, min(weight, 0.0))


def _apart(beside: NamesSideBySide, words: int) -> float:
    """ "Auntie Esi" and "Esther" may be one woman; "Auntie Esi" and "Auntie Yaa" are not."""
    if beside.day_names_differ or beside.christian_names_differ:
        return -4.0
    return -1.5 if words == 1 else -3.5


def bears_the_fathers_name(
    surnames: Sequence[Word], father: Sequence[Word], ear: Listener
) -> Reason | None:
    """A surname that one record has and the other has not, met by the other's father's name."""
    beside = side_by_side(surnames, father, ear)
    if beside.weight <= 0:
        return None
    weight = Weight(beside.weight, beside.weight * A_VILLAGE_SHARES, 0.0)
    return Reason("father_name", weight, "a name in one record is the father's in the other")
