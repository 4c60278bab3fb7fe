"""What Wagtail calls at the end of a workflow; it reads this name before its models exist."""

from __future__ import annotations

from typing import Any


def publish_approved(workflow_state: Any, user: Any = None) -> None:
    """See `publishing.publish_approved`."""
    from portal.content.workflow import publishing

    publishing.publish_approved(workflow_state, user=user)
