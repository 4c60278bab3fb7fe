"""Goals 8 and 10: the case list, and one child registered, against plain SQL on the same tables.

The measuring runs in a program of its own (`_cases_measured.py`), because casework has settings of
its own, on a PostgreSQL server of its own with fsync on: what is acknowledged is on the disk, on
both sides.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from portal.runtime import folders, keys, provision, secrets_file
from portal.runtime.postgres import Server
from tests.bench.rows import Row

SETTINGS = "--settings=portal.settings.casework"


def run(quick: bool) -> list[Row]:
    """Rows for goals 8 and 10: at 10,000 and 100,000 cases; quick: at 1,000 and 10,000."""
    small, large = (1_000, 10_000) if quick else (10_000, 100_000)
    with _casebase() as environment:
        _generate(small, "small", environment)
        _measure("small", environment)
        _generate(large - small, "large", environment)
        lines = _measure("large", environment)
    return [Row(**json.loads(line)) for line in lines]


def _generate(number: int, seed: str, environment: dict[str, str]) -> None:
    command = ["manage.py", "generate_cases", str(number), "--seed", seed, "--findable", SETTINGS]
    subprocess.run([sys.executable, *command], env=environment, cwd=folders.ROOT, check=True)


def _measure(size: str, environment: dict[str, str]) -> list[str]:
    """The rows as JSON, one a line; the first run keeps its figures for the second."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench._cases_measured", size],
        env=environment,
        cwd=folders.ROOT,
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    return [line for line in done.stdout.splitlines() if line.startswith("{")]


@contextmanager
def _casebase() -> Iterator[dict[str, str]]:
    """An empty casebase on a server of its own, in a data folder of its own."""
    data = folders.data_folder() / "bench-casebase"
    shutil.rmtree(data, ignore_errors=True)
    server = Server(data / "postgres")
    data.mkdir(parents=True, exist_ok=True)
    secrets_file.ensure_site_secrets(data / "site.env", demo=True)
    keys.ensure_keys(data / "keys")
    server.start()
    try:
        urls = provision.provision(server, data / "credentials.env")
        environment = {
            **os.environ,
            "HARBOUR_DATA": str(data),
            "DJANGO_SETTINGS_MODULE": "portal.settings.casework",
            "BENCH_PLAIN_URL": server.url.rpartition("/")[0] + "/casebase",
        }
        owner = {**environment, "CASEBASE_DATABASE_URL": urls["CASEBASE_OWNER_URL"]}
        for step in (["load_schema", "-v0"], ["collectstatic", "--noinput", "-v0"]):
            command = [sys.executable, "manage.py", *step, SETTINGS]
            subprocess.run(command, env=owner, cwd=folders.ROOT, check=True)
        yield environment
    finally:
        server.stop()
