"""The page on which a child is registered: at most twelve questions."""

from __future__ import annotations

import datetime as dt
import re
import uuid
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from casebase.registry.codes.words import AgeBasis, Language, LegalBasis, Sex, Source
from casebase.registry.models.people import OLDEST
from casebase.registry.services.day_found import age_on
from casebase.registry.services.register_child import Intake
from portal.core.models import District, Region

DAY_FORMATS = ("%d %B %Y", "%d %b %Y", "%d/%m/%Y", "%d-%m-%Y", "%Y-%m-%d", "%d.%m.%Y")
AN_AGE = re.compile(
    r"(?:about |approx\.? |abt |c\. ?)?(\d{1,3})½? ?"
    r"(years?|yrs?|months?|mths?|weeks?|wks?|days?)?(?: old)?"
)
IN_A_YEAR = {"y": 1, "m": 12, "w": 52, "d": 365}
LONGEST_NAME = 120
EARLIEST = dt.date(1990, 1, 1)  # of an operation; an earlier year is a slip


@dataclass(frozen=True)
class Age:
    """What was typed about an age.

    Attributes:
        years: completed on the day of identification; None where nobody knows.
        birth_date: where a day was typed.
    """

    years: int | None
    birth_date: dt.date | None = None


def read_age(typed: str, on: dt.date) -> Age:
    """An age such as `9`, `about 9`, or a date of birth such as `3 May 2017`.

    Args:
        on: the day of identification; an age counts from it.

    Raises:
        ValidationError: neither, or one that cannot be.
    """
    text = " ".join(typed.lower().replace(",", " ").split())
    if text in {"", "not known", "unknown", "?"}:
        return Age(None)
    if (years := _years(text)) is not None:
        return Age(years)
    for form in DAY_FORMATS:
        try:
            born = dt.datetime.strptime(text, form).date()  # noqa: DTZ007 -- a day, not a moment
        except ValueError:
            continue
        return _born(born, on)
    raise ValidationError(
        "Type one age in years, such as 9, or a baby's in months, such as 5 months; or a date of "
        "birth, such as 3 May 2017. If nobody knows, type: not known."
    )


def _years(text: str) -> int | None:
    """Completed years of an age such as `9` or `5 months`; None for what is no age."""
    match = AN_AGE.fullmatch(text)
    if match is None:
        return None
    return _possible(int(match[1]) // IN_A_YEAR[(match[2] or "years")[0]])


def _born(born: dt.date, on: dt.date) -> Age:
    if born > on:
        raise ValidationError("This date of birth lies after the day the child was found.")
    return Age(_possible(age_on(on, born)), born)


def _possible(years: int) -> int:
    if years > OLDEST:
        raise ValidationError(f"Nobody is older than {OLDEST} years. Check the age.")
    return years


class IntakeForm(forms.Form):
    """A child as the worker meets them; what is not asked here comes as a task of its stage."""

    submission = forms.UUIDField(widget=forms.HiddenInput)
    name = forms.CharField(
        label="Name as heard",
        help_text="All names, as you hear them; if there is none yet, what people call the child.",
        max_length=LONGEST_NAME,
        error_messages={"required": "Type the name as you hear it, or what people call the child."},
    )
    sex = forms.ChoiceField(
        label="Girl or boy", choices=Sex, widget=forms.RadioSelect,
        error_messages={"required": "Choose girl, boy or not known."},
    )  # fmt: skip
    age = forms.CharField(
        label="Age, or date of birth",
        help_text="For example 9, about 9, 3 May 2017, or: not known.",
        max_length=40,
        error_messages={"required": "Type an age or a date of birth, or: not known."},
    )
    age_basis = forms.ChoiceField(label="How do you know the age?", choices=AgeBasis,
                                  initial=AgeBasis.ESTIMATED)  # fmt: skip
    origin_district = forms.ModelChoiceField(
        label="Home district", queryset=District.objects.none(), required=False,
        empty_label="Not known",
    )  # fmt: skip
    community = forms.CharField(
        label="Home town or village", required=False, max_length=LONGEST_NAME
    )
    mother_name = forms.CharField(
        label="Mother's name", required=False, max_length=LONGEST_NAME,
        help_text="It tells children with the same name apart.",
    )  # fmt: skip
    language = forms.ChoiceField(label="Language the child speaks best", required=False,
                                 choices=[("", "Not known"), *Language.choices])  # fmt: skip
    region = forms.ModelChoiceField(
        label="Region where the child was found", queryset=Region.objects.none(),
        empty_label="Choose a region",
        error_messages={"required": "Choose the region where the child was found."},
    )  # fmt: skip
    found_at = forms.CharField(label="Place where the child was found", required=False,
                               max_length=LONGEST_NAME)  # fmt: skip
    needs = forms.MultipleChoiceField(
        label="Is anything urgent?", required=False, widget=forms.CheckboxSelectMultiple,
        choices=[
            ("danger", "The child is in danger now"), ("medical", "The child needs a doctor today"),
        ],
    )  # fmt: skip
    legal_basis = forms.ChoiceField(
        label="On what basis do you keep this record?", choices=LegalBasis,
        initial=LegalBasis.PROTECTION,
    )  # fmt: skip

    SECRET = ("name", "age", "community", "mother_name", "found_at")

    def __init__(self, *args: Any, today: dt.date, operation: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today, self.operation = today, operation
        self.fields["submission"].initial = uuid.uuid4
        self.fields["origin_district"].queryset = District.objects.select_related(  # type: ignore[attr-defined]
            "region"
        ).order_by("name")
        self.fields["region"].queryset = Region.objects.order_by("name")  # type: ignore[attr-defined]
        if operation is not None:  # the operation knows where
            del self.fields["region"]
        for name in self.SECRET:
            self.fields[name].widget.attrs["autocomplete"] = "off"

    @property
    def found_on(self) -> dt.date:
        return self.operation.starts_on if self.operation is not None else self.today

    def clean_age(self) -> Age:
        return read_age(self.cleaned_data["age"], self.found_on)

    def clean(self) -> dict[str, Any]:
        if not EARLIEST <= self.found_on <= self.today:
            raise ValidationError(
                f"The day of this operation, {self.found_on:%-d %B %Y}, cannot be right. Correct "
                "it on the operation's page, then register the child."
            )
        return super().clean() or {}

    def as_typed(self) -> list[str]:
        """What tells children apart, the name first, to be read beside those who are known."""
        told = {name: str(self[name].value() or "") for name in self.SECRET}
        words = [told["name"], Sex(self.cleaned_data["sex"]).label, told["age"]]
        for before, name in (("mother", "mother_name"), ("from", "community")):
            words += [f"{before} {told[name]}"] if told[name] else []
        return words

    def intake(self) -> Intake:
        """What the service takes; call on a valid form."""
        data = self.cleaned_data
        given, _, others = data["name"].strip().partition(" ")
        born = data["age"].birth_date
        return Intake(
            submission=data["submission"],
            identified_on=self.found_on,
            sex=data["sex"],
            age=data["age"].years,
            age_basis=data["age_basis"],
            region=self.operation.region if self.operation is not None else data["region"],
            source=Source.PROACTIVE if self.operation is not None else Source.OTHER,
            legal_basis=data["legal_basis"],
            origin_district=data["origin_district"],
            language=data["language"],
            in_danger="danger" in data["needs"],
            needs_medical_care="medical" in data["needs"],
            identity={
                "given_name": given,
                "other_names": others.strip(),
                "birth_date": born.isoformat() if born else "",
                "mother_name": data["mother_name"],
                "community": data["community"],
                "found_at": data["found_at"],
            },
        )
