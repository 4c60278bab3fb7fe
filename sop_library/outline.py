"""An edition as sections with anchors: what the page shows, search indexes and readers compare."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any

from django.utils.html import strip_tags
from django.utils.text import slugify
from wagtail.rich_text import RichText

# Where one paragraph ends and the next begins, in the HTML that the editor's rich text holds.
_PARAGRAPH_END = re.compile(r"</(?:p|li|h\d)>|<br\s*/?>", re.IGNORECASE)


@dataclass(frozen=True)
class Section:
    """One block of an edition.

    Attributes:
        anchor: the id of its element on the page; the same words give the same anchor.
        number: of a step, counted from 1 through the whole edition; None for other kinds.
        lines: its text without markup, a paragraph each, heading first.
        value: the block's own value, for the template.
    """

    kind: str
    anchor: str
    heading: str
    number: int | None
    lines: tuple[str, ...]
    value: Any

    @property
    def template(self) -> str:
        return f"sop_library/sections/{self.kind}.html"

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def sections(body: Iterable[Any]) -> tuple[Section, ...]:
    """The sections of a StreamField value, in order."""
    return tuple(_sections(body))


def groups(sections: Iterable[Section]) -> list[list[Section]]:
    """The sections with neighbouring steps put together, as one list on the page."""
    grouped: list[list[Section]] = []
    for section in sections:
        if section.kind == "step" and grouped and grouped[-1][0].kind == "step":
            grouped[-1].append(section)
        else:
            grouped.append([section])
    return grouped


def _sections(body: Iterable[Any]) -> Iterator[Section]:
    taken: Counter[str] = Counter()
    steps = 0
    for block in body:
        kind, value = block.block_type, block.value
        steps += kind == "step"
        number = steps if kind == "step" else None
        heading, lines = _READERS[kind](value)
        anchor = f"step-{number}" if number else slugify(heading)[:60] or kind
        taken[anchor] += 1
        if taken[anchor] > 1:
            anchor = f"{anchor}-{taken[anchor]}"
        if number:
            lines = (f"{number}. {lines[0]}", *lines[1:])
        yield Section(kind, anchor, heading, number, lines, value)


def _step(value: Any) -> tuple[str, tuple[str, ...]]:
    facts = (
        ("Who", value["actor"]),
        ("Within", value["deadline"]),
        ("Form", value["form"]),
        ("Law", value["legal_reference"]),
    )
    told = (f"{label}: {fact}" for label, fact in facts if fact)
    return value["action"], (value["action"], *told, *paragraphs(value["details"]))


def _decision(value: Any) -> tuple[str, tuple[str, ...]]:
    answers = (f"{answer['answer']}: {answer['then']}" for answer in value["answers"])
    return value["question"], (value["question"], *answers)


def _contact(value: Any) -> tuple[str, tuple[str, ...]]:
    facts = (value["role"], value["phone"], value["hours"])
    return value["name"], (value["name"], *(fact for fact in facts if fact))


def _text(value: Any) -> tuple[str, tuple[str, ...]]:
    return value["heading"], (value["heading"], *paragraphs(value["text"]))


def _attachment(value: Any) -> tuple[str, tuple[str, ...]]:
    page = f"Page {value['page']}" if value["page"] else ""
    return value["title"], (value["title"], *(fact for fact in (page, value["note"]) if fact))


def _warning(value: Any) -> tuple[str, tuple[str, ...]]:
    return "Warning", (f"Warning: {value}",)


_READERS = {
    "step": _step,
    "decision": _decision,
    "attachment": _attachment,
    "contact": _contact,
    "text": _text,
    "warning": _warning,
}


def paragraphs(text: RichText | str | None) -> tuple[str, ...]:
    """The paragraphs of rich text without their markup; empty ones left out."""
    source = getattr(text, "source", text) or ""
    plain = (strip_tags(part) for part in _PARAGRAPH_END.split(source))
    return tuple(" ".join(unescape(part).split()) for part in plain if part.strip())
