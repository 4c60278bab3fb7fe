"""What every page promises: it becomes public, and changes in public, through the workflow only."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, ClassVar

from django.db.models import QuerySet
from wagtail.models import COMMENTS_RELATION_NAME, Page, Revision

from portal.content.workflow import guard, sections
from portal.content.workflow.guard import NotCleared
from portal.content.workflow.permissions import FourEyesTester

if TYPE_CHECKING:
    from portal.content.workflow.models import Clearance

# Written on a live page while its next text is drafted; none of it is shown to readers.
HOUSEKEEPING = frozenset(
    {
        *("latest_revision", "latest_revision_created_at", "draft_title"),
        *("has_unpublished_changes", "locked", "locked_by", "locked_at", "numchild"),
        COMMENTS_RELATION_NAME,
    }
)


class FourEyesPage(Page):
    """The part of `BasePage` that keeps four eyes on what is published; abstract."""

    # Fields that a service of the app writes without review, and that are no part of the text
    # approved: an edition's stage, a shelter's "accepting today". The app's README says why.
    bookkeeping_fields: ClassVar[frozenset[str]] = frozenset()
    may_be_unpublished: ClassVar[bool] = True
    may_be_copied: ClassVar[bool] = True
    private_page_options: ClassVar[list[str]] = []  # privacy settings are off (decision 6)

    class Meta:
        abstract = True

    @classmethod
    def kept_current(cls) -> QuerySet[Any]:
        """The pages of this type that somebody must review from time to time."""
        return cls.objects.live()

    def permissions_for_user(self, user: Any) -> FourEyesTester:
        return FourEyesTester(user, self)

    def publish(self, revision: Revision, user: Any = None, **options: Any) -> None:
        """Publish through the one door; the caller's own rights do not matter there.

        Raises:
            NotCleared: this text has no approval.
        """
        from portal.content.workflow import publishing  # it stands above the page it publishes

        options.pop("skip_permission_checks", None)
        publishing.publish(revision, user=user, **options)

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._require_clearance(kwargs.get("update_fields"))
        is_new = self._state.adding
        super().save(*args, **kwargs)
        if is_new:
            sections.attach(self)

    def _require_clearance(self, update_fields: Any) -> None:
        if not self.live or guard.in_hand(self):
            return
        harmless = HOUSEKEEPING | self.bookkeeping_fields
        if update_fields is None or not set(update_fields) <= harmless:
            raise NotCleared(self)

    def before_publishing(self, *, now: dt.datetime) -> None:
        """Called on the text about to be published; may set `go_live_at` to plan it instead."""

    def after_publishing(self, *, clearance: Clearance, now: dt.datetime) -> None:
        """Called once the text is public, in the same transaction."""

    def on_review_started(self) -> None:
        """Called when a step of a workflow begins."""

    def on_review_ended(self) -> None:
        """Called when a workflow is cancelled or asks for changes."""

    def compared_in_review(self) -> Page | None:
        """What the reviewer sees the new text against: what readers see now; None if nothing."""
        return type(self).objects.filter(pk=self.pk, live=True).first()
