"""The accounts screens: a list, one account, and an invitation in place of "add user"."""

from __future__ import annotations

from typing import Any, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache
from django.views.generic import FormView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.users.views.users import EditView, IndexView, UserViewSet

from portal.cms.forms import AccountForm, InviteForm
from portal.core import invitations, services
from portal.core.models import User


class AccountIndex(IndexView):
    """The accounts, found by name or address."""

    add_item_label = "Invite a person"
    page_title = "Accounts"

    @property
    def search_fields(self) -> Any:
        return ["email", "name"]


class AccountEdit(EditView):
    """One account; closing it, or taking a task away, ends its sessions."""

    def save_instance(self) -> Any:
        instance = super().save_instance()
        if not self.editing_self:
            services.end_sessions(user=instance)
        return instance


@method_decorator(never_cache, name="dispatch")
class Invite(WagtailAdminTemplateMixin, FormView):
    """Makes an invitation and shows its link and code, once."""

    form_class = InviteForm
    template_name = "cms/invite.html"
    page_title = "Invite a person"
    header_icon = "user"
    _show_breadcrumbs = True

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        accounts = {"url": reverse("wagtailusers_users:index"), "label": "Accounts"}
        here = {"url": "", "label": self.page_title}
        return [*super().get_breadcrumbs_items(), accounts, here]

    def form_valid(self, form: InviteForm) -> HttpResponse:
        given = form.cleaned_data
        try:
            invited = invitations.invite(
                email=given["email"],
                name=given["name"],
                groups=[group.name for group in given["groups"]],
                is_superuser=given["is_superuser"],
                invited_by=cast("User", self.request.user),
            )
        except invitations.CannotInvite as error:
            form.add_error("email", str(error))
            return self.form_invalid(form)
        context = self.get_context_data(form=None, invited=invited, email=given["email"])
        return render(self.request, self.template_name, context)


class AccountViewSet(UserViewSet):
    """Wagtail's screens for users, with our forms and without deletion."""

    menu_label = "Accounts"
    index_view_class = AccountIndex
    edit_view_class = AccountEdit

    def get_form_class(self, for_update: bool = False) -> Any:
        return AccountForm

    @property
    def add_view(self) -> Any:
        return _administrators_only(Invite.as_view())


def _administrators_only(view: Any) -> Any:
    from django.core.exceptions import PermissionDenied

    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
        if not (request.user.is_active and request.user.is_superuser):
            raise PermissionDenied
        return view(request, *args, **kwargs)

    return answer
