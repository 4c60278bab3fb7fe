"""The directory's part of the admin at /cms/."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from django.urls import URLResolver, include, path, reverse_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from shelter_directory import permissions


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    """What may be done without a second pair of eyes is written down by name."""
    for action, label, message in (
        ("confirmed", "Confirm a shelter’s entry", "Confirmed that the entry is right"),
        ("alert_raised", "Put up an emergency notice", "Put up an emergency notice"),
        ("alert_ended", "Take down an emergency notice", "Took down an emergency notice"),
    ):
        actions.register_action(f"shelter_directory.{action}", label, message)


@hooks.register("register_admin_urls")
def admin_urls() -> list[URLResolver]:
    return [path("directory/", include("shelter_directory.urls"))]


class _MenuItemFor(MenuItem):
    """Shown to whoever may use it."""

    def __init__(self, *args: Any, may: Callable[[Any], bool], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.may = may

    def is_shown(self, request: HttpRequest) -> bool:
        return self.may(request.user)


@hooks.register("register_admin_menu_item")
def checks_menu_item() -> MenuItem:
    return _MenuItemFor(
        "Entries to check",
        reverse_lazy("shelter_directory:checks"),
        icon_name="check",
        order=310,
        may=permissions.may_confirm,
    )


@hooks.register("register_admin_menu_item")
def notices_menu_item() -> MenuItem:
    return _MenuItemFor(
        "Emergency notices",
        reverse_lazy("shelter_directory:notices"),
        icon_name="warning",
        order=320,
        may=permissions.may_raise_alert,
    )
