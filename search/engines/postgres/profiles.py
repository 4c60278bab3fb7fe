"""Profiles, remembered by each process: they never change, so they never grow stale.

Facet values are numbered as they are met, and a profile is the tuple of its values' numbers: a
hundred thousand profiles take some twenty megabytes, and counting them is counting integers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from search.engines.postgres import rows

MOST_REMEMBERED = 200_000

_number_of: dict[str, int] = {}
_names: list[tuple[str, str]] = []
_held: dict[int, tuple[int, ...]] = {}
_weights: dict[int, float] = {}


def learn(profile_ids: Iterable[int]) -> None:
    """Read the profiles among these that this process does not know yet."""
    missing = list(set(profile_ids).difference(_held))
    if not missing:
        return
    if len(_held) + len(missing) > MOST_REMEMBERED:
        _held.clear()
        _weights.clear()
        missing = list(set(profile_ids))
    for profile_id, values, weight in rows.fetch(rows.PROFILES, [missing]):
        _held[profile_id] = tuple(number(value) for value in values)
        _weights[profile_id] = weight


def held() -> Mapping[int, tuple[int, ...]]:
    """Profile to the numbers of its facet values; only what `learn` was asked for is sure."""
    return _held


def static_weights() -> Mapping[int, float]:
    """Profile to static weight."""
    return _weights


def number(value: str) -> int:
    """The number of a facet term such as `region=volta`, in this process."""
    known = _number_of.get(value)
    if known is None:
        name, _, code = value.partition("=")
        _names.append((name, code))
        known = _number_of.setdefault(value, len(_names) - 1)
    return known


def name(value: int) -> tuple[str, str]:
    """Facet and value of a number."""
    return _names[value]
