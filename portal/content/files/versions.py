"""Every upload becomes a version that stays; one version at a time is what readers get."""

from __future__ import annotations

import datetime as dt
from typing import Any, cast

from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from wagtail.models import Collection

from portal.content.files.examine import PROBLEMS, Examination, examine
from portal.content.files.models import MEDIA_TYPES, DocumentFile, FileReading, PortalDocument
from portal.content.files.tasks import read_file
from portal.core.models import User


class ExaminedUpload(SimpleUploadedFile):
    """An upload as it will be kept, with what was found in it."""

    def __init__(self, examination: Examination, filename: str) -> None:
        super().__init__(filename, examination.content)
        self.examination = examination
        self.image: Any = None  # Wagtail keeps an opened picture here


class CannotReplaceFile(ValueError):
    """The new file cannot take the old one's address; the message says why."""


@transaction.atomic
def add_document(
    *, title: str, content: bytes, filename: str, uploaded_by: User | None, language: str = "en"
) -> PortalDocument:
    """Keep a file under a new address; private until a live page refers to it.

    Raises:
        RefusedFile: the file may not be kept; the message says why.
    """
    document = PortalDocument(
        title=title[:255],
        language=language,
        uploaded_by_user=uploaded_by,
        collection=Collection.get_first_root_node(),
    )
    document.file = ContentFile(content, name=filename)
    document.save()
    return document


@transaction.atomic
def add_examined(
    *, title: str, examined: Examination, filename: str, language: str
) -> PortalDocument:
    """Keep a file that was examined already, for instance by a bulk import."""
    document = PortalDocument(
        title=title[:255], language=language, collection=Collection.get_first_root_node()
    )
    document.file = ExaminedUpload(examined, filename)
    document.save()
    return document


@transaction.atomic
def replace_examined(
    *, document: PortalDocument, examined: Examination, filename: str, note: str
) -> None:
    """Add a version that was examined already.

    Raises:
        CannotReplaceFile: see `replace_file`.
    """
    document.correction_note = note
    document.file = ExaminedUpload(examined, filename)
    document.save()


@transaction.atomic
def replace_file(
    *, document: PortalDocument, content: bytes, filename: str, note: str, uploaded_by: User | None
) -> DocumentFile:
    """Add a version; readers get it when a page with the file is next published.

    A document that was never public gets its new file at once: nobody read the old one.

    Args:
        note: what was corrected, for readers ("Corrected on …").

    Raises:
        CannotReplaceFile: another type of file, the same file again, or no note where readers
            have had the file.
        RefusedFile: the file may not be kept.
    """
    document = PortalDocument.objects.select_for_update(of=("self",)).get(pk=document.pk)
    document.uploaded_by_user = uploaded_by
    document.file = ContentFile(content, name=filename)
    document.correction_note = note
    document.save()
    return document.versions.latest("number")


def release_waiting(document: PortalDocument, *, now: dt.datetime) -> bool:
    """Give readers the newest version; True if that changed what they get.

    Call it inside the transaction that publishes a page with the file.
    """
    newest = document.versions.order_by("-number").first()
    if newest is None:
        return False
    if newest.released_at is None:
        DocumentFile.objects.filter(pk=newest.pk).update(released_at=now)
    if newest.pk == document.current_id:
        return False
    _make_current(document, newest)
    return True


def _make_current(document: PortalDocument, version: DocumentFile) -> None:
    document.current = version
    document.file.name = version.name
    document.file_size = version.size
    document.save_row()


@transaction.atomic
def save_with_version(document: PortalDocument, *args: Any, **kwargs: Any) -> None:
    """Save a document; where it carries a new upload, keep that as a version of its own."""
    if not document.file or document.file._committed:  # type: ignore[attr-defined]
        document.save_row(*args, **kwargs)
        return
    is_new = document.pk is None
    examined = _examination_of(document.file)
    if is_new:
        document.extension = examined.extension
        document.slug = PortalDocument.slug_for(document.title)
    else:
        require_replaceable(document, examined)
    document.file.save(document.file.name or "", ContentFile(examined.content), save=False)
    stored_name = cast(str, document.file.name)
    former = document.current
    held = former if former is not None and former.released_at else None
    if held:
        document.file.name = held.name  # readers keep the released version for now
    document.file_size = held.size if held else len(examined.content)
    document.save_row(*args, **kwargs)
    version = _keep_version(document, stored_name, examined)
    if not held:
        _make_current(document, version)


def _examination_of(upload: File) -> Examination:
    known = getattr(upload.file, "examination", None)  # the form has looked at it already
    if known is not None:
        return cast(Examination, known)
    upload.seek(0)
    return examine(upload.read(), filename=upload.name or "")


def require_replaceable(document: PortalDocument, examined: Examination) -> None:
    """Refuse an upload that cannot take the place of the newest version.

    Raises:
        CannotReplaceFile: see `replace_file`.
    """
    if document.extension and examined.extension != document.extension:
        raise CannotReplaceFile(
            f"This address belongs to a .{document.extension} file. Choose a file of that type, "
            "or add this one as a file of its own."
        )
    newest = document.versions.order_by("-number").first()
    if newest and examined.uploaded_sha256 in {newest.uploaded_sha256, newest.sha256}:
        raise CannotReplaceFile("This is the file that is here already. Choose the corrected one.")
    if newest and newest.released_at and not document.correction_note.strip():
        raise CannotReplaceFile(
            "Readers have had this file. Say what was corrected: the note is shown beside it."
        )


def _keep_version(document: PortalDocument, name: str, examined: Examination) -> DocumentFile:
    newest = document.versions.order_by("-number").first()
    version = DocumentFile.objects.create(
        document=document,
        number=newest.number + 1 if newest else 1,
        name=name,
        sha256=examined.sha256,
        uploaded_sha256=examined.uploaded_sha256,
        media_type=MEDIA_TYPES[examined.extension],
        size=len(examined.content),
        pages=examined.pages,
        correction_note=document.correction_note.strip()[:300] if newest else "",
        uploaded_by=document.uploaded_by_user,
    )
    warnings = [*([PROBLEMS[examined.problem]] if examined.problem else []), *examined.warnings]
    FileReading.objects.create(file=version, warnings=warnings)
    read_file.defer(version_id=version.pk)  # in this transaction: no version, no task
    return version


def twins(document: PortalDocument) -> list[PortalDocument]:
    """Other documents that hold the same file as the newest version of this one."""
    newest = document.versions.order_by("-number").first()
    if newest is None:
        return []
    same = DocumentFile.objects.filter(uploaded_sha256=newest.uploaded_sha256)
    others = PortalDocument.objects.filter(versions__in=same).exclude(pk=document.pk)
    return list(others.distinct().order_by("pk")[:3])
