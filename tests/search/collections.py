"""Judged collections and small made-up ones, as projections."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from portal.content.providers import Projection
from portal.runtime.folders import ROOT


def folder(name: str) -> Path:
    """Where a judged collection lies: shipped, or beside the checkout, or where told."""
    shipped = ROOT / "tests" / "data" / name
    beside = Path(os.environ.get("HARBOUR_COLLECTIONS", ROOT.parent / "shared/data/search")) / name
    return shipped if shipped.exists() else beside


def documents(path: Path) -> Iterator[Projection]:
    with (path / "documents.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            read = json.loads(line)
            yield projection(**{name: read[name] for name in ("key", "title", "summary", "body")})


def projection(key: str, title: str, **more: object) -> Projection:
    """A projection with everything else at its plainest."""
    values = {"kind": "publication", "summary": "", "body": "", "url": f"/{key}/", **more}
    return Projection(key=key, title=title, **values)  # type: ignore[arg-type]
