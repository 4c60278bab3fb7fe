"""The finder's page."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils import timezone

from portal.content.models import BasePage
from portal.content.pagination import paginate
from shelter_directory import finder
from shelter_directory.models.records import ShelterAlert
from shelter_directory.models.shelters import ShelterPage
from shelter_directory.wanted import read_wanted


class DirectoryPage(BasePage):
    """The finder of shelters and services, `/shelters/`."""

    template = "shelter_directory/directory.html"
    parent_page_types: ClassVar = ["site_pages.HomePage"]
    subpage_types: ClassVar = ["shelter_directory.ShelterPage"]
    max_count = 1

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        shelters, today = ShelterPage.objects.for_public(), timezone.localdate()
        found = finder.find(shelters, read_wanted(request.GET), today=today)
        context["found"] = found
        context["pagination"] = paginate(
            found.wanted.page,
            pages=found.pages,
            url_of=lambda number: found.wanted.query(page=number),
        )
        context["notices"] = notices = ShelterAlert.objects.showing(at=timezone.now())
        context["noticed"] = notices.noticed()
        return context
