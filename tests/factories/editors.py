"""Invented editors, one of each group, and a text on its way through their hands."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Group
from wagtail.models import Page, TaskState

from portal.content.workflow import reviewing
from portal.content.workflow.digest import digest_of
from portal.core.models import User
from tests.factories.accounts import UserFactory


def member(*groups: str, superuser: bool = False) -> User:
    """Somebody in these groups."""
    user = UserFactory(is_superuser=superuser)
    user.groups.set([Group.objects.get(name=group) for group in groups])
    return user


def submit(page: Page, by: User) -> TaskState:
    """Save the page as `by` and send it into its workflow; the first step."""
    page.save_revision(user=by)
    page.get_workflow().start(page, by)
    return page.current_workflow_task_state


def approve(page: Page, by: User, **changes: Any) -> None:
    """Take the present step on the page with every point ticked."""
    state = page.current_workflow_task_state
    given = {
        "digest": digest_of(reviewing.text_in_review(state)),
        "ticked": list(reviewing.CHECKLIST),
        **changes,
    }
    reviewing.approve(state=state, actor=by, **given)


def approve_every_step(page: Page) -> None:
    """Three people take the three steps of a procedure."""
    for group in ("Reviewers", "Legal reviewers", "Publishers"):
        approve(page, member(group))
