"""The pieces of text pages: few, so that every page stays light and reads the same."""

from __future__ import annotations

from typing import Any

from wagtail import blocks

FEATURES = ["h3", "bold", "ol", "ul", "link"]


class NoteBlock(blocks.StructBlock):
    """A sentence that must not be missed."""

    text = blocks.CharBlock(max_length=400)

    class Meta:
        icon = "warning"
        template = "site_pages/blocks/note.html"


class QuestionBlock(blocks.StructBlock):
    """A question that opens to its answer; works without JavaScript."""

    question = blocks.CharBlock(max_length=160)
    answer = blocks.RichTextBlock(features=["bold", "ul", "ol", "link"])

    class Meta:
        icon = "help"
        template = "site_pages/blocks/question.html"


class BodyBlock(blocks.StreamBlock):
    """The body of a text page."""

    heading = blocks.CharBlock(
        max_length=120, icon="title", template="site_pages/blocks/heading.html"
    )
    text = blocks.RichTextBlock(features=FEATURES, template="site_pages/blocks/text.html")
    note = NoteBlock()
    question = QuestionBlock()


def plain_text(body: Any) -> str:
    """The words of a body, without markup, for search and feeds."""
    return "\n".join(
        text for block in body for text in block.block.get_searchable_content(block.value)
    )
