"""Looking at an upload before it is kept: is it what it says, and can it do harm?"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from django.conf import settings

from portal.content.files.models import MEDIA_TYPES
from portal.core.uploads import refusals, sandbox
from portal.core.uploads.refusals import RefusedFile

ACTIVE_WORDS = re.compile(rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm)\b")
KEPT_WHOLE = (
    "Readers find it by its title only, and its author's name and what its pictures say of their "
    "place are still in it."
)
PROBLEMS = {
    "encrypted": f"Its text could not be read: encrypted. {KEPT_WHOLE}",
    "broken": f"Its text could not be read: the file is damaged. {KEPT_WHOLE}",
    "huge": f"It took too long to examine. {KEPT_WHOLE}",
}


@dataclass(frozen=True)
class Examination:
    """What an upload turned out to be.

    Attributes:
        content: the bytes to keep, without the author's name and the place of pictures
            where these could be taken out.
        sha256: of `content`; `uploaded_sha256` of the bytes as they came.
        pages: of a PDF, where they could be counted.
        warnings: sentences for the editor.
        problem: a key of PROBLEMS; empty where the file could be understood.
    """

    extension: str
    content: bytes
    sha256: str
    uploaded_sha256: str
    pages: int | None = None
    warnings: tuple[str, ...] = ()
    problem: str = ""


def examine(content: bytes, *, filename: str) -> Examination:
    """Look at an upload; a broken or locked PDF passes with a `problem`, found by its title.

    Raises:
        TooLarge: more than `WAGTAILDOCS_MAX_UPLOAD_SIZE` bytes.
        RefusedFile: empty, of a type that we do not take, not what its name says, or active.
    """
    extension = refusals.extension_of(filename, taken=tuple(MEDIA_TYPES))
    refusals.refuse_by_size(content, limit=settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    refusals.refuse_another_type(content, extension)
    outcome = sandbox.run("inspect", content, extension)
    found = outcome.findings[0] if outcome.findings else {}
    if "refusal" in found:
        raise RefusedFile(found["refusal"])
    problem = found.get("problem", "") if outcome.ended and found else "huge"
    if problem == "huge":
        _refuse_unexamined(content, extension)
    kept = outcome.output or content
    return Examination(
        extension=extension,
        content=kept,
        sha256=hashlib.sha256(kept).hexdigest(),
        uploaded_sha256=hashlib.sha256(content).hexdigest(),
        pages=found.get("pages"),
        warnings=tuple(found.get("warnings", ())),
        problem=problem,
    )


def _refuse_unexamined(content: bytes, extension: str) -> None:
    """The child did not get to the end: only a PDF without suspicious words may stay."""
    if extension != "pdf" or ACTIVE_WORDS.search(content):
        raise RefusedFile(
            "The file took too long to examine, so we cannot tell that it is harmless. "
            "Save it afresh, or split it."
        )
