"""Between plain text and the rich text that editors write."""

from __future__ import annotations

import html
import re

_BREAKS = re.compile(r"</(?:p|h\d|li|ul|ol|div|tr|blockquote)>|<(?:br|hr)\s*/?>", re.IGNORECASE)
_TAGS = re.compile(r"<[^>]*>")
_SPACES = re.compile(r"[ \t\xa0]+")
_GAPS = re.compile(r"\s*\n\s*")
_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")


def plain(rich: str) -> str:
    """The words of rich text, a line for each paragraph."""
    text = _TAGS.sub("", _BREAKS.sub("\n", rich))
    text = _SPACES.sub(" ", html.unescape(text))
    return _GAPS.sub("\n", text).strip()


def rich(text: str) -> str:
    """Plain text as paragraphs; nothing in it is taken for markup."""
    paragraphs = [line.strip() for line in text.splitlines()]
    return "".join(f"<p>{html.escape(line, quote=False)}</p>" for line in paragraphs if line)


def without_controls(text: str) -> str:
    """The text without what PostgreSQL or a page cannot hold: NUL, control characters, halves."""
    return _CONTROLS.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
