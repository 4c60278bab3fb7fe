"""Keeping the files that this demonstration has just made."""

from __future__ import annotations

import hashlib
from pathlib import Path, PurePath

from django.core.files.base import ContentFile
from wagtail.models import Collection

from portal.content.files.examine import Examination
from portal.content.files.models import PortalDocument
from portal.content.files.reading import keep_findings
from portal.core.uploads.opening import commands


def keep(*, title: str, content: bytes, filename: str, pages: int | None) -> PortalDocument:
    """Keep a file under a new address, with its text.

    An upload is examined and read in a process of its own, because nobody knows what is in it. We
    wrote these bytes a moment ago, so they are read here: 50 processes are saved.
    """
    digest = hashlib.sha256(content).hexdigest()
    extension = PurePath(filename).suffix.lstrip(".")
    upload = ContentFile(content, name=filename)
    # As an editor's form leaves it for the model.
    upload.examination = Examination(  # type: ignore[attr-defined]
        extension=extension, content=content, sha256=digest, uploaded_sha256=digest, pages=pages
    )
    document = PortalDocument(
        title=title[:255], file=upload, collection=Collection.get_first_root_node()
    )
    document.save()
    nowhere = Path()  # a target for the bytes of other kinds of file; ours need none
    keep_findings(document.versions.get(), commands.read(content, extension, nowhere))
    return document
