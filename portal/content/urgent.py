"""What an app lets other pages show about it without being imported by them.

The home page shows emergency notices and the help pages show whom to call, and neither may import
the shelter directory: the directory registers where these come from when it is ready.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Notice:
    """An emergency notice: where it applies, what it says, where to read on."""

    about: str
    message: str
    url: str
    raised_at: dt.datetime


@dataclass(frozen=True)
class PlaceToCall:
    """A service a person can telephone; never where it is beyond what the directory shows."""

    name: str
    region_code: str  # empty: for every region
    takes: str
    phone: str
    hours: str
    url: str


NoticeSource = Callable[[dt.datetime], Iterable[Notice]]
PlaceSource = Callable[[dt.date], Iterable[PlaceToCall]]
_notices: list[NoticeSource] = []
_places: list[PlaceSource] = []


def register_notices(source: NoticeSource) -> None:
    """Show these notices on the home page; call it from the app's `ready`."""
    _notices.append(source)


def register_places_to_call(source: PlaceSource) -> None:
    """Show these services on the help pages; call it from the app's `ready`."""
    _places.append(source)


def notices_showing(at: dt.datetime) -> tuple[Notice, ...]:
    """Every notice that stands at this moment, newest first; one query a source."""
    found = [notice for source in _notices for notice in source(at)]
    return tuple(sorted(found, key=lambda notice: notice.raised_at, reverse=True))


def places_to_call(today: dt.date) -> tuple[PlaceToCall, ...]:
    """Every service that a person in need may call by herself; one query a source."""
    return tuple(place for source in _places for place in source(today))
