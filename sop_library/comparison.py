"""What changed between two editions, word by word, as HTML that is safe to show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from sop_library.outline import Section

_WORD_OR_SPACE = re.compile(r"\s+|\w+|[^\w\s]")


@dataclass(frozen=True)
class Line:
    """One paragraph of a comparison.

    Attributes:
        change: "same", "added", "removed" or "changed".
        html: the paragraph, escaped, with `<ins>` and `<del>` around what differs.
    """

    change: str
    html: SafeString
    is_heading: bool


def compare(older: Sequence[Section], newer: Sequence[Section]) -> tuple[Line, ...]:
    """Every paragraph of both editions in reading order, with what was added and removed."""
    before, after = _lines(older), _lines(newer)
    matcher = SequenceMatcher(
        None, [text for text, _ in before], [text for text, _ in after], autojunk=False
    )
    return tuple(
        line
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        for line in _changed(tag, before[i1:i2], after[j1:j2])
    )


def _lines(sections: Sequence[Section]) -> list[tuple[str, bool]]:
    return [
        (line, position == 0) for section in sections for position, line in enumerate(section.lines)
    ]


def _changed(
    tag: str, before: list[tuple[str, bool]], after: list[tuple[str, bool]]
) -> Iterator[Line]:
    if tag == "equal":
        yield from (Line("same", _html(text), heading) for text, heading in after)
        return
    # Paragraphs that stand at the same place are compared word by word; the rest came or went.
    paired = min(len(before), len(after)) if tag == "replace" else 0
    for (old, _), (new, heading) in zip(before[:paired], after[:paired], strict=True):
        yield _word_by_word(old, new, heading)
    for text, heading in before[paired:]:
        yield Line("removed", _html(text, "del"), heading)
    for text, heading in after[paired:]:
        yield Line("added", _html(text, "ins"), heading)


def _word_by_word(old: str, new: str, heading: bool) -> Line:
    before, after = _WORD_OR_SPACE.findall(old), _WORD_OR_SPACE.findall(new)
    parts = []
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            parts.append(_html("".join(after[j1:j2])))
            continue
        if i2 > i1:
            parts.append(_html("".join(before[i1:i2]), "del"))
        if j2 > j1:
            parts.append(_html("".join(after[j1:j2]), "ins"))
    return Line("changed", format_html_join("", "{}", ((part,) for part in parts)), heading)


def _html(text: str, element: str = "") -> SafeString:
    return format_html(f"<{element}>{{}}</{element}>", text) if element else escape(text)
