"""The form of a rescue operation."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms

from portal.core.models import Agency, Region


class OperationForm(forms.Form):
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)
    starts_on = forms.DateField(
        label="Day of the operation", widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Give the day of the operation.",
                        "invalid": "Write the day as 2026-11-22."},
    )  # fmt: skip
    region = forms.ModelChoiceField(
        label="Region", queryset=Region.objects.none(), empty_label="Choose a region",
        error_messages={"required": "Choose the region."},
    )  # fmt: skip
    landing_site = forms.CharField(
        label="Landing site or place", max_length=120,
        help_text="Sealed; shown only to those who took part.",
        error_messages={"required": "Type the landing site or place."},
    )  # fmt: skip
    partners = forms.ModelMultipleChoiceField(
        label="Agencies that took part", queryset=Agency.objects.none(), required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    boats = forms.IntegerField(label="Boats searched", min_value=0, max_value=500, required=False)
    expected_children = forms.IntegerField(
        label="Children brought ashore", min_value=0, max_value=500, required=False
    )
    summary = forms.CharField(
        label="What happened", required=False, max_length=10_000,
        widget=forms.Textarea(attrs={"autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, *args: Any, own_agency: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts_on"].widget.input_type = "date"
        self.fields["landing_site"].widget.attrs["autocomplete"] = "off"
        self.fields["region"].queryset = Region.objects.order_by("name")  # type: ignore[attr-defined]
        others = Agency.objects.filter(is_active=True).exclude(pk=own_agency)
        self.fields["partners"].queryset = others.order_by("name")  # type: ignore[attr-defined]

    def clean_boats(self) -> int:
        return self.cleaned_data["boats"] or 0
