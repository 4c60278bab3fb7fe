"""A posting's weight in 15 bits: how often, how long the text, and whether in the title.

Bits 0-6 hold the text's length and 7-13 the weighted frequency, both exact while small and on a
logarithmic scale above; bit 14 says that the word stands in the title or the keywords. All
lengths and frequencies are doubled field weights, so that 1.5 is a whole number.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from search import weights

SCALE = 2  # field weights are multiplied by this to be whole
IN_TITLE = 1 << 14
_EXACT = 40  # buckets below are exact
_BUCKETS = 128
_FULL_GAIN = 32_767  # the largest 16-bit number
_LARGEST = 4_000_000
_STEP = (_LARGEST / _EXACT) ** (1 / (_BUCKETS - _EXACT - 1))


@lru_cache(maxsize=20_000)
def bucket(value: int) -> int:
    """The bucket, 0 to 127, of a length or frequency."""
    if value <= _EXACT:
        return max(value, 0)
    return min(_EXACT + round(math.log(value / _EXACT, _STEP)), _BUCKETS - 1)


def encode(frequency: int, length: int, *, in_title: bool) -> int:
    """A posting's code from doubled weighted frequency and length."""
    return bucket(frequency) << 7 | bucket(length) | (IN_TITLE if in_title else 0)


_SIZES = [float(b) if b <= _EXACT else _EXACT * _STEP ** (b - _EXACT) for b in range(_BUCKETS)]


def frequency(code: int) -> float:
    """The doubled weighted frequency that a code holds; near enough where it is large."""
    return _SIZES[code >> 7 & (_BUCKETS - 1)]


def gains(average_length: float) -> Sequence[float]:
    """For every code, the share (0 to 1.3) of a term's weight that the entry gains.

    Args:
        average_length: of the collection, in doubled field weights.
    """
    return _gains(_rounded(average_length))


def impacts(average_length: float) -> Sequence[int]:
    """For every code, its gain as the 16-bit number by which postings are sorted."""
    return _impacts(_rounded(average_length))


def _rounded(average_length: float) -> float:
    """To 2 %, so that a growing collection does not compute the tables anew each time."""
    return float(1.02 ** round(math.log(max(average_length, 1.0)) / math.log(1.02)))


@lru_cache(maxsize=8)
def _gains(average: float) -> tuple[float, ...]:
    norms = [weights.K1 * (1 - weights.B + weights.B * size / average) * SCALE for size in _SIZES]
    plain = [f / (f + norm) if f else 0.0 for f in _SIZES for norm in norms]
    return tuple(plain + [gain * (1 + weights.TITLE_BONUS) for gain in plain])


@lru_cache(maxsize=8)
def _impacts(average: float) -> tuple[int, ...]:
    return tuple(round(gain / (1 + weights.TITLE_BONUS) * _FULL_GAIN) for gain in _gains(average))


def rarity(documents: int, holding: int) -> float:
    """A term's weight by how few of the documents hold it; never negative."""
    return math.log(1 + (documents - holding + 0.5) / (holding + 0.5))
