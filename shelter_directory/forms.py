"""What validators and duty officers fill in."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

from django import forms

from shelter_directory import enums
from shelter_directory.models import ShelterPage


class CheckForm(forms.Form):
    """One line of the queue: what the shelter said."""

    shelter = forms.ModelChoiceField(ShelterPage.objects.none(), widget=forms.HiddenInput)
    accepting = forms.ChoiceField(choices=enums.Accepting.choices, label="Taking people")
    checked_by = forms.CharField(
        max_length=120,
        label="Checked by (your office, not your name)",
        error_messages={"required": "Write your office, as the public may read it."},
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["shelter"].queryset = ShelterPage.objects.live()  # type: ignore[attr-defined]


class NoticeForm(forms.Form):
    """An emergency notice."""

    LASTS: ClassVar = [("24", "One day"), ("72", "Three days"), ("168", "A week"),
                       ("336", "Two weeks")]  # fmt: skip

    shelter = forms.ModelChoiceField(
        ShelterPage.objects.none(), required=False, empty_label="Every shelter", label="About"
    )
    message = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        label="What readers must know",
        help_text="A sentence or two. No name, no address.",
    )
    hours = forms.ChoiceField(choices=LASTS, label="It ends by itself after")

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        shelters = ShelterPage.objects.live().order_by("title")
        self.fields["shelter"].queryset = shelters  # type: ignore[attr-defined]

    def expires_at(self, now: dt.datetime) -> dt.datetime:
        return now + dt.timedelta(hours=int(self.cleaned_data["hours"]))
