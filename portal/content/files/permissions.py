"""Who may do what with a document; the one rule that Wagtail's own policy lacks."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from portal.content.files.models import PortalDocument


class DocumentPermissionPolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's policy, but nobody deletes a file that readers have had, superusers included.

    Whoever wants it gone takes it off its pages: it is private from then on, and its bytes stay
    as the record of what was published.
    """

    def __init__(self) -> None:
        super().__init__(
            PortalDocument, auth_model="wagtaildocs.Document", owner_field_name="uploaded_by_user"
        )

    def user_has_permission_for_instance(self, user: Any, action: str, instance: Any) -> bool:
        if action == "delete" and instance.versions.exclude(released_at=None).exists():
            return False
        allowed: bool = super().user_has_permission_for_instance(user, action, instance)
        return allowed

    def instances_user_has_any_permission_for(self, user: Any, actions: Any) -> QuerySet[Any]:
        found: QuerySet[Any] = super().instances_user_has_any_permission_for(user, actions)
        if set(actions) == {"delete"}:
            return found.exclude(versions__released_at__isnull=False)
        return found
