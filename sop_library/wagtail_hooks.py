"""What editors of procedures find in the admin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_http_methods, require_POST
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogActionRegistry
from wagtail.models import Page

from sop_library import services
from sop_library.forms import CorrectionForm, WithdrawalForm
from sop_library.models import Correction, SopPage, SopVersionPage, Withdrawal


@require_POST
def new_edition(request: HttpRequest, family_id: int) -> HttpResponse:
    """Start the next edition and open it; one already started is opened instead."""
    family = get_object_or_404(SopPage, pk=family_id)
    try:
        edition = services.start_new_edition(family=family, actor=request.user)
    except services.EditionInProgress as error:
        messages.info(request, str(error))
        edition = error.edition
    return redirect("wagtailadmin_pages:edit", edition.pk)


@require_http_methods(["GET", "POST"])
def notices(request: HttpRequest, edition_id: int) -> HttpResponse:
    """Ask for a correction or a withdrawal of an edition, or confirm what somebody else asked."""
    edition = get_object_or_404(SopVersionPage.objects.select_related("family"), pk=edition_id)
    may = edition.permissions_for_user(request.user)
    if not (may.can_edit() or may.may_take_down()):
        raise PermissionDenied
    asked = request.POST.get("ask")
    correction = CorrectionForm(request.POST if asked == "correction" else None, edition=edition)
    withdrawal = WithdrawalForm(request.POST if asked == "withdrawal" else None, edition=edition)
    error, status = "", 200
    if request.method == "POST":
        try:
            if _act(request, edition, correction, withdrawal):
                return redirect("sop_notices", edition.pk)
            status = 400
        except services.CannotNotify as refusal:
            error, status = str(refusal), 403
    context = {
        "page_title": "Correct or withdraw",
        "page_subtitle": edition.get_admin_display_title(),
        "header_icon": "warning",
        "edition": edition,
        "corrections": edition.corrections.select_related("asked_by").order_by("pk"),
        "withdrawal": Withdrawal.objects.filter(edition=edition).first(),
        "correction_form": correction,
        "withdrawal_form": withdrawal,
        "error": error,
    }
    return TemplateResponse(request, "sop_library/admin/notices.html", context, status=status)


def _act(
    request: HttpRequest,
    edition: SopVersionPage,
    correction: CorrectionForm,
    withdrawal: WithdrawalForm,
) -> bool:
    """Do what was asked; False when a form has to be filled in again."""
    actor = request.user
    for form, ask in (
        (correction, services.ask_for_correction),
        (withdrawal, services.ask_for_withdrawal),
    ):
        if form.is_bound:
            if not form.is_valid():
                return False
            ask(edition=edition, actor=actor, **form.cleaned_data)
            return True
    if number := _number(request, "confirm_correction"):
        waiting = get_object_or_404(Correction, pk=number, edition=edition)
        services.confirm_correction(correction=waiting, actor=actor)
        return True
    if number := _number(request, "confirm_withdrawal"):
        found = get_object_or_404(Withdrawal, pk=number, edition=edition)
        services.confirm_withdrawal(withdrawal=found, actor=actor)
        return True
    return False


def _number(request: HttpRequest, name: str) -> int:
    given = request.POST.get(name, "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 10 else 0


@hooks.register("register_admin_urls")
def addresses() -> list[URLPattern]:
    return [
        path("sops/<int:family_id>/new-edition/", new_edition, name="sop_new_edition"),
        path("sops/editions/<int:edition_id>/notices/", notices, name="sop_notices"),
    ]


@hooks.register("register_log_actions")
def log_actions(actions: LogActionRegistry) -> None:
    """Name our entries in an edition's history."""
    actions.register_action("sop_library.correction", "Correction", "Correction made public")
    actions.register_action("sop_library.withdrawal", "Withdrawal", "Edition withdrawn")


@hooks.register("register_page_header_buttons")
def header_buttons(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """“New edition”, on a procedure and on each of its editions."""
    is_edition = isinstance(page, SopVersionPage)
    if is_edition and page.is_frozen:
        url = reverse("sop_notices", args=[page.pk])
        yield Button("Correct or withdraw", url, icon_name="warning", priority=6)
    family_id = page.family_id if is_edition else page.pk if isinstance(page, SopPage) else None
    if family_id and page.permissions_for_user(user).can_edit():
        yield Button(
            "New edition",
            icon_name="plus",
            priority=5,
            attrs={
                "data-controller": "w-action",
                "data-action": "w-action#post",
                "data-w-action-url-value": reverse("sop_new_edition", args=[family_id]),
            },
        )
