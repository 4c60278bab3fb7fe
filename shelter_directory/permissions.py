"""Who may act on the directory outside the four-eyes workflow, and on what exactly."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.core.exceptions import PermissionDenied


def may_confirm(actor: Any) -> bool:
    """May say that an entry is still right, or that a shelter is full. Nothing else changes."""
    return _holds(actor, "confirm_shelter")


def may_raise_alert(actor: Any) -> bool:
    """May put up an emergency notice at once."""
    return _holds(actor, "raise_alert")


def require(allowed: bool) -> None:
    """Raises PermissionDenied unless allowed."""
    if not allowed:
        raise PermissionDenied


def _holds(actor: Any, codename: str) -> bool:
    """Held through a group: being a superuser is not a role and gives neither right."""
    if not (actor.is_active and actor.is_verified()):
        return False
    held = Permission.objects.filter(
        content_type__app_label="shelter_directory", codename=codename, group__user=actor
    )
    return held.exists()
