"""Invented history for the demonstration: frozen quarters of the size that Ghana has.

The demonstration's cases are a few hundred; a quarter of them would be hidden nearly whole. So the
quarters before the last are filled with invented frozen rows, without a case behind them. Nobody in
them exists, and every file made from them says so. The shares are rough orders of magnitude of
public reports, no more.
"""

from __future__ import annotations

import datetime as dt
import random
import uuid
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from casebase.registry.codes.words import Sex, VictimStatus
from casebase.reporting.periods import Period

T = TypeVar("T")
REGIONS = {
    "oti": 16, "volta": 15, "central": 14, "greater-accra": 13, "bono-east": 10, "eastern": 8,
    "ashanti": 7, "savannah": 4, "northern": 4, "western": 3, "upper-east": 2, "bono": 2,
    "upper-west": 1, "north-east": 1, "ahafo": 1, "western-north": 1,
}  # fmt: skip
ON_THE_LAKE = frozenset({"oti", "volta", "central", "bono-east", "eastern", "savannah"})
# form, code of HTCDS, how often on the lake, how often elsewhere, how often a child, a girl
FORMS: tuple[tuple[str, str, int, int, float, float], ...] = (
    ("fishing", "ForcedLabour", 62, 2, 0.97, 0.22),
    ("labour", "ForcedLabour", 8, 24, 0.35, 0.35),
    ("child_labour", "ChildLabour", 12, 22, 1.0, 0.45),
    ("sexual", "SexualExploitation", 5, 21, 0.40, 0.92),
    ("begging", "ForcedBegging", 3, 13, 0.80, 0.45),
    ("servitude", "Servitude", 7, 12, 0.75, 0.85),
    ("marriage", "ForcedMarriage", 2, 3, 0.60, 0.97),
    ("other", "", 1, 3, 0.60, 0.50),
)
AGENCIES = {"police": 44, "welfare": 18, "immigration": 12, "ngo-lake": 12, "ngo-coast": 9,
            "partner": 5}  # fmt: skip
NATIONALITIES = {"GH": 84, "TG": 6, "NG": 5, "BF": 3, "CI": 2}
SOURCES = {"proactive": 38, "hotline": 14, "self": 9, "community": 24, "ngo": 15}
STATUSES = {VictimStatus.ACTUAL.value: 66, VictimStatus.POSSIBLE.value: 24,
            VictimStatus.NOT_A_VICTIM.value: 10}  # fmt: skip


def episodes_of(period: Period, seed: int) -> Iterator[dict[str, Any]]:
    """Rows of `reporting_episode`, between 150 and 220 of them; the same seed makes the same."""
    rng = random.Random(f"{seed} {period}")  # noqa: S311 -- invention, not secrecy
    days = (period.ends_on - period.starts_on).days + 1
    for _ in range(rng.randint(150, 220)):
        yield _episode(rng, period, period.starts_on + dt.timedelta(days=rng.randrange(days)))


def _episode(rng: random.Random, period: Period, day: dt.date) -> dict[str, Any]:
    region, agency = _one(rng, REGIONS), _one(rng, AGENCIES)
    on_the_lake = region in ON_THE_LAKE
    form = _drawn(rng, FORMS, [one[2] if on_the_lake else one[3] for one in FORMS])
    status, person = _one(rng, STATUSES), uuid.UUID(int=rng.getrandbits(128), version=4)
    is_child, is_girl = rng.random() < form[4], rng.random() < form[5]
    return {
        "key": f"{period} {person} 1", "period": period.code, "person_id": person,
        "is_late": False, "sex": _sex(rng, is_girl=is_girl), "age": _age(rng, is_child=is_child),
        "nationality": _one(rng, NATIONALITIES), "exploitation": form[1], "form": form[0],
        "region": region, "agency": agency, "source": _one(rng, SOURCES), "episode": 1,
        "identified_on": day, "in_cohort": status != VictimStatus.NOT_A_VICTIM, "status": status,
        "has_conflict": False, "partners": [], "agencies": [agency], "cases": 1, "records": 1,
    }  # fmt: skip


def _sex(rng: random.Random, *, is_girl: bool) -> str:
    if rng.random() < 0.01:
        return Sex.UNKNOWN.value
    return Sex.FEMALE.value if is_girl else Sex.MALE.value


def _age(rng: random.Random, *, is_child: bool) -> int | None:
    if rng.random() < 0.02:
        return None
    return round(rng.triangular(3, 17, 11)) if is_child else round(rng.triangular(18, 45, 21))


def _one(rng: random.Random, weights: dict[T, int]) -> T:
    return _drawn(rng, list(weights), list(weights.values()))


def _drawn(rng: random.Random, values: Sequence[T], weights: Sequence[int]) -> T:
    return rng.choices(values, weights)[0]
