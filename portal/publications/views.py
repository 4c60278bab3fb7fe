"""The publications' own pages in the admin."""

from __future__ import annotations

from typing import Any, cast

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from portal.content.files.models import PortalDocument
from portal.content.files.versions import CannotReplaceFile
from portal.core.models import User
from portal.publications import services
from portal.publications.forms import ReplaceFileForm
from portal.publications.models import PublicationPage


class ReplaceFile(WagtailAdminTemplateMixin, FormView):
    """Put a corrected file at the address of another."""

    form_class = ReplaceFileForm
    template_name = "publications/admin/replace_file.html"
    page_title = "Replace file"
    header_icon = "doc-full-inverse"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        self.page = get_object_or_404(PublicationPage, pk=kwargs["page_id"])
        allowed = self.page.permissions_for_user(request.user)
        if not allowed.can_edit() or allowed.page_locked():
            raise PermissionDenied
        draft = self.page.get_latest_revision_as_object()
        on_page = {file.document_id for file in draft.files.all()}
        self.document = get_object_or_404(PortalDocument, pk=kwargs["document_id"], pk__in=on_page)
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self) -> str:
        return self.document.title

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [
            *self.breadcrumbs_items,
            {"url": self._edit_address(), "label": self.page.get_admin_display_title()},
            {"url": "", "label": "Replace file"},
        ]

    def get_form_kwargs(self) -> dict[str, Any]:
        return {**super().get_form_kwargs(), "document": self.document}

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context_data(**kwargs)
        return {
            **context,
            "document": self.document,
            "action_url": self.request.path,
            "submit_button_label": "Replace file",
            "submit_button_active_label": "Examining the file…",
            "media": context["form"].media,
        }

    def form_valid(self, form: ReplaceFileForm) -> HttpResponse:
        try:
            version = services.replace_file(
                page=self.page,
                document=self.document,
                upload=form.cleaned_data["file"],
                note=form.cleaned_data["correction_note"],
                actor=cast(User, self.request.user),
            )
        except CannotReplaceFile as error:  # somebody else replaced it meanwhile
            form.add_error("file", str(error))
            return self.form_invalid(form)
        messages.success(self.request, _what_next(self.document, version.number))
        return redirect(self._edit_address())

    def form_invalid(self, form: ReplaceFileForm) -> HttpResponse:
        response = self.render_to_response(self.get_context_data(form=form))
        response.status_code = 413 if form.is_too_large else 200
        return response

    def _edit_address(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.page.pk])


def _what_next(document: PortalDocument, number: int) -> str:
    if document.is_public:
        return (
            f"Version {number} of “{document.title}” waits beside the one that readers have. "
            "Submit this page for approval: the new file comes with it."
        )
    return f"“{document.title}” now has its new file, version {number}."
