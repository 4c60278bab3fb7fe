"""Forms of the publications' own admin pages."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from portal.content.files.forms import examined
from portal.content.files.models import PortalDocument
from portal.content.files.versions import CannotReplaceFile, ExaminedUpload, require_replaceable


class ReplaceFileForm(forms.Form):
    """A corrected file for the address of another, with a note for readers."""

    file = forms.FileField(
        label="The corrected file",
        help_text="Of the same type as the one it replaces, at most 20 MB.",
    )
    correction_note = forms.CharField(
        label="What was corrected",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=(
            "Readers see it beside the file with the day, for instance “Table 3 on page 12 had "
            "the figures of 2023”. Needed when readers have had the file."
        ),
    )

    def __init__(self, *args: Any, document: PortalDocument, **kwargs: Any) -> None:
        self.document = document
        super().__init__(*args, **kwargs)
        self.fields["file"].widget.attrs["accept"] = f".{document.extension}"

    def clean_file(self) -> ExaminedUpload:
        upload: UploadedFile = self.cleaned_data["file"]
        return examined(upload)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        upload = cleaned.get("file")
        if isinstance(upload, ExaminedUpload):
            self.document.correction_note = cleaned.get("correction_note", "")
            try:
                require_replaceable(self.document, upload.examination)
            except CannotReplaceFile as error:
                self.add_error("file", str(error))
        return cleaned

    @property
    def is_too_large(self) -> bool:
        return any(e.code == "too_large" for e in self.errors.as_data().get("file", []))
