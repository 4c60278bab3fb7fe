"""Giving several pages an owner at once; each goes through its review like any other change."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from wagtail.models import Page

from portal.content.models import BasePage, Organisation
from portal.core.models import User


@dataclass(frozen=True)
class Assigned:
    """What became of each page.

    Attributes:
        in_review: readers see the owner once it is approved.
        in_draft: put into a text that somebody is still working on, which nobody handed in.
        refused: the actor may not edit it now, or it is locked: a review, an edition in force.
    """

    in_review: tuple[Page, ...]
    in_draft: tuple[Page, ...]
    refused: tuple[Page, ...]


@transaction.atomic
def assign_owner(*, pages: Iterable[Page], owner: Organisation, actor: User) -> Assigned:
    """Name an organisation as the owner of pages.

    Args:
        pages: those of a type that knows no owner are left out.
    """
    sorted_: dict[str, list[Page]] = {"in_review": [], "in_draft": [], "refused": []}
    for page in (chosen.specific for chosen in pages):
        if isinstance(page, BasePage):
            sorted_[_assign(page, owner, actor)].append(page)
    return Assigned(**{name: tuple(found) for name, found in sorted_.items()})


def _assign(page: BasePage, owner: Organisation, actor: User) -> str:
    allowed = page.permissions_for_user(actor)
    if not allowed.can_edit() or allowed.page_locked():
        return "refused"
    had_draft = page.has_unpublished_changes
    text = page.get_latest_revision_as_object()
    text.owner_organisation = owner
    text.save_revision(user=actor, log_action=True, changed=True)
    if had_draft or page.workflow_in_progress:
        return "in_draft"
    page.refresh_from_db()
    page.get_workflow().start(page, actor)
    return "in_review"
