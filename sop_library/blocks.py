"""The parts a procedure is written in: who does what, within which time, and what to watch for."""

from __future__ import annotations

from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock

PROSE = ["bold", "italic", "link", "document-link", "ol", "ul"]


class StepBlock(blocks.StructBlock):
    """One thing that somebody must do."""

    action = blocks.CharBlock(
        max_length=400, help_text="What is done, as an instruction: “Call the district officer”."
    )
    actor = blocks.CharBlock(max_length=120, help_text="Who does it: an office, never a name.")
    deadline = blocks.CharBlock(
        max_length=80, required=False, help_text="Within which time: “72 hours of rescue”."
    )
    details = blocks.RichTextBlock(features=PROSE, required=False)
    form = blocks.CharBlock(max_length=120, required=False, help_text="The form that is filled in.")
    form_page = blocks.PageChooserBlock(required=False, help_text="Where the form can be found.")
    legal_reference = blocks.CharBlock(
        max_length=160, required=False, help_text="For instance “Act 694, section 12”."
    )

    class Meta:
        icon = "list-ol"
        label = "Step"


class AnswerBlock(blocks.StructBlock):
    """What to do for one answer to a question."""

    answer = blocks.CharBlock(max_length=80)
    then = blocks.CharBlock(max_length=300)


class DecisionBlock(blocks.StructBlock):
    """A question on which the way forward depends."""

    question = blocks.CharBlock(max_length=200)
    answers = blocks.ListBlock(AnswerBlock(), min_num=2)

    class Meta:
        icon = "help"
        label = "Decision"


class ContactBlock(blocks.StructBlock):
    """An office or line to reach; never a person's own number."""

    name = blocks.CharBlock(max_length=120)
    role = blocks.CharBlock(max_length=160, required=False)
    phone = blocks.CharBlock(max_length=40, required=False)
    hours = blocks.CharBlock(max_length=80, required=False)

    class Meta:
        icon = "user"
        label = "Contact"


class AttachmentBlock(blocks.StructBlock):
    """A form or annex as a file, opened at the page that matters."""

    title = blocks.CharBlock(max_length=120)
    document = DocumentChooserBlock()
    page = blocks.IntegerBlock(min_value=1, required=False, help_text="Opens at this page.")
    note = blocks.CharBlock(max_length=300, required=False)

    class Meta:
        icon = "doc-full"
        label = "Attachment"


class SectionBlock(blocks.StructBlock):
    """Running text under a heading."""

    heading = blocks.CharBlock(max_length=120)
    text = blocks.RichTextBlock(features=PROSE, required=False)

    class Meta:
        icon = "pilcrow"
        label = "Text"


class ProcedureBlocks(blocks.StreamBlock):
    """The body of an edition."""

    text = SectionBlock()
    step = StepBlock()
    decision = DecisionBlock()
    warning = blocks.CharBlock(max_length=400, icon="warning")
    contact = ContactBlock()
    attachment = AttachmentBlock()
