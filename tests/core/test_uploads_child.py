"""The process that opens strangers' files: its limits, and how little of ours it knows."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from portal.core.uploads import sandbox
from tests.factories.uploads import image, m4a, mp3, office, pdf

OPENING = "portal.core.uploads.opening"
# What is left in the child when its work is done.
WATCHED = """
import json, resource, runpy, sys
sys.argv = sys.argv[1:]
try:
    runpy.run_path(sys.argv[0], run_name=sys.argv[5])
except SystemExit:
    pass
limits = {name: resource.getrlimit(getattr(resource, name))[1]
          for name in ("RLIMIT_CPU", "RLIMIT_AS", "RLIMIT_FSIZE", "RLIMIT_CORE", "RLIMIT_NPROC")}
print(json.dumps([limits, sorted(sys.modules)]), file=sys.stderr)
"""
GOOD = {
    "pdf": pdf("x"),
    "docx": office(),
    "xlsx": office("xlsx"),
    "csv": b"a,b\n1,2\n",
    "jpg": image("JPEG"),
    "png": image("PNG"),
    "webp": image("WEBP"),
    "mp3": mp3(),
    "m4a": m4a(),
}


def watched(command, extension, folder, *, run_as="__main__"):
    """What the child printed, the hard limits it was left with, and the modules it knew."""
    (folder / "source").write_bytes(GOOD[extension])
    arguments = [command, folder / "source", extension, folder / "target", run_as]
    done = subprocess.run(
        [sys.executable, "-I", "-X", "utf8", "-c", WATCHED, sandbox.CHILD, *arguments],
        capture_output=True,
        check=True,
        cwd=folder,
        env={},
        text=True,
    )
    limits, modules = json.loads(done.stderr.splitlines()[-1])
    return [json.loads(line) for line in done.stdout.splitlines()], limits, modules


@pytest.mark.parametrize("extension", GOOD)
@pytest.mark.parametrize("command", ["inspect", "read"])
def test_each_file_is_opened_within_limits_and_beside_nothing_of_the_sites(
    command, extension, tmp_path
):
    findings, limits, modules = watched(command, extension, tmp_path)

    assert findings or command == "read"  # pictures and sound have no words
    assert not any("refusal" in finding or "problem" in finding for finding in findings)
    assert limits == {
        "RLIMIT_CPU": {"inspect": 21, "read": 121}[command],
        "RLIMIT_AS": {"inspect": 1024, "read": 2048}[command] * 1024 * 1024,
        "RLIMIT_FSIZE": 200 * 1024 * 1024,
        "RLIMIT_CORE": 0,
        "RLIMIT_NPROC": 0,
    }
    ours = {name for name in modules if name.split(".")[0] in {"portal", "casebase", "search"}}
    parents = {"portal", "portal.core", "portal.core.uploads", OPENING}
    assert all(name in parents or name.startswith(OPENING + ".") for name in ours), ours
    assert "django" not in modules


def test_the_limits_are_there_before_anything_of_ours_is_imported(tmp_path):
    _, _, modules = watched("inspect", "pdf", tmp_path, run_as="only loaded")

    assert not [name for name in modules if name.split(".")[0] in {"portal", "pypdf", "PIL"}]
