"""What editors do with publications."""

from __future__ import annotations

from django.db import transaction

from portal.content.files.models import DocumentFile, PortalDocument
from portal.content.files.versions import ExaminedUpload, replace_examined
from portal.core.models import User
from portal.publications.models import PublicationPage


@transaction.atomic
def replace_file(
    *,
    page: PublicationPage,
    document: PortalDocument,
    upload: ExaminedUpload,
    note: str,
    actor: User,
) -> DocumentFile:
    """Add a version of one of the page's files, as a change of the page to be approved.

    The page gets a revision by the actor, so the new file goes through review with it: readers
    get it when the page is published, by somebody else.

    Raises:
        CannotReplaceFile: another type, the same file, or no note where readers had the file.
    """
    document = PortalDocument.objects.select_for_update(of=("self",)).get(pk=document.pk)
    document.uploaded_by_user = actor
    replace_examined(
        document=document,
        examined=upload.examination,
        filename=upload.name or "",
        note=note,
    )
    draft = page.get_latest_revision_as_object()
    draft.save_revision(user=actor, log_action=True, changed=True)
    version: DocumentFile = document.versions.latest("number")
    return version
