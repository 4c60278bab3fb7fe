"""The cards of a case as forms, the correction of an identity, closing and opening again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.dateparse import parse_date
from django.utils.formats import date_format

from casebase.registry.codes.words import (
    AgeBasis,
    CloseReason,
    Exploitation,
    LakeTask,
    Language,
    LegalBasis,
    Nationality,
    ReopenReason,
    Sex,
    Source,
    Stage,
)
from casebase.registry.forms.cases import LONGEST_TEXT
from casebase.registry.forms.intake import LONGEST_NAME, read_age
from casebase.registry.models import Operation
from casebase.registry.models.people import OLDEST
from casebase.registry.services.edit_case import Clash
from casebase.registry.services.identities import LABELS
from portal.core.models import Agency, District, Region

OPEN_STAGES = [choice for choice in Stage.choices if choice[0] != Stage.CLOSED]
SECRET_FIELDS = tuple(LABELS)


class BasedForm(forms.Form):
    """A form that carries what it was filled with; see Note [Two people, one page]."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, now: Mapping[str, str], version: int = 0, **kwargs: Any) -> None:
        kwargs["initial"] = {**now, "version": version}
        super().__init__(*args, **kwargs)
        self.now = dict(now)

    @property
    def bases(self) -> list[tuple[str, str]]:
        """The hidden fields: on a page that comes back, those it was opened with."""
        return [(f"base-{name}", value) for name, value in self.base.items()]

    @property
    def base(self) -> dict[str, str]:
        if not self.is_bound:
            return self.now
        return {name: one_newline(self.data.get(f"base-{name}", "")) for name in self.now}


def one_newline(text: str) -> str:
    """A text as it is kept: a browser sends every new line as two signs."""
    return text.replace("\r\n", "\n")


class CareForm(BasedForm):
    stage = forms.ChoiceField(label="Stage", choices=OPEN_STAGES)
    in_danger = forms.BooleanField(label="The child is in danger now", required=False)
    needs_medical_care = forms.BooleanField(label="The child needs a doctor", required=False)


class StoryForm(BasedForm):
    identified_on = forms.DateField(
        label="Day the child was found", widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Give the day the child was found.",
                        "invalid": "Write the day as 2026-11-22."},
    )  # fmt: skip
    region = forms.ModelChoiceField(
        label="Region where the child was found", queryset=Region.objects.none(), empty_label=None
    )
    source = forms.ChoiceField(label="How the child came to notice", choices=Source)
    exploitation = forms.ChoiceField(
        label="Exploitation", required=False, choices=[("", "Not known"), *Exploitation.choices]
    )
    lake_task = forms.ChoiceField(label="Work on the lake", required=False, choices=LakeTask)
    legal_basis = forms.ChoiceField(label="Basis of the record", choices=LegalBasis)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["identified_on"].widget.input_type = "date"
        self.fields["region"].queryset = Region.objects.order_by("name")  # type: ignore[attr-defined]


class ChildForm(BasedForm):
    sex = forms.ChoiceField(label="Girl or boy", choices=Sex)
    age_at_identification = forms.IntegerField(
        label="Age in years when found", required=False, min_value=0, max_value=OLDEST,
        help_text="Leave it empty if nobody knows. A date of birth is corrected under Who this is.",
        error_messages={
            "min_value": "An age is 0 or more. Check it.",
            "max_value": f"Nobody is older than {OLDEST} years. Check the age.",
            "invalid": "Write the age in years, such as 9.",
        },
    )  # fmt: skip
    age_basis = forms.ChoiceField(label="How do you know the age?", choices=AgeBasis)
    nationality = forms.ChoiceField(label="Nationality", required=False, choices=Nationality)
    language = forms.ChoiceField(
        label="Language the child speaks best", required=False,
        choices=[("", "Not known"), *Language.choices],
    )  # fmt: skip
    needs_interpreter = forms.BooleanField(
        label="An interpreter is needed at appointments", required=False
    )
    origin_district = forms.ModelChoiceField(
        label="Home district", queryset=District.objects.none(), required=False,
        empty_label="Not known",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["origin_district"].queryset = District.objects.select_related(  # type: ignore[attr-defined]
            "region"
        ).order_by("name")


CARD_FORMS: dict[str, type[BasedForm]] = {"care": CareForm, "story": StoryForm, "child": ChildForm}
CARD_TITLES = {
    "care": "Stage and urgency",
    "story": "How the child was found, and what happened",
    "child": "The child",
}


class OperationFactsForm(BasedForm):
    """An operation; what is damaged, and so is not among `now`, is not asked."""

    starts_on = forms.DateField(
        label="Day of the operation", widget=forms.DateInput(attrs={"type": "date"}),
        help_text="Children of your desk who were found on this day move with it.",
        error_messages={"required": "Give the day of the operation.",
                        "invalid": "Write the day as 2026-11-22."},
    )  # fmt: skip
    lead_agency = forms.ModelChoiceField(
        label="Led by", queryset=Agency.objects.none(), empty_label=None,
        help_text="Figures count its children under the agency that led it.",
    )  # fmt: skip
    boats = forms.IntegerField(label="Boats searched", min_value=0, max_value=500)
    expected_children = forms.IntegerField(
        label="Children brought ashore", min_value=0, max_value=500, required=False
    )
    landing_site = forms.CharField(
        label="Landing site or place", max_length=LONGEST_NAME,
        help_text="Sealed; shown only to those who took part.",
        error_messages={"required": "Type the landing site or place."},
    )  # fmt: skip
    summary = forms.CharField(
        label="What happened", required=False, max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"autocomplete": "off"}),
    )  # fmt: skip

    def __init__(self, *args: Any, operation: Operation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["starts_on"].widget.input_type = "date"
        took_part = Q(pk=operation.lead_agency_id) | Q(pk__in=operation.partners.values("pk"))
        self.fields["lead_agency"].queryset = Agency.objects.filter(took_part).order_by("name")  # type: ignore[attr-defined]
        for name in set(self.fields) - {"version", *self.now}:
            del self.fields[name]

    def clean_summary(self) -> str:
        return one_newline(self.cleaned_data["summary"])


class IdentityForm(BasedForm):
    """Every sealed field of who the child is; an empty one is not known."""

    def __init__(self, *args: Any, found_on: dt.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.found_on = found_on
        for name, label in LABELS.items():
            long = name == "marks"
            self.fields[name] = forms.CharField(
                label=label,
                required=name == "given_name",
                max_length=1000 if long else LONGEST_NAME,
                widget=forms.Textarea if long else forms.TextInput,
                help_text="For example 3 May 2017." if name == "birth_date" else "",
                error_messages={"required": "Type the name, or what people call the child."},
            )
            self.fields[name].widget.attrs["autocomplete"] = "off"

    def clean_birth_date(self) -> str:
        typed = self.cleaned_data["birth_date"]
        if not typed:
            return ""
        born = read_age(typed, self.found_on).birth_date
        if born is None:
            raise forms.ValidationError("Type a date of birth, such as 3 May 2017.")
        return born.isoformat()

    def texts(self) -> dict[str, str]:
        return {name: one_newline(self.cleaned_data[name]) for name in SECRET_FIELDS}


class CloseForm(forms.Form):
    reason = forms.ChoiceField(
        label="Why the case ends", widget=forms.RadioSelect, choices=CloseReason,
        error_messages={"required": "Choose why the case ends."},
    )  # fmt: skip
    closed_on = forms.DateField(
        label="Day of the decision", widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Give the day of the decision.",
                        "invalid": "Write the day as 2026-11-22."},
    )  # fmt: skip
    details = forms.CharField(
        label="What was decided, and by whom", max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"autocomplete": "off"}),
        error_messages={"required": "Say what was decided, and by whom."},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["closed_on"].widget.input_type = "date"


class ReopenForm(forms.Form):
    reason = forms.ChoiceField(
        label="Why the case goes on", widget=forms.RadioSelect, choices=ReopenReason,
        error_messages={"required": "Choose why the case goes on."},
    )  # fmt: skip
    stage = forms.ChoiceField(label="Stage with which work goes on", choices=OPEN_STAGES)
    details = forms.CharField(
        label="What happened", max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"autocomplete": "off"}),
        error_messages={"required": "Say what happened."},
    )  # fmt: skip


@dataclass(frozen=True)
class Choice:
    value: str
    words: str
    is_chosen: bool


@dataclass(frozen=True)
class ShownClash:
    """A field on which two people differ, in words: what was there, and the two to choose from."""

    field: str
    label: str
    before: str
    mine: Choice
    theirs: Choice


def shown(form: forms.Form, clashes: list[Clash]) -> list[ShownClash]:
    """Put words to clashes. Chosen beforehand is whatever only one of the two changed."""
    return [
        ShownClash(
            clash.field,
            str(form.fields[clash.field].label),
            _words(form, clash.field, clash.before),
            Choice(clash.mine, _words(form, clash.field, clash.mine), False),
            Choice(
                clash.theirs,
                _words(form, clash.field, clash.theirs),
                clash.mine == clash.before,
            ),
        )
        for clash in clashes
    ]


def _words(form: forms.Form, name: str, value: str) -> str:
    field = form.fields[name]
    if isinstance(field, forms.BooleanField):
        return "Yes" if value else "No"
    if isinstance(field, forms.DateField):
        day = parse_date(value) if value else None
        return date_format(day, "j F Y") if day else "Not known"
    if isinstance(field, forms.ModelChoiceField) and field.queryset is not None:
        found = field.queryset.filter(pk=value).first() if value else None
        return str(found) if found else "Not known"
    if isinstance(field, forms.ChoiceField):
        flat: dict[str, Any] = dict(field.choices)  # type: ignore[arg-type]
        return str(flat.get(value, "Not known"))
    return value or "Not known"
