"""Where the bytes of files lie: outside the web's reach, under names that say nothing."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.files.storage import FileSystemStorage, Storage, storages


class KeptFiles(FileSystemStorage):
    """A folder from which nothing is deleted in passing.

    Wagtail deletes the former file when a document gets another one. Former versions are ours to
    keep, so `delete` does nothing here; `destroy` is the one way to remove bytes.
    """

    def delete(self, name: str) -> None:
        """Keep the bytes: whoever means it calls `destroy`."""

    def destroy(self, name: str) -> None:
        """Remove the bytes for good."""
        super().delete(name)


def private_files() -> Storage:
    """The storage of documents; settings decide the folder."""
    return storages["private"]


def drawn_name(instance: Any, filename: str) -> str:
    """A name drawn at random, so that a folder listing tells nothing and no two files meet."""
    name = uuid.uuid4().hex
    return f"{name[:2]}/{name}"
