"""Looking for a child by name among those one may see."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django import forms

from casebase.registry.codes.words import Sex
from casebase.registry.forms.intake import LONGEST_NAME, Age, read_age
from casebase.registry.matching.scoring import Traits
from casebase.registry.services.traits import traits_from


class FindForm(forms.Form):
    """Whatever is known; the name alone may do."""

    name = forms.CharField(
        label="Name", max_length=LONGEST_NAME,
        help_text="All names you know, in any order. The spelling need not be right.",
        error_messages={"required": "Type a name, or what people call the child."},
    )  # fmt: skip
    sex = forms.ChoiceField(
        label="Girl or boy", required=False, choices=[("", "Not known"), *Sex.choices[:2]]
    )
    age = forms.CharField(
        label="Age now, or date of birth", required=False, max_length=40,
        help_text="For example 9, about 9, or 3 May 2017.",
    )  # fmt: skip
    mother_name = forms.CharField(label="Mother's name", required=False, max_length=LONGEST_NAME)
    community = forms.CharField(
        label="Home town or village", required=False, max_length=LONGEST_NAME
    )

    SECRET = ("name", "age", "mother_name", "community")

    def __init__(self, *args: Any, today: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        for name in self.SECRET:
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def clean_age(self) -> Age:
        return read_age(self.cleaned_data["age"], self.today)

    def traits(self) -> Traits:
        """What the search compares; call on a valid form."""
        data, age = self.cleaned_data, self.cleaned_data["age"]
        born = age.birth_date.isoformat() if age.birth_date else ""
        return traits_from(
            {"given_name": data["name"], "birth_date": born,
             "mother_name": data["mother_name"], "community": data["community"]},
            sex=data["sex"],
            birth_year=None if age.years is None else self.today.year - age.years,
            age_basis="",
            district="",
        )  # fmt: skip
