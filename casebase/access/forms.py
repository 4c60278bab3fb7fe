"""What is typed about people; a place is chosen field by field, never bound from a request."""

from __future__ import annotations

from typing import Any

from django import forms

from casebase.access.enums import Role
from casebase.access.models import Desk, Membership
from casebase.access.services.people import Place
from casebase.access.services.reviews import ABOVE
from portal.core.models import Agency


class DateField(forms.DateField):
    """A day, as the browser's own calendar writes it."""

    widget = forms.DateInput(attrs={"autocomplete": "off"}, format="%Y-%m-%d")

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.input_type = "date"


class DeskField(forms.ModelChoiceField):
    """A desk, named with its agency: several agencies have a central office."""

    def label_from_instance(self, obj: Desk) -> str:
        return f"{obj.agency.name}: {obj.name}"


class PlaceForm(forms.Form):
    """Role, agency, desk and last day."""

    role = forms.ChoiceField(
        label="Role", choices=Role, error_messages={"required": "Choose the role."}
    )
    agency = forms.ModelChoiceField(
        label="Agency",
        queryset=Agency.objects.filter(is_active=True).order_by("name"),
        error_messages={"required": "Choose the agency."},
    )
    desk = DeskField(
        label="Desk",
        queryset=Desk.objects.filter(is_active=True)
        .select_related("agency")
        .order_by("agency__name", "name"),
        required=False,
        empty_label="No desk: works for the whole agency",
    )
    ends_on = DateField(
        label="Last day of access",
        required=False,
        help_text="Leave it empty where the work has no end yet.",
        error_messages={"invalid": "Type the day as year-month-day, such as 2027-03-31."},
    )

    def place(self) -> Place:
        """What was chosen."""
        chosen = self.cleaned_data
        return Place(Role(chosen["role"]), chosen["agency"], chosen["desk"], chosen["ends_on"])

    @staticmethod
    def of(member: Membership) -> dict[str, Any]:
        """What stands there now, to begin with."""
        return {
            "role": member.role,
            "agency": member.agency_id,
            "desk": member.desk_id,
            "ends_on": member.ends_on,
        }


class InviteForm(PlaceForm):
    """A new person and their place."""

    field_order = ("name", "email", "role", "agency", "desk", "ends_on")
    name = forms.CharField(
        label="Name", max_length=120, error_messages={"required": "Type the person's name."}
    )
    email = forms.EmailField(
        label="E-mail address",
        help_text="To sign in with. Nothing is sent to it now.",
        error_messages={
            "required": "Type the person's e-mail address.",
            "invalid": "Type an address such as name@example.org.",
        },
    )


class ReviewedPlaceForm(PlaceForm):
    """What a reviewer may change: a desk of the same agency and no role above."""

    def __init__(self, *args: Any, member: Membership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        allowed = [role for role in Role if role not in ABOVE or role == member.role]
        self.fields["role"].choices = [(role.value, role.label) for role in allowed]  # type: ignore[attr-defined]
        del self.fields["agency"]
        desks = Desk.objects.filter(agency=member.agency_id, is_active=True)
        self.fields["desk"].queryset = desks.select_related("agency").order_by("name")  # type: ignore[attr-defined]
        self.member = member

    def place(self) -> Place:
        chosen = self.cleaned_data
        agency = self.member.agency
        return Place(Role(chosen["role"]), agency, chosen["desk"], chosen["ends_on"])


class DeskForm(forms.Form):
    """A new desk."""

    agency = forms.ModelChoiceField(
        label="Agency",
        queryset=Agency.objects.filter(is_active=True).order_by("name"),
        error_messages={"required": "Choose the agency."},
    )
    name = forms.CharField(
        label="Name of the desk",
        max_length=120,
        help_text="Such as “Volta regional office”.",
        error_messages={"required": "Type the name of the desk."},
    )
    phone = forms.CharField(
        label="Telephone",
        max_length=30,
        required=False,
        help_text="What a colleague of another agency may call.",
    )


class AgencyForm(forms.Form):
    """A new agency."""

    agency_name = forms.CharField(
        label="Name of the agency",
        max_length=160,
        error_messages={"required": "Type the name of the agency."},
    )
    code = forms.CharField(
        label="Short name",
        max_length=20,
        help_text="Such as DSW. It stands in lists.",
        error_messages={"required": "Type the short name."},
    )
