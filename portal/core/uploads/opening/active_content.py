"""PDF files that could do something by themselves are refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from portal.core.uploads.opening.verdicts import Refused

MAX_OBJECTS = 300_000

ACTIVE_KEYS = {"/JS", "/JavaScript", "/EmbeddedFiles", "/EF", "/XFA", "/RichMediaContent"}
ACTIVE_ACTIONS = {
    "/JavaScript": "JavaScript",
    "/Launch": "a command that starts a program",
    "/SubmitForm": "a form that sends what is typed",
    "/ImportData": "a command that imports data",
    "/GoToE": "a link into an embedded file",
    "/Rendition": "embedded media",
    "/RichMediaExecute": "embedded media",
}
ACTIVE_TYPES = {
    "/EmbeddedFile": "an embedded file",
    "/RichMedia": "embedded media",
    "/FileAttachment": "an embedded file",
}
KEY_MEANS = {
    "/JS": "JavaScript",
    "/JavaScript": "JavaScript",
    "/EmbeddedFiles": "an embedded file",
    "/EF": "an embedded file",
    "/XFA": "a form with a program in it",
    "/RichMediaContent": "embedded media",
}
ADVICE = "Print it to a new PDF (“Save as PDF”) and upload that one."


def every_object(reader: Any) -> Iterator[Any]:
    """Every indirect object, referred to or not, packed or not."""
    numbers = {
        (number, generation) for generation, table in reader.xref.items() for number in table
    }
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > MAX_OBJECTS:
        raise ValueError("too many objects")
    from pypdf.generic import IndirectObject

    for number, generation in sorted(numbers):
        try:
            yield reader.get_object(IndirectObject(number, generation, reader))
        except RecursionError:
            raise
        except Exception:  # noqa: S112 -- one broken object; PDF programs pass over it as well
            continue
    yield reader.trailer


def refuse_active(thing: Any) -> None:
    for dictionary in dictionaries_in(thing):
        _refuse_active_dictionary(dictionary)


def dictionaries_in(thing: Any) -> Iterator[dict[Any, Any]]:
    """An object's dictionaries, within each other too, without following a reference."""
    waiting, seen = [thing], 0
    while waiting:
        current = waiting.pop()
        seen += 1
        if seen > MAX_OBJECTS:
            raise Refused("This PDF is nested too deeply to be examined. " + ADVICE)
        if isinstance(current, dict):
            yield current
            waiting += [dict.__getitem__(current, key) for key in current]
        elif isinstance(current, list):
            waiting += list(list.__iter__(current))


def _refuse_active_dictionary(dictionary: dict[Any, Any]) -> None:
    found = [KEY_MEANS[str(key)] for key in dictionary if str(key) in ACTIVE_KEYS]
    action = dict.get(dictionary, "/S")
    kinds = (dict.get(dictionary, "/Type"), dict.get(dictionary, "/Subtype"))
    if isinstance(action, str) and str(action) in ACTIVE_ACTIONS:
        found.append(ACTIVE_ACTIONS[str(action)])
    found += [ACTIVE_TYPES[str(k)] for k in kinds if isinstance(k, str) and str(k) in ACTIVE_TYPES]
    if found:
        raise Refused(f"This PDF contains {found[0]}, which we do not give to readers. {ADVICE}")


ACTIVE_WORDS = re.compile(rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm)\b")
ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")


def refuse_active_words(content: bytes) -> None:
    """For a PDF whose structure cannot be read: look for the words themselves."""
    plain = ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), content)
    if found := ACTIVE_WORDS.search(plain):
        word = found[1].decode()
        raise Refused(
            f"This PDF cannot be read, and the word “{word}” in it points to active content, "
            f"which we do not give to readers. {ADVICE}"
        )
