"""Small forms of a case: finding it, revealing, writing a note, deciding a status."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms

from casebase.access.enums import Purpose
from casebase.registry.codes import references
from casebase.registry.codes.words import DecidingBody, VictimStatus
from casebase.registry.models import Note
from casebase.registry.queries import case_by

LONGEST_TEXT = 10_000


class NumberForm(forms.Form):
    """A case by its number. It is posted: somebody may type a name, and no address has one."""

    number = forms.CharField(
        label="Case number", max_length=40, error_messages={"required": "Type the case number."}
    )

    def clean_number(self) -> str:
        reference = references.read(self.cleaned_data["number"])
        if reference is None:
            raise forms.ValidationError(
                "That is no case number. One is written like K7QF-2M9X-B; a letter or digit of "
                "this one is wrong or missing."
            )
        if case_by(reference) is None:
            raise forms.ValidationError("You see no case of this number.")
        return reference


class RevealForm(forms.Form):
    purpose = forms.ChoiceField(
        label="Why do you need to see who this is?",
        choices=[("", "Choose a reason"), *Purpose.choices],
        error_messages={"required": "Choose a reason. It is kept with your name."},
    )


class NoteForm(forms.Form):
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)
    text = forms.CharField(
        label="Note",
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"autocomplete": "off"}),
        help_text="It cannot be changed later; a mistake is corrected by a new note.",
        error_messages={"required": "Write the note first."},
    )
    sensitivity = forms.ChoiceField(label="Who may read it", choices=Note.Sensitivity,
                                    initial=Note.Sensitivity.ORDINARY)  # fmt: skip
    corrects = forms.UUIDField(required=False, widget=forms.HiddenInput)


class StatusForm(forms.Form):
    submission = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)
    status = forms.ChoiceField(label="Decision", choices=VictimStatus, widget=forms.RadioSelect,
                               error_messages={"required": "Choose one."})  # fmt: skip
    deciding_body = forms.ChoiceField(label="Who decided", choices=DecidingBody)
    decided_on = forms.DateField(
        label="Day of the decision",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Give the day of the decision.",
                        "invalid": "Write the day as 2026-11-22."},
    )  # fmt: skip
    legal_basis = forms.RegexField(  # kept in the clear, so it takes a section and no other words
        r"^Act [0-9]{1,4}(, section [0-9]{1,3}[A-Z]?(\([0-9a-z]{1,3}\))*)?$",
        label="Legal basis", required=False, max_length=60,
        help_text="For example: Act 694, section 1.",
        error_messages={"invalid": "Write it as: Act 694, section 1. Reasons go into the field "
                                   "for reasons."},
    )  # fmt: skip
    reasons = forms.CharField(
        label="What was looked at, and why this decision",
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"autocomplete": "off"}),
        error_messages={"required": "Say what was looked at, and why."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["decided_on"].widget.input_type = "date"
