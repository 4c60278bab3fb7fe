"""Casework under test: the roles of production on the test server's databases, invented secrets.

The connections sign in as the superuser and take the role at once, so that a test may step out of
it to arrange rows (`tests.casebase.database.as_owner`); what a statement may do is the role's.
"""

from __future__ import annotations

import base64
import os
import tempfile
from pathlib import Path

UNREACHABLE = "postgresql://nobody:nothing@127.0.0.1:1/none"  # for commands that need no database
_FILES = Path(tempfile.gettempdir()) / f"harbour-test-casework-{os.getpid()}"
os.environ.setdefault("CASEWORK_SECRET_KEY", "for tests only; long enough for the check of Django")
os.environ.setdefault(
    "CASEWORK_SEED_KEY", base64.b64encode(b"for tests only: 32 bytes, sealed").decode()
)
os.environ.setdefault("CASEWORK_KEYS", str(_FILES / "keys"))
for _name in ("CASEBASE", "AUDIT", "KEYSTORE"):
    os.environ[f"{_name}_DATABASE_URL"] = os.environ.get(f"HARBOUR_TEST_{_name}_URL") or UNREACHABLE

from portal.runtime import keys  # noqa: E402 -- after the folder is named

keys.ensure_keys(Path(os.environ["CASEWORK_KEYS"]))

from portal.settings.casework import *  # noqa: E402,F403 -- they read what is set above

STATIC_ROOT = _FILES / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns of an absent one
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # speed; tests only
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
CASE_FILES = _FILES / "case-files"
CLAMD_SOCKET = str(_FILES / "nobody.ctl")  # a test that wants a scanner starts one
ANCHOR_FOLDER = _FILES / "anchors"
RELEASES_MADE, RELEASE_OUTBOX = _FILES / "releases-made", _FILES / "releases"
RELEASE_DATABASE_URL = UNREACHABLE  # a test that releases names its own worker's database
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DEMO_MODE = False  # whatever the data folder of this checkout says
SECURE = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "cb_session", "cb_csrf"
SECURE_HSTS_SECONDS = 0
