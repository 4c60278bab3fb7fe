"""The seven invented agencies, each of a real kind, and their desks."""

from __future__ import annotations

from dataclasses import dataclass

from casebase.registry.codes.words import DecidingBody


@dataclass(frozen=True)
class WorldDesk:
    code: str
    name: str
    phone: str  # cannot be dialled


@dataclass(frozen=True)
class WorldAgency:
    """An agency of a kind that exists, with an invented name.

    Attributes:
        leads: how often it leads an operation, out of a hundred; 0 never.
        languages: what its clerks speak, see `writing.HEARING`.
    """

    code: str
    name: str
    deciding_body: DecidingBody
    leads: int
    languages: tuple[str, ...]
    desks: tuple[WorldDesk, ...]


def _agency(
    code: str, name: str, body: DecidingBody, leads: int, languages: str, desks: str
) -> WorldAgency:
    """`desks` is written `suffix: name; suffix: name`."""
    rows = [row.partition(":") for row in desks.split(";")]
    return WorldAgency(
        code=code,
        name=f"{name} (invented)",
        deciding_body=body,
        leads=leads,
        languages=tuple(languages.split()),
        desks=tuple(
            WorldDesk(f"{code}-{suffix.strip()}", desk.strip(), f"030 000 0{100 + number * 7}")
            for number, (suffix, _, desk) in enumerate(rows)
        ),
    )


AGENCIES = (
    _agency(
        "police",
        "Police anti-trafficking unit",
        DecidingBody.POLICE,
        42,
        "akan ga english",
        "volta: Volta desk; oti: Oti lake desk; central: Central desk",
    ),
    _agency(
        "welfare",
        "Department of social welfare",
        DecidingBody.GOVERNMENT,
        14,
        "fante ewe english",
        "central: Central office; volta: Volta office; oti: Oti office",
    ),
    _agency(
        "immigration",
        "Immigration service",
        DecidingBody.GOVERNMENT,
        12,
        "ewe akan",
        "border: Border desk",
    ),
    _agency(
        "ngo-coast",
        "Coast Children's Aid",
        DecidingBody.NGO,
        10,
        "fante english",
        "winneba: Coast office",
    ),
    _agency(
        "ngo-lake",
        "Lake Rescue Network",
        DecidingBody.NGO,
        14,
        "ewe akan",
        "lake: Lake office; torkor: Torkor office",
    ),
    _agency(
        "shelter",
        "Blue House shelter",
        DecidingBody.GOVERNMENT,
        0,
        "ga english fante",
        "house: The house",
    ),
    _agency(
        "partner",
        "International migration partner",
        DecidingBody.OTHER,
        8,
        "english akan",
        "accra: Accra desk",
    ),
)
# Where those work who keep no cases.
SECRETARIAT = _agency(
    "secretariat",
    "Anti-trafficking secretariat",
    DecidingBody.GOVERNMENT,
    0,
    "english",
    "data: Data and oversight; law: Law desk",
)
