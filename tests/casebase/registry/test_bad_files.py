"""Every bad file is refused in time, with a reason, before anything of it is kept (control 50)."""

from __future__ import annotations

import time
import uuid

import pytest

from casebase.registry.services import attachments
from casebase.registry.services.attachments import Upload
from portal.core.uploads.refusals import RefusedFile
from tests.factories.uploads import BAD_FILES, BAD_SOUND, changed_pdf, image, m4a, mp3, office, pdf

CORPUS = {name: bad for name, bad in BAD_FILES.items() if "csv" not in bad[0]} | BAD_SOUND
CORPUS |= {
    "a locked pdf": (
        "a.pdf",
        changed_pdf(lambda writer: writer.encrypt("x", algorithm="AES-256")),
    ),
    "a pdf cut off": ("a.pdf", pdf("text")[:200]),
    "a table": ("a.xlsx", office("xlsx")),
    "a film": ("a.mp4", m4a(track=b"vide")),
    "a file with a NUL in its name": ("a.jpg\0.exe", image("JPEG")),
    "more than 20 MB": ("a.mp3", mp3(frames=51_000)),
}


def test_the_corpus_has_at_least_25_files():
    assert len(CORPUS) >= 25


@pytest.mark.parametrize("name", CORPUS)
def test_a_bad_file_is_refused_in_time_with_a_reason_before_it_is_kept(name):
    filename, content = CORPUS[name]
    started = time.monotonic()

    with pytest.raises(RefusedFile) as refusal:
        attachments.examined(Upload(uuid.uuid4(), filename, content, "document"))

    assert time.monotonic() - started < 2
    assert str(refusal.value).endswith(".")
    assert len(str(refusal.value)) > 30
