"""Unfinished forms: kept sealed on the server, so that a lost connection loses no typed text."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid5

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from casebase.access.viewer import Viewer
from casebase.registry.models import Draft
from casebase.vault.services import CaseKey, KeyErased, RecordDamaged, case_key, new_case_key
from portal.core.services import DomainError

KEPT = dt.timedelta(days=7)
LONGEST = 60_000  # characters of JSON: six of the longest notes
OPENED_AGAIN = UUID("0b7d6c52-54f0-4c37-9e0d-2a3a0c9a51f4")
OWN_KEYS = UUID("5f2a3a50-9d0e-4a4e-8b0c-6a6df1c5a3d2")  # of drafts about nothing that exists yet


class TooLong(DomainError):
    """The form holds more than a draft may."""

    def __init__(self) -> None:
        super().__init__("This is too long to keep for later. Save it, or shorten it.")


@dataclass(frozen=True)
class Kept:
    """A draft in the clear, for its writer.

    Attributes:
        fields: each field's values, as the browser sent them.
    """

    fields: dict[str, list[str]]
    changed_at: dt.datetime

    def initial(self, several: Sequence[str] = ()) -> dict[str, Any]:
        """As a form takes it; `several` are the fields with more than one value.

        The number is a new one, the same whenever this draft is opened: what is made of it may be
        somebody else than what the window that kept it goes on to save.
        """
        given = {
            name: values if name in several else values[-1]
            for name, values in self.fields.items()
            if values
        }
        number = self.number
        return given if number is None else {**given, "submission": _next(number)}

    @property
    def number(self) -> UUID | None:
        """Of the form when it was kept; None where it carries none."""
        try:
            return UUID(self.fields.get("submission", [""])[-1])
        except (ValueError, IndexError):
            return None

    def became(self, sent: UUID | None) -> bool:
        """Whether the form that was sent is this one, or was opened from it."""
        kept = self.number
        return sent is None or kept is None or sent in (kept, _next(kept))


def _next(number: UUID) -> UUID:
    return uuid5(OPENED_AGAIN, str(number))


def keep_draft(
    *,
    viewer: Viewer,
    form: Draft.Form,
    subject: UUID | None,
    fields: Mapping[str, list[str]],
) -> None:
    """Keep what was typed so far, in place of what was kept before.

    Raises:
        TooLong: nothing was changed.
    """
    typed = json.dumps(dict(fields))
    if len(typed) > LONGEST:
        raise TooLong
    forget_old_drafts()
    draft = _draft(viewer, form, subject) or Draft(
        writer=viewer.user, form=form, subject=subject, key_id=subject or _own_key_id(viewer)
    )
    draft.seal(_key(draft.key_id, has_subject=subject is not None), typed=typed)
    try:
        with transaction.atomic():
            draft.save()
    except IntegrityError:  # the same form in a second window was a moment faster
        return


def kept_draft(*, viewer: Viewer, form: Draft.Form, subject: UUID | None) -> Kept | None:
    """What was kept of this form in the last seven days; None where nothing can be read."""
    draft = _draft(viewer, form, subject)
    if draft is None or draft.changed_at < timezone.now() - KEPT:
        return None
    return _opened(draft)


def _opened(draft: Draft) -> Kept | None:
    try:
        typed = draft.opened(case_key(draft.key_id), "typed")["typed"]
    except (RecordDamaged, KeyErased):
        return None
    return Kept(json.loads(typed), draft.changed_at)


def forget_draft(
    *, viewer: Viewer, form: Draft.Form, subject: UUID | None, sent: UUID | None = None
) -> None:
    """The form was saved, or its writer threw it away.

    Args:
        sent: the number of the form that was saved; a draft of another one stays.
    """
    draft = _draft(viewer, form, subject)
    if draft is None:
        return
    kept = _opened(draft) if sent else None
    if kept is None or kept.became(sent):
        draft.delete()


def forget_old_drafts() -> None:
    """Delete everybody's drafts of more than seven days; tells nothing of them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT registry_forget_drafts()")


def _draft(viewer: Viewer, form: Draft.Form, subject: UUID | None) -> Draft | None:
    return Draft.objects.filter(writer=viewer.user, form=form, subject=subject).first()


def _own_key_id(viewer: Viewer) -> UUID:
    return uuid5(OWN_KEYS, str(viewer.pk))


def _key(key_id: UUID, *, has_subject: bool) -> CaseKey:
    try:
        return case_key(key_id)
    except RecordDamaged:
        if has_subject:
            raise
        return new_case_key(key_id)  # this worker's first draft
