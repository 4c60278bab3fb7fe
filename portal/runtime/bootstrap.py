"""Make `.venv/` from `uv.lock` on a machine that has only Python 3.11 or newer.

Debian's `python3` comes without pip and without `ensurepip`, so neither is used: the wheel of
`uv` is found in our own lock file, checked against the digest that stands there, and its program
is put into `.venv/bin`. From then on `uv sync --frozen` does the rest, every package checked by
digest as well. Standard library only: this file runs before anything is installed.
"""

from __future__ import annotations

import hashlib
import io
import os
import platform
import subprocess
import sys
import tomllib
import urllib.error
import urllib.request
import venv
import zipfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
STAMP = VENV / ".synced"  # newer than uv.lock: nothing to do
MINIMUM = (3, 11)


class CannotBootstrap(RuntimeError):
    """The environment cannot be made here; the message says what to do."""


def main() -> int:
    """Make or refresh `.venv/`; quick when it is already right.

    Returns:
        0 when the environment stands, 1 with a message on standard error when it cannot be made.
    """
    try:
        ensure_environment()
    except CannotBootstrap as error:
        print(f"\nHarbour cannot set itself up: {error}", file=sys.stderr)
        return 1
    return 0


def ensure_environment() -> None:
    """Bring `.venv/` to the state that `uv.lock` describes."""
    if sys.version_info < MINIMUM:
        raise CannotBootstrap(f"Python {MINIMUM[0]}.{MINIMUM[1]} or newer is needed.")
    lock = ROOT / "uv.lock"
    if STAMP.exists() and STAMP.stat().st_mtime >= lock.stat().st_mtime:
        return
    print("[1/2] Python environment in .venv …", flush=True)
    if not (VENV / "bin" / "python").exists():
        venv.EnvBuilder(with_pip=False, symlinks=True).create(VENV)
    uv = VENV / "bin" / "uv"
    if not uv.exists():
        _install_uv(lock, uv)
    print("[2/2] Packages, each checked against uv.lock …", flush=True)
    _sync(uv)
    STAMP.touch()


def _sync(uv: Path) -> None:
    environment = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(VENV), "UV_NATIVE_TLS": "true"}
    command = [str(uv), "sync", "--frozen", "--python", str(VENV / "bin" / "python")]
    if subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode:
        raise CannotBootstrap("the packages could not be installed; the lines above say why.")


def _install_uv(lock: Path, target: Path) -> None:
    package = _locked_package(tomllib.loads(lock.read_text(encoding="utf-8")), "uv")
    wheel = _wheel_for_this_machine(package["wheels"])
    content = _download(wheel["url"])
    if hashlib.sha256(content).hexdigest() != wheel["hash"].removeprefix("sha256:"):
        raise CannotBootstrap("the downloaded uv does not match the digest in uv.lock.")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        member = next(name for name in archive.namelist() if name.endswith("/scripts/uv"))
        target.write_bytes(archive.read(member))
    target.chmod(0o755)


def _locked_package(lock: dict[str, Any], name: str) -> dict[str, Any]:
    return next(package for package in lock["package"] if package["name"] == name)


def _wheel_for_this_machine(wheels: list[dict[str, str]]) -> dict[str, str]:
    machine = platform.machine().lower()
    flavour = "macosx" if sys.platform == "darwin" else "manylinux"
    for wheel in wheels:
        name = wheel["url"].rsplit("/", 1)[-1]
        if flavour in name and machine in name:
            return wheel
    raise CannotBootstrap(f"no uv wheel for {sys.platform} on {machine} stands in uv.lock.")


def _download(url: str) -> bytes:
    try:
        with urllib.request.urlopen(url, timeout=120) as answer:  # noqa: S310 -- https, from uv.lock
            return bytes(answer.read())
    except (urllib.error.URLError, TimeoutError) as error:
        raise CannotBootstrap(f"the package index did not answer ({error}). Try again.") from error


if __name__ == "__main__":
    sys.exit(main())
