"""What belongs to a topic or an organisation, and whom to call in which region.

The page types are asked through `portal.content`: this app imports none of them.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import timezone

from portal.content import urgent
from portal.content.listed import Listed, lister, newest
from portal.core.models import Region

SHOWN = 20  # of each kind; the rest is one click away, in search
KINDS = ("sop", "shelter", "publication")  # in the order in which they are shown


@dataclass(frozen=True)
class Part:
    """Pages of one kind.

    Attributes:
        more: whether there are more than are shown.
    """

    kind: str
    heading: str
    pages: tuple[Listed, ...]
    more: bool


@dataclass(frozen=True)
class RegionHelp:
    """The services a person in this region may call."""

    code: str
    name: str
    places: tuple[urgent.PlaceToCall, ...]


@dataclass(frozen=True)
class WhomToCall:
    """What a help page lists below its text."""

    everywhere: tuple[urgent.PlaceToCall, ...]
    regions: tuple[RegionHelp, ...]


def parts(*, topic: str = "", organisation: str = "") -> tuple[Part, ...]:
    """The newest pages of every kind under this code; a kind without pages is left out."""
    found = []
    for kind in KINDS:
        pages = newest(kind, SHOWN + 1, topic=topic, organisation=organisation)
        listing = lister(kind)
        if pages and listing:
            found.append(Part(kind, listing.heading, pages[:SHOWN], len(pages) > SHOWN))
    return tuple(found)


def whom_to_call() -> WhomToCall:
    """Services for the whole country, then every region with its own; two queries."""
    places = urgent.places_to_call(timezone.localdate())
    return WhomToCall(
        everywhere=tuple(place for place in places if not place.region_code),
        regions=tuple(
            RegionHelp(code, name, tuple(p for p in places if p.region_code == code))
            for code, name in Region.objects.order_by("name").values_list("code", "name")
        ),
    )
