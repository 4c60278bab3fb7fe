"""A list in parts: how many there are, the next few, and the mark from which the rest goes on.

The mark is the id of the last row shown, so an address holds no value of a case; the row itself
says where the next part begins. A mark that is none, or whose row has left the list, begins again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

SIZE = 25
M = TypeVar("M", bound=Model)
Row = TypeVar("Row")


@dataclass(frozen=True)
class Part(Generic[Row]):
    """The next rows of a list.

    Attributes:
        total: of the whole list, whichever part this is.
        next_mark: for the part after this one; empty on the last.
    """

    rows: Sequence[Row]
    total: int = 0
    next_mark: str = ""

    @property
    def is_all(self) -> bool:
        return len(self.rows) == self.total

    def of(self, rows: Iterable[Any]) -> Part[Any]:
        """The same part with its rows as a page shows them."""
        return Part(list(rows), self.total, self.next_mark)


NOTHING: Part[Any] = Part([])


def part_of(rows: QuerySet[M], *, order: Sequence[str], after: str = "") -> Part[M]:
    """The next rows of a list after a mark.

    Args:
        order: columns that are never null, as for `order_by`; the id settles what they leave equal.
        after: the mark, as an address gave it.
    """
    order = (*order, "pk")
    last = _row_of(rows, after)
    rest = rows.filter(_beyond(order, last)) if last else rows
    found = list(rest.order_by(*order)[: SIZE + 1])
    is_whole = last is None and len(found) <= SIZE
    total = len(found) if is_whole else rows.count()
    mark = str(found[SIZE - 1].pk) if len(found) > SIZE else ""
    return Part(found[:SIZE], total, mark)


def _row_of(rows: QuerySet[M], mark: str) -> M | None:
    try:
        return rows.filter(pk=UUID(mark)).first()
    except ValueError:
        return None


def _beyond(order: Sequence[str], last: Model) -> Q:
    """Those that come after `last`: further on in one column, and equal in every one before it."""
    found, same = Q(), Q()
    for column in order:
        name, is_falling = column.lstrip("-"), column.startswith("-")
        value = getattr(last, name)
        found |= same & Q(**{f"{name}__{'lt' if is_falling else 'gt'}": value})
        same &= Q(**{name: value})
    return found
