"""Forms of suspects."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms

from casebase.registry.codes.words import Sex, SuspectRelation, SuspectRole
from casebase.registry.forms.cases import LONGEST_TEXT
from casebase.registry.models import Case, Operation, Person, Suspect
from casebase.registry.queries import case_by, suspect_by
from casebase.registry.services.record_suspect import Described, Part

SEX = [("Female", "Woman"), ("Male", "Man"), (Sex.UNKNOWN.value, "Not known")]


class SuspectForm(forms.Form):
    """A new suspect, or by number one who is known, and their part here."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    number = forms.CharField(
        label="Number of a suspect who is recorded already", required=False, max_length=20,
        help_text="Then leave names, place and description empty.",
    )  # fmt: skip
    names = forms.CharField(label="Names", required=False, max_length=200)
    also_called = forms.CharField(label="Also called", required=False, max_length=200)
    sex = forms.ChoiceField(label="Woman or man", choices=SEX, initial=Sex.UNKNOWN)
    age = forms.IntegerField(
        label="Age in years, about", required=False, min_value=5, max_value=120,
        error_messages={
            "min_value": "Nobody is a suspect below 5 years. Check the age.",
            "max_value": "Nobody is older than 120 years. Check the age.",
            "invalid": "Write the age in years, such as 40.",
        },
    )  # fmt: skip
    place = forms.CharField(label="Where they live or work", required=False, max_length=200)
    phone = forms.CharField(label="Phone", required=False, max_length=40)
    description = forms.CharField(
        label="What they look like, boat, vehicle", required=False, max_length=LONGEST_TEXT,
        widget=forms.Textarea,
    )  # fmt: skip
    registered_as = forms.CharField(
        label="Case number, if this person is registered with us", required=False, max_length=20
    )
    role = forms.ChoiceField(
        label="Their part", choices=[("", "Choose"), *SuspectRole.choices],
        error_messages={"required": "Choose what part they had."},
    )  # fmt: skip
    relation = forms.ChoiceField(
        label="What they are to the child", choices=SuspectRelation,
        initial=SuspectRelation.UNKNOWN,
    )  # fmt: skip
    is_carer = forms.BooleanField(
        label="They look after the child, or would if the child went back", required=False
    )
    details = forms.CharField(
        label="What is known of it, and from whom", required=False, max_length=LONGEST_TEXT,
        widget=forms.Textarea,
    )  # fmt: skip

    known: Suspect | None = None
    person: Person | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["submission"].initial = uuid.uuid4

    def clean_number(self) -> str:
        typed: str = self.cleaned_data["number"]
        if typed:
            self.known = suspect_by(typed)
            if self.known is None:
                raise forms.ValidationError("You see no suspect under this number. Check it.")
        return typed

    def clean_registered_as(self) -> str:
        typed: str = self.cleaned_data["registered_as"]
        if typed:
            case = case_by(typed)
            if case is None:
                raise forms.ValidationError("You see no case under this number. Check it.")
            self.person = case.person
        return typed

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        says_who = any(data.get(name) for name in ("names", "also_called", "description"))
        if "number" in data and not data["number"] and not says_who:
            self.add_error("names", "Give a name, what they are called, or what they look like.")
        return data

    def described(self) -> Described:
        data = self.cleaned_data
        return Described(
            submission=data["submission"],
            texts={name: data[name] for name in Suspect.sealed_columns()},
            sex=data["sex"],
            age=data["age"],
            person=self.person,
        )

    def part(self, *, case: Case | None, operation: Operation | None) -> Part:
        data = self.cleaned_data
        return Part(
            role=data["role"],
            relation=data["relation"],
            is_carer=data["is_carer"],
            details=data["details"],
            case=case,
            operation=operation,
        )
