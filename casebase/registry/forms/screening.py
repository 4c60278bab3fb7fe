"""Forms of screening and of families."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms

from casebase.registry.codes.words import (
    Exploitation,
    Indicator,
    LinkKind,
    Means,
    TraffickingAct,
)
from casebase.registry.forms.cases import LONGEST_TEXT
from casebase.registry.models import Case
from casebase.registry.queries import case_by
from casebase.registry.services.screen_child import Signs, gaps


class ScreeningForm(forms.Form):
    """Act, means and purpose, the signs seen, and the reasons; what is missing is asked once."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    screened_on = forms.DateField(
        label="Day of the screening", widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Give the day.", "invalid": "Write the day as 2026-11-22."},
    )  # fmt: skip
    acts = forms.MultipleChoiceField(
        label="What was done (act)", choices=TraffickingAct, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    means = forms.MultipleChoiceField(
        label="How it was done (means)", choices=Means, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    purposes = forms.MultipleChoiceField(
        label="What for (purpose)", choices=Exploitation, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    indicators = forms.MultipleChoiceField(
        label="Signs seen or told", choices=Indicator, required=False,
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    reasons = forms.CharField(
        label="What you saw and heard, from whom", max_length=LONGEST_TEXT, widget=forms.Textarea,
        error_messages={"required": "Write what you saw and heard."},
    )  # fmt: skip
    knows_gaps = forms.BooleanField(
        label="Nobody can say more today; keep it with these gaps", required=False
    )

    def __init__(self, *args: Any, of_a_child: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.of_a_child = of_a_child
        self.gaps: dict[str, str] = {}
        self.fields["submission"].initial = uuid.uuid4
        self.fields["screened_on"].widget.input_type = "date"
        if of_a_child:
            self.fields["means"].help_text = "Not needed for a child: under 18, no means is asked."

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        self.gaps = gaps(self.signs(), of_a_child=self.of_a_child)
        if self.gaps and not data.get("knows_gaps"):
            for part, question in self.gaps.items():
                self.add_error(part, question)
        return data

    def signs(self) -> Signs:
        data = self.cleaned_data
        names = ("acts", "means", "purposes", "indicators")
        return Signs(**{name: data.get(name, []) for name in names})


class FamilyForm(forms.Form):
    number = forms.CharField(
        label="Case number of the other person", max_length=20,
        help_text="Of a case you may see, for example K7QF-2M9X-B.",
        error_messages={"required": "Type the case number of the other person."},
    )  # fmt: skip
    kind = forms.ChoiceField(
        label="The other person is this child's", choices=LinkKind, widget=forms.RadioSelect,
        error_messages={"required": "Choose what the other person is to this child."},
    )  # fmt: skip

    other: Case

    def clean_number(self) -> str:
        typed: str = self.cleaned_data["number"]
        other = case_by(typed)
        if other is None:
            raise forms.ValidationError("You see no case under this number. Check it.")
        self.other = other
        return typed
