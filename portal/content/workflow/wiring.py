"""Makes Wagtail use our rules; called once, when the app is ready."""

from __future__ import annotations

from wagtail.models import Page, Task, Workflow
from wagtail.permissions import register_permission_policy

from portal.content.workflow import files_in_review
from portal.content.workflow.contributors import register_contributions
from portal.content.workflow.digest import register_digest_part
from portal.content.workflow.permissions import FixedByMigration, FourEyesPagePolicy
from portal.core.health import register_sign


def connect() -> None:
    """Register the permission policies, and files as part of what is reviewed."""
    register_permission_policy(Page, FourEyesPagePolicy())
    register_permission_policy(Workflow, FixedByMigration(Workflow))
    register_permission_policy(Task, FixedByMigration(Task))
    register_digest_part(files_in_review.newest_versions)
    register_contributions(files_in_review.uploaders)
    register_sign("worker", _worker)


def _worker() -> str:
    from portal.content.workflow import schedule  # its models are not there yet when this is read

    return schedule.sign()
