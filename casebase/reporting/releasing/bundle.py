"""The one file that leaves casework: everything of a release, listed and signed.

The same content gives the same bytes. Signed is the manifest, which names every file with its
SHA-256; it also names the manifest before it, so that the releases form a chain.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from casebase.reporting.report.model import Release

FORMAT = "harbour-release/1"
MANIFEST, SIGNATURE = "manifest.json", "manifest.sig"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest a zip can say, and the same for ever
_MEDIA_TYPES = {
    "html": "text/html", "pdf": "application/pdf", "csv": "text/csv", "txt": "text/plain",
    "json": "application/json", "jsonld": "application/ld+json", "svg": "image/svg+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}  # fmt: skip


def media_type_of(name: str) -> str:
    return _MEDIA_TYPES.get(name.rpartition(".")[2], "text/plain")


def manifest_of(release: Release, files: Mapping[str, bytes], previous: str) -> bytes:
    """What is signed.

    Args:
        previous: SHA-256 of the manifest of the release before, in hex; empty for the first.
    """
    listed: list[dict[str, Any]] = [
        {"name": name, "sha256": sha256(content), "bytes": len(content),
         "media_type": media_type_of(name)}
        for name, content in sorted(files.items())
    ]  # fmt: skip
    stated = {
        name: value.isoformat() if isinstance(value, dt.date) else value
        for name, value in dataclasses.asdict(release).items()
    }
    said = {"format": FORMAT, "release": stated, "previous": previous, "files": listed}
    text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode() + b"\n"


def signed_bundle(manifest: bytes, files: Mapping[str, bytes], key: Ed25519PrivateKey) -> bytes:
    """The zip: the manifest, its signature, the files."""
    whole = {**files, MANIFEST: manifest, SIGNATURE: key.sign(manifest)}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as bundle:
        for name, content in sorted(whole.items()):
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            bundle.writestr(entry, content, compresslevel=9)
    return target.getvalue()


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
