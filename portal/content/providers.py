"""What a public page hands to search: a projection, never the page itself.

Each content app registers one provider a page type, and `search` reads them. Only what
`public_queryset` returns can ever be indexed: that is how drafts stay out, by construction.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from django.db.models import QuerySet
from wagtail.models import Page


@dataclass(frozen=True)
class Passage:
    """A part of a page or file that can be shown and linked on its own.

    Attributes:
        page: page number inside a PDF, from 1; None in a web page.
        anchor: the id of the section in a web page, without `#`; empty in a PDF.
        url: where the passage opens, for instance `/files/…/report.pdf#page=14`.
    """

    page: int | None
    anchor: str
    text: str
    url: str


@dataclass(frozen=True)
class Projection:
    """One searchable thing.

    Attributes:
        key: never changes while the thing lives; unique over all kinds.
        keywords: acronyms, other names, identifiers.
        body: plain text.
        url: path from the site's root.
        facets: facet name to the codes that hold, for instance `{"region": ("volta",)}`.
        static_weight: multiplies the score; 1.0 is ordinary, 0.2 a superseded edition.
    """

    key: str
    kind: str
    title: str
    summary: str
    body: str
    url: str
    keywords: tuple[str, ...] = ()
    language: str = "en"
    facets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    date: dt.date | None = None
    static_weight: float = 1.0
    in_force: bool = True
    passages: tuple[Passage, ...] = ()


class Provider(Protocol):
    """How one page type shows itself to search."""

    kind: str
    model: type[Page]

    def public_queryset(self) -> QuerySet[Any]:
        """Live, public pages of this type that may be found."""
        ...

    def project(self, page: Any) -> Projection:
        """The projection of one such page."""
        ...

    def key_of(self, page: Any) -> str:
        """The projection's key, cheap and without reading files."""
        ...


_providers: dict[type[Page], Provider] = {}


def register_provider(provider: Provider) -> None:
    """Make a page type searchable; call it from the app's `ready`."""
    _providers[provider.model] = provider


def providers() -> Iterator[Provider]:
    """Every registered provider, in order of registration."""
    yield from _providers.values()


def provider_for(page: Page) -> Provider | None:
    """The provider of this page's type; None when the type is not searchable."""
    return _providers.get(type(page))
