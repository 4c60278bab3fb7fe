"""The form through which every file enters, whichever of Wagtail's screens shows it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.forms import BaseImageForm

from portal.content.files.examine import examine
from portal.content.files.models import PortalDocument
from portal.content.files.versions import CannotReplaceFile, ExaminedUpload, require_replaceable
from portal.core.uploads.refusals import RefusedFile, TooLarge


def examined(upload: UploadedFile) -> ExaminedUpload:
    """The upload as it may be kept.

    Raises:
        ValidationError: with code `too_large` or `refused`, and the reason.
    """
    name = upload.name or ""
    try:
        upload.seek(0)
        return ExaminedUpload(examine(upload.read(), filename=name), name)
    except TooLarge as error:
        raise forms.ValidationError(str(error), code="too_large") from error
    except RefusedFile as error:
        raise forms.ValidationError(str(error), code="refused") from error


class DocumentForm(BaseDocumentForm):
    """Wagtail's document form; with an examination, and a note where a file is replaced."""

    correction_note = forms.CharField(
        label="What was corrected",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Only when you replace the file. Readers see it beside the file, with the day.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "file" not in self.fields or not self.instance.pk:
            del self.fields["correction_note"]

    def clean_file(self) -> Any:
        upload = self.cleaned_data.get("file")
        if not isinstance(upload, UploadedFile):
            return upload
        return examined(upload)

    def clean(self) -> dict[str, Any] | None:
        cleaned: dict[str, Any] | None = super().clean()
        upload = self.cleaned_data.get("file")
        if self.instance.pk and isinstance(upload, ExaminedUpload):
            self.instance.correction_note = self.cleaned_data.get("correction_note", "")
            try:
                require_replaceable(self.instance, upload.examination)
            except CannotReplaceFile as error:
                self.add_error("file", str(error))
        return cleaned

    def save(self, commit: bool = True) -> PortalDocument:
        if "file" in self.changed_data and self.instance.pk:
            self.instance.uploaded_by_user = getattr(self, "user", None) or (
                self.instance.uploaded_by_user
            )
        saved: PortalDocument = super().save(commit=commit)
        return saved


class ImageForm(BaseImageForm):
    """Wagtail's image form; place, camera and author are taken out of the picture."""

    def clean_file(self) -> Any:
        upload = self.cleaned_data.get("file")
        if not isinstance(upload, UploadedFile):
            return upload
        cleaned = examined(upload)
        cleaned.image = getattr(upload, "image", None)  # Wagtail asks it for the size
        return cleaned
