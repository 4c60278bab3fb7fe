"""Whether casework's key signed the manifest; without the key, nothing is taken."""

from __future__ import annotations

import base64
import binascii
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from portal.statistics.receiving.refusals import BundleRefused

KEY_BYTES, SIGNATURE_BYTES = 32, 64


def read_key(path: Path) -> Ed25519PublicKey:
    """The public key: one line of base64.

    Raises:
        BundleRefused: there is no key, or what is there is none.
    """
    try:
        raw = base64.b64decode(path.read_text(encoding="ascii").strip(), validate=True)
    except OSError as error:
        raise BundleRefused(
            "The key that releases are checked with is not there, so nothing can be taken. Ask "
            "the operator to put casework's public key where RELEASE_PUBLIC_KEY says."
        ) from error
    except (binascii.Error, UnicodeDecodeError) as error:
        raise BundleRefused(_NO_KEY) from error
    if len(raw) != KEY_BYTES:
        raise BundleRefused(_NO_KEY)
    return Ed25519PublicKey.from_public_bytes(raw)


_NO_KEY = (
    "The file of the key that releases are checked with holds no key. Ask the operator to put "
    "casework's public key there again."
)


def require_signed(manifest: bytes, signature: bytes, key: Ed25519PublicKey) -> None:
    """Raises:
    BundleRefused: the signature is not this key's over exactly these bytes.
    """
    try:
        if len(signature) != SIGNATURE_BYTES:
            raise InvalidSignature
        key.verify(signature, manifest)
    except InvalidSignature as error:
        raise BundleRefused(
            "The signature does not fit: the manifest was changed after casework signed it, or "
            "another key signed it. Hand the release over again; if this stays, tell the operator."
        ) from error
