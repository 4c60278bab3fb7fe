"""Numbered links under a list: first, last, and the neighbours of where the reader is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

NEIGHBOURS = 1


@dataclass(frozen=True)
class PageLink:
    """One number; a gap (`…`) has number 0 and no address."""

    number: int
    url: str
    is_current: bool = False

    @property
    def is_gap(self) -> bool:
        return self.number == 0


@dataclass(frozen=True)
class Pagination:
    """What `components/pagination.html` shows; `items` is empty when all fits on one page."""

    items: tuple[PageLink, ...] = ()
    previous_url: str = ""
    next_url: str = ""


def paginate(number: int, *, pages: int, url_of: Callable[[int], str]) -> Pagination:
    """Links for page `number` of `pages`, both counted from 1."""
    if pages <= 1:
        return Pagination()
    return Pagination(
        items=tuple(_links(number, pages, url_of)),
        previous_url=url_of(number - 1) if number > 1 else "",
        next_url=url_of(number + 1) if number < pages else "",
    )


def _links(current: int, pages: int, url_of: Callable[[int], str]) -> Iterator[PageLink]:
    nearby = range(current - NEIGHBOURS, current + NEIGHBOURS + 1)
    shown = sorted({1, pages, *nearby} & set(range(1, pages + 1)))
    before = 0
    for number in shown:
        if number - before == 2:  # a gap of one page: its number is no longer than the gap
            yield PageLink(before + 1, url_of(before + 1))
        elif number - before > 2:
            yield PageLink(0, "")
        yield PageLink(number, url_of(number), is_current=number == current)
        before = number
