"""Two lists in the admin: entries to be checked, and emergency notices.

Wagtail's own gate stands before both (`wagtail_hooks`): signed in with both factors, and allowed
into the admin. Who may do what is decided again in `services`.
"""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.generic import TemplateView

from shelter_directory import permissions, services
from shelter_directory.forms import CheckForm, NoticeForm
from shelter_directory.models import ShelterAlert, ShelterPage

SHOWN = 100


class Checks(TemplateView):
    """`/cms/directory/checks/`: the longest unchecked first, each renewed with one button."""

    template_name = "shelter_directory/admin/checks.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not permissions.may_confirm(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        today = timezone.localdate()
        due = ShelterPage.objects.check_due(on=today).select_related("region")
        rows = [(page, self._form_for(page)) for page in due[:SHOWN]]
        context = {"rows": rows, "number": due.count(), "page_title": "Entries to check"}
        return super().get_context_data(**{**context, "header_icon": "check", **kwargs})

    def _form_for(self, page: ShelterPage) -> CheckForm:
        refused: CheckForm | None = getattr(self, "refused", None)
        if refused and refused.data.get("shelter") == str(page.pk):
            return refused
        agency = getattr(self.request.user, "agency", None)
        office = agency or page.checked_by
        first = {"shelter": page.pk, "accepting": page.accepting, "checked_by": office}
        return CheckForm(initial=first, auto_id=f"id_{page.pk}_%s")

    def post(self, request: HttpRequest) -> HttpResponse:
        form = CheckForm(request.POST, auto_id=f"id_{request.POST.get('shelter', '')}_%s")
        if form.is_valid() and self._confirmed(form):
            return redirect("shelter_directory:checks")
        self.refused = form
        return self.render_to_response(self.get_context_data())

    def _confirmed(self, form: CheckForm) -> bool:
        today = timezone.localdate()
        given = form.cleaned_data
        try:
            services.confirm_shelter(
                actor=self.request.user, checked_on=today, today=today, **given
            )
        except services.CannotConfirm as error:
            form.add_error(None, str(error))
            return False
        messages.success(self.request, f"{given['shelter']}: checked today.")
        return True


class Notices(TemplateView):
    """`/cms/directory/notices/`: what stands now, and a form to put up another."""

    template_name = "shelter_directory/admin/notices.html"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not permissions.may_raise_alert(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        standing = ShelterAlert.objects.showing(at=timezone.now()).select_related("raised_by")
        context = {"standing": standing, "page_title": "Emergency notices", "form": NoticeForm()}
        return super().get_context_data(**{**context, "header_icon": "warning", **kwargs})

    def post(self, request: HttpRequest) -> HttpResponse:
        form = NoticeForm(request.POST)
        if form.is_valid() and self._raised(form):
            return redirect("shelter_directory:notices")
        return self.render_to_response(self.get_context_data(form=form))

    def _raised(self, form: NoticeForm) -> bool:
        now = timezone.now()
        given = form.cleaned_data
        try:
            services.raise_alert(
                actor=self.request.user, shelter=given["shelter"], message=given["message"],
                expires_at=form.expires_at(now), now=now,
            )  # fmt: skip
        except services.CannotRaiseAlert as error:
            form.add_error(None, str(error))
            return False
        messages.success(self.request, "The notice is up. It ends by itself.")
        return True


def end_notice(request: HttpRequest, pk: int) -> HttpResponse:
    """POST: take a notice down now."""
    if request.method != "POST":
        return redirect("shelter_directory:notices")
    alert = get_object_or_404(ShelterAlert, pk=pk)
    try:
        services.end_alert(alert=alert, actor=request.user, now=timezone.now())
    except services.CannotEndAlert as error:
        messages.warning(request, str(error))
    return redirect("shelter_directory:notices")
