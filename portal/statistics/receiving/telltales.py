"""Looking through every text of a bundle for what could point to a case or a person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from stdnum.iso7064 import mod_37_36

from portal.content.files.examine import examine
from portal.core.uploads import sandbox
from portal.core.uploads.refusals import RefusedFile
from portal.statistics.receiving.refusals import BundleRefused

UUID = re.compile(
    r"(?<![0-9a-f])(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})(?![0-9a-f])",
    re.IGNORECASE,
)
# Casework's numbers look like K7QF-2M9X-B; written small they are checked by their last sign.
_SIGN = "[2-9A-HJKMNP-RTV-Y]"
CASE_NUMBER = re.compile(
    rf"(?<![0-9A-Z-])({_SIGN}{{4}})-({_SIGN}{{4}})-([0-9A-Z])(?![0-9A-Z-])", re.IGNORECASE
)
EMAIL = re.compile(r"[\w.+-]+@[a-z][\w-]*(?:\.[a-z][\w-]*)+", re.IGNORECASE)
BINARY = {"report.pdf": "pdf", "report.xlsx": "xlsx"}
# An SVG is a program to a browser: ours are drawn, so none of this is in them.
UNSAFE_SVG = re.compile(
    r"<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|<script|<foreignObject|<iframe|\son\w+\s*=|"
    r"javascript:|(?:href|src)\s*=\s*[\"'](?!#)|@import|url\(\s*[\"']?(?!#)",
    re.IGNORECASE,
)


def require_none(files: Mapping[str, bytes]) -> None:
    """Raises:
    BundleRefused: a text holds an identifier, a case number or an address, or cannot be read.
    """
    for name, text in _texts(files):
        if found := _telltale(text):
            raise BundleRefused(
                f"{name} holds {found}. Nothing that points to a case or a person may leave "
                "casework: tell its data protection officer, and do not hand it over again."
            )
        if name.endswith(".svg") and UNSAFE_SVG.search(text):
            raise BundleRefused(f"{name} holds more than a drawing.")


def _telltale(text: str) -> str:
    if UUID.search(text):
        return "an identifier of a record"
    if any(_is_case_number(*match.groups()) for match in CASE_NUMBER.finditer(text)):
        return "a case number"
    return "an e-mail address" if EMAIL.search(text) else ""


def _is_case_number(first: str, second: str, check: str) -> bool:
    whole = first + second + check
    return whole.isupper() or bool(mod_37_36.is_valid(whole.upper()))


def _texts(files: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    for name, content in sorted(files.items(), key=lambda file: file[0] in BINARY):
        if name in BINARY:
            yield name, _read_apart(name, content)
        elif not name.endswith(".sig"):
            try:
                yield name, content.decode("utf-8")
            except UnicodeDecodeError as error:
                raise BundleRefused(f"{name} is no text in UTF-8.") from error


def _read_apart(name: str, content: bytes) -> str:
    """The words of a PDF or workbook, read in a process of its own."""
    try:
        examined = examine(content, filename=name)
    except RefusedFile as error:
        raise BundleRefused(f"{name} was refused: {error}") from error
    outcome = sandbox.run("read", content, BINARY[name])
    pages = [str(finding["text"]) for finding in outcome.findings if "text" in finding]
    if examined.problem or not outcome.ended or not any(pages):
        raise BundleRefused(f"{name} cannot be read, so nobody can tell what is in it.")
    return "\n".join(pages)
