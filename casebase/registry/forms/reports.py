"""Forms of tip-offs."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms

from casebase.registry.codes.words import Channel, ReportClosing
from casebase.registry.forms.cases import LONGEST_TEXT
from casebase.registry.models import Case, Operation
from casebase.registry.queries import case_by, operation_by
from casebase.registry.services.receive_report import Told
from portal.core.models import Region


class ReportForm(forms.Form):
    submission = forms.UUIDField(widget=forms.HiddenInput)
    channel = forms.ChoiceField(
        label="How did it come in?", choices=Channel, widget=forms.RadioSelect,
        error_messages={"required": "Choose how the tip-off came in."},
    )  # fmt: skip
    received_on = forms.DateField(
        label="Day it came in", widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Give the day.", "invalid": "Write the day as 2026-11-22."},
    )  # fmt: skip
    told = forms.CharField(
        label="What were we told?", max_length=LONGEST_TEXT, widget=forms.Textarea,
        error_messages={"required": "Write down what was told."},
    )  # fmt: skip
    region = forms.ModelChoiceField(
        label="Region", queryset=Region.objects.none(), required=False, empty_label="Not known"
    )
    place = forms.CharField(label="Place, as told", required=False, max_length=200)
    children = forms.IntegerField(
        label="How many children, if told", required=False, min_value=0, max_value=1000,
        error_messages={
            "min_value": "A number of children is 0 or more.",
            "max_value": "Write 1,000 at most, and the rest in the text.",
            "invalid": "Write a number, such as 3.",
        },
    )  # fmt: skip
    informant = forms.CharField(
        label="Who told us, and how to call them back", required=False, max_length=300,
        help_text="Leave it empty for somebody who does not want to be named.",
    )  # fmt: skip
    is_urgent = forms.BooleanField(label="A child is in danger now", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["submission"].initial = uuid.uuid4
        self.fields["received_on"].widget.input_type = "date"
        self.fields["region"].queryset = Region.objects.order_by("name")  # type: ignore[attr-defined]

    def report(self) -> Told:
        """What the service takes; call on a valid form."""
        return Told(**self.cleaned_data)


class TriageForm(forms.Form):
    """What became of it: an operation or a case by its number, or closed with a reason."""

    outcome = forms.ChoiceField(
        label="What becomes of this tip-off?", widget=forms.RadioSelect,
        choices=[
            ("operation", "It belongs to an operation"),
            ("case", "It belongs to a case"),
            ("close", "Nothing more; close it"),
        ],
        error_messages={"required": "Choose one of the three."},
    )  # fmt: skip
    number = forms.CharField(
        label="Number of the operation or the case", required=False, max_length=20,
        help_text="For example K7QF-2M9X-B.",
    )  # fmt: skip
    reason = forms.ChoiceField(
        label="Why it is closed", required=False, choices=[("", "Choose"), *ReportClosing.choices]
    )

    operation: Operation | None = None
    case: Case | None = None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        outcome = data.get("outcome")
        if outcome == "close" and not data.get("reason"):
            self.add_error("reason", "Choose why the tip-off is closed.")
        if outcome == "operation":
            self.operation = operation_by(data.get("number", ""))
        if outcome == "case":
            self.case = case_by(data.get("number", ""))
        if outcome in {"operation", "case"} and not (self.operation or self.case):
            self.add_error(
                "number", "You see nothing under this number. Check it, or open it from here."
            )
        return data

    @property
    def closed_because(self) -> ReportClosing | None:
        closes = self.cleaned_data["outcome"] == "close"
        return ReportClosing(self.cleaned_data["reason"]) if closes else None
