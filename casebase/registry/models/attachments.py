"""Files of a case: what is known of them in the clear says nothing about the child."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django.db import models
from django.db.models import Q

from casebase.registry.models.cases import Case
from casebase.vault.fields import SealedTextField
from casebase.vault.sealed import SealedModel

RING_THREE = ("file_key", "original_key")


class AttachmentManager(models.Manager["Attachment"]):
    """Leaves out what the site's role may not read; `registry_open_file()` gives it."""

    def get_queryset(self) -> models.QuerySet[Attachment]:
        return super().get_queryset().defer(*RING_THREE)


class Attachment(SealedModel):
    """A file of a case (capabilities 10 and 78). Its content lies sealed, under a drawn name.

    The keys of the content are ring 3: read through `registry_open_file()` alone.
    """

    class Kind(models.TextChoices):
        PHOTO = "photo", "Photograph of the child"
        MARKS = "marks", "Photograph of distinguishing marks"
        DOCUMENT = "document", "Document"
        RECORDING = "recording", "Recording"

    class State(models.TextChoices):
        WAITING = "waiting", "Not yet checked for malware"
        CLEAN = "clean", "Checked"
        REFUSED = "refused", "Removed: malware was found in it"

    sealed_by: ClassVar[str] = "case_id"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="attachments")
    number = models.PositiveSmallIntegerField()  # within its case, for the name of a download
    kind = models.CharField(max_length=12, choices=Kind)
    extension = models.CharField(max_length=4)
    size = models.PositiveIntegerField()  # bytes, as kept
    state = models.CharField(max_length=8, choices=State, default=State.WAITING)
    object_name = models.CharField(max_length=32, unique=True)
    original_name = models.CharField(max_length=32, blank=True)  # kept for evidence only
    description = SealedTextField()
    filename = SealedTextField()  # as it came
    sha256 = SealedTextField()  # of the file as it came: a digest in the clear would be an oracle
    file_key = SealedTextField()
    original_key = SealedTextField()
    submission = models.UUIDField(unique=True)  # of the form: sent twice, it keeps one file
    added_by = models.ForeignKey("core.User", on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)
    checked_at = models.DateTimeField(null=True, blank=True)

    objects = AttachmentManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["case", "number"], name="attachment_number_in_case"),
            models.CheckConstraint(
                name="attachment_is_checked_or_waits",
                condition=Q(state="waiting", checked_at=None)
                | ~Q(state="waiting") & Q(checked_at__isnull=False),
                violation_error_message="A file is checked, or it waits.",
            ),
        ]

    def __str__(self) -> str:
        return f"attachment {self.pk}"

    @property
    def is_picture(self) -> bool:
        return self.extension in {"jpg", "png", "webp"}

    @property
    def may_be_opened(self) -> bool:
        return self.state == self.State.CLEAN

    def mark_checked(self, state: str, at: dt.datetime) -> None:
        """What the scanner said; the one change a file ever sees."""
        self.state, self.checked_at = state, at
        self.save(update_fields=["state", "checked_at"])
