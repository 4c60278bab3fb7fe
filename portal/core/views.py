"""The sign-in pages of both sites."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST
from django.views.generic import FormView

from portal.core import forms, passkeys, services

CLEAR_SITE_DATA = '"cache", "cookies", "storage"'


def next_address(request: HttpRequest) -> str:
    """Where the person was going; only an address of this site, else the start page."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if is_ours and wanted.startswith("/") else settings.LOGIN_REDIRECT_URL


@method_decorator([never_cache, sensitive_post_parameters()], name="dispatch")
class AccountFormView(FormView):
    """Base of the account pages: never cached, laid out as the site's other pages are."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(
            layout=settings.ACCOUNT_LAYOUT, next=next_address(self.request), **kwargs
        )

    def refuse(self, form: Any, error: services.DomainError, *, status: int = 400) -> HttpResponse:
        """The same page with the message, what was typed still in it."""
        form.add_error(None, str(error))
        response = self.render_to_response(self.get_context_data(form=form), status=status)
        if isinstance(error, services.TooManyAttempts):
            response.headers["Retry-After"] = str(error.seconds)
        return response

    def form_invalid(self, form: Any) -> HttpResponse:
        return self.render_to_response(self.get_context_data(form=form), status=400)


class SignIn(AccountFormView):
    form_class = forms.SignInForm
    template_name = "core/sign_in.html"
    extra_context = {"reads_freely": settings.GATE_PREFIXES != ("/",)}

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            return redirect(next_address(request))
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: forms.SignInForm) -> HttpResponse:
        try:
            services.give_password(request=self.request, **form.cleaned_data)
        except services.TooManyAttempts as error:
            return self.refuse(form, error, status=429)
        except services.CannotSignIn as error:
            return self.refuse(form, error)
        query = urlencode({"next": next_address(self.request)})
        return HttpResponseRedirect(f"{reverse('sign_in_code')}?{query}")


class SignInCode(AccountFormView):
    form_class = forms.CodeForm
    template_name = "core/sign_in_code.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.user.is_authenticated:
            return redirect(next_address(request))
        account = services.account_waiting_for_code(request)
        if account is None:
            query = urlencode({"next": next_address(request)})
            return HttpResponseRedirect(f"{reverse('sign_in')}?{query}")
        self.account = account
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        options = passkeys.authentication_options(self.request, self.account, passkeys.SIGN_IN)
        return super().get_context_data(passkey=options, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "passkey" in request.POST:
            return self._take_passkey(request)
        return super().post(request, *args, **kwargs)

    def _take_passkey(self, request: HttpRequest) -> HttpResponse:
        answer = request.POST["passkey"]
        try:
            passkeys.give_passkey(request=request, user=self.account, answer=answer)
        except passkeys.PasskeyRefused as error:
            context = self.get_context_data(problem=str(error), form=self.form_class())
            return self.render_to_response(context, status=error.status)
        return HttpResponseRedirect(next_address(request))

    def form_valid(self, form: forms.CodeForm) -> HttpResponse:
        code = form.cleaned_data["code"]
        try:
            services.give_code(request=self.request, user=self.account, code=code)
        except services.TooManyAttempts as error:
            return self.refuse(form, error, status=429)
        except services.WrongCode as error:
            return self.refuse(form, error)
        return HttpResponseRedirect(next_address(self.request))


@never_cache
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End this session, and have the browser forget what it kept of the site."""
    services.sign_out(request=request)
    response = render(request, "core/signed_out.html", {"layout": settings.ACCOUNT_LAYOUT})
    response.headers["Clear-Site-Data"] = CLEAR_SITE_DATA
    return response


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """Reached by whoever is signed in already and follows an old address."""
    return HttpResponseRedirect(next_address(request))


def absent(request: HttpRequest, rest: str = "") -> HttpResponse:
    """A password alone is never reset by mail: see Note [A password alone is nobody]."""
    raise Http404
