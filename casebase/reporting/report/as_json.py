"""A report as JSON: the field names of its dataclasses, dates as ISO, tuples as lists."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from typing import Any

from casebase.reporting.report.model import Report


def report_json(report: Report) -> bytes:
    """`report.json`: sorted keys and no spare space, so that the same report is the same bytes."""
    text = json.dumps(
        dataclasses.asdict(report),
        default=_plain,
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return f"{text}\n".encode()


def _plain(value: Any) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    raise TypeError(f"A report holds no {type(value).__name__}.")
