"""Goal 12: how much of a case page's processor time goes into sealed values.

The page is asked for as a browser does, through every middleware, with 32 sealed values and the
case's key in the middle of a rotation: two versions to unwrap, half of the values under each.
The program that measures is `_vault_measured.py`, on a casebase of its own.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

from portal.runtime import folders
from tests.bench import cases
from tests.bench.rows import Row


def run(quick: bool) -> list[Row]:
    """Rows for goal 12; quick: fewer pages a round."""
    with cases._casebase() as environment:
        cases._generate(100, "vault", environment)
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench._vault_measured", "20" if quick else "60"],
            env={**os.environ, **environment},
            cwd=folders.ROOT,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    return [Row(**json.loads(line)) for line in lines]
