"""The public portal: Wagtail, public search, public API."""

from __future__ import annotations

from pathlib import Path

from portal.settings import environment
from portal.settings.base import *  # noqa: F403 -- Django's own way to extend settings
from portal.settings.base import DATA_DIR, DEMO_MODE, SECURE, TEMPLATES

SITE = "portal"
SECRET_KEY = environment.read("PORTAL_SECRET_KEY")
SEED_KEY = environment.read("PORTAL_SEED_KEY")  # seals one-time-code seeds; 32 bytes, base64
DATABASE_URL = environment.read("DATABASE_URL", environment.read("PORTAL_WEB_URL", ""))
DATABASES = {"default": environment.database(DATABASE_URL)}
PAGE_CACHE_DATABASE_URL = DATABASE_URL  # one more connection a process, for change notices
ALLOWED_HOSTS = environment.read("PORTAL_HOSTS", "127.0.0.1,localhost").split(",")
BASE_URL = environment.read("PORTAL_URL", "http://127.0.0.1:8000")
CSRF_TRUSTED_ORIGINS = [BASE_URL]
OTP_WEBAUTHN_RP_NAME = "Harbour"
OTP_WEBAUTHN_RP_ID, OTP_WEBAUTHN_ALLOWED_ORIGINS = environment.passkey_place(BASE_URL)
# Where "Exit this page" leads: the weather, which anybody may have been reading.
EXIT_URL = environment.read("HARBOUR_EXIT_URL", "https://www.meteo.gov.gh/")
ROOT_URLCONF = "portal.urls.portal"
WSGI_APPLICATION = "portal.wsgi.application"

INSTALLED_APPS = [
    "portal.demo",
    "portal.api",
    "portal.findability",
    "search",
    "sop_library",
    "shelter_directory",
    "portal.publications",
    "portal.statistics",
    "portal.site_pages",
    "portal.cms",
    "portal.content",
    "portal.core",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "portal.cms.apps.UsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "procrastinate.contrib.django",
    "axes",
    "django_otp",
    "django_otp_webauthn",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"  # our templates before Wagtail's
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "portal.core.headers.SecurityHeaders",
    "portal.core.headers.ContentSecurityPolicy",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "portal.core.errors.ErrorPages",
    "portal.content.middleware.SameForEveryReader",
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
    "portal.findability.middleware.Findability",
    "portal.content.files.middleware.TooLargeIs413",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
]
TEMPLATES[0]["OPTIONS"]["context_processors"] = [  # type: ignore[index]
    "django.template.context_processors.request",
    "django.contrib.messages.context_processors.messages",  # the CMS's; read only where shown
    "portal.content.context.site",
]

STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        # Wagtail's image renditions only; documents live in private storage (decision 4).
        "OPTIONS": {"location": DATA_DIR / "media", "base_url": "/media/"},
    },
    "private": {
        "BACKEND": "portal.content.files.storage.KeptFiles",
        "OPTIONS": {"location": DATA_DIR / "files", "base_url": None},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA_DIR / "media"
MEDIA_URL = "/media/"

SESSION_IDLE_SECONDS = 60 * 60
SESSION_ABSOLUTE_SECONDS = 12 * 60 * 60
SESSIONS_AT_ONCE = None  # editors leave a desk, a laptop and a phone open
GATE_PREFIXES = ("/cms/", "/account/")
GATE_POLLING_NAMES = frozenset({"wagtailadmin_editing_sessions:ping"})

SESSION_COOKIE_NAME = "__Host-po_session" if SECURE else "po_session"
CSRF_COOKIE_NAME = "__Host-po_csrf" if SECURE else "po_csrf"
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

WAGTAIL_SITE_NAME = "Harbour"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILDOCS_DOCUMENT_MODEL = "content.PortalDocument"
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "portal.content.files.forms.DocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024  # bytes
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "csv", "jpg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "portal.content.files.forms.ImageForm"
WAGTAILIMAGES_EXTENSIONS = ["jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = WAGTAILDOCS_MAX_UPLOAD_SIZE
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "english"}
}
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []  # no request leaves the portal (control 75)
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False  # a password is set in an invitation only
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_FINISH_WORKFLOW_ACTION = "portal.content.workflow.finish.publish_approved"
WAGTAILADMIN_LOGIN_URL = "/sign-in/"
WAGTAIL_FRONTEND_LOGIN_URL = "/sign-in/"

# Casework moves signed releases of figures into this folder; the key says whether they are its own.
RELEASE_INBOX = Path(environment.read("RELEASE_INBOX", str(DATA_DIR / "releases")))
RELEASE_PUBLIC_KEY = Path(
    environment.read("RELEASE_PUBLIC_KEY", str(DATA_DIR / "release-ed25519.pub"))
)

API_REQUESTS_A_MINUTE = int(environment.read("API_REQUESTS_A_MINUTE", "3000"))  # an address

SEARCH_ENGINE = environment.read("SEARCH_ENGINE", "")  # empty: Elasticsearch where it has a URL
ELASTICSEARCH_URL = environment.read("ELASTICSEARCH_URL", "")
# One for each environment on a shared cluster; a check refuses an empty one where it matters.
ELASTICSEARCH_INDEX_PREFIX = environment.read(
    "ELASTICSEARCH_INDEX_PREFIX", "harbour-demo" if DEMO_MODE else ""
)
# Seconds that all questions to the cluster for one search may take, before PostgreSQL answers.
ELASTICSEARCH_PATIENCE = float(environment.read("ELASTICSEARCH_PATIENCE", "0.8"))

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
    },
}
# The CMS: previews stand in frames, and its editor sets style attributes. No inline script.
CMS_CONTENT_SECURITY_POLICY = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "style-src-attr": ["'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "frame-src": ["'self'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'self'"],
    "base-uri": ["'none'"],
}
ERROR_PAGES = {
    **{status: f"{status}.html" for status in (400, 403, 404, 500)},
    **{status: f"errors/{status}.html" for status in (405, 409, 410, 413, 429, 503)},
    "csrf": "403_csrf.html",
}
