"""`make bench`: each goal against its limit or peer in the same run, as ratios.

`make bench ARGS="serving search"` runs chosen parts; `--quick` makes short
runs over less; `--elasticsearch` takes that engine in (three minutes more).
Exit code 1 when a ratio misses its goal.
"""

from __future__ import annotations

import importlib
import sys
import time

from tests.bench.rows import HEAD

PARTS = ("setup", "serving", "search", "vault", "audit", "cases", "figures", "releases")


def main(arguments: list[str]) -> int:
    quick = "--quick" in arguments
    chosen = [name for name in arguments if not name.startswith("-")] or PARTS
    rows = []
    started = time.monotonic()
    for name in chosen:
        print(f"— {name}, after {time.monotonic() - started:.0f} s …", flush=True)
        for row in importlib.import_module(f"tests.bench.{name}").run(quick):
            print(row.line(), flush=True)
            rows.append(row)
    print("\n" + HEAD)
    print("\n".join(row.line() for row in rows))
    missed = sum(not row.ok for row in rows)
    print(f"\n{missed} of {len(rows)} missed, in {time.monotonic() - started:.0f} s")
    return int(missed > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
