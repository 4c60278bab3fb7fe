"""What an editor fills in to correct an edition or to have it withdrawn."""

from __future__ import annotations

from typing import Any

from django import forms

from sop_library import queries
from sop_library.models import SopPage, SopVersionPage


class CorrectionForm(forms.Form):
    """How to read the edition from now on."""

    what_changed = forms.CharField(
        label="What is wrong, and how to read it",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=600,
    )
    anchor = forms.ChoiceField(label="In which part", required=False)

    def __init__(self, *args: Any, edition: SopVersionPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts = [(section.anchor, section.heading) for section in edition.sections]
        self.fields["anchor"] = forms.ChoiceField(
            label="In which part", required=False, choices=[("", "The whole edition"), *parts]
        )


class WithdrawalForm(forms.Form):
    """Why the edition must not be used any more."""

    reason = forms.CharField(
        label="Why it must not be used any more",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=600,
    )
    replacement = forms.ModelChoiceField(
        label="What to use instead", queryset=SopPage.objects.none(), required=False
    )

    def __init__(self, *args: Any, edition: SopVersionPage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["replacement"]
        field.queryset = queries.procedures_in_force().exclude(pk=edition.family_id)
