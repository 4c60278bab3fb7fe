"""Casework as `make demo` serves it, but for mail, which goes into a folder."""

from __future__ import annotations

from portal.settings.casework import *  # noqa: F403 -- Django's own way to extend settings
from portal.settings.casework import DATA_DIR, MIDDLEWARE
from portal.settings.environment import read

EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = str(DATA_DIR / "outbox")

# A site that leaks on purpose, for the sweep to find (tests/casebase/leaks.py).
LEAKS = [name for name in read("HARBOUR_TEST_LEAKS", "").split(",") if name]
MIDDLEWARE = [*MIDDLEWARE, *(f"tests.casebase.leaks.{name}" for name in LEAKS)]
