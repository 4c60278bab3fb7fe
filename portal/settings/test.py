"""The portal under test: the test server's database, invented secrets, nothing leaves the machine.

`tests/conftest.py` starts the server and sets `HARBOUR_TEST_URL` before Django reads this file.
"""

from __future__ import annotations

import base64
import os
import tempfile
from pathlib import Path

UNREACHABLE = "postgresql://nobody:nothing@127.0.0.1:1/none"  # for commands that need no database
os.environ.setdefault("PORTAL_SECRET_KEY", "for tests only; long enough for the check of Django")
os.environ.setdefault(
    "PORTAL_SEED_KEY", base64.b64encode(b"for tests only: 32 bytes, sealed").decode()
)
os.environ["DATABASE_URL"] = os.environ.get("HARBOUR_TEST_URL") or UNREACHABLE

from portal.settings.portal import *  # noqa: E402,F403 -- they read what is set above
from portal.settings.portal import STORAGES  # noqa: E402

_FILES = Path(tempfile.gettempdir()) / f"harbour-test-{os.getpid()}"
STATIC_ROOT = _FILES / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # WhiteNoise warns of an absent one
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # speed; tests only
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = {
    **STORAGES,
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": _FILES / "media", "base_url": "/media/"},
    },
    "private": {
        "BACKEND": "portal.content.files.storage.KeptFiles",
        "OPTIONS": {"location": _FILES / "files", "base_url": None},
    },
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
RELEASE_INBOX, RELEASE_PUBLIC_KEY = _FILES / "releases", _FILES / "release-ed25519.pub"
ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost"]
DEMO_MODE = False  # whatever the data folder of this checkout says
SECURE = False
SESSION_COOKIE_NAME = "po_session"
CSRF_COOKIE_NAME = "po_csrf"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
SECURE_HSTS_SECONDS = 0
SEARCH_ENGINE = ELASTICSEARCH_URL = ""  # a test that wants Elasticsearch asks for its fixture
INSTALLED_APPS = ["tests.from_template", *INSTALLED_APPS]  # noqa: F405
