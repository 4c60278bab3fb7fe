"""Forms of the accounts screens."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from wagtail.users.forms import UserEditForm

from portal.core.models import User


class InviteForm(forms.Form):
    """Whom to invite, and to which work."""

    email = forms.EmailField(label="E-mail address", max_length=254)
    name = forms.CharField(label="Name, as colleagues see it", max_length=120, required=False)
    groups = forms.ModelMultipleChoiceField(
        Group.objects.order_by("name"), required=False, widget=forms.CheckboxSelectMultiple
    )
    is_superuser = forms.BooleanField(
        label="Administrator",
        required=False,
        help_text="May do everything here, and invite others. Give it to as few as you can.",
    )


class AccountForm(UserEditForm):
    """An account as an administrator changes it: no password, and one name."""

    first_name = None
    last_name = None

    class Meta(UserEditForm.Meta):
        fields = ("email", "name", "is_active", "is_superuser", "groups")

    def clean_email(self) -> str:
        return str(self.cleaned_data["email"]).lower()


class OwnNameForm(forms.ModelForm):
    """How a person is shown to colleagues."""

    class Meta:
        model = User
        fields = ("name",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].required = True
