"""What both sites share. Safe by default: no secret has a default, DEBUG is off everywhere."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from portal.settings import environment

BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = environment.DATA
DEMO_MODE = environment.flag("HARBOUR_DEMO")

DEBUG = False
USE_TZ = True
TIME_ZONE = "Africa/Accra"
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
USE_I18N = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "core.User"
LOGIN_URL = "/sign-in/"
OTP_LOGIN_URL = "/sign-in/code/"
LOGIN_REDIRECT_URL = "/cms/"
ACCOUNT_LAYOUT = "layouts/plain.html"  # what the sign-in pages extend
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "portal.core.backends.AccountBackend",
]
PASSWORD_HASHERS = ["portal.core.hashers.Argon2id"]
AUTH_PASSWORD_VALIDATORS: list[dict[str, object]] = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "portal.core.passwords.LongestPassword"},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "portal.core.passwords.Predictable"},
    {"NAME": "portal.core.passwords.ContextWords"},
]

# Sessions (controls 21-26). The stricter times are the default; the portal relaxes its own.
SESSION_ENGINE = "portal.core.sessions"
SESSION_IDLE_SECONDS = 15 * 60
SESSION_ABSOLUTE_SECONDS = 8 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSIONS_AT_ONCE: int | None = 2  # signed-in browsers a person; the newest stay

# Passkeys, as a second factor only (control 18); each site names itself.
OTP_WEBAUTHN_ALLOW_PASSWORDLESS_LOGIN = False
OTP_WEBAUTHN_HELPER_CLASS = "portal.core.passkeys.Ceremony"
OTP_WEBAUTHN_EXCEPTION_LOGGER_NAME = ""  # its log lines would carry what a browser sent
OTP_WEBAUTHN_TIMEOUT_SECONDS = 5 * 60

# The gate (control 7): what needs a person, and the few views below it that cannot ask for one.
GATE_PREFIXES: tuple[str, ...] = ("/",)
GATE_OPEN_NAMES: frozenset[str] = frozenset(
    {"sign_in", "sign_in_code", "sign_out", "invitation", "health_live", "health_ready"}
)
GATE_POLLING_NAMES: frozenset[str] = frozenset()  # asked by a page on its own: no sign of a person

# Wrong passwords (control 16).
AXES_HANDLER = "portal.core.lockout.LockoutHandler"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"], ["username"]]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = dt.timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_USERNAME_CALLABLE = "portal.core.lockout.name_of"
AXES_CLIENT_IP_CALLABLE = "portal.core.lockout.client_address"
AXES_LOCKOUT_CALLABLE = "portal.core.lockout.keep_our_answer"
BEHIND_PROXY = environment.flag("HARBOUR_BEHIND_PROXY")  # believe our proxy's X-Forwarded-For

# The server is behind a proxy that ends TLS; a demo runs on loopback without one (design.md).
SECURE = not DEMO_MODE
SECURE_SSL_REDIRECT = False
SILENCED_SYSTEM_CHECKS = ["security.W008"]  # plain HTTP is refused, never redirected (control 49)
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_HSTS_SECONDS = 63_072_000 if SECURE else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE
SECURE_HSTS_PRELOAD = SECURE
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "no-referrer"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "portal.core.errors.csrf_failure"
DEFAULT_EXCEPTION_REPORTER_FILTER = "portal.core.errors.NothingShown"
ADMINS: list[tuple[str, str]] = []  # no traceback is ever mailed
ERROR_PAGES: dict[int | str, str] = {}  # status, or "csrf", to the site's own template
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": ["django.template.context_processors.request"],
        },
    }
]

CACHES = {"default": {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}}
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
DEFAULT_FROM_EMAIL = environment.read("HARBOUR_MAIL_FROM", "harbour@localhost")

# Query strings, form data and tracebacks with locals never reach a log (control 61).
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "portal.core.logs.JsonFormatter"}},
    "filters": {"no_request_text": {"()": "portal.core.logs.WithoutRequestText"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["no_request_text"],
        }
    },
    "root": {"handlers": ["stderr"], "level": "INFO"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO"},  # instead of Django's mail to administrators
        "django.server": {"handlers": ["stderr"], "propagate": False},
        "axes": {"level": "ERROR"},
        "procrastinate": {"level": "WARNING"},
        "elastic_transport": {"level": "WARNING"},  # below it writes what a reader typed
        "django_tasks": {"level": "WARNING"},
        "wagtail": {"level": "WARNING"},  # it logs titles of pages nobody has approved yet
    },
}
