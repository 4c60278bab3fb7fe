"""The pages that are not procedures, shelters or publications: home, help, topics, about."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from portal.content import urgent
from portal.content.listed import newest
from portal.content.models import BasePage
from portal.site_pages import belonging
from portal.site_pages.blocks import BodyBlock

NEWEST = 5


class HomePage(BasePage):
    """The front page: what people come for, in one screen."""

    headline = models.CharField(
        max_length=120, default="What to do when somebody is being exploited"
    )

    template = "site_pages/home.html"
    parent_page_types: ClassVar = ["wagtailcore.Page"]
    max_count = 1
    content_panels: ClassVar = [*BasePage.content_panels, FieldPanel("headline")]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["notices"] = urgent.notices_showing(timezone.now())
        context["newest"] = newest("publication", NEWEST)
        return context


class StandardPage(BasePage):
    """A page of text: about, privacy, accessibility, contact."""

    body = StreamField(BodyBlock(), blank=True)

    template = "site_pages/standard.html"
    parent_page_types: ClassVar = ["site_pages.HomePage", "site_pages.StandardPage"]
    subpage_types: ClassVar = ["site_pages.StandardPage"]
    content_panels: ClassVar = [*BasePage.content_panels, FieldPanel("body")]


class HelpPage(BasePage):
    """Help for a person in danger, who may be watched: nothing about the visit stays behind."""

    neutral_title = models.CharField(
        max_length=60,
        default="Information",
        help_text="Shown in the browser's tab and history instead of the title.",
    )
    body = StreamField(BodyBlock(), blank=True)
    shows_services = models.BooleanField(
        default=True, help_text="List services to call, chosen by region, below the text."
    )

    template = "site_pages/help.html"
    parent_page_types: ClassVar = ["site_pages.HomePage", "site_pages.HelpPage"]
    subpage_types: ClassVar = ["site_pages.HelpPage"]
    content_panels: ClassVar = [
        *BasePage.content_panels,
        FieldPanel("neutral_title"),
        FieldPanel("body"),
        FieldPanel("shows_services"),
    ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["help"] = belonging.whom_to_call() if self.shows_services else None
        return context

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """As any page, but no browser or proxy may keep it: Back must show nothing."""
        response = super().serve(request, *args, **kwargs)
        response["Cache-Control"] = "no-store"
        return response


class TopicIndexPage(BasePage):
    """All topics, `/topics/`."""

    template = "site_pages/index.html"
    parent_page_types: ClassVar = ["site_pages.HomePage"]
    subpage_types: ClassVar = ["site_pages.TopicPage"]
    max_count = 1

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        pages = TopicPage.objects.live().child_of(self).select_related("topic")
        context["entries"] = pages.order_by(Lower("title"))
        return context


class TopicPage(BasePage):
    """Everything published about one topic."""

    topic = models.ForeignKey("content.Topic", on_delete=models.PROTECT, related_name="+")

    template = "site_pages/topic.html"
    parent_page_types: ClassVar = ["site_pages.TopicIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [*BasePage.content_panels, FieldPanel("topic")]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["parts"] = belonging.parts(topic=self.topic.code)
        return context


class OrganisationIndexPage(BasePage):
    """All organisations, `/organisations/`."""

    template = "site_pages/index.html"
    parent_page_types: ClassVar = ["site_pages.HomePage"]
    subpage_types: ClassVar = ["site_pages.OrganisationPage"]
    max_count = 1

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        pages = OrganisationPage.objects.live().child_of(self).select_related("organisation")
        context["entries"] = pages.order_by(Lower("title"))
        return context


class OrganisationPage(BasePage):
    """Who an organisation is, how to reach it, and what it publishes or runs."""

    organisation = models.ForeignKey(
        "content.Organisation", on_delete=models.PROTECT, related_name="+"
    )
    body = StreamField(BodyBlock(), blank=True)

    template = "site_pages/organisation.html"
    parent_page_types: ClassVar = ["site_pages.OrganisationIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    content_panels: ClassVar = [
        *BasePage.content_panels,
        FieldPanel("organisation"),
        FieldPanel("body"),
    ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["parts"] = belonging.parts(organisation=self.organisation.code)
        return context


class GlossaryTerm(models.Model):
    """A word or acronym that readers meet, explained in a sentence."""

    term = models.CharField(max_length=80, unique=True)
    explanation = models.CharField(max_length=400)

    panels: ClassVar = [FieldPanel("term"), FieldPanel("explanation")]

    def __str__(self) -> str:
        return self.term


class GlossaryPage(BasePage):
    """Every word explained, `/glossary/`."""

    template = "site_pages/glossary.html"
    parent_page_types: ClassVar = ["site_pages.HomePage"]
    subpage_types: ClassVar[list[str]] = []
    max_count = 1

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context(request, *args, **kwargs)
        context["terms"] = GlossaryTerm.objects.order_by(Lower("term"))
        return context
