"""The embedded server: one a folder, started again after any crash, stopped when asked."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from portal.runtime import provision
from portal.runtime.postgres import Server, running


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("postgres")


@pytest.fixture
def server(folder):
    with running(folder, careless=True) as server:
        yield server


def ask(server, statement="SELECT 1"):
    with psycopg.connect(server.url, autocommit=True) as connection:
        return connection.execute(statement).fetchone()[0]


def test_a_second_runner_joins_the_server_that_runs(server, folder):
    with running(folder, careless=True) as second:
        assert second.process is None
        assert second.url == server.url
    assert ask(server) == 1  # the one that joined did not stop it


def test_two_runners_at_once_make_one_server(folder):
    program = (
        "import sys, time; from pathlib import Path; from portal.runtime.postgres import Server; "
        "s = Server(Path(sys.argv[1]), careless=True); s.start(); "
        "print(s._running_pid(), flush=True); sys.stdin.read(); s.stop()"
    )
    runners = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    pids = {runner.stdout.readline().strip() for runner in runners}
    for runner in runners:
        runner.communicate("")

    assert len(pids) == 1


def test_a_killed_server_starts_again_with_what_it_acknowledged(folder):
    with running(folder) as server:
        with psycopg.connect(server.url, autocommit=True) as connection:
            connection.execute("CREATE TABLE kept (n int)")
            connection.execute("INSERT INTO kept VALUES (7)")
        pid = server._running_pid()
        os.kill(pid, signal.SIGKILL)
        server.process.wait(10)

    with running(folder) as server:
        assert ask(server, "SELECT n FROM kept LIMIT 1") == 7


def test_a_lock_file_whose_number_another_program_has_now_does_not_stop_the_start(folder):
    stranger = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    lock = folder / "pgdata" / "postmaster.pid"
    lock.write_text(f"{stranger.pid}\n{folder / 'pgdata'}\n{int(time.time())}\n5432\n\n\n\n\n")
    try:
        with running(folder, careless=True) as server:
            assert ask(server) == 1
    finally:
        stranger.kill()
        stranger.wait()


def test_a_stopped_server_answers_nobody(folder):
    server = Server(folder, careless=True)
    server.start()
    url = server.url
    server.stop()

    with pytest.raises(psycopg.OperationalError):
        psycopg.connect(url, connect_timeout=2)


def test_fsync_is_on_outside_tests(tmp_path):
    with running(tmp_path) as server:
        assert ask(server, "SHOW fsync") == "on"


def test_the_log_never_quotes_what_was_written(server):
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS once (word text UNIQUE)")
        connection.execute("INSERT INTO once VALUES ('canary-7f3a') ON CONFLICT DO NOTHING")
        for statement in (
            "INSERT INTO once VALUES ('canary-7f3a')",
            "SELECT 'canary-7f3a'::int",
            "SELECT canary-7f3a FROM",
        ):
            with pytest.raises(psycopg.Error):
                connection.execute(statement)

    text = server.log.read_text(errors="replace")
    assert "duplicate key" in text  # the error itself is there
    assert "INSERT INTO once" not in text
    assert "Key (word)" not in text


def test_provisioning_twice_changes_no_password(server, tmp_path):
    first = provision.provision(server, tmp_path / "credentials.env")
    second = provision.provision(server, tmp_path / "credentials.env")

    assert first == second
    assert Path(tmp_path / "credentials.env").stat().st_mode & 0o077 == 0
