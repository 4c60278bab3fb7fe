"""Releases as they came from casework, and the pages that show them."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from wagtail.admin.panels import FieldPanel
from wagtail.fields import RichTextField

from portal.content.models import BasePage
from portal.content.signals import page_changed
from portal.content.workflow.guard import CannotPublish
from portal.statistics.page_rights import ReleaseTester
from portal.statistics.panels import FiguresPanel

RICH_TEXT = ["bold", "italic", "ol", "ul", "link"]


class StatisticsIndexPage(BasePage):
    """`/statistics/`: the newest release first, the course over the quarters, and the way on."""

    template = "statistics/statistics_index.html"
    parent_page_types: ClassVar = ["site_pages.HomePage"]
    subpage_types: ClassVar = [
        "statistics.ReleasePage",
        "statistics.MethodPage",
        "statistics.ReleaseCalendarPage",
    ]
    max_count = 1

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.statistics.overview import overview  # it builds on these models

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["overview"] = overview()
        return context


class MethodPage(BasePage):
    """`/statistics/method/`: how the figures are made, what they cannot say, what was corrected."""

    responsible = models.CharField(
        "who answers for the figures",
        max_length=160,
        default="Head of statistics, Human Trafficking Secretariat",
        help_text="An office, not a name.",
    )
    body = RichTextField(
        "further notes",
        blank=True,
        features=RICH_TEXT,
        help_text="Shown below the standing text, which follows the program.",
    )

    template = "statistics/method.html"
    parent_page_types: ClassVar = ["statistics.StatisticsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    max_count = 1
    content_panels: ClassVar = [
        *BasePage.content_panels,
        FieldPanel("responsible"),
        FieldPanel("body"),
    ]

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.statistics import method_text, overview

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["parts"] = method_text.PARTS
        context["corrections"] = overview.corrections()
        context["versions"] = overview.later_versions()
        return context


class ReleaseCalendarPage(BasePage):
    """`/statistics/calendar/`: when each period closes and when its figures come."""

    template = "statistics/calendar.html"
    parent_page_types: ClassVar = ["statistics.StatisticsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    max_count = 1

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.statistics.calendar import calendar

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["calendar"] = calendar()
        return context


class ReleasePage(BasePage):
    """One version of the figures of one quarter or year, under an address that stays.

    Made by receiving a bundle only. Its figures are the report that casework signed; an editor may
    add a note and nothing else.
    """

    release_id = models.CharField(max_length=12, unique=True, editable=False)
    sequence = models.PositiveIntegerField(unique=True, editable=False)
    period = models.CharField(max_length=6, db_index=True, editable=False)
    kind = models.CharField(
        max_length=7, choices=(("quarter", "Quarter"), ("year", "Year")), editable=False
    )
    version = models.PositiveSmallIntegerField(editable=False)
    first_day = models.DateField(editable=False)
    last_day = models.DateField(editable=False)
    persons = models.PositiveIntegerField(editable=False)
    report = models.JSONField(editable=False)
    note = models.TextField(
        blank=True,
        max_length=600,
        help_text="A few plain sentences shown above the figures, for instance where a shelter "
        "began to report. Never a figure of your own.",
    )

    template = "statistics/release.html"
    parent_page_types: ClassVar = ["statistics.StatisticsIndexPage"]
    subpage_types: ClassVar[list[str]] = []
    is_creatable = False
    may_be_copied = False
    content_panels: ClassVar = [FiguresPanel(heading="The figures"), FieldPanel("note")]
    promote_panels: ClassVar[list[Any]] = []

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_page_a_version_of_a_period", fields=["period", "version"]
            )
        ]

    @classmethod
    def kept_current(cls) -> QuerySet[Any]:
        """None: figures are replaced by another version, never brought up to date."""
        return cls.objects.none()

    def permissions_for_user(self, user: Any) -> ReleaseTester:
        return ReleaseTester(user, self)

    def before_publishing(self, *, now: Any) -> None:
        """Refuse figures other than those received, however they came to stand here."""
        received = ReceivedRelease.objects.filter(page_id=self.pk).first()
        if received is None or received.report() != self.report:
            raise CannotPublish(
                "These are not the figures that casework signed, so they are not published. Tell "
                "the operator, and receive the release again."
            )

    def after_publishing(self, *, clearance: Any, now: Any) -> None:
        """Tell search of the earlier versions, which count for less from now on."""
        earlier = ReleasePage.objects.live().filter(period=self.period, version__lt=self.version)
        for page in earlier:
            page_changed.send(sender=ReleasePage, page=page)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.statistics.showing import shown  # it builds on these models

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["shown"] = shown(self, request.GET)
        return context


class ReceivedRelease(models.Model):
    """That a bundle was taken, and as which number in the row; never changed afterwards."""

    release_id = models.CharField(max_length=12, unique=True)
    sequence = models.PositiveIntegerField(unique=True)
    bundle_sha256 = models.CharField(max_length=64, unique=True)
    manifest_sha256 = models.CharField(max_length=64, unique=True)
    previous_sha256 = models.CharField(max_length=64, blank=True)
    received_at = models.DateTimeField(auto_now_add=True)
    page = models.OneToOneField(ReleasePage, on_delete=models.PROTECT, related_name="received")

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="first_release_and_no_other_has_none_before",
                condition=Q(sequence=1, previous_sha256="")
                | (Q(sequence__gt=1) & ~Q(previous_sha256="")),
            )
        ]

    def __str__(self) -> str:
        return self.release_id

    def report(self) -> Any:
        """The signed report.json, as data."""
        return json.loads(bytes(self.files.get(name="report.json").content))


class ReceivedFile(models.Model):
    """One file of a release, byte for byte as it was signed; never changed afterwards.

    The bytes lie in the database: they come and go with their release in one transaction, a copy
    of the database is a whole archive, and a year's files are a few megabytes.
    """

    release = models.ForeignKey(ReceivedRelease, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=80)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()  # bytes
    sha256 = models.CharField(max_length=64)
    content = models.BinaryField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="one_file_of_a_name_a_release", fields=["release", "name"])
        ]

    def __str__(self) -> str:
        return f"{self.release}: {self.name}"
