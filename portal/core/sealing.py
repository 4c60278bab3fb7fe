"""Secrets at rest: sealed where they must be read again, digests where they need not be.

Both use keys drawn from `settings.SEED_KEY`, each for one purpose, so that nothing made for one
use can stand in for another.
"""

from __future__ import annotations

import base64
import binascii
import hmac
import secrets
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

VERSION = b"\x01"
NONCE_BYTES = 12
ALPHABET = "ABCDEFGHJKMNPQRSTVWXYZ2345678"  # no letter or digit is mistaken for another


class CannotUnseal(ValueError):
    """The sealed value was changed, moved to another row, or sealed with another key."""


def seal(plain: bytes, *, bound_to: str) -> bytes:
    """Encrypt with AES-256-GCM.

    Args:
        bound_to: table, column and row; the value opens nowhere else.

    Returns:
        One version byte, a fresh nonce, the ciphertext with its tag: 29 bytes more than `plain`.
    """
    nonce = secrets.token_bytes(NONCE_BYTES)
    return VERSION + nonce + AESGCM(_key("seal")).encrypt(nonce, plain, _bound(bound_to))


def unseal(sealed: bytes, *, bound_to: str) -> bytes:
    """The plain value.

    Raises:
        CannotUnseal: the value is not exactly what `seal` made for this place.
    """
    if sealed[:1] != VERSION:
        raise CannotUnseal("The sealed value has an unknown format.")
    nonce, body = sealed[1 : 1 + NONCE_BYTES], sealed[1 + NONCE_BYTES :]
    try:
        return AESGCM(_key("seal")).decrypt(nonce, body, _bound(bound_to))
    except (InvalidTag, ValueError) as error:
        raise CannotUnseal("The sealed value does not belong to this place.") from error


def digest(purpose: str, secret: str) -> str:
    """A keyed digest as 64 hex digits, for looking up a secret that was drawn at random."""
    return hmac.new(_key(purpose), secret.encode(), "sha256").hexdigest()


def session_key() -> bytes:
    """The key of the proof that a session gave both factors; the casebase checks it as well."""
    return _key("session proof")


def draw_code(groups: int, *, size: int = 4) -> str:
    """A random code to read aloud or copy, as `ABCD-EFGH`; each character carries 4.86 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(size)) for _ in range(groups))


def plain_code(typed: str) -> str:
    """What a person typed, without the spaces, dashes and case they may have added."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def _bound(place: str) -> bytes:
    return f"{settings.SITE}|{place}|{VERSION.hex()}".encode()


def _key(purpose: str) -> bytes:
    return _derive(settings.SEED_KEY, purpose)


@lru_cache(maxsize=16)
def _derive(encoded: str, purpose: str) -> bytes:
    try:
        master = base64.b64decode(encoded, validate=True)
    except binascii.Error as error:
        raise ImproperlyConfigured("The seed key must be 32 bytes in base64.") from error
    if len(master) != 32:
        raise ImproperlyConfigured("The seed key must be 32 bytes in base64.")
    info = f"harbour {purpose}".encode()
    return HKDF(algorithm=hashes.SHA256(), length=32, salt=None, info=info).derive(master)
