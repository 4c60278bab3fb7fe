"""One digest over many rows, from which any single row can be shown to have been among them."""

from __future__ import annotations

from hashlib import sha256

from psycopg.abc import Buffer

SIZE = 32
FAN = 16 * SIZE  # sixteen digests under each node: a tenth of the hashing of a binary tree
NODE = b"\x01"  # a row's text begins with a digit, so a node can't be passed off as a row


def leaf(row: Buffer) -> bytes:
    return sha256(row).digest()


def root(leaves: bytes) -> bytes:
    """The digest at the top of the tree over these leaves.

    Args:
        leaves: the rows' digests one after another; at least one.
    """
    level = leaves
    while len(level) > SIZE:
        level = b"".join(
            sha256(NODE + level[start : start + FAN]).digest()
            for start in range(0, len(level), FAN)
        )
    return level
