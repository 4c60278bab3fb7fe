"""The boxes in which M4A recordings and JPEG 2000 pictures are kept, each with size and name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Box:
    """Where a box begins, where what is in it begins, and where both end."""

    name: bytes
    at: int
    inside: int
    end: int


def boxes(content: bytes | bytearray, at: int, end: int) -> Iterator[Box]:
    """The boxes that stand beside each other.

    Raises:
        ValueError: one of them reaches outside.
    """
    while at < end:
        size, head = int.from_bytes(content[at : at + 4], "big"), 8
        if size == 1:
            size, head = int.from_bytes(content[at + 8 : at + 16], "big"), 16
        size = size or end - at  # 0: until the end of the file
        if size < head or at + size > end:
            raise ValueError("a box reaches outside")
        yield Box(bytes(content[at + 4 : at + 8]), at, at + head, at + size)
        at += size


def blank(content: bytearray, box: Box) -> None:
    """Turn a box into empty space, in place, so that nothing moves."""
    content[box.at + 4 : box.at + 8] = b"free"
    content[box.inside : box.end] = bytes(box.end - box.inside)
