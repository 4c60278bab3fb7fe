"""What the settings read from outside: environment first, then `$HARBOUR_DATA/*.env`."""

from __future__ import annotations

import os
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from portal.runtime import folders

DATA = folders.data_folder()
_FILES = {
    **folders.read_env_file(DATA / "credentials.env"),
    **folders.read_env_file(DATA / "site.env"),
}


def read(name: str, default: str | None = None) -> str:
    """A value by name.

    Raises:
        ImproperlyConfigured: it is nowhere and has no default; no secret ever has one.
    """
    value = os.environ.get(name) or _FILES.get(name) or default
    if value is None:
        raise ImproperlyConfigured(
            f"{name} is not set. Set it in the environment, or run `make demo`, which writes "
            "one for this machine."
        )
    return value


def flag(name: str) -> bool:
    return read(name, "0") == "1"


def database(url: str, **options: Any) -> dict[str, Any]:
    """Django's DATABASES entry for a `postgresql://` address; what its query says goes first."""
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "OPTIONS": {**options, **dict(parse_qsl(parts.query))},
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": True,
    }


def passkey_place(base_url: str) -> tuple[str, list[str]]:
    """The host that passkeys are bound to, and the one origin they may be used from.

    Browsers know no passkey for a bare IP address; a demo on loopback offers them at `localhost`.
    """
    parts = urlsplit(base_url)
    host = parts.hostname or "localhost"
    if host.replace(".", "").isdigit():
        host = "localhost"
    port = f":{parts.port}" if parts.port else ""
    return host, [f"{parts.scheme}://{host}{port}"]
