"""A sealed file opens whole or not at all (security controls 55 and 56)."""

from __future__ import annotations

import os
import secrets
import signal
import stat
import subprocess
import sys
import time

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis
from hypothesis import strategies as st

from casebase.vault import files
from casebase.vault.errors import RecordDamaged

CHUNK = files.CHUNK_BYTES + files.TAG_BYTES
SIZES = [
    0,
    1,
    files.CHUNK_BYTES - 1,
    files.CHUNK_BYTES,
    files.CHUNK_BYTES + 1,
    5 * files.CHUNK_BYTES,
]
one_folder = hypothesis(suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(autouse=True)
def case_files(settings, tmp_path):
    settings.CASE_FILES = tmp_path / "case-files"


def chunks_of(name):
    data = files.path_of(name).read_bytes()
    return [data[at : at + CHUNK] for at in range(0, len(data), CHUNK)]


def replace(name, chunks):
    files.path_of(name).write_bytes(b"".join(chunks))


@pytest.mark.parametrize("size", SIZES)
def test_what_was_kept_opens_again(size):
    content = secrets.token_bytes(size)

    kept = files.keep(content)

    assert files.opened(kept.name, kept.key) == content
    assert kept.size == size


def test_a_file_on_disk_tells_nothing():
    kept = files.keep(b"\xff\xd8\xff\xe0 JFIF " * 9000)
    path = files.path_of(kept.name)

    assert b"JFIF" not in path.read_bytes()
    assert path.read_bytes()[:3] != b"\xff\xd8\xff"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert kept.key.hex() not in repr(kept)


def test_equal_contents_look_different():
    first, second = files.keep(b"the same"), files.keep(b"the same")

    assert files.path_of(first.name).read_bytes() != files.path_of(second.name).read_bytes()


@one_folder
@given(st.permutations(range(4)), st.data())
def test_chunks_reordered_repeated_or_dropped_do_not_open(order, data):
    kept = files.keep(secrets.token_bytes(3 * files.CHUNK_BYTES + 9))
    whole = chunks_of(kept.name)
    changed = [whole[index] for index in order[: data.draw(st.integers(0, 4))]]
    if data.draw(st.booleans()):
        changed.append(data.draw(st.sampled_from(whole)))

    replace(kept.name, changed)

    if changed != whole:
        with pytest.raises(RecordDamaged):
            files.opened(kept.name, kept.key)


@one_folder
@given(st.integers(0, 2 * CHUNK + 8), st.integers(1, 255))
def test_each_changed_byte_is_found(at, change):
    kept = files.keep(secrets.token_bytes(2 * files.CHUNK_BYTES + 9))
    data = bytearray(files.path_of(kept.name).read_bytes())
    data[at] ^= change

    files.path_of(kept.name).write_bytes(data)

    with pytest.raises(RecordDamaged):
        files.opened(kept.name, kept.key)


@one_folder
@given(st.integers(0, 2 * CHUNK + 8))
def test_a_file_cut_anywhere_does_not_open(length):
    kept = files.keep(secrets.token_bytes(2 * files.CHUNK_BYTES + 9))
    whole = files.path_of(kept.name).read_bytes()

    files.path_of(kept.name).write_bytes(whole[:length])

    if length < len(whole):
        with pytest.raises(RecordDamaged):
            files.opened(kept.name, kept.key)


def test_another_file_in_its_place_does_not_open_even_with_its_key():
    mine, other = files.keep(b"mine"), files.keep(b"other")
    files.path_of(mine.name).write_bytes(files.path_of(other.name).read_bytes())

    for key in (mine.key, other.key):
        with pytest.raises(RecordDamaged):
            files.opened(mine.name, key)


@pytest.mark.parametrize("name", ["../../etc/passwd", "a" * 31, "A" * 32, "", "a" * 32 + "\n", "."])
def test_a_name_that_we_did_not_draw_leads_nowhere(name):
    with pytest.raises(RecordDamaged):
        files.opened(name, bytes(32))


def test_a_file_that_is_gone_is_damage():
    kept = files.keep(b"x")
    files.remove(kept.name)
    files.remove(kept.name)

    with pytest.raises(RecordDamaged):
        files.opened(kept.name, kept.key)


def test_the_reconciler_finds_orphans_both_ways():
    kept, forgotten, young = files.keep(b"1"), files.keep(b"2"), files.keep(b"3")
    unfinished = files.path_of(kept.name).with_suffix(".new")
    unfinished.write_bytes(b"half")
    for path in (files.path_of(kept.name), files.path_of(forgotten.name), unfinished):
        os.utime(path, (time.time() - 7200, time.time() - 7200))

    assert set(files.orphans([kept.name])) == {files.path_of(forgotten.name), unfinished}
    assert files.missing([kept.name, "0" * 32]) == ["0" * 32]
    assert files.path_of(young.name).exists()


WRITER = """
import os, sys
from django.conf import settings
settings.configure(CASE_FILES=sys.argv[1])
from casebase.vault import files
while True:
    kept = files.keep(os.urandom(300_000))
    print(kept.name, kept.key.hex(), flush=True)
"""


def test_a_killed_writer_leaves_no_name_that_does_not_open(settings):
    for _ in range(5):
        writer = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(settings.CASE_FILES)],
            stdout=subprocess.PIPE,
            text=True,
        )
        lines = [writer.stdout.readline() for _ in range(3)]
        writer.send_signal(signal.SIGKILL)
        lines += writer.communicate()[0].splitlines()
        said = [line.split() for line in lines if len(line.split()) == 2]

        assert len(said) >= 3
        for name, key in said:
            assert len(files.opened(name, bytes.fromhex(key))) == 300_000
    known = {path.name for path in files.folder().glob("??/*")}
    assert {path.name for path in files.orphans([], older_than=-60)} == known
