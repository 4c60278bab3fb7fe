"""Opening the zip: what comes out is a handful of named byte strings, never a path on a disk."""

from __future__ import annotations

import io
import stat
import zipfile
import zlib
from collections.abc import Iterator

from portal.statistics.receiving import names
from portal.statistics.receiving.refusals import BundleRefused

MEGABYTE = 1024 * 1024
LARGEST_BUNDLE = 20 * MEGABYTE
LARGEST_FILE = 10 * MEGABYTE  # unpacked; a year's report is under one
LARGEST_WHOLE = 40 * MEGABYTE
MOST_FILES = 80
MOST_SHRUNK = 200  # times; text shrinks ten to thirty times
PACKED = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
DAMAGED = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, ValueError)


def unpack(content: bytes) -> dict[str, bytes]:
    """The files of a bundle by name.

    Raises:
        BundleRefused: too large, damaged, or holding what no bundle may hold.
    """
    if len(content) > LARGEST_BUNDLE:
        raise BundleRefused("The bundle is larger than 20 MB, which no release is.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _require_nothing_beside(archive)
            entries = archive.infolist()
            _require_sound(entries)
            return dict(_files(archive, entries))
    except (*DAMAGED, NotImplementedError, RuntimeError) as error:
        raise BundleRefused(
            "The bundle is damaged: it cannot be opened as a zip. Hand the release over again."
        ) from error


def _require_nothing_beside(archive: zipfile.ZipFile) -> None:
    if archive.comment:
        raise BundleRefused("The zip carries a comment. Nothing may ride along with a release.")


def _require_sound(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_FILES:
        raise BundleRefused(f"The bundle holds {len(entries)} files; a release has fewer.")
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        raise BundleRefused("Unpacked, the bundle is larger than 40 MB, which no release is.")
    seen: set[str] = set()
    for entry in entries:
        _require_known_name(entry)
        if entry.filename in seen:
            raise BundleRefused(f"{entry.filename} is in the bundle twice.")
        seen.add(entry.filename)
        _require_plain(entry)


def _require_known_name(entry: zipfile.ZipInfo) -> None:
    if entry.orig_filename != entry.filename or not names.is_known(entry.filename):
        shown = entry.orig_filename[:80].encode("unicode_escape").decode()
        raise BundleRefused(f"The bundle holds “{shown}”, which is no file of a release.")


def _require_plain(entry: zipfile.ZipInfo) -> None:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if kind not in (0, stat.S_IFREG) or entry.flag_bits & 1 or entry.compress_type not in PACKED:
        raise BundleRefused(f"{entry.filename} is not a plain file in the zip.")
    if entry.extra or entry.comment:
        raise BundleRefused(f"{entry.filename} carries more than its content in the zip.")
    shrunk = entry.file_size > MOST_SHRUNK * max(entry.compress_size, 1)
    if entry.file_size > LARGEST_FILE or shrunk:
        raise BundleRefused(f"{entry.filename} unpacks to far more than a file of a release.")


def _files(archive: zipfile.ZipFile, entries: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    for entry in entries:
        with archive.open(entry) as file:
            # What the directory says of its size is a claim: never read past it.
            content = file.read(entry.file_size + 1)
        if len(content) != entry.file_size:
            raise BundleRefused(f"{entry.filename} has another size than the zip says.")
        yield entry.filename, content
