"""Keys come from their folder only, and without them nothing starts (security control 44)."""

from __future__ import annotations

import base64
import os
import stat
import time

import pytest

from casebase.vault import checks, keys
from casebase.vault.apps import VaultConfig
from casebase.vault.errors import KeysMissing
from portal.runtime import keys as key_files


def test_the_demo_draws_keys_that_nobody_else_may_read(key_folder):
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in key_folder.iterdir()}

    assert modes == dict.fromkeys(key_files.FIRST_KEYS, 0o400)
    assert stat.S_IMODE(key_folder.stat().st_mode) == 0o700


def test_keys_that_stand_are_kept(key_folder):
    before = keys.read(key_folder)

    key_files.ensure_keys(key_folder)

    assert keys.read(key_folder) == before
    with pytest.raises(FileExistsError):
        key_files.draw_key(key_folder, "kek-1")


def test_the_first_key_is_not_drawn_again_after_a_rotation(key_folder):
    key_files.draw_key(key_folder, "kek-2")
    (key_folder / "kek-1").unlink()

    key_files.ensure_keys(key_folder)

    assert set(keys.read(key_folder).keks) == {2}


def test_a_new_key_is_seen_without_a_restart(key_folder):
    assert keys.current().newest_kek == 1

    key_files.draw_key(key_folder, "kek-2")

    assert keys.current().newest_kek == 2


def test_a_key_that_comes_within_one_tick_of_the_clock_is_seen(key_folder):
    now = time.time_ns()
    os.utime(key_folder, ns=(now, now))
    assert keys.current().newest_kek == 1

    key_files.draw_key(key_folder, "kek-2")
    os.utime(key_folder, ns=(now, now))  # as a file system does that counts in milliseconds

    assert keys.current().newest_kek == 2


def test_a_key_that_a_rotation_removes_while_it_is_read_is_not_missed(key_folder, monkeypatch):
    key_files.draw_key(key_folder, "kek-2")
    read_key = keys.read_key

    def read_too_late(path):
        (key_folder / "kek-1").unlink(missing_ok=True)
        return read_key(path)

    monkeypatch.setattr(keys, "read_key", read_too_late)

    assert set(keys.current().keks) == {2}


@pytest.mark.parametrize("missing", ["kek-1", "blind-1"])
def test_without_a_key_the_process_refuses_to_start(key_folder, missing):
    (key_folder / missing).unlink()
    keys._read_once.cache_clear()

    with pytest.raises(KeysMissing, match=missing):
        VaultConfig("casebase.vault", __import__("casebase.vault", fromlist=["vault"])).ready()
    assert [problem.id for problem in checks.keys_are_safe()] == ["vault.E001"]


def test_without_a_folder_the_process_refuses_to_start(settings, tmp_path):
    settings.KEY_FOLDER = tmp_path / "absent"

    with pytest.raises(KeysMissing, match="no key folder"):
        keys.current()


@pytest.mark.parametrize("content", [b"", b"short", base64.b64encode(b"x" * 31), b"\xff" * 44])
def test_a_file_that_is_no_key_is_refused(key_folder, content):
    (key_folder / "kek-1").unlink()
    (key_folder / "kek-1").write_bytes(content)
    (key_folder / "kek-1").chmod(0o400)

    with pytest.raises(KeysMissing, match="32 bytes"):
        keys.read(key_folder)


def test_a_key_that_others_may_read_is_refused(key_folder):
    (key_folder / "kek-1").chmod(0o404)

    with pytest.raises(KeysMissing, match="open to other accounts"):
        keys.read(key_folder)


def test_a_folder_that_others_may_list_is_refused(key_folder):
    key_folder.chmod(0o755)

    with pytest.raises(KeysMissing, match="open to other accounts"):
        keys.read(key_folder)


def test_a_key_in_the_environment_is_an_error(key_folder, monkeypatch):
    assert checks.keys_are_safe() == []

    monkeypatch.setenv("SOME_KEY", (key_folder / "kek-1").read_text().strip())

    assert [problem.id for problem in checks.keys_are_safe()] == ["vault.E002"]


def test_neither_the_environment_nor_a_repr_holds_a_key(key_folder):
    texts = [base64.b64encode(key).decode() for key in keys.current().keks.values()]

    assert all(text not in repr(keys.current()) for text in texts)
    assert all(text not in value for text in texts for value in os.environ.values())
