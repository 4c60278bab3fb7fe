"""Run a real Elasticsearch on this machine: for tests, benchmarks and whoever wants to try it.

Production has a cluster that the operator runs. This server runs without a password, on loopback
only, with a fresh folder every time.

    python -m portal.runtime.elasticsearch        # in the foreground, for `make search-engine`
    with running() as server: ...                 # in tests and benchmarks
"""

from __future__ import annotations

import argparse
import contextlib
import fcntl
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import IO

from portal.runtime.elasticsearch_archive import (
    SECONDS_BETWEEN_REPORTS,
    VERSION,
    ElasticsearchUnavailable,
    Report,
    cache_folder,
    find_or_install_java,
    is_root,
    make_public_folder,
    only_one,
    provision,
    report_to_stderr,
)

UNPRIVILEGED_USER, UNPRIVILEGED_GROUP = "nobody", "nogroup"
USUAL_PORT = 9200
SECONDS_TO_START = 180.0
SECONDS_TO_STOP = 20.0


def free_port(wanted: int | None = None) -> int:
    """Return `wanted` if nobody listens there, otherwise any port of loopback that is free."""
    for port in (wanted or 0, 0):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                probe.bind(("127.0.0.1", port))
                return int(probe.getsockname()[1])
    raise ElasticsearchUnavailable("No port of 127.0.0.1 is free.")


def configuration(node: Path, *, http_port: int, transport_port: int, name: str) -> dict[str, str]:
    """Return the three files of `config/` that Elasticsearch reads, by name."""
    settings = {
        "cluster.name": name,
        "discovery.type": "single-node",
        "xpack.security.enabled": "false",  # loopback only, and nothing but public projections
        "http.host": "127.0.0.1",
        "http.port": http_port,
        "transport.host": "127.0.0.1",
        "transport.port": transport_port,
        "path.data": node / "data",
        "path.logs": node / "logs",
        "cluster.routing.allocation.disk.threshold_enabled": "false",
        "action.auto_create_index": "false",  # a typo in an index name fails instead of passing
    }
    # Without the temporary folder it dies of its own entitlement check under some homes.
    memory = ["-Xms384m", "-Xmx384m", "-XX:+UseSerialGC", "-Djava.io.tmpdir=${ES_TMPDIR}"]
    return {
        "elasticsearch.yml": "".join(f"{key}: {value}\n" for key, value in settings.items()),
        "jvm.options": "".join(f"{line}\n" for line in memory),
    }


def launch_command(home: Path, java_home: Path, node: Path) -> list[str]:
    """Return the command that the script `bin/elasticsearch`, absent here, would run."""
    return [
        str(java_home / "bin" / "java"),
        *("-Xms4m", "-Xmx64m", "-XX:+UseSerialGC"),
        "-Dcli.name=server",
        f"-Dcli.script={home}/bin/elasticsearch",
        "-Dcli.libs=lib/tools/server-cli",
        f"-Des.path.home={home}",
        f"-Des.path.conf={node}/config",
        "-Des.distribution.type=tar",
        "-Des.java.type=ES_JAVA_HOME",
        *("-cp", f"{home}/lib/*:{home}/lib/cli-launcher/*"),
        "org.elasticsearch.launcher.CliToolLauncher",
    ]


@dataclass(frozen=True)
class Server:
    """A running Elasticsearch and the folder of this one run."""

    url: str
    node: Path
    process: subprocess.Popen[bytes]
    owner: IO[str]  # holds the lock on the folder for as long as we live

    def stop(self) -> None:
        """Stop it, and take its folder away; stopping twice does no harm."""
        self.process.terminate()  # the launcher ends the server in order, then itself
        try:
            self.process.wait(SECONDS_TO_STOP)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        kill_leftovers(self.node)
        self.owner.close()
        shutil.rmtree(self.node, ignore_errors=True)


def kill_leftovers(node: Path) -> None:
    """End whatever Java still works in the folder of one run; normally there is none."""
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            program, _, rest = (process / "cmdline").read_bytes().partition(b"\0")
            if program.endswith(b"/java") and os.fsencode(node) in rest:
                os.kill(int(process.name), signal.SIGKILL)


def prepare_node(home: Path, http_port: int) -> tuple[Path, IO[str]]:
    """Make a fresh folder for one run and lock it for as long as this process lives."""
    runs = make_public_folder(cache_folder() / "elasticsearch" / "runs")
    with only_one(runs / "sweep.lock", report_to_stderr):
        sweep_dead_runs(runs.glob("node-*"))
        node = Path(tempfile.mkdtemp(prefix="node-", dir=runs))
        owner = (node / "owner.lock").open("w")
        fcntl.flock(owner, fcntl.LOCK_EX)
        owner.write(str(os.getpid()))  # for whoever wonders; the lock is what counts
        owner.flush()
    for name in ("config", "data", "logs", "tmp"):
        (node / name).mkdir()
    files = configuration(node, http_port=http_port, transport_port=free_port(), name=node.name)
    for name, text in files.items():
        (node / "config" / name).write_text(text)
    shutil.copyfile(home / "config" / "log4j2.properties", node / "config" / "log4j2.properties")
    if is_root():
        give_to_unprivileged_user(node)
    return node, owner


def require_open_cache() -> None:
    """Refuse a cache folder that the server's own user could not reach, before any download.

    Raises:
        ElasticsearchUnavailable: we are root and a folder on the way there is closed to others.
    """
    closed = [place for place in cache_folder().parents if is_closed_to_others(place)]
    if is_root() and closed:
        raise ElasticsearchUnavailable(
            f"Elasticsearch will not run as root, and the user {UNPRIVILEGED_USER} may not "
            f"look into {closed[0]}. Set HARBOUR_CACHE to a folder outside it, for example "
            "/var/cache/harbour."
        )


def is_closed_to_others(folder: Path) -> bool:
    """Whether this folder exists and other users may not pass through it."""
    return folder.exists() and not folder.stat().st_mode & 0o001


def give_to_unprivileged_user(node: Path) -> None:
    """Let the user that the server runs as write to the folder of this run."""
    for place in (node, *node.rglob("*")):
        if place.name != "owner.lock":
            shutil.chown(place, UNPRIVILEGED_USER, UNPRIVILEGED_GROUP)


def sweep_dead_runs(nodes: Iterable[Path]) -> None:
    """Stop servers whose starter died without stopping them, and remove their folders."""
    for node in nodes:
        with contextlib.suppress(OSError), (node / "owner.lock").open("a") as owner:
            fcntl.flock(owner, fcntl.LOCK_EX | fcntl.LOCK_NB)  # refused while its starter lives
            kill_leftovers(node)
            shutil.rmtree(node, ignore_errors=True)


def launch(home: Path, java_home: Path, node: Path) -> subprocess.Popen[bytes]:
    """Start the launcher, as an unprivileged user where we are root."""
    with (node / "output.log").open("wb") as output:
        return subprocess.Popen(
            launch_command(home, java_home, node),
            cwd=home,
            env={
                "ES_JAVA_HOME": str(java_home),
                "ES_TMPDIR": str(node / "tmp"),
                "PATH": os.defpath,
            },
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches us only, and we stop it in order
            user=UNPRIVILEGED_USER if is_root() else None,
            group=UNPRIVILEGED_GROUP if is_root() else None,
            extra_groups=[] if is_root() else None,
        )


def start(*, wanted_port: int | None = None, report: Report = report_to_stderr) -> Server:
    """Start a server of our own and return it once it answers.

    Raises:
        ElasticsearchUnavailable: there is no Java or archive to be had, or it did not start.
    """
    require_open_cache()
    java_home, home = find_or_install_java(report), provision(report)
    port = free_port(wanted_port)
    node, owner = prepare_node(home, port)
    report(f"Starting Elasticsearch {VERSION} on port {port}.")
    process = launch(home, java_home, node)
    server = Server(f"http://127.0.0.1:{port}", node, process, owner)
    try:
        wait_until_ready(server, report)
    except BaseException:
        server.stop()
        raise
    return server


def wait_until_ready(server: Server, report: Report) -> None:
    """Return when the server answers that it is healthy.

    Raises:
        ElasticsearchUnavailable: it ended, or took too long; the text ends with its last lines.
    """
    began = reported = time.monotonic()
    while not is_healthy(server.url):
        now = time.monotonic()
        if server.process.poll() is not None or now - began > SECONDS_TO_START:
            lines = (server.node / "output.log").read_text(errors="replace").splitlines()[-15:]
            raise ElasticsearchUnavailable("\n".join(["Elasticsearch did not start:", *lines]))
        if now - reported > SECONDS_BETWEEN_REPORTS:
            reported = now
            report(f"  still starting: {now - began:.0f} s so far")
        time.sleep(0.2)
    report(f"Elasticsearch answers at {server.url} after {time.monotonic() - began:.1f} s.")


def is_healthy(url: str) -> bool:
    """Whether a server at this address says that its data can be searched."""
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    address = f"{url}/_cluster/health?wait_for_status=yellow&timeout=1s"
    try:
        with opener.open(address, timeout=5) as answer:
            return json.load(answer).get("status") in {"yellow", "green"}
    except (OSError, ValueError, urllib.error.URLError):
        return False


@contextlib.contextmanager
def running(report: Report = report_to_stderr) -> Iterator[Server]:
    """Run a server for the length of a `with` block.

    Raises:
        ElasticsearchUnavailable: see `start`.
    """
    server = start(report=report)
    try:
        yield server
    finally:
        server.stop()


def stop_on_signal(_number: int, _frame: FrameType | None) -> None:
    """Turn a polite request to end into the same orderly way out as Ctrl-C."""
    raise KeyboardInterrupt


def run_in_foreground(port: int) -> int:
    """Run until Ctrl-C, SIGTERM or the server's own end; return the exit status."""
    signal.signal(signal.SIGTERM, stop_on_signal)
    try:
        server = start(wanted_port=port)
    except ElasticsearchUnavailable as error:
        report_to_stderr(str(error))
        return 1
    try:
        print(
            f"\nIn another terminal:\n\n    ELASTICSEARCH_URL={server.url} make demo\n", flush=True
        )
        print("Ctrl-C stops Elasticsearch and throws its index away.", flush=True)
        status = server.process.wait()
        report_to_stderr(f"Elasticsearch ended by itself ({status}).")
        return 1
    finally:
        server.stop()


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line of `make search-engine` and run it."""
    parser = argparse.ArgumentParser(description="Run a local Elasticsearch in the foreground.")
    parser.add_argument("--port", type=int, default=USUAL_PORT, help="used if it is free")
    parser.add_argument("--provision", action="store_true", help="only fetch it, start nothing")
    options = parser.parse_args(arguments)
    try:
        if options.provision:
            print(provision())
            return 0
        return run_in_foreground(options.port)
    except KeyboardInterrupt:
        report_to_stderr("Elasticsearch was stopped.")
        return 0


if __name__ == "__main__":
    sys.exit(main())
