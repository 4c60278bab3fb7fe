"""Lists somebody comes back to."""

from __future__ import annotations

from uuid import uuid4

from django.db import transaction

from casebase.access.models import DESK, principal_of
from casebase.access.viewer import Viewer
from casebase.registry.models import SavedList
from casebase.vault.services import new_case_key
from portal.core.services import DomainError
from portal.core.writings import insert


class NoDesk(DomainError):
    """There is no desk to show the list to."""


@transaction.atomic
def keep_list(*, viewer: Viewer, name: str, query: str, is_shared: bool) -> SavedList:
    """Keep a filter; the name is a free text, so it is sealed with a key of its own.

    Raises:
        NoDesk: it was to be shared, and the viewer belongs to no desk.
    """
    if is_shared and viewer.desk_id is None:
        raise NoDesk(
            "You belong to no desk, so nobody else would see this list. Keep it for yourself, or "
            "ask your supervisor to give you a desk."
        )
    shared_with = principal_of(DESK, viewer.desk_id) if is_shared and viewer.desk_id else None
    kept = SavedList(pk=uuid4(), query=query, owner=viewer.user, shared_with=shared_with)
    kept.seal(new_case_key(kept.pk), name=name)
    insert(kept)
    return kept
