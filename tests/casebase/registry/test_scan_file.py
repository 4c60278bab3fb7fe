"""The scanner decides, and only its word opens the quarantine (security control 51)."""

from __future__ import annotations

import os
import socket
import threading

import pytest

from casebase.registry.services import scan_file
from casebase.registry.services.scan_file import ScannerAway, is_clean
from tests.casebase.scanner import EICAR, SCANNERS, running


@pytest.fixture(params=SCANNERS, scope="module")
def scanner(request):
    with running(request.param) as path:
        yield path


@pytest.fixture
def asked(scanner, settings):
    settings.CLAMD_SOCKET = scanner


def test_the_standard_test_file_is_found(asked, caplog):
    assert not is_clean(EICAR)

    assert [record.message for record in caplog.records] == ["malware refused"]


def test_it_is_found_wherever_it_stands_in_a_large_file(asked):
    assert not is_clean(os.urandom(300_000) + EICAR + os.urandom(300_000))


@pytest.mark.parametrize("content", [b"", b"a note", os.urandom(3_000_000)])
def test_a_harmless_file_is_clean(asked, content):
    assert is_clean(content)


def test_an_absent_scanner_gives_no_verdict(settings, tmp_path):
    settings.CLAMD_SOCKET = tmp_path / "nobody.ctl"

    with pytest.raises(ScannerAway):
        is_clean(b"a note")


@pytest.mark.parametrize("answer", [b"", b"stream: OKAY\0", b"size limit exceeded. ERROR\0"])
def test_anything_but_a_clear_word_gives_no_verdict(settings, tmp_path, monkeypatch, answer):
    monkeypatch.setattr(scan_file, "SECONDS", 2)
    settings.CLAMD_SOCKET = tmp_path / "odd.ctl"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(settings.CLAMD_SOCKET))
        server.listen()

        def answer_once():
            connection, _ = server.accept()
            with connection:
                connection.recv(100)
                connection.sendall(answer)

        thread = threading.Thread(target=answer_once)
        thread.start()
        with pytest.raises(ScannerAway):
            is_clean(b"a note")
        thread.join()


def test_a_scanner_that_hangs_gives_no_verdict(settings, tmp_path, monkeypatch):
    monkeypatch.setattr(scan_file, "SECONDS", 0.2)
    settings.CLAMD_SOCKET = tmp_path / "silent.ctl"
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(settings.CLAMD_SOCKET))
        server.listen()

        with pytest.raises(ScannerAway):
            is_clean(b"a note")
