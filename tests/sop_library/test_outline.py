"""Sections have anchors that can be linked, and text that can be searched and compared."""

import pytest

from sop_library import outline
from sop_library.models import SopVersionPage
from tests.factories.procedures import BODY


@pytest.fixture
def sections():
    return outline.sections(SopVersionPage(body=BODY).body)


def test_every_section_has_an_anchor_of_its_own(sections):
    anchors = [section.anchor for section in sections]

    assert anchors[:4] == ["purpose", "step-1", "warning", "step-2"]
    assert len(set(anchors)) == len(anchors)


def test_the_same_heading_twice_gives_two_anchors():
    body = SopVersionPage(body=[BODY[0], BODY[0]]).body

    assert [section.anchor for section in outline.sections(body)] == ["purpose", "purpose-2"]


def test_a_step_tells_who_and_within_which_time(sections):
    assert sections[1].lines == (
        "1. Call the district social welfare officer",
        "Who: The officer who finds the child",
        "Within: 1 hour",
        "Form: Form 3",
        "Law: Act 694, section 12",
        "Use the duty line.",
    )


def test_steps_are_numbered_through_the_whole_edition(sections):
    assert [section.number for section in sections] == [None, 1, None, 2, None, None]


def test_neighbouring_steps_stand_in_one_list():
    body = SopVersionPage(body=[BODY[1], BODY[1], BODY[2], BODY[1]]).body

    assert [len(group) for group in outline.groups(outline.sections(body))] == [2, 1, 1]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>One</p><p>Two &amp; three</p>", ("One", "Two & three")),
        ("<ul><li>One</li><li><b>Two</b></li></ul>", ("One", "Two")),
        ("", ()),
        (None, ()),
    ],
)
def test_rich_text_becomes_paragraphs(source, expected):
    assert outline.paragraphs(source) == expected
