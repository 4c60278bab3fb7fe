"""Where one machine's Harbour keeps what it makes: `$HARBOUR_DATA`, by default `var/`."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def data_folder() -> Path:
    """The folder of databases, files, logs and secrets; it need not exist yet."""
    return Path(os.environ.get("HARBOUR_DATA") or ROOT / "var").expanduser().resolve()


def read_env_file(path: Path) -> dict[str, str]:
    """The `NAME=value` lines of a file; empty when the file is absent."""
    if not path.exists():
        return {}
    lines = path.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    return {name.strip(): value.strip() for name, value in pairs}


def write_private_file(path: Path, values: dict[str, str]) -> None:
    """Write `NAME=value` lines that only the owner may read, replacing the file in one step."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.writelines(f"{name}={value}\n" for name, value in values.items())
    fresh.replace(path)
