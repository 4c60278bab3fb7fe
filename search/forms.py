"""The form with which editors mend a search."""

from __future__ import annotations

from django import forms

from search.services.mend import Mend


class MendForm(forms.Form):
    """What a search means besides, or which page answers it."""

    search = forms.CharField(
        label="The search",
        max_length=200,
        help_text="As a reader types it; put the words of the report into their order.",
    )
    means = forms.CharField(
        label="It also means",
        required=False,
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Other words that the pages use for it, one phrase of up to four words a line.",
    )
    recommend = forms.CharField(
        label="Or recommend a page",
        required=False,
        max_length=255,
        help_text="Its address, for instance /sops/case-conference/, or its exact title.",
    )
    keep_right = forms.BooleanField(
        label="Keep this search right from now on",
        required=False,
        initial=True,
        help_text="Its first result is noted; every later change shows whether it still comes.",
    )

    def mend(self) -> Mend:
        given = self.cleaned_data
        return Mend(given["search"], given["means"], given["recommend"].strip())
