"""The shape of the repository, held by tests: who may import whom, and where things stand."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("portal", "search", "sop_library", "shelter_directory", "casebase")
SOURCES = [
    path
    for package in PACKAGES
    for path in sorted((ROOT / package).rglob("*.py"))
    if "migrations" not in path.parts
]


def test_the_import_contracts_hold():
    done = subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stdout


def test_the_top_level_is_the_one_that_was_designed():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True).stdout
    designed = {
        ".ci", ".gitattributes", ".gitignore", "LICENSE", "Makefile", "README.md", "casebase",
        "compose.yaml", "manage.py", "portal", "pyproject.toml", "search", "shelter_directory",
        "sop_library", "templates", "tests", "uv.lock",
    }  # fmt: skip

    assert {line.split("/")[0] for line in tracked.splitlines()} <= designed


LONG_FOR_A_REASON = {
    # One field a line: what the public may know, to be read from top to bottom.
    "shelter_directory/public.py:project",
}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_is_named_after_what_it_does_and_stays_readable(path):
    text = path.read_text()

    assert path.name not in {"utils.py", "helpers.py", "misc.py"}
    if str(path.relative_to(ROOT)) not in LONG_FOR_A_REASON:
        assert text.count("\n") <= 400, "past 400 lines a file becomes a package"
    if path.name == "__init__.py" and path.parent.name not in {"models", "services"}:
        assert text == "", "__init__.py stays empty"


def functions():
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node


def length_of(function):
    """Lines of code: a signature of named arguments and a docstring make nothing longer."""
    has_docstring = ast.get_docstring(function) is not None and len(function.body) > 1
    first = function.body[1] if has_docstring else function.body[0]
    return function.end_lineno - first.lineno + 1


def test_no_function_is_longer_than_forty_lines():
    reasoned = {name.rpartition(":")[2] for name in LONG_FOR_A_REASON}
    long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path, node in functions()
        if length_of(node) > 40 and node.name not in reasoned
    ]

    assert long == []


def test_nothing_is_imported_from_the_parts_we_decided_against():
    banned = (
        "elasticsearch_dsl",
        "wagtail.api",
        "wagtail.contrib.search_promotions",
        "rest_framework",
    )
    found = []
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text())):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            found += [f"{path}: {name}" for name in names if name.startswith(banned)]

    assert found == []


def test_no_raw_markup_is_called_safe():
    marked = [str(path) for path in SOURCES if "mark_safe(" in path.read_text()]
    templates = [
        str(path) for path in (ROOT / "templates").rglob("*.html") if "|safe" in path.read_text()
    ]

    assert marked + templates == []
