"""Sealed files: AES-256-GCM in chunks, under names that say nothing.

A file has a key of its own, drawn here and kept, sealed with the case's key, in the row that points
to the file: rotating or destroying a case's key never touches the files. On disk there is no
header: chunk after chunk of 64 KiB and its tag. The nonce of a chunk is its number, which is safe
because no key seals two files; the tag covers the file's name, the number, and whether it is the
last, so chunks cannot be reordered, repeated, dropped, or moved to another file.
"""

from __future__ import annotations

import os
import re
import secrets
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from casebase.vault.envelope import LABEL
from casebase.vault.errors import RecordDamaged

CHUNK_BYTES = 64 * 1024
TAG_BYTES = 16
FORMAT = 1
NAME = re.compile(r"[0-9a-f]{32}")
UNFINISHED = ".new"
SECONDS_TO_GET_A_ROW = 3600  # a younger file may still be waiting for its row


@dataclass(frozen=True)
class SealedFile:
    """Where a file lies, and what opens it.

    Attributes:
        name: 32 hex digits drawn at random.
        key: 32 bytes; the caller seals them with the case's key.
        size: bytes of the content.
    """

    name: str
    key: bytes = field(repr=False)
    size: int


def keep(content: bytes) -> SealedFile:
    """Write a file so that it survives a crash; only then may its row be written.

    A caller whose row is not written leaves a file that nothing opens; `orphans` finds it.
    """
    name, key = secrets.token_hex(16), secrets.token_bytes(32)
    path = path_of(name)
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    unfinished = path.with_suffix(UNFINISHED)
    descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.writelines(sealed_chunks(content, name=name, key=key))
        file.flush()
        os.fsync(file.fileno())
    unfinished.rename(path)
    for folder in (path.parent, path.parent.parent):
        _sync_folder(folder)
    return SealedFile(name=name, key=key, size=len(content))


def opened(name: str, key: bytes) -> bytes:
    """The whole content, once all of it has proved right.

    Raises:
        RecordDamaged: the file is absent, cut, changed, or another one.
    """
    try:
        with path_of(name).open("rb") as file:
            return b"".join(opened_chunks(file, name=name, key=key))
    except OSError:
        raise RecordDamaged from None


def remove(name: str) -> None:
    """Remove a file; one that is gone already is no mistake."""
    path_of(name).unlink(missing_ok=True)


def sealed_chunks(content: bytes, *, name: str, key: bytes) -> Iterator[bytes]:
    """The file's bytes; an empty content is one empty chunk."""
    cipher = AESGCM(key)
    last = max(0, (len(content) - 1) // CHUNK_BYTES)
    view = memoryview(content)
    for index in range(last + 1):
        chunk = view[index * CHUNK_BYTES : (index + 1) * CHUNK_BYTES]
        yield cipher.encrypt(_nonce(index), chunk, _place(name, index, is_last=index == last))


def opened_chunks(file: BinaryIO, *, name: str, key: bytes) -> Iterator[bytes]:
    """The content, chunk by chunk; one that comes out was sealed at just this place.

    Raises:
        RecordDamaged: as `opened`; what came before the damage has been given out by then.
    """
    cipher = AESGCM(key)
    index, chunk = 0, file.read(CHUNK_BYTES + TAG_BYTES)
    while True:
        following = file.read(CHUNK_BYTES + TAG_BYTES)
        place = _place(name, index, is_last=not following)
        try:
            yield cipher.decrypt(_nonce(index), chunk, place)
        except (InvalidTag, ValueError):
            raise RecordDamaged from None
        if not following:
            return
        index, chunk = index + 1, following


def path_of(name: str) -> Path:
    """Where a file lies.

    Raises:
        RecordDamaged: the name is none that we draw, so it leads nowhere.
    """
    if not NAME.fullmatch(name):
        raise RecordDamaged
    return folder() / name[:2] / name


def folder() -> Path:
    """The folder of sealed files, outside the reach of any web server."""
    return Path(settings.CASE_FILES)


def names_on_disk() -> Iterator[str]:
    """Every finished file."""
    return (path.name for path in folder().glob("??/*") if NAME.fullmatch(path.name))


def orphans(known: Iterable[str], *, older_than: float = SECONDS_TO_GET_A_ROW) -> list[Path]:
    """Files, finished or not, that no row names and that are too old to be waiting for one.

    Args:
        known: every name that a row holds.
        older_than: seconds.
    """
    names, limit = set(known), time.time() - older_than
    return [
        path
        for path in sorted(folder().glob("??/*"))
        if path.name not in names and path.stat().st_mtime < limit
    ]


def missing(known: Iterable[str]) -> list[str]:
    """Names that a row holds and that lead to no file."""
    return sorted(set(known) - set(names_on_disk()))


def _nonce(index: int) -> bytes:
    return index.to_bytes(12, "big")


def _place(name: str, index: int, *, is_last: bool) -> bytes:
    return f"{LABEL}|file|{name}|{FORMAT}|{index}|{int(is_last)}".encode()


def _sync_folder(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
