"""One Elasticsearch for the whole test run, started beside everything else, stopped at its end.

It starts as soon as collection shows that a test marked `elasticsearch` will run, in a thread of
the run's own process; pytest-xdist's workers ask for it, and learn its address, through a folder.
`ELASTICSEARCH_URL` names a server to use instead. Where there is none to be had, those tests are
skipped and the run's very last line says so; where `CI=true`, they fail.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
import threading
import time
from pathlib import Path

import pytest

from portal.runtime.elasticsearch import SECONDS_TO_START, Server, start
from portal.runtime.elasticsearch_archive import ElasticsearchUnavailable

GIVEN_URL = os.environ.get("ELASTICSEARCH_URL", "")
FOLDER = "HARBOUR_TEST_ELASTICSEARCH"  # environment variable that the workers inherit
SECONDS_TO_PROVISION = 900


class Starter:
    """Waits until some process of the run wants the server, then starts it once."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="harbour-elasticsearch-"))
        os.environ[FOLDER] = str(self.folder)
        self.server: Server | None = None
        self.failure = ""
        self.finished = threading.Event()
        self.thread = threading.Thread(target=self.run, name="elasticsearch", daemon=True)
        self.thread.start()

    def run(self) -> None:
        while not (self.folder / "wanted").exists():
            if self.finished.wait(0.2):
                return
        answer = {"url": GIVEN_URL} if GIVEN_URL else self.start_server()
        (self.folder / "answer.new").write_text(json.dumps(answer))
        (self.folder / "answer.new").rename(self.folder / "answer")

    def start_server(self) -> dict[str, str]:
        try:
            self.server = start(report=lambda line: None)
        except ElasticsearchUnavailable as error:
            self.failure = str(error)
            return {"error": self.failure}
        return {"url": self.server.url}

    def stop(self) -> None:
        self.finished.set()
        self.thread.join()
        if self.server:
            self.server.stop()
        os.environ.pop(FOLDER, None)
        shutil.rmtree(self.folder, ignore_errors=True)


_starter: Starter | None = None


def pytest_configure() -> None:
    global _starter
    if FOLDER not in os.environ:
        _starter = Starter()


def pytest_collection_finish(session: pytest.Session) -> None:
    """Ask for the server now, so that it starts while the first tests run."""
    wanted = any(item.get_closest_marker("elasticsearch") for item in session.items)
    if wanted and not session.config.option.collectonly:
        ask_for_server()


def ask_for_server() -> None:
    (Path(os.environ[FOLDER]) / "wanted").touch()


def pytest_unconfigure() -> None:
    if _starter is None:
        return
    _starter.stop()
    if _starter.failure:
        print(
            f"\n{'!' * 100}\nTHE ELASTICSEARCH HALF WAS NOT RUN. {_starter.failure}\n{'!' * 100}",
            flush=True,
        )


def wait_while_starting() -> None:
    """Return when the server, if anyone asked for it, has started or cannot be had."""
    folder = Path(os.environ[FOLDER])
    deadline = time.monotonic() + SECONDS_TO_PROVISION + SECONDS_TO_START
    while (folder / "wanted").exists() and not (folder / "answer").exists():
        assert time.monotonic() < deadline, "Elasticsearch neither started nor said why not"
        time.sleep(0.05)


@pytest.fixture(scope="session")
def elasticsearch_url() -> str:
    """The address of the run's own Elasticsearch; only for tests marked `elasticsearch`."""
    ask_for_server()
    wait_while_starting()
    found = json.loads((Path(os.environ[FOLDER]) / "answer").read_text())
    if "error" in found:
        give_up = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        give_up(found["error"])
    return str(found["url"])
