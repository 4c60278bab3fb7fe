"""`site.env`: this machine's own secrets, drawn once and kept (mode 600)."""

from __future__ import annotations

import base64
import secrets
from pathlib import Path

from portal.runtime import folders


def ensure_site_secrets(path: Path, *, demo: bool) -> dict[str, str]:
    """Write what is missing; what stands is kept, or every sealed seed would be lost.

    Args:
        demo: whether this data folder is a demonstration; stays as it was first written.
    """
    values = {
        "HARBOUR_DEMO": "1" if demo else "0",
        **{f"{site}_SECRET_KEY": secrets.token_urlsafe(50) for site in ("PORTAL", "CASEWORK")},
        **{f"{site}_SEED_KEY": _key() for site in ("PORTAL", "CASEWORK")},
    } | folders.read_env_file(path)
    folders.write_private_file(path, values)
    return values


def _key() -> str:
    """32 random bytes in base64: an AES-256 key."""
    return base64.b64encode(secrets.token_bytes(32)).decode()
