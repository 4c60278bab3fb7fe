"""A person's own account: where it is signed in, its password, its recovery codes."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import View

from portal.core import forms, passkeys, services, sessions
from portal.core.models import RecoveryCode, Session, User
from portal.core.views import AccountFormView


@dataclass(frozen=True)
class SignedInBrowser:
    """One line of the list; the session's key is no part of it."""

    public_id: uuid.UUID
    label: str
    started_at: Any
    last_seen_at: Any
    is_this_one: bool


@method_decorator(never_cache, name="dispatch")
class Devices(View):
    """The browsers the person is signed in with, to end one or all."""

    def get(self, request: HttpRequest) -> HttpResponse:
        user = cast("User", request.user)
        here = sessions.digest(request.session.session_key or "")
        rows = Session.objects.alive_at(timezone.now()).filter(user=user).order_by("-last_seen_at")
        context = {
            "layout": settings.ACCOUNT_LAYOUT,
            "work_url": settings.LOGIN_REDIRECT_URL,
            "email": user.email,
            "browsers": [
                SignedInBrowser(
                    public_id=row.public_id,
                    label=row.browser or "Unknown browser",
                    started_at=row.started_at,
                    last_seen_at=row.last_seen_at,
                    is_this_one=row.session_key == here,
                )
                for row in rows
            ],
            "passkeys": passkeys.of(user).count(),
            "codes_left": RecoveryCode.objects.filter(sheet__user=user, used_at=None).count(),
        }
        return render(request, "core/devices.html", context)

    def post(self, request: HttpRequest) -> HttpResponse:
        user = cast("User", request.user)
        ending = request.POST.get("end", "")
        if ending == "others":
            services.end_sessions(user=user, keep=request.session.session_key)
        elif ending == "all":
            services.end_sessions(user=user)
        else:
            services.end_session(user=user, public_id=uuid_or_nothing(ending))
        return HttpResponseRedirect(reverse("devices"))


def uuid_or_nothing(text: str) -> str:
    try:
        return str(uuid.UUID(text))
    except ValueError:
        return str(uuid.UUID(int=0))


def number_or_nothing(text: str) -> int:
    """A key as typed into a form's field; 0, which no row has, where it is none."""
    return int(text) if text.isdecimal() and len(text) < 19 else 0


class ChangePassword(AccountFormView):
    form_class = forms.ChangePasswordForm
    template_name = "core/change_password.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "user": self.request.user}

    def form_valid(self, form: forms.ChangePasswordForm) -> HttpResponse:
        try:
            services.change_password(
                request=self.request,
                user=cast("User", self.request.user),
                old=form.cleaned_data["old_password"],
                new=form.cleaned_data["password"],
            )
        except services.TooManyAttempts as error:
            return self.refuse(form, error, status=429)
        except services.CannotSignIn as error:
            return self.refuse(form, error)
        return HttpResponseRedirect(reverse("devices"))


class NewRecoveryCodes(AccountFormView):
    form_class = forms.CodeForm
    template_name = "core/new_recovery_codes.html"

    def form_valid(self, form: forms.CodeForm) -> HttpResponse:
        user, code = cast("User", self.request.user), form.cleaned_data["code"]
        try:
            codes = services.replace_recovery_codes(request=self.request, user=user, code=code)
        except services.TooManyAttempts as error:
            return self.refuse(form, error, status=429)
        except services.WrongCode as error:
            return self.refuse(form, error)
        context = {"layout": settings.ACCOUNT_LAYOUT, "codes": codes}
        return render(self.request, "core/recovery_codes.html", context)
