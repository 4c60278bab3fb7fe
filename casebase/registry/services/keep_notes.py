"""Notes: written once, corrected beside."""

from __future__ import annotations

from uuid import UUID, uuid4

from django.db import transaction

from casebase.access.viewer import Viewer
from casebase.registry.models import Case, Note
from casebase.registry.services.edit_case import locked
from casebase.registry.services.sent_before import require_same
from casebase.vault.services import key_to_seal
from portal.core.services import DomainError
from portal.core.writings import insert


class NoSuchNote(DomainError):
    """The note to correct is not on this case."""


@transaction.atomic
def write_note(
    *,
    case: Case,
    viewer: Viewer,
    text: str,
    sensitivity: str,
    corrects: UUID | None = None,
    submission: UUID | None = None,
) -> Note:
    """Add a note to a case, or a correction beside an older one.

    Args:
        submission: drawn when the form was made; it becomes the note's own id, so the same form
            sent twice makes one note.

    Raises:
        NotYours: the case was opened to the worker for reading, or was erased.
        NoSuchNote: the note to correct is not on this case.
        SavedAlready: the form made a note before, with other words.
    """
    case = locked(case)
    if corrects and not Note.objects.filter(case=case, pk=corrects).exists():
        raise NoSuchNote("The note you want to correct is not on this case. Open it again.")
    if submission and (sent := Note.objects.filter(case=case, pk=submission).first()):
        require_same(
            sent, what="a note on this case", key_id=case.pk, texts={"text": text},
            sensitivity=sensitivity, corrects_id=corrects,
        )  # fmt: skip
        return sent
    note = Note(
        pk=submission or uuid4(),
        case=case,
        sensitivity=sensitivity,
        corrects_id=corrects,
        written_by=viewer.user,
    )
    note.seal(key_to_seal(case.pk), text=text)
    insert(note)
    return note
