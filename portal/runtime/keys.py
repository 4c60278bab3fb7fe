"""The casework site's keys on this machine: one file a key, drawn once and kept.

Without Django. A server in production has its own way to keep them (casebase/vault/README.md).
"""

from __future__ import annotations

import base64
import os
import secrets
from pathlib import Path

FIRST_KEYS = ("kek-1", "blind-1", "seal-ed25519", "release-ed25519")


def ensure_keys(folder: Path) -> Path:
    """Draw what is missing in `folder` (mode 700, each file 400); what stands is kept.

    Returns:
        The folder, for `KEY_FOLDER`.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    for name in FIRST_KEYS:
        # A newer number stands in for the first: after a rotation kek-1 is gone for good.
        kind = name.rpartition("-")[0]
        if not any(folder.glob(f"{kind}-*")):
            draw_key(folder, name)
    return folder


def publish_release_key(folder: Path, target: Path) -> None:
    """Write the public half of the key that signs releases, for the portal to check them by."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    private = base64.b64decode((folder / "release-ed25519").read_bytes())
    public = Ed25519PrivateKey.from_private_bytes(private).public_key().public_bytes_raw()
    target.write_bytes(base64.b64encode(public) + b"\n")


def draw_key(folder: Path, name: str) -> Path:
    """A new key of 32 random bytes, in base64; written whole or not at all.

    Raises:
        FileExistsError: there is one of that name, which may have sealed something.
    """
    path = folder / name
    fresh = folder / f".{name}.new"
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
    with os.fdopen(descriptor, "wb") as file:
        file.write(base64.b64encode(secrets.token_bytes(32)) + b"\n")
        file.flush()
        os.fsync(file.fileno())
    os.link(fresh, path)  # refuses an existing name, as a rename would not
    fresh.unlink()
    return path
