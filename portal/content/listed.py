"""Short lists of pages of any type: on the home page, on topics and organisations, in feeds.

Each content app registers how its pages are listed; whoever shows a list imports none of them. A
list costs one query a kind, whatever the number of pages.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

from django.db.models import QuerySet

from portal.core.questions import Question


@dataclass(frozen=True)
class Listed:
    """One line of a list.

    Attributes:
        key: as in search: never changes while the page lives.
        url: path from the site's root.
        version: what makes an entry of a feed new although its key stays, for instance "v3".
        meta: a few words beside the title, for instance "HTS-SOP-012, edition 3".
        text: what is new about it, for feeds; empty where the summary says it all.
    """

    key: str
    title: str
    summary: str
    url: str
    date: dt.date | None = None
    changed_at: dt.datetime | None = None
    version: str = ""
    meta: str = ""
    text: str = ""


class Lister(Protocol):
    """How one kind of page is listed."""

    kind: str
    heading: str

    def newest(self, *, topic: str = "", organisation: str = "") -> QuerySet[Any]:
        """Public pages, newest first, optionally of one topic or organisation, not yet asked."""
        ...

    def listed(self, page: Any) -> Listed:
        """One such page; asks the database nothing."""
        ...


_listers: dict[str, Lister] = {}


def register_lister(lister: Lister) -> None:
    """Let pages of this kind be listed; call it from the app's `ready`."""
    _listers[lister.kind] = lister


def lister(kind: str) -> Lister | None:
    """None while no installed app has pages of this kind."""
    return _listers.get(kind)


def newest(kind: str, number: int, **belongs: str) -> tuple[Listed, ...]:
    """The newest public pages of a kind.

    Args:
        belongs: `topic` or `organisation`, each a code.
    """
    found = lister(kind)
    if found is None:
        return ()
    given: dict[str, Any] = {name: code for name, code in belongs.items() if code}
    pages = _newest(kind, *given).ask(limit=number, **given)
    return tuple(found.listed(page) for page in pages)


@cache
def _newest(kind: str, *belongs: str) -> Question:
    return Question(_listers[kind].newest, *belongs)
