"""Who may look after accounts and groups: administrators, whatever a group was given."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from wagtail.permission_policies import ModelPermissionPolicy

from portal.core.models import User


class AdministratorsOnly(ModelPermissionPolicy):
    """A group with `change_user` could otherwise make its members administrators."""

    # An account is never deleted, since what its holder did is told under its name: it is closed.
    NEVER = frozenset({"delete"})

    def user_has_permission(self, user: Any, action: str) -> bool:
        never = self.NEVER if self.model is User else frozenset()
        return bool(user.is_active and user.is_superuser and action not in never)

    def user_has_any_permission(self, user: Any, actions: Iterable[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)

    def users_with_any_permission(self, actions: Iterable[str]) -> QuerySet[User]:
        return User.objects.filter(is_active=True, is_superuser=True)
