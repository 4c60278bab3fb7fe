"""Keys on disk: one file a key, read by this process only, never in the environment.

    kek-1, kek-2 …      wrap the keys of cases; the newest wraps, all of them unwrap
    blind-1, blind-2 …  make blind indexes; the newest is used
    seal-ed25519        signs the trail's batches; only the sealer's process needs it

Each file holds 32 bytes in base64. The folder is `settings.KEY_FOLDER`: in production what systemd
hands to the service as credentials.
"""

from __future__ import annotations

import base64
import binascii
import re
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from casebase.vault.errors import KeysMissing

NUMBERED = re.compile(r"(kek|blind)-([1-9][0-9]{0,2})")
NOBODY_ELSE = 0o037  # a systemd credential may be readable by the service's own group
TICKS_NS = 100_000_000
HINT = "`make demo` makes one for this machine; for a server see casebase/vault/README.md."


@dataclass(frozen=True)
class Keys:
    """What the folder held when it was read; `repr` shows no key."""

    keks: Mapping[int, bytes] = field(repr=False)
    blinds: Mapping[int, bytes] = field(repr=False)

    @property
    def newest_kek(self) -> int:
        return max(self.keks)

    @property
    def newest_blind(self) -> int:
        return max(self.blinds)


def current() -> Keys:
    """The keys of `settings.KEY_FOLDER`, read afresh when a file came or went.

    Raises:
        KeysMissing: there is no folder, no key of a kind, or others may read it.
    """
    folder = Path(settings.KEY_FOLDER)
    while True:
        changed = _changed(folder)
        try:
            return _read_once(folder, changed) if _is_settled(changed) else read(folder)
        except KeysMissing:  # a rotation may have removed one between naming and reading it
            if _changed(folder) == changed:
                raise


def read(folder: Path) -> Keys:
    """Every numbered key of a folder.

    Raises:
        KeysMissing: as `current`.
    """
    _changed(folder)
    found: dict[str, dict[int, bytes]] = {"kek": {}, "blind": {}}
    for path in folder.iterdir():
        if named := NUMBERED.fullmatch(path.name):
            found[named[1]][int(named[2])] = read_key(path)
    for kind, numbered in found.items():
        if not numbered:
            raise KeysMissing(f"The key folder holds no {kind}-1. {HINT}")
    return Keys(keks=found["kek"], blinds=found["blind"])


def read_key(path: Path) -> bytes:
    """One key's 32 bytes.

    Raises:
        KeysMissing: absent, open to others, or not 32 bytes in base64.
    """
    try:
        if path.stat().st_mode & NOBODY_ELSE:
            raise KeysMissing(f"The key {path.name} is open to other accounts: chmod 400 it.")
        key = base64.b64decode(path.read_bytes().strip(), validate=True)
    except OSError:
        raise KeysMissing(f"The key {path.name} cannot be read. {HINT}") from None
    except binascii.Error:
        key = b""
    if len(key) != 32:
        raise KeysMissing(f"The key {path.name} is not 32 bytes in base64. {HINT}")
    return key


def _changed(folder: Path) -> int:
    """When a file last came or went."""
    try:
        state = folder.stat()
    except OSError:
        raise KeysMissing(f"There is no key folder. {HINT}") from None
    if state.st_mode & NOBODY_ELSE:
        raise KeysMissing("The key folder is open to other accounts: chmod 700 it.")
    return state.st_mtime_ns


def _is_settled(changed: int) -> bool:
    """Whether another change would show: a file system's clock ticks every few milliseconds."""
    return time.time_ns() - changed > TICKS_NS


@lru_cache(maxsize=4)
def _read_once(folder: Path, changed: int) -> Keys:
    return read(folder)
