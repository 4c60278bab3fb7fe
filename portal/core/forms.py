"""What people type to sign in and to keep their account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from portal.core.models import User
from portal.core.passwords import LONGEST


class SignInForm(forms.Form):
    """Any text is taken as an address, so that a form error never tells more than the answer."""

    email = forms.CharField(
        label="E-mail address",
        max_length=254,
        error_messages={"required": "Type the e-mail address of your account."},
        widget=forms.EmailInput(attrs={"autocomplete": "username"}),
    )
    password = forms.CharField(
        label="Password",
        max_length=LONGEST,
        strip=False,
        error_messages={"required": "Type your password."},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class CodeForm(forms.Form):
    """A one-time code of six digits, or a recovery code."""

    code = forms.CharField(
        label="One-time code",
        max_length=60,
        error_messages={"required": "Type the six digits that your phone shows."},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code"}),
    )


class SpokenCodeForm(forms.Form):
    """The code that came with an invitation, said aloud."""

    code = forms.CharField(
        label="The code you were told",
        max_length=40,
        help_text="Eight letters and digits. Capitals and dashes do not matter.",
        error_messages={"required": "Type the code that you were told."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class NewPasswordForm(forms.Form):
    """A password to keep."""

    password = forms.CharField(
        label="New password",
        strip=False,
        help_text="At least 15 characters: four or five words that have nothing to do with each "
        "other are easy to remember. Spaces and any script are welcome.",
        error_messages={"required": "Choose a password."},
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.user = user

    def clean_password(self) -> str:
        password = self.cleaned_data["password"]
        validate_password(password, self.user)
        return password


class ChangePasswordForm(NewPasswordForm):
    """The old password and the new one."""

    field_order = ("old_password", "password")
    old_password = forms.CharField(
        label="Your password until now",
        max_length=LONGEST,
        strip=False,
        error_messages={"required": "Type your password."},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
