"""A file under one address for life, and its versions, which never change."""

from __future__ import annotations

import uuid
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.text import slugify
from wagtail.documents.models import AbstractDocument, DocumentQuerySet

from portal.content.files.storage import drawn_name, private_files
from portal.content.languages import Language

MEDIA_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "jpg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
}
KINDS = {"pdf": "PDF", "docx": "Word document", "xlsx": "Excel workbook", "csv": "CSV"}


class PortalDocumentQuerySet(DocumentQuerySet):
    def public(self) -> Self:
        """Files that a live page refers to; nobody else's address answers."""
        return self.filter(is_public=True)


class PortalDocument(AbstractDocument):
    """A file under one address for life; private until a live page refers to it.

    `file` points to the bytes of `current`, the version that readers get. A version that
    replaces a public one waits (see `waiting`) until a page with the file is published again.
    """

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    is_public = models.BooleanField(default=False, editable=False)
    file = models.FileField(upload_to=drawn_name, storage=private_files, max_length=100)
    extension = models.CharField(max_length=5, editable=False, default="")
    slug = models.SlugField(max_length=80, editable=False, default="file")
    language = models.CharField(max_length=8, choices=Language, default=Language.ENGLISH)
    current = models.OneToOneField(
        "content.DocumentFile",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )

    correction_note = ""  # not stored here: handed to the version that the next save makes

    objects = PortalDocumentQuerySet.as_manager()
    admin_form_fields = ("title", "file", "language", "collection", "tags")

    class Meta(AbstractDocument.Meta):
        permissions = [("choose_document", "Can choose document")]

    def clean(self) -> None:
        """Nothing here: the form examines the upload, and a kept file's name has no extension."""

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; a new upload becomes a version, whichever screen or command it came from."""
        from portal.content.files.versions import save_with_version  # it builds on these models

        save_with_version(self, *args, **kwargs)

    def save_row(self, *args: Any, **kwargs: Any) -> None:
        """Save the row alone."""
        super().save(*args, **kwargs)

    @property
    def filename(self) -> str:
        """What the file is called when it is downloaded."""
        return f"{self.slug}.{self.extension}"

    @property
    def file_extension(self) -> str:
        return self.extension

    @property
    def url(self) -> str:
        """The address for life, from the site's root."""
        return reverse("files:file", args=[self.uuid, self.slug, self.extension])

    @property
    def content_type(self) -> str:
        return MEDIA_TYPES.get(self.extension, "application/octet-stream")

    @property
    def kind(self) -> str:
        """The type as readers know it: "PDF", "Word document"."""
        return KINDS.get(self.extension, self.extension.upper())

    @property
    def pages(self) -> int | None:
        return self.current.pages if self.current else None

    @staticmethod
    def slug_for(title: str) -> str:
        return slugify(title)[:80].strip("-") or "file"


class DocumentFile(models.Model):
    """One version of a document; the database lets it change once: when it is released.

    Bytes lie in private storage under `name`. `uploaded_sha256` is the digest of what the editor
    sent, `sha256` of what is kept after the author's name and the like were taken out.
    """

    document = models.ForeignKey(PortalDocument, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()  # from 1
    name = models.CharField(max_length=100, unique=True)
    sha256 = models.CharField(max_length=64, db_index=True)
    uploaded_sha256 = models.CharField(max_length=64, db_index=True)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()  # bytes
    pages = models.PositiveIntegerField(null=True)  # None: not paged, or could not be counted
    correction_note = models.CharField(max_length=300, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    uploaded_at = models.DateTimeField(auto_now_add=True)
    released_at = models.DateTimeField(null=True)  # since when readers could get it

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="document_file_one_of_a_number", fields=["document", "number"]
            ),
            models.CheckConstraint(
                name="document_file_number_from_one", condition=models.Q(number__gte=1)
            ),
        ]

    def __str__(self) -> str:
        return f"version {self.number}"

    @property
    def url(self) -> str:
        """Where this very version stays, as long as the document is public."""
        document = self.document
        return reverse(
            "files:version", args=[document.uuid, self.number, document.slug, document.extension]
        )


class FileReading(models.Model):
    """What could be read from one version: its state, warnings for the editor, a table's start."""

    class Status(models.TextChoices):
        WAITING = "waiting", "Waiting to be read"
        READ = "read", "Read"
        PARTLY = "partly", "Read in part"
        NO_TEXT = "no_text", "No text in it"
        FAILED = "failed", "Text could not be read"
        NOT_TEXT = "not_text", "Not a text file"

    file = models.OneToOneField(DocumentFile, on_delete=models.CASCADE, related_name="reading")
    status = models.CharField(max_length=10, choices=Status, default=Status.WAITING)
    problem = models.CharField(max_length=200, blank=True)  # a sentence for the editor
    warnings = models.JSONField(default=list, blank=True)  # sentences, about accessibility
    table = models.JSONField(default=list, blank=True)  # a CSV's first rows; lists of cells
    rows = models.PositiveIntegerField(null=True)  # rows of a CSV, heading not counted
    read_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.get_status_display()


class FilePage(models.Model):
    """The text of one page of one version; a file without pages has one, number 1."""

    file = models.ForeignKey(DocumentFile, on_delete=models.CASCADE, related_name="page_texts")
    number = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(name="file_page_one_of_a_number", fields=["file", "number"])
        ]

    def __str__(self) -> str:
        return f"page {self.number}"
