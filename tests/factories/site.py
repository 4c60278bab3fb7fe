"""A small site: home, directory, and whatever hangs below; every name is invented."""

from __future__ import annotations

import itertools
from typing import Any

from wagtail.models import Page, Site

from portal.core.models import District, Region
from portal.site_pages.models import HomePage
from shelter_directory.models import DirectoryPage, ShelterPage

_numbers = itertools.count(1)


def home() -> HomePage:
    """The home page, made once a test."""
    if found := HomePage.objects.first():
        return found
    root = Page.get_first_root_node()
    page = root.add_child(instance=HomePage(title="Harbour", slug="harbour-home"))
    Site.objects.update_or_create(
        is_default_site=True, defaults={"hostname": "testserver", "port": 80, "root_page": page}
    )
    Site.clear_site_root_paths_cache()
    return page


def page(model: type[Page], *, parent: Page | None = None, **fields: Any) -> Any:
    """A published page of any type, below the home page unless told otherwise."""
    number = next(_numbers)
    fields = {"title": f"Invented page {number}", "slug": f"invented-{number}", **fields}
    topics = fields.pop("topics", ())
    made = (parent or home()).add_child(instance=model(**fields))
    if topics:
        made.topics.set(topics)
    made.save_revision().publish()
    return model.objects.get(pk=made.pk)


def region(code: str = "volta", **fields: Any) -> Region:
    defaults = {"name": code.replace("-", " ").title(), "capital": "Invented Town", **fields}
    return Region.objects.get_or_create(code=code, defaults=defaults)[0]


def district(code: str = "ho", *, within: str = "volta", **fields: Any) -> District:
    defaults = {
        "name": code.replace("-", " ").title(), "region": region(within), **fields
    }  # fmt: skip
    return District.objects.get_or_create(code=code, defaults=defaults)[0]


def directory() -> DirectoryPage:
    return DirectoryPage.objects.first() or page(
        DirectoryPage, title="Shelters and services", slug="shelters"
    )


def shelter(name: str = "", **fields: Any) -> ShelterPage:
    """A published shelter for children in Volta, unless told otherwise."""
    place = fields.get("district")
    defaults = {
        "shelter_type": "ngo_child",
        "region": place.region if place else region(),
        "accepts": ["children"],
        "phone": "030 000 0101",
        "summary": "An invented shelter.",
        **fields,
    }
    if name:
        defaults["title"] = name
    return page(ShelterPage, parent=directory(), **defaults)
