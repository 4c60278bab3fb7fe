"""How the two files of govuk-frontend under `static/vendor/` are made from its archive.

Only what our components use is kept, so that a page stays light; its typeface, crest and source
maps are left out, because they belong to another government (`portal/content/README.md`).
"""

from __future__ import annotations

import hashlib
import re
import tarfile
import tomllib
from collections.abc import Iterator
from pathlib import Path

RECORD = Path(__file__).with_name("VENDORED.toml")
FOLDER = Path(__file__).with_name("static") / "vendor"
STYLESHEET = "govuk-frontend.min.css"
SCRIPT = "govuk-frontend.min.js"

# One word per block of the kit: `.govuk-<block>`, with its elements (`__`) and modifiers (`--`).
KEPT = """
body body-l body-lead body-m body-s breadcrumbs button button-group caption-l caption-m
caption-xl checkboxes date-input details error-message error-summary exit-this-page
exit-this-page-hide-content exit-this-page-overlay fieldset form-group frontend-supported
heading-l heading-m heading-s heading-xl hint input inset-text label link list main-wrapper
notification-banner pagination radios section-break select skip-link
skip-link-focused-element summary-list table tag template textarea visually-hidden
visually-hidden-focusable warning-text width-container
"""
KEPT_BLOCKS = frozenset(KEPT.split())
# Work-arounds for browsers that the kit's own script no longer supports.
OLD_BROWSERS = re.compile(r"@-moz-document|\\0|@supports not \(text-wrap")
FOREIGN = re.compile(r"@font-face|\bcrest\b|GDS Transport|url\(")


def record() -> dict[str, str]:
    """What `VENDORED.toml` says: version, archive and file checksums."""
    return tomllib.loads(RECORD.read_text())


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def read_archive(archive: Path) -> tuple[str, str]:
    """The kit's own minified style sheet and script, out of the archive `npm pack` makes."""
    with tarfile.open(archive) as tar:
        return _member(tar, STYLESHEET), _member(tar, SCRIPT)


def _member(tar: tarfile.TarFile, name: str) -> str:
    member = tar.extractfile(f"package/dist/govuk/{name}")
    if member is None:
        raise FileNotFoundError(f"{name} is not in the archive")
    return member.read().decode()


def trim_script(script: str) -> str:
    """The script without the pointer to a source map that we do not serve."""
    return re.sub(r"\s*//# sourceMappingURL=\S+\s*$", "\n", script)


def trim_stylesheet(css: str) -> str:
    """The style sheet with our blocks only, our font, and nothing loaded from anywhere.

    Raises:
        ValueError: something of the other government's identity is still in it.
    """
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    css = css.replace("GDS Transport,arial,sans-serif", "var(--harbour-font,arial,sans-serif)")
    trimmed = "".join(_kept(css)) + "\n"
    if found := FOREIGN.search(trimmed):
        raise ValueError(f"{found.group()!r} is still in the trimmed style sheet")
    return trimmed


def _kept(css: str) -> Iterator[str]:
    """Each rule of `css` that we use, its unused selectors taken out."""
    for prelude, body in _rules(css):
        if prelude.startswith("@font-face") or OLD_BROWSERS.search(prelude):
            continue
        if prelude.startswith(("@media", "@supports")):
            if inner := "".join(_kept(body)):
                yield f"{prelude}{{{inner}}}"
        elif prelude and (selectors := _kept_selectors(prelude)):
            yield f"{selectors}{{{body}}}"


def _rules(css: str) -> Iterator[tuple[str, str]]:
    """Every outermost `prelude{body}`; statements without a body, such as @charset, are dropped."""
    depth, start, prelude = 0, 0, ""
    for token in re.finditer(r'"[^"]*"|[{};]', css):
        if token.group() == "{":
            if depth == 0:
                prelude, start = css[start : token.start()].strip(), token.end()
            depth += 1
        elif token.group() == "}":
            depth -= 1
            if depth == 0:
                yield prelude, css[start : token.start()]
                start = token.end()
        elif token.group() == ";" and depth == 0:
            start = token.end()


def _kept_selectors(selectors: str) -> str:
    parts = re.split(r",(?![^(]*\))", selectors)
    return ",".join(part for part in parts if _blocks(part) <= KEPT_BLOCKS)


def _blocks(selector: str) -> set[str]:
    return {re.split("__|--", name)[0] for name in re.findall(r"\.govuk-([\w-]+)", selector)}
