"""The process that opens what strangers made; it is one of its own, and may die.

Both sites use it: the portal for what it publishes, casework for what belongs to a case.

`python -I child.py COMMAND FILE EXTENSION OUTPUT`, with the limits below set before anything else.
It knows of ours only `opening/`, which knows nothing else of ours, and writes its findings as JSON
lines to standard output:

    inspect  what the file is, and OUTPUT: the same file without its author's name
    read     a line for each page of text, as they are read, so that a kill loses only the rest

A refusal is a finding (`{"refusal": …}`), a file that cannot be understood another (`problem`).
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
CPU_SECONDS = {"inspect": 20, "read": 120}
MEMORY = {"inspect": 1 << 30, "read": 2 << 30}  # bytes of address space
OUTPUT_BYTES = 200 << 20


def main() -> int:
    """Limit this process, run the command, print its findings."""
    command, source, extension, target = sys.argv[1:5]
    limit(command)
    sys.path.append(str(ROOT))  # isolated (-I), it finds nothing of ours by itself
    from portal.core.uploads.opening.commands import COMMANDS
    from portal.core.uploads.opening.verdicts import Refused

    content = Path(source).read_bytes()
    try:
        for finding in COMMANDS[command](content, extension, Path(target)):
            print(json.dumps(finding), flush=True)  # noqa: T201 -- read by the parent
    except Refused as refusal:
        print(json.dumps({"refusal": str(refusal)}))  # noqa: T201 -- read by the parent
    return 0


def limit(command: str) -> None:
    """Time, memory and output that this process may use; the system enforces them."""
    seconds = CPU_SECONDS[command]
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY[command], MEMORY[command]))
    resource.setrlimit(resource.RLIMIT_FSIZE, (OUTPUT_BYTES, OUTPUT_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NPROC, (0, 0))


if __name__ == "__main__":
    sys.exit(main())
