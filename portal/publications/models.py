"""Reports, briefs, laws, forms and datasets: a page each, with files under lasting addresses."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Coalesce
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable
from wagtail.search import index

from portal.content.files.models import PortalDocument
from portal.content.languages import Language
from portal.content.models import BasePage, Organisation
from portal.core.models import Region
from portal.publications.enums import Licence, PublicationType
from portal.publications.panels import FileStatesPanel

KEY_LETTERS = "23456789abcdefghjkmnpqrstvwxyz"  # none that can be taken for another
UNDATED = dt.date(1, 1, 1)  # where a publication without a date stands in the list
RICH_TEXT = ["h2", "h3", "bold", "italic", "ol", "ul", "link", "document-link"]


def new_key() -> str:
    """A key for a publication made in the editor; drawn at random, it carries no meaning."""
    return "pub-" + "".join(secrets.choice(KEY_LETTERS) for _ in range(8))


@dataclass(frozen=True)
class Citation:
    """What somebody needs to cite a publication.

    Attributes:
        authors: names of the bodies that publish it; the secretariat where none is named.
        published_on: None for a publication without a date.
        path: from the site's root.
        pdf_path: of its first PDF; empty where it has none.
        type: the code of its type, for instance "report".
    """

    key: str
    title: str
    authors: tuple[str, ...]
    published_on: dt.date | None
    type: str
    type_label: str
    language: str
    path: str
    pdf_path: str = ""
    abstract: str = ""


class PublicationIndexPage(BasePage):
    """Where publications are listed, newest first."""

    template = "publications/publication_index.html"
    parent_page_types: ClassVar = ["site_pages.HomePage"]
    subpage_types: ClassVar = ["publications.PublicationPage"]
    max_count = 1

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.publications.listing import listing_for  # it builds on these models

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["listing"] = listing_for(self, request.GET)
        return context


class PublicationPage(BasePage):
    """One publication: what it is, in a few words, and its files."""

    key = models.CharField(
        max_length=200,
        unique=True,
        default=new_key,
        editable=False,
        validators=[RegexValidator(r"^[^\x00-\x1f\x7f]+$")],
    )
    type = models.CharField(
        max_length=10,
        choices=PublicationType,
        default=PublicationType.REPORT,
        help_text="Readers filter by it.",
    )
    published_on = models.DateField(
        "published on",
        null=True,
        blank=True,
        help_text="The day that stands on the publication itself, not the day it came here.",
    )
    language = models.CharField(max_length=8, choices=Language, default=Language.ENGLISH)
    regions = ParentalManyToManyField(
        Region,
        blank=True,
        related_name="+",
        help_text="The regions it is about. None: the whole country.",
    )
    organisations = ParentalManyToManyField(
        Organisation,
        blank=True,
        related_name="+",
        verbose_name="publishers",
        help_text="The bodies that publish it, in citations its authors.",
    )
    body = RichTextField(
        "abstract",
        blank=True,
        features=RICH_TEXT,
        help_text="What a reader learns from it, in a few paragraphs; or the whole text of news.",
    )
    licence = models.CharField(max_length=20, choices=Licence, default=Licence.CC_BY)
    earlier_edition = models.ForeignKey(
        "self",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="later_editions",
        help_text="For a yearly report: the year before. Each then links to the other.",
    )

    template = "publications/publication.html"
    parent_page_types: ClassVar = ["publications.PublicationIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    search_fields: ClassVar = [
        *BasePage.search_fields,
        index.SearchField("summary"),
        index.FilterField("type"),
        index.FilterField("published_on"),
    ]
    content_panels: ClassVar = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("type"), FieldPanel("published_on"), FieldPanel("language")],
            heading="What it is",
        ),
        FieldPanel("body"),
        InlinePanel("files", heading="Files", label="File"),
        FileStatesPanel(heading="What is known of the files"),
        MultiFieldPanel(
            [
                FieldPanel("organisations", widget=CheckboxSelectMultiple),
                FieldPanel("regions", widget=CheckboxSelectMultiple),
                FieldPanel("licence"),
            ],
            heading="Who publishes it, and about where",
        ),
        PageChooserPanel("earlier_edition", "publications.PublicationPage"),
    ]

    class Meta:
        indexes = [
            # The list walks this index, newest first, however many publications there are.
            models.Index(
                Coalesce("published_on", models.Value(UNDATED)).desc(),
                models.F("page_ptr").desc(),
                name="publication_newest_first",
            )
        ]

    def clean(self) -> None:
        super().clean()
        if self.earlier_edition_id and self.earlier_edition_id == self.pk:
            raise ValidationError({"earlier_edition": "A publication cannot precede itself."})

    @property
    def licence_address(self) -> str:
        return Licence(self.licence).address

    def citation(
        self, *, authors: Sequence[str] | None = None, pdf_path: str | None = None
    ) -> Citation:
        """What the citation box, the exports and the citation tags are made from.

        Args:
            authors, pdf_path: where the caller knows them already, so that nobody asks twice.
        """
        if authors is None:
            authors = [organisation.name for organisation in self.organisations.all()]
        if pdf_path is None:
            documents = [file.document for file in self.files.select_related("document")]
            pdf_path = next((d.url for d in documents if d.extension == "pdf"), "")
        return Citation(
            key=self.key,
            title=self.title,
            authors=tuple(authors) or ("Human Trafficking Secretariat",),
            published_on=self.published_on,
            type=self.type,
            type_label=self.get_type_display(),
            language=self.language,
            path=f"/publications/{self.slug}/",
            pdf_path=pdf_path,
            abstract=self.summary,
        )

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from portal.publications.showing import facts_of  # it builds on these models

        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        context["facts"] = facts_of(self, is_draft=getattr(request, "is_preview", False))
        return context


class PublicationFile(Orderable):
    """A file of a publication, in the order in which readers see them."""

    page = ParentalKey(PublicationPage, on_delete=models.CASCADE, related_name="files")
    document = models.ForeignKey(
        PortalDocument,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name="file",
        help_text="PDF, Word, Excel, CSV or picture, at most 20 MB.",
    )
    label = models.CharField(
        max_length=120,
        blank=True,
        help_text="What it is called here, for instance “Annex: tables”. Empty: its own title.",
    )

    panels: ClassVar = [FieldPanel("document"), FieldPanel("label")]

    class Meta(Orderable.Meta):
        constraints = [
            models.UniqueConstraint(
                name="publication_file_once_a_page",
                fields=["page", "document"],
                violation_error_message="This file stands on this page already.",
            )
        ]

    def __str__(self) -> str:
        return self.label or self.document.title


def codes_of(things: Sequence[Any]) -> tuple[str, ...]:
    """The codes of some topics, regions or organisations."""
    return tuple(thing.code for thing in things)
