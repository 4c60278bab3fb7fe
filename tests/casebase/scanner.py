"""Scanners for tests: a stand-in that speaks clamd's protocol, and the real clamd where it is."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socketserver
import struct
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path

# The standard test file of all scanners, put together here so that none finds it in our source.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}" + b"$EICAR-STANDARD-ANTIVIRUS-" + b"TEST-FILE!$H+H*"
SCANNERS = ("stand-in", "clamd") if shutil.which("clamd") else ("stand-in",)


class _Session(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        if self.rfile.read(10) != b"zINSTREAM\0":
            self.wfile.write(b"UNKNOWN COMMAND\0")
            return
        content = b""
        while length := struct.unpack(">I", self.rfile.read(4))[0]:
            content += self.rfile.read(length)
        found = EICAR in content
        self.wfile.write(b"stream: Eicar-Test FOUND\0" if found else b"stream: OK\0")


class _Server(socketserver.ThreadingUnixStreamServer):
    daemon_threads = True


@contextlib.contextmanager
def running(kind: str) -> Iterator[Path]:
    """The socket of a scanner that runs until the block ends."""
    with tempfile.TemporaryDirectory(prefix="harbour-scan-") as folder:
        path = Path(folder) / "clamd.ctl"
        yield from (_clamd if kind == "clamd" else _stand_in)(path)


def _stand_in(path: Path) -> Iterator[Path]:
    with _Server(str(path), _Session) as server:
        thread = threading.Thread(target=server.serve_forever, args=[0.05])
        thread.start()
        yield path
        server.shutdown()
        thread.join()


def _clamd(path: Path) -> Iterator[Path]:
    folder = path.parent
    (folder / "signatures").mkdir()
    (folder / "signatures" / "test.ndb").write_text(f"Eicar-Test:0:*:{EICAR.hex()}\n")
    settings = {
        "LocalSocket": path,
        "DatabaseDirectory": folder / "signatures",
        "Foreground": "yes",
        "StreamMaxLength": "30M",
        "User": pwd.getpwuid(os.geteuid()).pw_name,
    }
    config = folder / "clamd.conf"
    config.write_text("".join(f"{name} {value}\n" for name, value in settings.items()))
    process = subprocess.Popen(
        ["clamd", f"--config-file={config}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        deadline = time.monotonic() + 60
        while not path.exists() and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.05)
        yield path
    finally:
        process.terminate()
        process.wait(20)
