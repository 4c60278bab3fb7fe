"""A person's own passkeys: listed, added, removed."""

from __future__ import annotations

from typing import cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import View

from portal.core import passkeys, step_up
from portal.core.models import User
from portal.core.views_account import number_or_nothing


@method_decorator(never_cache, name="dispatch")
class Passkeys(View):
    """Reached with both factors only; adding and removing asks for one of them again."""

    def get(self, request: HttpRequest, problem: str = "", status: int = 200) -> HttpResponse:
        user = cast("User", request.user)
        context = {
            "layout": settings.ACCOUNT_LAYOUT,
            "passkeys": passkeys.of(user),
            "options": passkeys.registration_options(request, user),
            "place": settings.OTP_WEBAUTHN_ALLOWED_ORIGINS[0],
            "problem": problem,
        }
        return render(request, "core/passkeys.html", context, status=status)

    def post(self, request: HttpRequest) -> HttpResponse:
        user = cast("User", request.user)
        what = "change your passkeys"
        step_up.require_step_up(request, "account.passkeys", str(user.pk), what=what)
        try:
            self._change(request, user)
        except passkeys.PasskeyRefused as error:
            return self.get(request, problem=str(error), status=error.status)
        return HttpResponseRedirect(reverse("passkeys"))

    def _change(self, request: HttpRequest, user: User) -> None:
        removing = request.POST.get("remove", "")
        if removing:
            key_id = number_or_nothing(removing)
            passkeys.remove(request=request, user=user, key_id=key_id)
        else:
            answer, name = request.POST.get("passkey", ""), request.POST.get("name", "")
            passkeys.register(request=request, user=user, answer=answer, name=name)
