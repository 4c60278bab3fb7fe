"""A comparison shows every added and removed word, and nothing that a browser would run."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sop_library.comparison import compare
from sop_library.outline import Section


def section(*lines):
    return Section("text", "a", lines[0] if lines else "", None, lines, None)


def html(older, newer):
    return [line.html for line in compare([section(*older)], [section(*newer)])]


def test_the_same_text_has_no_change():
    lines = compare([section("One", "Two")], [section("One", "Two")])

    assert [line.change for line in lines] == ["same", "same"]


def test_one_changed_word_is_marked_alone():
    assert html(["Within 48 hours of rescue"], ["Within 72 hours of rescue"]) == [
        "Within <del>48</del><ins>72</ins> hours of rescue"
    ]


def test_added_and_removed_paragraphs_are_marked_whole():
    assert html(["Head", "Gone"], ["Head"]) == ["Head", "<del>Gone</del>"]
    assert html(["Head"], ["Head", "New"]) == ["Head", "<ins>New</ins>"]


def test_markup_in_a_text_is_shown_and_not_run():
    [line] = html(["a"], ["<script>alert(1)</script>"])

    assert "<script" not in line
    assert "&lt;" in line


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=30), max_size=5), st.lists(st.text(max_size=30), max_size=5))
def test_without_its_marks_a_comparison_holds_the_newer_text(older, newer):
    lines = compare([section(*older)], [section(*newer)])

    kept = [_without_deleted(line.html) for line in lines if line.change != "removed"]
    assert kept == [_escaped(text) for text in newer]


def _without_deleted(text):
    import re

    return re.sub(r"</?ins>", "", re.sub(r"<del>.*?</del>", "", text, flags=re.DOTALL))


def _escaped(text):
    from django.utils.html import escape

    return str(escape(text))
