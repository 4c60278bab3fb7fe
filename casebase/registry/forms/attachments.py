"""Adding a file to a case, and opening one."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms

from casebase.access.enums import Purpose
from casebase.registry.models import Attachment

TAKEN = ".jpg,.jpeg,.png,.webp,.pdf,.docx,.mp3,.m4a"


class AddFileForm(forms.Form):
    """One file; its name and its description are sealed."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    kind = forms.ChoiceField(
        label="What it is",
        choices=Attachment.Kind,
        widget=forms.RadioSelect,
        error_messages={"required": "Say what the file is."},
    )
    file = forms.FileField(
        label="File",
        help_text="A picture, PDF, Word file or recording of at most 20 MB. The place and the "
        "camera that a telephone writes into a picture or a recording are taken out, of the "
        "pictures in a Word file or PDF too. Only a signed PDF stays as it is.",
        widget=forms.FileInput(attrs={"accept": TAKEN}),
        error_messages={
            "required": "Choose a file.",
            "empty": "The file is empty. Choose the finished one.",
        },
    )
    description = forms.CharField(
        label="What it shows, in a few words",
        required=False,
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    is_evidence = forms.BooleanField(
        label="It is evidence: keep the file as it came as well, sealed",
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["submission"].initial = uuid.uuid4


class OpenFileForm(forms.Form):
    purpose = forms.ChoiceField(
        label="Why do you need to open it?",
        choices=[("", "Choose a reason"), *Purpose.choices],
        error_messages={"required": "Choose a reason. It is kept with your name."},
    )
