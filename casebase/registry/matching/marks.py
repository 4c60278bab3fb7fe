"""Distinguishing marks as people describe them: a kind of mark, a part of the body, a side."""

from __future__ import annotations

import re
from dataclasses import dataclass

from casebase.registry.matching.names import folded

KINDS = {
    "scar": "scar scars scarred cut cuts wound wounds gash stitches stitched",
    "burn": "burn burns burnt burned scald scalded",
    "birthmark": "birthmark birthmarks birth mole moles spot patch patches pigment",
    "tribal": "tribal marks facial incision incisions cicatrix",
    "missing": "missing lost amputated short shortened absent without",
    "limp": "limp limps limping lame crippled",
    "squint": "squint squints cataract blind",
    "dental": "gap gapped tooth teeth chipped broken",
    "hernia": "hernia umbilical navel",
    "tattoo": "tattoo tattooed",
    "keloid": "keloid keloids swelling lump",
    "finger": "extra sixth six",
}
PARTS = {
    "face": "face facial cheek cheeks",
    "forehead": "forehead brow eyebrow temple",
    "eye": "eye eyes eyelid",
    "ear": "ear ears earlobe",
    "nose": "nose nostril",
    "mouth": "mouth lip lips chin jaw tooth teeth dental",
    "head": "head scalp skull hair",
    "neck": "neck throat nape",
    "arm": "arm arms forearm elbow elbows upperarm",
    "shoulder": "shoulder shoulders",
    "hand": "hand hands palm wrist wrists finger fingers thumb",
    "chest": "chest breast rib ribs",
    "belly": "belly stomach abdomen navel umbilical tummy",
    "back": "back spine waist hip buttock",
    "leg": "leg legs thigh calf shin knee knees",
    "foot": "foot feet ankle ankles toe toes heel",
}
SIDES = {"left": "left lt", "right": "right rt"}

_NOT_A_LETTER = re.compile(r"[^a-z]+")


@dataclass(frozen=True)
class Agreement:
    """What two descriptions say together."""

    weight: float
    words: str


@dataclass(frozen=True)
class _Described:
    kinds: frozenset[str]
    parts: frozenset[str]
    sides: frozenset[str]


def _described(text: str) -> _Described:
    said = set(_NOT_A_LETTER.split(folded(text)))

    def found(groups: dict[str, str]) -> frozenset[str]:
        return frozenset(group for group, words in groups.items() if said & set(words.split()))

    return _Described(found(KINDS), found(PARTS), found(SIDES))


def agreement(one: str, other: str) -> Agreement | None:
    """Compare two descriptions; None when they say nothing that can be compared.

    Different marks say little against: one officer notes the knee, another the ear.
    """
    left, right = _described(one), _described(other)
    if not (left.kinds and right.kinds):
        return None
    if not left.kinds & right.kinds:
        return Agreement(-1.0, "the marks described differ")
    if not (left.parts and right.parts):
        return Agreement(2.0, "a like mark is described")
    return _on_the_body(left, right)


def _on_the_body(left: _Described, right: _Described) -> Agreement:
    if not left.parts & right.parts:
        return Agreement(-1.0, "the marks described differ")
    if left.sides and right.sides and not left.sides & right.sides:
        return Agreement(1.0, "a like mark is described, on the other side")
    if left.sides & right.sides:
        return Agreement(5.0, "the same mark on the same place is described")
    return Agreement(3.5, "a like mark on a like place is described")
