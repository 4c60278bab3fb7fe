"""From what the registry writes to the codes that are published (ISO 3166-2, SDMX).

Source: ISO 3166-2:GH for regions. Whatever has no code of its own goes to the last one.
"""

from __future__ import annotations

from casebase.registry.codes.words import Sex

REF_AREA = {
    "ahafo": "GH-AF", "ashanti": "GH-AH", "bono": "GH-BO", "bono-east": "GH-BE",
    "central": "GH-CP", "eastern": "GH-EP", "greater-accra": "GH-AA", "north-east": "GH-NE",
    "northern": "GH-NP", "oti": "GH-OT", "savannah": "GH-SV", "upper-east": "GH-UE",
    "upper-west": "GH-UW", "volta": "GH-TV", "western": "GH-WP", "western-north": "GH-WN",
}  # fmt: skip
SEX = {Sex.FEMALE.value: "F", Sex.MALE.value: "M"}
AGE_BANDS = ((5, "0-5"), (11, "6-11"), (14, "12-14"), (17, "15-17"), (24, "18-24"))
NATIONALITIES = frozenset({"GH", "NG", "TG", "BF"})
# An agency's code begins with its kind: `police`, `ngo-lake`.
AGENCIES = frozenset({"police", "welfare", "immigration", "ngo"})


def age_band(age: int | None) -> str:
    if age is None:
        return "U"
    return next((band for upto, band in AGE_BANDS if age <= upto), "25+")


def child_or_adult(age: int | None) -> str:
    """`C` under 18, `A` from then on, `U` where nobody could say."""
    if age is None:
        return "U"
    return "C" if age < 18 else "A"


def kind_of_agency(code: str) -> str:
    kind = code.partition("-")[0]
    return kind if kind in AGENCIES else "other"


def sex_code(sex: str) -> str:
    return SEX.get(sex, "U")


def nationality_code(nationality: str) -> str:
    return nationality if nationality in NATIONALITIES else "other"
