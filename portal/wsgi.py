"""The WSGI entry point of both sites; `DJANGO_SETTINGS_MODULE` says which one this process is."""

import os
from typing import Any

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings.portal")
application: Any = get_wsgi_application()

from django.conf import settings  # noqa: E402 -- after Django is set up

if settings.SITE == "portal":
    from portal.content.change_notices import ChangeListener
    from portal.content.page_cache import PageCache
    from search.engines import choice

    application = PageCache(application, ChangeListener(settings.PAGE_CACHE_DATABASE_URL))
    choice.in_use()  # importing a cluster's client takes two seconds: not of a reader's time
