"""Recordings keep their sound and lose what was written about it."""

from __future__ import annotations

import pytest

from portal.core.uploads import sandbox
from portal.core.uploads.refusals import RefusedFile, refuse_another_type
from tests.factories.uploads import BAD_SOUND, m4a, mp3

PRIVATE = b"5.55N 0.21W Kofi Invented"


@pytest.mark.parametrize(("make", "extension"), [(mp3, "mp3"), (m4a, "m4a")])
def test_a_place_in_a_recording_is_taken_out_and_its_sound_stays(make, extension):
    sent = make(about=PRIVATE)
    assert PRIVATE in sent
    refuse_another_type(sent, extension)

    outcome = sandbox.run("inspect", sent, extension)

    assert outcome.findings == ({"fine": True},)
    assert b"Kofi" not in outcome.output
    assert make(about=None, only_sound=True) in outcome.output


def test_nothing_moves_in_an_m4a_so_its_index_still_holds():
    sent = m4a(about=PRIVATE)

    kept = sandbox.run("inspect", sent, "m4a").output

    assert len(kept) == len(sent)
    assert kept.index(b"mdat") == sent.index(b"mdat")


@pytest.mark.parametrize("name", BAD_SOUND)
def test_a_bad_recording_is_turned_away_with_a_reason(name):
    filename, content = BAD_SOUND[name]
    extension = filename.split(".")[-1]

    try:
        refuse_another_type(content, extension)
        outcome = sandbox.run("inspect", content, extension)
        message = outcome.findings[0].get("refusal", "")
    except RefusedFile as refusal:
        message = str(refusal)

    assert message.endswith(".")
    assert len(message) > 30
