"""Who may do what in the admin. The right to publish is held by nobody: approval publishes."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, ClassVar

from django.db.models import QuerySet
from wagtail.models import GroupPagePermission, Page, PagePermissionTester
from wagtail.permission_policies.base import ModelPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy

from portal.content.workflow.sections import section_of

# A grant of these on a section's page ends where another section begins.
BOUND_TO_SECTION = frozenset({"add", "change", "bulk_delete"})


class FourEyesTester(PagePermissionTester):
    """What a user may do with a page; superusers are bound by the same workflow."""

    page: Any

    def __init__(self, user: Any, page: Page) -> None:
        super().__init__(user, page)
        if user.is_active and not user.is_superuser:
            self.permissions = set(self._granted(user, page))

    def _granted(self, user: Any, page: Page) -> Iterator[str]:
        own = section_of(page.specific_class)
        for grant in self.permission_policy.get_cached_permissions_for_user(user):
            action = grant.permission.codename.rsplit("_", maxsplit=1)[0]
            reaches = action not in BOUND_TO_SECTION or section_of(grant.page.specific_class) == own
            if reaches and page.path.startswith(grant.page.path):
                yield action

    def can_publish(self) -> bool:
        return False

    def can_publish_subpage(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return False

    def may_take_down(self) -> bool:
        """Whether the user is a publisher: takes down, cancels plans, confirms notices."""
        return self.user.is_active and (self.user.is_superuser or "publish" in self.permissions)

    def can_unschedule(self) -> bool:
        return self.may_take_down()

    def can_unpublish(self) -> bool:
        """Taking down needs one person only: what harms a child must not wait for a second."""
        return (
            self.page.specific_class.may_be_unpublished
            and self.page.live
            and not self.page_locked()
            and self.may_take_down()
        )

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return not self._is_public() and super().can_delete(ignore_bulk)

    def can_move(self) -> bool:
        """Never a public page (its address is part of what was approved), never one in review."""
        return not self._is_public() and not self.page.workflow_in_progress and super().can_move()

    def can_move_to(self, destination: Page) -> bool:
        return self.can_move() and super().can_move_to(destination)

    def can_copy(self) -> bool:
        return self.page.specific_class.may_be_copied and super().can_copy()

    def _is_public(self) -> bool:
        return self.page.live or self.page.get_descendants().live().exists()


class FourEyesPagePolicy(PagePermissionPolicy):
    """Wagtail's policy for pages, where nobody may publish and a viewer may look around."""

    explorable_actions: ClassVar = {"add", "change", "publish", "lock", "unlock", "view"}

    def user_has_any_permission(self, user: Any, actions: Collection[str]) -> bool:
        """Never for publishing alone; a viewer is let in wherever any right would do."""
        asks_for_any = {"add", "change", "lock"} <= set(actions)
        actions = set(actions) - {"publish"} | ({"view"} if asks_for_any else set())
        return bool(actions) and super().user_has_any_permission(user, actions)

    def user_has_any_permission_for_instance(
        self, user: Any, actions: Collection[str], instance: Page
    ) -> bool:
        actions = set(actions) - {"publish"}
        return bool(actions) and super().user_has_any_permission_for_instance(
            user, actions, instance
        )

    def instances_with_direct_explore_permission(self, user: Any) -> Any:
        if user.is_superuser:
            return super().instances_with_direct_explore_permission(user)
        codenames = self._get_permission_codenames(self.explorable_actions)
        return [
            grant.page
            for grant in self.get_cached_permissions_for_user(user)
            if grant.permission.codename in codenames
        ]

    def explorable_instances(self, user: Any) -> QuerySet[Page]:
        pages = super().explorable_instances(user)
        if not user.is_active or user.is_superuser:
            return pages
        for grant in self._grants_to_look(user):
            pages |= self.model._default_manager.descendant_of(grant.page, inclusive=True)
        return pages

    def _grants_to_look(self, user: Any) -> list[GroupPagePermission]:
        grants = self.get_cached_permissions_for_user(user)
        return [grant for grant in grants if grant.permission.codename.startswith("view_")]


class FixedByMigration(ModelPermissionPolicy):
    """Workflows and their steps: looked at in the admin, changed by a migration only."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user: Any, actions: Collection[str]) -> bool:
        return any(self.user_has_permission(user, action) for action in actions)
