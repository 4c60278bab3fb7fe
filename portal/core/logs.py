"""Log lines that hold a fixed phrase and identifiers, never what a person typed or looked for."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime

# The only extra fields a line may carry; anything else given in `extra=` is dropped.
ALLOWED_FIELDS = (
    "case", "page", "key", "engine", "role", "status", "seconds", "count", "job", "error_id",
    "user", "session", "where", "error", "release", "bundle",
)  # fmt: skip


class WithoutRequestText(logging.Filter):
    """Cut a request's address down to nothing: query strings hold what people looked for."""

    def filter(self, record: logging.LogRecord) -> bool:
        if record.name.startswith("django."):
            record.args = ()
            record.msg = f"{record.name} {getattr(record, 'status_code', '')}".strip()
            record.exc_info = None
            record.exc_text = None
        return True


class JsonFormatter(logging.Formatter):
    """One JSON object a line, so that nothing typed can forge a second line."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, object] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: getattr(record, name) for name in ALLOWED_FIELDS if hasattr(record, name)}
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__  # the type only: its text may quote a row
        return json.dumps(line, default=str)
