"""Attack 5 runs in an environment of its own: anonymeter pins a numpy older than ours.

`.venv-anonymeter/` is made once, from `anonymeter.lock`, every package checked by its digest.
"""

from __future__ import annotations

import fcntl
import json
import shutil
import subprocess
from pathlib import Path

from casebase.reporting.protection.domain import Rows
from casebase.reporting.protection.programme import Programme

ROOT = Path(__file__).resolve().parents[4]
LOCK = Path(__file__).with_name("anonymeter.lock")
SCRIPT = Path(__file__).with_name("anonymeter_attacks.py")
ENVIRONMENT = ROOT / ".venv-anonymeter"
UV = ROOT / ".venv" / "bin" / "uv"

Risk = dict[str, float]  # point, upper: the attack's gain over strangers, 0 to 1


def attacked(
    programme: Programme, folder: Path, *, members: Rows, strangers: Rows, files: dict[str, Rows]
) -> dict[str, dict[str, Risk]]:
    """The risks of each of `files`, by attack."""
    for name, rows in {"members": members, "strangers": strangers, **files}.items():
        _write(programme, rows, folder / f"{name}.json")
    command = [ENVIRONMENT / "bin" / "python", "-W", "ignore", SCRIPT, folder, *files]
    _ensure_environment()
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(done.stdout)


def _write(programme: Programme, rows: Rows, path: Path) -> None:
    columns = {
        one.name: [one.codes[at].code for at in rows[:, column]]
        for column, one in enumerate(programme.attributes)
    }
    path.write_text(json.dumps(columns))


def _ensure_environment() -> None:
    """Make the environment if it is missing or older than its lock file; one process at a time."""
    with LOCK.open("rb") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        made = ENVIRONMENT / ".made"
        if made.exists() and made.stat().st_mtime >= LOCK.stat().st_mtime:
            return
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        _run("venv", "--quiet", "--python", "3.11", ENVIRONMENT)
        python = ENVIRONMENT / "bin" / "python"
        _run("pip", "install", "--quiet", "--require-hashes", "--python", python, "-r", LOCK)
        made.touch()


def _run(*arguments: str | Path) -> None:
    done = subprocess.run([UV, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(
            f"The environment for anonymeter could not be made: {done.stderr[-500:]} "
            "Python 3.11 and a package index are needed; then run the test again."
        )
