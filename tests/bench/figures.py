"""Goal 9: a cross-tab of 40 cells from the board's rows, against GROUP BY over the cases.

The cases are made by INSERT … SELECT with a fixed seed; their texts are not sealed, since no figure
reads one. Two in a hundred persons have a second record, three in ten cases belong to an operation
that another agency may lead, so that persons and cases are different numbers.
"""

from __future__ import annotations

import json
import subprocess
import sys

from portal.runtime import folders
from tests.bench import cases
from tests.bench.rows import Row


def run(quick: bool) -> list[Row]:
    """Rows for goal 9: at 100,000 and 1,000,000 cases; quick: at 10,000 and 100,000."""
    small, large = (10_000, 100_000) if quick else (100_000, 1_000_000)
    with cases._casebase() as environment:
        cases._generate(200, "figures", environment)
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench._figures_measured", str(small), str(large)],
            env=environment,
            cwd=folders.ROOT,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
    for line in done.stdout.splitlines():
        if not line.startswith("{"):
            print(line, flush=True)
    return [Row(**json.loads(line)) for line in done.stdout.splitlines() if line.startswith("{")]
