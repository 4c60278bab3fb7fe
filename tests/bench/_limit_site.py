"""One query and one template in Django: what an uncached page is measured against."""

from __future__ import annotations

import os

import django
from django.conf import settings

from portal.settings import environment

TEMPLATE = (
    "<!doctype html><title>{{ n }}</title><ul>{% for i in rows %}<li>{{ i }}</li>{% endfor %}"
)

settings.configure(
    DATABASES={"default": environment.database(os.environ["LIMIT_DATABASE_URL"])},
    ROOT_URLCONF=__name__,
    ALLOWED_HOSTS=["127.0.0.1"],
    SECRET_KEY="only measured, never reached from outside",
    TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
)
django.setup()

from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.db import connection  # noqa: E402
from django.http import HttpResponse  # noqa: E402
from django.template import engines  # noqa: E402
from django.urls import path  # noqa: E402

template = engines["django"].from_string(TEMPLATE)


def page(request):
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM core_region ORDER BY name LIMIT 20")
        rows = [row[0] for row in cursor.fetchall()]
    return HttpResponse(template.render({"n": len(rows), "rows": rows}, request))


urlpatterns = [path("", page)]
application = get_wsgi_application()
