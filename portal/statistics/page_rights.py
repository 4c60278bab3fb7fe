"""Who may do what with a release: read it through, add a note, take it down; never remove it."""

from __future__ import annotations

from portal.content.workflow.permissions import FourEyesTester


class ReleaseTester(FourEyesTester):
    """A release keeps its address and its place in the row, also as a draft."""

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        return False

    def can_move(self) -> bool:
        return False
