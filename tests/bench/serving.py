"""Goals 1 and 2: a published page hot, and uncached, in CPU a request of the whole process tree.

Limits of the same run: nginx with a file of the same bytes; the smallest Django view with one query
and one template on the same server.
"""

from __future__ import annotations

import contextlib
import gzip
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from portal.runtime import folders, machine
from tests.bench import load
from tests.bench.demo_site import Demo, running, wait_for
from tests.bench.rows import Row

NGINX_PORT, LIMIT_PORT, EDGE_PORT = 8792, 8793, 8794
PRODUCTION = folders.ROOT / "portal" / "runtime" / "production" / "nginx.conf"
NEEDED = {"nginx": "nginx-light", "wrk": "wrk"}
PAGES = {"home": "/", "list of procedures": "/sops/", "standard page": "/about/"}


def run(quick: bool) -> list[Row]:
    lacking = machine.ensure(NEEDED)
    if lacking:
        raise SystemExit(f"goals 1 and 2 need {', '.join(lacking)}: install them first")
    rounds, seconds = (3, 2) if quick else (5, 4)
    with running() as demo, _nginx(demo) as nginx, _edge(demo) as edge, _limit(demo) as limit:
        hot = _hot(demo, nginx, edge, rounds, seconds)
        return [*hot, *_uncached(demo, limit, rounds, seconds)]


def _hot(demo: Demo, nginx: int, edge: int, rounds: int, seconds: int) -> list[Row]:
    from_edge, from_python = [], []
    for _ in range(rounds):
        file = load.measured(nginx, f"http://127.0.0.1:{NGINX_PORT}/page.html", seconds)
        cached = load.measured(edge, f"http://127.0.0.1:{EDGE_PORT}/", seconds)
        ours = load.measured(demo.portal_pid, f"{demo.url}/", seconds)
        from_edge.append(cached.seconds / file.seconds)
        from_python.append(ours.seconds / file.seconds)
    return [
        Row(1, "home page hot, from the nginx in front / static file (CPU)", from_edge, 2),
        Row(1, "home page hot, from the portal's memory / static file (CPU)", from_python, 40),
    ]


def _uncached(demo: Demo, limit: int, rounds: int, seconds: int) -> list[Row]:
    rows = []
    for name, path in PAGES.items():
        ratios = []
        for _ in range(rounds):
            smallest = load.measured(
                limit, f"http://127.0.0.1:{LIMIT_PORT}/", seconds, connections=4
            )
            # A query string is never answered from memory, and no page reads this one.
            ours = load.measured(
                demo.portal_pid, f"{demo.url}{path}?uncached=1", seconds, connections=4
            )
            ratios.append(ours.seconds / smallest.seconds)
        rows.append(Row(2, f"{name} uncached / smallest Django view (CPU)", ratios, 6))
    return rows


@contextlib.contextmanager
def _nginx(demo: Demo) -> Iterator[int]:
    """nginx with the home page's own bytes, compressed beforehand as ours are."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        root.chmod(0o755)
        page = urllib.request.urlopen(f"{demo.url}/").read()
        (root / "page.html").write_bytes(page)
        (root / "page.html.gz").write_bytes(gzip.compress(page, 6))
        with _served(root, NGINX.format(root=root, port=NGINX_PORT), NGINX_PORT) as pid:
            yield pid


@contextlib.contextmanager
def _edge(demo: Demo) -> Iterator[int]:
    """nginx with the very configuration that production uses, in front of the demo."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        text = PRODUCTION.read_text()
        values = {"@PORT@": f"127.0.0.1:{EDGE_PORT}", "@PORTAL@": demo.url[7:], "@CACHE@": folder}
        for name, value in values.items():
            text = text.replace(name, value)
        with _served(Path(folder), f"daemon off; pid {folder}/pid;" + text, EDGE_PORT) as pid:
            yield pid


@contextlib.contextmanager
def _served(root: Path, configuration: str, port: int) -> Iterator[int]:
    (root / "nginx.conf").write_text(configuration)
    program = subprocess.Popen([shutil.which("nginx"), "-c", str(root / "nginx.conf")])
    try:
        wait_for(f"http://127.0.0.1:{port}/", 10)
        yield program.pid
    finally:
        program.terminate()
        program.wait(10)


NGINX = """
daemon off; worker_processes 2; pid {root}/pid; error_log {root}/error.log;
events {{ worker_connections 256; }}
http {{
  access_log off; sendfile on; gzip_static on; open_file_cache max=100;
  client_body_temp_path {root}/a; proxy_temp_path {root}/b; fastcgi_temp_path {root}/c;
  uwsgi_temp_path {root}/d; scgi_temp_path {root}/e; types {{ text/html html; }}
  server {{ listen 127.0.0.1:{port}; root {root}; index page.html; }}
}}
"""


@contextlib.contextmanager
def _limit(demo: Demo) -> Iterator[int]:
    """The smallest useful Django site, under the same server with the same options."""
    credentials = folders.read_env_file(demo.data / "credentials.env")
    granian = str(Path(sys.executable).with_name("granian"))
    command = [granian, "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(LIMIT_PORT)]
    command += ["--workers", "2", "--blocking-threads", "4", "--no-ws", "--no-access-log"]
    environment = {**os.environ, "LIMIT_DATABASE_URL": credentials["PORTAL_WEB_URL"]}
    program = subprocess.Popen(
        [*command, "tests.bench._limit_site:application"],
        cwd=folders.ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(f"http://127.0.0.1:{LIMIT_PORT}/", 30)
        yield program.pid
    finally:
        program.terminate()
        program.wait(20)
