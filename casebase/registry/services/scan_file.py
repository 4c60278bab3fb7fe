"""Asking the malware scanner: ClamAV's daemon, through its socket on this machine.

Only the bytes are sent, with no name and no case; the daemon keeps nothing of them.
"""

from __future__ import annotations

import logging
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager

from django.conf import settings

logger = logging.getLogger(__name__)

SECONDS = 20
CHUNK = 256 * 1024
LONGEST_ANSWER = 4096


class ScannerAway(Exception):
    """The scanner gave no verdict; the file stays in quarantine."""


def is_clean(content: bytes) -> bool:
    """Whether the scanner finds nothing in these bytes.

    Raises:
        ScannerAway: it is not there, does not answer in time, or could not look.
    """
    try:
        answer = _ask(content)
    except OSError as error:
        logger.warning("the scanner is away", extra={"error": type(error).__name__})
        raise ScannerAway from None
    if answer == "stream: OK":
        return True
    if answer.endswith(" FOUND"):
        logger.error("malware refused", extra={"where": answer.removesuffix(" FOUND")[-80:]})
        return False
    logger.warning("the scanner could not look", extra={"where": answer[-80:]})
    raise ScannerAway


def _ask(content: bytes) -> str:
    with _connected() as connection:
        connection.sendall(b"zINSTREAM\0")
        for start in range(0, len(content), CHUNK):
            part = content[start : start + CHUNK]
            connection.sendall(struct.pack(">I", len(part)) + part)
        connection.sendall(struct.pack(">I", 0))
        answer = b""
        while not answer.endswith(b"\0") and len(answer) < LONGEST_ANSWER:
            received = connection.recv(LONGEST_ANSWER)
            if not received:
                break
            answer += received
    return answer.rstrip(b"\0").decode(errors="replace")


@contextmanager
def _connected() -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(SECONDS)
        path = settings.CLAMD_SOCKET
        connection.connect(str(path))
        yield connection
