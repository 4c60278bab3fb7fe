"""Taking up an invitation: one address, four steps, each shown when the one before is done."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse

from portal.core import forms, invitations, services
from portal.core.models import Invitation
from portal.core.views import AccountFormView

STEPS = ("prove", "password", "phone")


class TakeUpInvitation(AccountFormView):
    """The spoken code, then a password, then the phone; at the end the recovery codes, once."""

    invitation: Invitation
    step: str

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        try:
            self.invitation = invitations.find(kwargs["token"])
        except invitations.InvitationGone as error:
            context = {"layout": settings.ACCOUNT_LAYOUT, "reason": str(error)}
            return render(request, "core/invitation_gone.html", context, status=410)
        self.step = self._step(request)
        return super().dispatch(request, *args, **kwargs)

    def _step(self, request: HttpRequest) -> str:
        if not invitations.is_proven(request=request, invitation=self.invitation):
            return "prove"
        return "phone" if self.invitation.password else "password"

    def get_template_names(self) -> list[str]:
        return [f"core/invitation_{self.step}.html"]

    def get_form_class(self) -> Any:
        return {
            "prove": forms.SpokenCodeForm,
            "password": forms.NewPasswordForm,
            "phone": forms.CodeForm,
        }[self.step]

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        return {**kwargs, "user": self.invitation.user} if self.step == "password" else kwargs

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        context |= {"number": STEPS.index(self.step) + 1, "of": len(STEPS)}
        if self.step != "prove":  # nobody learns whose invitation it is before the code
            context["email"] = self.invitation.user.email
        if self.step == "phone":
            device = invitations.pending_device(self.invitation)
            context["picture"] = invitations.picture_of(device)
        return context

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            return getattr(self, f"_take_{self.step}")(form.cleaned_data)
        except services.TooManyAttempts as error:
            return self.refuse(form, error, status=429)
        except (invitations.WrongSpokenCode, services.WrongCode) as error:
            return self.refuse(form, error)

    def _take_prove(self, given: dict[str, str]) -> HttpResponse:
        invitations.prove(
            request=self.request,
            invitation=self.invitation,
            token=self.kwargs["token"],
            code=given["code"],
        )
        return self._next_step()

    def _take_password(self, given: dict[str, str]) -> HttpResponse:
        invitations.choose_password(invitation=self.invitation, password=given["password"])
        return self._next_step()

    def _take_phone(self, given: dict[str, str]) -> HttpResponse:
        codes = invitations.finish(
            request=self.request, invitation=self.invitation, code=given["code"]
        )
        context = {"layout": settings.ACCOUNT_LAYOUT, "codes": codes}
        return render(self.request, "core/recovery_codes.html", context)

    def _next_step(self) -> HttpResponse:
        return HttpResponseRedirect(reverse("invitation", args=[self.kwargs["token"]]))
