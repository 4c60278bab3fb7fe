"""Programs that Python packages cannot bring: found, installed where we are root, or named."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping

# program -> Debian's package; only what the tests need, never what the demo needs
CHROMIUM = {"chromium": "chromium"}


def missing(programs: Mapping[str, str]) -> dict[str, str]:
    """Those of the programs that are not on the path."""
    return {name: package for name, package in programs.items() if not shutil.which(name)}


def ensure(programs: Mapping[str, str]) -> list[str]:
    """Install what is missing where we may; return the packages that are still needed."""
    absent = missing(programs)
    if absent and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {', '.join(absent.values())} with apt-get …", flush=True)
        _apt_get("update")
        _apt_get("install", "--yes", "--no-install-recommends", *absent.values())
    return list(missing(programs).values())


def _apt_get(*arguments: str) -> None:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(
        ["apt-get", "-qq", *arguments], env=environment, stdout=subprocess.DEVNULL, check=False
    )
