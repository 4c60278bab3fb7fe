"""What every public page shares: summary, topics, owner, review date; and files kept private."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Page, PageViewRestriction

from portal.content.files.models import DocumentFile, FilePage, FileReading, PortalDocument
from portal.content.workflow.models import Clearance, Review, ReviewState, ReviewTask, WorkerMark
from portal.content.workflow.pages import FourEyesPage
from portal.core.questions import Question

__all__ = [
    "BasePage",
    "Clearance",
    "DocumentFile",
    "FilePage",
    "FileReading",
    "Organisation",
    "PortalDocument",
    "Review",
    "ReviewState",
    "ReviewTask",
    "Topic",
    "WorkerMark",
]


class Topic(models.Model):
    """A subject under which people look for things; a fixed list with codes, not free tags."""

    code = models.SlugField(max_length=60, unique=True)
    label = models.CharField(max_length=80)
    description = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return self.label


class Organisation(models.Model):
    """A body that publishes, owns a procedure or runs a service."""

    class Kind(models.TextChoices):
        GOVERNMENT = "government", "Government"
        NGO = "ngo", "Non-governmental organisation"
        INTERNATIONAL = "international", "International organisation"

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=160)
    acronym = models.CharField(max_length=20, blank=True)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.GOVERNMENT)
    role = models.CharField(max_length=300, blank=True)
    website = models.URLField(blank=True)
    phone = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return self.name


class BasePage(FourEyesPage):
    """Every page type of the portal; abstract, so each type keeps one table beside Wagtail's."""

    summary = models.TextField(
        max_length=300,
        blank=True,
        help_text="One or two sentences. Shown in search results, feeds and when shared.",
    )
    topics = ParentalManyToManyField(Topic, blank=True, related_name="+")
    owner_organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    review_due_on = models.DateField(null=True, blank=True)

    content_panels: ClassVar = [*Page.content_panels, FieldPanel("summary")]
    promote_panels: ClassVar = [
        MultiFieldPanel([FieldPanel("slug"), FieldPanel("seo_title")], heading="Address and title"),
        MultiFieldPanel(
            [FieldPanel("topics"), FieldPanel("owner_organisation"), FieldPanel("review_due_on")],
            heading="Where it belongs",
        ),
    ]

    class Meta:
        abstract = True

    def get_view_restrictions(self) -> models.QuerySet[PageViewRestriction]:
        """As Wagtail finds them; none at once where no page of the site has any."""
        if not RESTRICTIONS.ask(limit=1):
            return PageViewRestriction.objects.none()
        found: models.QuerySet[PageViewRestriction] = super().get_view_restrictions()
        return found


RESTRICTIONS = Question(lambda: PageViewRestriction.objects.values_list("pk"))
