"""A demo started while the one before shuts down waits for it."""

import subprocess
import sys
import textwrap
import time

import pytest

from portal.runtime import turns

HOLDER = """
import pathlib, sys, time
from portal.runtime import turns
with turns.own_turn(pathlib.Path(sys.argv[1])) as turn:
    with turn.ending_is_told():
        print("running", flush=True)
        time.sleep(float(sys.argv[2]))
    time.sleep(float(sys.argv[3]))
"""


@pytest.fixture
def holder(tmp_path):
    """Another demo on the folder: runs, then takes its time to end."""
    started = []

    def start(*, runs, ends):
        command = [sys.executable, "-c", textwrap.dedent(HOLDER)]
        program = subprocess.Popen(
            [*command, str(tmp_path), str(runs), str(ends)], stdout=subprocess.PIPE, text=True
        )
        started.append(program)
        assert program.stdout.readline() == "running\n"
        return program

    yield start
    for program in started:
        program.kill()
        program.communicate()


def test_the_first_one_has_its_turn_at_once(tmp_path):
    with turns.own_turn(tmp_path, patience=0):
        pass


def test_one_that_is_ending_is_waited_for(tmp_path, holder, capsys):
    other = holder(runs=0.2, ends=1.0)

    with turns.own_turn(tmp_path):
        assert other.wait(5) == 0

    assert "still shutting down" in capsys.readouterr().out


def test_one_that_goes_on_running_is_not_waited_for_long(tmp_path, holder):
    other = holder(runs=60, ends=0)
    started = time.monotonic()

    with turns.own_turn(tmp_path):
        assert other.poll() is None

    assert time.monotonic() - started < 10


def test_one_that_never_ends_is_named(tmp_path, holder):
    holder(runs=0, ends=60)

    with pytest.raises(OSError, match="does not end"), turns.own_turn(tmp_path, patience=0.5):
        pass


def test_one_that_was_killed_leaves_nothing_behind(tmp_path, holder):
    other = holder(runs=60, ends=0)
    other.kill()
    other.wait()

    with turns.own_turn(tmp_path, patience=0):
        pass
