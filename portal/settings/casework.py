"""The locked case system: no Wagtail, no search engine, no outbound request."""

from __future__ import annotations

from pathlib import Path

from portal.settings import environment
from portal.settings.base import *  # noqa: F403 -- Django's own way to extend settings
from portal.settings.base import BASE_DIR, DATA_DIR, SECURE, TEMPLATES

SITE = "casework"
SECRET_KEY = environment.read("CASEWORK_SECRET_KEY")
SEED_KEY = environment.read("CASEWORK_SEED_KEY")
# Values go to PostgreSQL beside the statement and never stand in it: none can be read in
# `pg_stat_activity` or in the server's log, and a statement is planned once and not each time.
BOUND = {"server_side_binding": True, "prepare_threshold": 5}
# Three connections, three roles: the records, the trail that only grows, and the keys, which stand
# in a database of their own. A page opens its transaction itself (casebase/access/pages.py).
DATABASES = {
    alias: {
        **environment.database(environment.read(given, environment.read(own, "")), **BOUND),
        "ATOMIC_REQUESTS": alias == "default",  # for the sign-in; a page of casework opts out
    }
    for alias, given, own in (
        ("default", "CASEBASE_DATABASE_URL", "CASEBASE_WEB_URL"),
        ("audit", "AUDIT_DATABASE_URL", "AUDIT_WRITER_URL"),
        ("keystore", "KEYSTORE_DATABASE_URL", "KEYSTORE_WEB_URL"),
    )
}
# A worker with a role of its own seals the trail and anchors the seals outside the database.
SEALER_DATABASE_URL = environment.read("SEALER_DATABASE_URL", environment.read("SEALER_URL", ""))
ANCHOR_FOLDER = Path(environment.read("HARBOUR_ANCHORS", str(environment.DATA / "anchors")))
# The release worker's role, and the folder from which the portal takes what is published.
RELEASE_DATABASE_URL = environment.read(
    "RELEASE_DATABASE_URL", environment.read("RELEASE_WORKER_URL", "")
)
RELEASES_MADE = Path(environment.read("RELEASES_MADE", str(environment.DATA / "releases-made")))
PORTAL_ADDRESS = environment.read("PORTAL_URL", "http://127.0.0.1:8000")  # named in files only
RELEASE_OUTBOX = Path(environment.read("RELEASE_OUTBOX", str(environment.DATA / "releases")))
KEY_FOLDER = Path(environment.read("CASEWORK_KEYS", str(environment.DATA / "keys")))
ALLOWED_HOSTS = environment.read("CASEWORK_HOSTS", "127.0.0.1,localhost").split(",")
BASE_URL = environment.read("CASEWORK_URL", "http://127.0.0.1:8001")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
OTP_WEBAUTHN_RP_NAME = "Harbour casework"
OTP_WEBAUTHN_RP_ID, OTP_WEBAUTHN_ALLOWED_ORIGINS = environment.passkey_place(BASE_URL)
ROOT_URLCONF = "portal.urls.casework"
WSGI_APPLICATION = "portal.wsgi.application"

INSTALLED_APPS = [
    "casebase.reporting",
    "casebase.registry",
    "casebase.access",
    "casebase.audit",
    "casebase.vault",
    "portal.core",
    "axes",
    "django_otp",
    "django_otp_webauthn",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "portal.core.headers.SecurityHeaders",
    "portal.core.headers.ContentSecurityPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.core.errors.ErrorPages",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "portal.core.gate.GateMiddleware",
    "portal.core.step_up.StepUpMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

# A file of a case is held in memory until it is sealed: no clear byte of it touches a disk.
CASE_FILES = DATA_DIR / "case-files"
CLAMD_SOCKET = environment.read("CLAMD_SOCKET", "/run/clamav/clamd.ctl")
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024 + 64 * 1024  # bytes, the form around it included

# The look is the portal's own, taken as files: nothing of its code is installed here.
STATIC_ROOT = DATA_DIR / "static-casework"
STATICFILES_DIRS = [BASE_DIR / "portal" / "content" / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},  # no model has a file
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

LOGIN_REDIRECT_URL = "/"
ERROR_PAGES = {429: "access/over_budget.html"}
ACCOUNT_LAYOUT = "layouts/casework.html"
TEMPLATES[0]["OPTIONS"]["context_processors"] = [  # type: ignore[index]
    "django.template.context_processors.request",
    "casebase.access.context.casework",
]

SESSION_COOKIE_NAME = "__Host-cb_session" if SECURE else "cb_session"
CSRF_COOKIE_NAME = "__Host-cb_csrf" if SECURE else "cb_csrf"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Strict"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "connect-src": ["'self'"],  # of the script that keeps what is typed
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "require-trusted-types-for": ["'script'"],
    }
}
