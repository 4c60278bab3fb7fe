"""Going through a list page by page at the same cost on its first page and on its last.

A cursor holds the last entry's place in the list's order. It is not secret and not signed: a
made-up one shows another part of a public list, and one that cannot be read is refused.
"""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.db.models.fields.tuple_lookups import Tuple, TupleGreaterThan, TupleLessThan

from portal.api.problems import BadParameter

LARGEST_PAGE = 50
LONGEST_CURSOR = 400


@dataclass(frozen=True)
class Slice:
    """One page of a list.

    Attributes:
        cursor: of the next page; None on the last.
    """

    rows: list[Any]
    cursor: str | None


def slice_after(
    rows: QuerySet[Any],
    by: tuple[Any, ...],
    *,
    place: Callable[[Any], tuple[Any, ...]],
    types: tuple[Callable[[str], Any], ...],
    cursor: str,
    size: int,
    newest_first: bool = False,
) -> Slice:
    """The rows after the cursor.

    Args:
        by: the expressions that order the list; together they are different for every row.
        place: the values of these expressions for one row.
        types: how to read each value again from text.

    Raises:
        BadParameter: the cursor is none of ours.
    """
    ordered = rows.order_by(*((e.desc() for e in by) if newest_first else by))
    if cursor:
        marks = _read(cursor, types)
        after = TupleLessThan if newest_first else TupleGreaterThan
        ordered = ordered.filter(after(Tuple(*by), tuple(marks)))
    found = list(ordered[: size + 1])
    more = len(found) > size
    return Slice(found[:size], _write(place(found[size - 1])) if more else None)


def _write(values: tuple[Any, ...]) -> str:
    text = json.dumps([str(value) for value in values])
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _read(cursor: str, types: tuple[Callable[[str], Any], ...]) -> list[Any]:
    try:
        text = base64.urlsafe_b64decode(cursor[:LONGEST_CURSOR] + "=" * (-len(cursor) % 4))
        values = json.loads(text)
        if not isinstance(values, list) or any(type(value) is not str for value in values):
            raise ValueError
        if any("\0" in value for value in values):
            raise ValueError
        return [read(value) for read, value in zip(types, values, strict=True)]
    except (ValueError, binascii.Error) as error:
        raise BadParameter(
            "cursor", "Take the cursor from `next` of the page before, or leave it out."
        ) from error


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def row_id(text: str) -> int:
    """Raises ValueError for what no row can have."""
    number = int(text)
    if not 0 <= number < 2**63:
        raise ValueError
    return number
