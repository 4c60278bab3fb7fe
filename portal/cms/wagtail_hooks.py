"""What the CMS gains: our start of its widgets, and a way to one's own account."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from portal.core.models import User


@hooks.register("insert_global_admin_js")
def start_widgets() -> SafeString:
    """See Note [No inline script in the CMS]."""
    return format_html('<script src="{}" defer></script>', static("cms/start.js"))


@hooks.register("insert_global_admin_css")
def our_styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("cms/admin.css"))


@hooks.register("register_admin_menu_item")
def own_account() -> MenuItem:
    return MenuItem(
        "Sign-in and devices", reverse("devices"), name="devices", icon_name="key", order=9000
    )


@hooks.register("before_delete_user")
def close_instead(request: HttpRequest, user: User) -> HttpResponse:
    """What its holder did is told under an account's name, so it is closed and never deleted."""
    messages.error(request, "An account is closed, not deleted: take the tick from “Active”.")
    return redirect("wagtailusers_users:edit", user.pk)


@hooks.register("before_bulk_action")
def close_many_instead(
    request: HttpRequest, action_type: str, objects: Any, action: Any
) -> HttpResponse | None:
    """The same for several at once; `action.models` are what it works on."""
    if action_type != "delete" or User not in action.models:
        return None
    messages.error(request, "Accounts are closed, not deleted.")
    return redirect("wagtailusers_users:index")
