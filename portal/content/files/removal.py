"""When a document that readers never had is deleted, its bytes go as well."""

from __future__ import annotations

from typing import Any, cast

from django.db import transaction
from django.db.models.signals import post_delete, pre_delete

from portal.content.files.models import PortalDocument
from portal.content.files.storage import KeptFiles, private_files


def _before(sender: type[Any], instance: PortalDocument, **kwargs: Any) -> None:
    instance.names_before_deletion = list(instance.versions.values_list("name", flat=True))


def _after(sender: type[Any], instance: PortalDocument, **kwargs: Any) -> None:
    names: list[str] = getattr(instance, "names_before_deletion", [])
    storage = cast(KeptFiles, private_files())

    def destroy() -> None:
        for name in names:
            storage.destroy(name)

    transaction.on_commit(destroy)  # the database may still refuse: readers had it


def connect() -> None:
    """Listen to deletions; called once, when the app is ready."""
    pre_delete.connect(_before, sender=PortalDocument, dispatch_uid="bytes before deletion")
    post_delete.connect(_after, sender=PortalDocument, dispatch_uid="bytes after deletion")
