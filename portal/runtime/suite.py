"""`make test`: the whole suite; what cannot be had here is said loudly at the end."""

from __future__ import annotations

import os
import subprocess
import sys

from portal.runtime import folders, machine

CASEWORK = "tests/casebase"
NOTHING_CHOSEN = 5  # pytest's own code for "no test has this name"


def main(arguments: list[str]) -> int:
    """Run pytest with the given arguments.

    Returns:
        pytest's exit code; 1 where CI lacks a program that a part of the suite needs.
    """
    lacking = machine.ensure(machine.CHROMIUM)
    codes = [_run(suite, arguments) for suite in _suites(arguments)]
    code = max((code for code in codes if code != NOTHING_CHOSEN), default=NOTHING_CHOSEN)
    if lacking:
        print(
            f"\n!!! NOT RUN: the browser half, for want of {', '.join(lacking)}. Install it "
            f"(as root: apt-get install {' '.join(lacking)}) and run `make test` again.",
            flush=True,
        )
        code = code or int(os.environ.get("CI") == "true")
    return code


def _suites(arguments: list[str]) -> list[list[str]]:
    """Each site has settings, databases and roles of its own, so each has a run of its own."""
    chosen = [argument for argument in arguments if argument.startswith("tests")]
    if not chosen:
        return [[], [CASEWORK]]
    return [[]]  # pytest finds the settings by the path


def _run(suite: list[str], arguments: list[str]) -> int:
    command = [sys.executable, "-m", "pytest", *_workers(arguments), *suite, *arguments]
    return subprocess.run(command, cwd=folders.ROOT, check=False).returncode


def _workers(arguments: list[str]) -> list[str]:
    """Two processes for the whole suite; one for a chosen part, which starts sooner."""
    return [] if arguments else ["-n", "2", "--dist", "loadgroup"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
