"""Finding the place a person means, whichever of its names they write."""

from __future__ import annotations

import unicodedata

from portal.core.models import District, PlaceAlias, Region

Place = Region | District
# Words that people add to a name and that tell no two places apart.
KIND_WORDS = frozenset(
    {"district", "municipal", "municipality", "metropolitan", "metropolis", "metro"}
    | {"assembly", "of", "the"}
)


class Gazetteer:
    """All names of all places, read once: for whoever looks up many."""

    def __init__(self) -> None:
        regions = {region.pk: region for region in Region.objects.all()}
        districts = {
            district.pk: district for district in District.objects.select_related("region")
        }
        self._places: dict[str, Place] = {}
        # The first to claim a name keeps it: official names, then other names, then capitals.
        official: list[Place] = [*regions.values(), *districts.values()]
        for place in official:
            self._claim(place.name, place)
            self._claim(place.code, place)
        for region in regions.values():
            self._claim(f"{region.name} region", region)
        for alias in PlaceAlias.objects.all():
            if alias.region_id:
                self._claim(alias.name, regions[alias.region_id])
            elif alias.district_id:
                self._claim(alias.name, districts[alias.district_id])
        for district in districts.values():
            self._claim(district.capital, district)
        for region in regions.values():
            self._claim(region.capital, region)

    def _claim(self, name: str, place: Place) -> None:
        if key := plain(name):
            self._places.setdefault(key, place)

    def find(self, name: str) -> Place | None:
        return self._places.get(plain(name))


def find(name: str) -> Place | None:
    """The region or district called so, also by another name or by its capital; None if unknown.

    Three queries a call: whoever looks up many names makes one `Gazetteer` and asks that.
    """
    return Gazetteer().find(name)


def plain(name: str) -> str:
    """`Abura/Asebu/Kwamankese District` and `abura asebu kwamankese` are one."""
    text = unicodedata.normalize("NFKD", name).casefold()
    letters = "".join(sign if sign.isalnum() else " " for sign in text if not _is_mark(sign))
    words = letters.split()
    return " ".join([word for word in words if word not in KIND_WORDS] or words)


def _is_mark(sign: str) -> bool:
    return unicodedata.combining(sign) != 0
